"""The texts of reports for those who translate them: found in the program, kept as GNU gettext files."""
