"""Pieces of the composition root, one for each thing that takes more than a few lines to put together."""
