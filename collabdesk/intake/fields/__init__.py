"""One column of cells to kept values: strictly, with one locale for the column, and a Problem where it cannot be."""
