"""What two wrote down of one debate, put in order after a merge."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import time
from typing import Any, TypeVar

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.coding import record_lists
from protokoll_tui.domain.records import Post
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import walk
from protokoll_tui.domain.yrkande import Instammande, Yrkande

P = TypeVar("P", bound=Post)
T = TypeVar("T")


def settled(merged: Sammantrade, ours: Sammantrade, theirs: Sammantrade) -> Sammantrade:
    """A merged meeting in the order of time, with each supporter of a yrkande once.

    One who joined on both sides stands once, with the earlier time. What only one side has is
    ordered by ``tid`` among its neighbours that only the other side has; neither side's own order
    is disturbed. Records that do not change stay the same objects.
    """
    return _settled(merged, _by_id(ours), _by_id(theirs))


def _by_id(state: Sammantrade) -> dict[str, Post]:
    return {post.id: post for post in walk(state)}


def _settled(post: P, ours: dict[str, Post], theirs: dict[str, Post]) -> P:
    new: dict[str, Any] = {}
    for name in record_lists(type(post)):
        old = getattr(post, name)
        children = tuple(_settled(child, ours, theirs) for child in old)
        children = _in_time(children, lambda p: p.id in ours, lambda p: p.id in theirs)
        if any(a is not b for a, b in zip(old, children, strict=True)):
            new[name] = children
    if isinstance(post, Yrkande):
        joined = _joined(post, ours.get(post.id), theirs.get(post.id))
        if joined != post.instammer:
            new["instammer"] = joined
    return replace(post, **new) if new else post


def _joined(post: Yrkande, ours: Post | None, theirs: Post | None) -> tuple[Instammande, ...]:
    if not (isinstance(ours, Yrkande) and isinstance(theirs, Yrkande)):
        return post.instammer
    mine, others = _who(ours), _who(theirs)
    rows: list[Instammande] = []
    for row in post.instammer:
        at = next((n for n, known in enumerate(rows) if known.vem == row.vem), -1)
        if at < 0 or not (row.vem in mine and row.vem in others):
            rows.append(row)
        elif _moment(row) < _moment(rows[at]):
            rows[at] = row
    return _in_time(tuple(rows), lambda i: i.vem in mine, lambda i: i.vem in others)


def _who(post: Yrkande) -> list[Aktor]:
    return [row.vem for row in post.instammer]


def _moment(row: Any) -> time:
    """When it was; without a time before all that have one."""
    tid = getattr(row, "tid", None)
    return tid if isinstance(tid, time) else time.min


def _in_time(
    rows: tuple[T, ...], mine: Callable[[T], bool], others: Callable[[T], bool]
) -> tuple[T, ...]:
    """The rows, with each stretch that holds rows of one side only in the order of time."""
    out: list[T] = []
    stretch: list[T] = []
    for row in rows:
        if mine(row) != others(row):
            stretch.append(row)
        else:
            out += [*_woven(stretch, mine), row]
            stretch = []
    return (*out, *_woven(stretch, mine))


def _woven(stretch: list[T], mine: Callable[[T], bool]) -> list[T]:
    ours = [row for row in stretch if mine(row)]
    theirs = [row for row in stretch if not mine(row)]
    if not (ours and theirs):
        return stretch
    both = [*_timed(ours), *_timed(theirs)]
    return [row for _, row in sorted(both, key=lambda pair: pair[0])]


def _timed(rows: Iterable[T]) -> list[tuple[time, T]]:
    """Each row with the latest time up to it on its side, so that none passes the one before."""
    latest, out = time.min, []
    for row in rows:
        latest = max(latest, _moment(row))
        out.append((latest, row))
    return out
