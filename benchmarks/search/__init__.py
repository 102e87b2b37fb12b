"""What search costs in an archive of a million statements: `python -m benchmarks.search`."""
