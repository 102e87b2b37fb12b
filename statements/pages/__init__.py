"""What readers' pages show of rows: words marked, charts, citations, lists, what machines read."""
