"""Tests of the room quickline."""
