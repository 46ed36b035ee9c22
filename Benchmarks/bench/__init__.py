"""Measures annals against its yardsticks, and writes RESULTS.md."""
