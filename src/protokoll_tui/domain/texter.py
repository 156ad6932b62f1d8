"""What the domain says to a reader."""

from __future__ import annotations

from typing import Any


def unreadable(key: str, raw: Any) -> str:
    """A value of a file does not fit its field."""
    return f"Värdet {str(raw)[:60]!r} kan inte läsas som {key}. Det står kvar i filen."
