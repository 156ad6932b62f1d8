"""Hashes of what a meeting says, whatever its file looks like."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from protokoll_tui.domain.coding import to_json

VERSION = 1
"""Which canonical form the hashes are made from; a later form gets a later number."""


def canonical_json(plain: Any) -> str:
    """Plain values as JSON with sorted keys and no needless space."""
    return json.dumps(to_json(plain), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """SHA-256 as hex. A lone surrogate is hashed as it is, since a log may hold one."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_hash(plain: Any) -> str:
    """The hash of plain values in canonical form."""
    return digest(canonical_json(plain))
