"""Tests of the room procedure."""
