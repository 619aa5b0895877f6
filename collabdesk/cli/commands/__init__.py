"""The commands, one file each: each offers `COMMAND`."""
