"""Find and change a record by id, wherever in the meeting it lies. Everything else is shared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from typing import Any, TypeVar

from protokoll_tui.domain.coding import record_lists
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Post
from protokoll_tui.domain.sammantrade import Sammantrade

P = TypeVar("P", bound=Post)


class UnknownId(LookupError):
    """No record has that id (any more)."""


def _lists(post: Post) -> Iterable[str]:
    return record_lists(type(post))


@cache
def post_classes() -> dict[str, type[Post]]:
    """Every record list in a meeting: its name (``yrkande``) to the class it holds."""
    found: dict[str, type[Post]] = {}
    waiting: list[type[Post]] = [Sammantrade]
    while waiting:
        for name, cls in record_lists(waiting.pop()).items():
            assert issubclass(cls, Post)
            if name not in found:
                found[name] = cls
                waiting.append(cls)
    return found


def walk(post: Post) -> Iterator[Post]:
    """The record and every record below it, in order."""
    yield post
    for name in _lists(post):
        for child in getattr(post, name):
            yield from walk(child)


def find(root: Post, id: str) -> Post | None:
    """The record with that id at or below ``root``, or None."""
    return next((post for post in walk(root) if post.id == id), None)


def paragraf_of(state: Sammantrade, id: str) -> Paragraf | None:
    """The § that is, or holds, the record with that id."""
    return next((p for p in state.paragraf if find(p, id) is not None), None)


def update(root: P, id: str, change: Callable[[Any], Post]) -> P:
    """``root`` with the record of that id changed. Raises ``UnknownId``."""
    changed = _updated(root, id, change)
    if changed is None:
        raise UnknownId(id)
    return changed


def _updated(post: P, id: str, change: Callable[[Any], Post]) -> P | None:
    if post.id == id:
        changed = change(post)
        assert isinstance(changed, type(post))
        return changed
    for name in _lists(post):
        children = getattr(post, name)
        for n, child in enumerate(children):
            if (new := _updated(child, id, change)) is not None:
                return _with(post, name, (*children[:n], new, *children[n + 1 :]))
    return None


def _with(post: P, name: str, value: tuple[Post, ...]) -> P:
    fields: dict[str, Any] = {name: value}
    return replace(post, **fields)


def add(root: P, parent: str, lista: str, post: Post, fore: str = "") -> P:
    """``root`` with ``post`` put into a list of the record ``parent``, before ``fore`` or last.

    Raises ``UnknownId`` when there is no such parent or it has no such list.
    """

    def put(holder: Post) -> Post:
        if lista not in _lists(holder):
            raise UnknownId(f"{parent}.{lista}")
        old: tuple[Post, ...] = getattr(holder, lista)
        at = next((n for n, sibling in enumerate(old) if sibling.id == fore), len(old))
        return _with(holder, lista, (*old[:at], post, *old[at:]))

    return update(root, parent, put)


def remove(root: P, id: str) -> P:
    """``root`` without the record of that id. Raises ``UnknownId``."""
    for holder in walk(root):
        for name in _lists(holder):
            children: tuple[Post, ...] = getattr(holder, name)
            if any(child.id == id for child in children):
                rest = tuple(child for child in children if child.id != id)
                return update(root, holder.id, partial(_with, name=name, value=rest))
    raise UnknownId(id)


def list_of(root: Post, id: str) -> tuple[str, str]:
    """Where a record lies: the id of its holder and the name of the list. Raises ``UnknownId``."""
    for holder in walk(root):
        for name in _lists(holder):
            if any(child.id == id for child in getattr(holder, name)):
                return holder.id, name
    raise UnknownId(id)
