"""Posts on their way to the platforms: claimed, sent, and what became of them recorded. It knows the core alone."""
