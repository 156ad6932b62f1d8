"""Hashes of what a meeting says, whatever its file looks like."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from protokoll_tui.domain.coding import to_json

VERSION = 1
"""Which canonical form the hashes are made from; a later form gets a later number."""


def canonical_json(value: Any) -> str:
    """What JSON can hold (``coding.to_json``), with sorted keys and no needless space."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """SHA-256 as hex. A lone surrogate is hashed as it is, since a log may hold one."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def json_hash(value: Any) -> str:
    """The hash of what JSON can hold, in canonical form."""
    return digest(canonical_json(value))


def content_hash(plain: Any) -> str:
    """The hash of plain values, dates and times among them, in canonical form."""
    return json_hash(to_json(plain))
