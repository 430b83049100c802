"""Advice from outside: an endpoint chooses which statements answer a reader's question."""
