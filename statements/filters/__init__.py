"""A query string becomes a query: the parameters of searches and lists, and their results."""
