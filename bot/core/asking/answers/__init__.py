"""The answers: one module for a command or a few of them, each a pure function from an inquiry to a card."""
