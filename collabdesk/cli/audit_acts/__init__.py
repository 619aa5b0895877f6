"""One file per family of acts of `collabdesk audit`; each offers ACTS, which adds their parsers."""
