"""Tests of the newsroom page."""
