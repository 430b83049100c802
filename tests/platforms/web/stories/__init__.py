"""Tests of the story pages."""
