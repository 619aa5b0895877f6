"""What one can do; no Qt, no SQL, no spreadsheet, no PDF library."""
