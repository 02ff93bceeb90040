"""The graph and its measures: build, store, queries, ties as of a date, definition power, valuation premium."""
