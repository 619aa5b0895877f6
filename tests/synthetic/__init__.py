"""Made-up funders' sheets of which everything is known: composed at random, to measure how tables are found."""
