"""`python -m collabdesk`."""

import sys

from collabdesk.app import main

if __name__ == "__main__":
    sys.exit(main())
