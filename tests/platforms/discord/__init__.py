"""Tests of the Discord adapter: over SimCord for what it does, over a loopback server for what it sends."""
