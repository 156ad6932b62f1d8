"""Granskning: one function per rule, what the record says set against the law. Pure."""
