"""The composition root: the one place that knows every part; it builds them, wires them, starts and stops them."""
