"""The command line over the same use cases."""
