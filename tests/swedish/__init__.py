"""Tests of the room swedish."""
