"""Commands, the desk that takes questions, and the answers."""
