"""Tests of what the parts are wired with."""
