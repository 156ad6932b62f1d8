"""Tests of what reads the files of others."""
