"""A soak by hand: the real service against platforms that enforce their limits and break, killed over and over.

`uv run python -m tests.benchmarks.soak [a|b|d|all] [--quick] [--seed N]`: (a) nothing is lost over 100 kills, (b) the
pace under and without the platforms' limits, (d) when the first of many reminders leaves.
"""
