"""Patches by id: what an entry changed, how it is taken back, and how two writers are merged.

A patch is a list of (id, field, before, after). Undo, redo, load after a crash, hand edits and
merging are all the same act: put a patch on a state, field by field, where the value still is the
one that the patch starts from; what does not fit is a conflict and keeps both texts.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from protokoll_tui.domain.coding import Marke, decode, encode
from protokoll_tui.domain.debate import settled
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import post_classes

WHOLE = "*"
"""The field name that stands for a whole record coming or going."""

ORDER = "ordning:"
"""The prefix of a field that holds the order of a record list."""


@dataclass(frozen=True)
class Andring:
    """One changed field. For ``*`` the values are ``{i, lista, fore, post}`` or None."""

    id: str
    falt: str
    fore: Any
    efter: Any

    def reversed(self) -> Andring:
        """The change that takes this one back."""
        return Andring(self.id, self.falt, self.efter, self.fore)


@dataclass(frozen=True)
class Krock:
    """A change that does not fit: the field holds ``nu``, not what the change starts from."""

    andring: Andring
    nu: Any


Patch: TypeAlias = tuple[Andring, ...]


@dataclass
class _Node:
    parent: str
    lista: str
    falt: dict[str, Any]


@dataclass
class _Tree:
    """A meeting taken apart: fields by id, and the order of each list."""

    root: str
    nodes: dict[str, _Node] = field(default_factory=dict)
    order: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, plain: dict[str, Any]) -> _Tree:
        tree = cls(plain["id"])
        tree.put(plain, "", "", "")
        return tree

    def put(self, plain: dict[str, Any], parent: str, lista: str, fore: str) -> None:
        """Add a record with all below it, before the sibling ``fore`` or last."""
        own = plain["id"]
        node = self.nodes[own] = _Node(parent, lista, {})
        siblings = self.order.setdefault((parent, lista), [])
        siblings.insert(siblings.index(fore) if fore in siblings else len(siblings), own)
        for key, value in plain.items():
            if _is_list(key, value):
                for child in value:
                    self.put(child, own, key, "")
            elif key != "id":
                node.falt[key] = value

    def take(self, id: str) -> None:
        """Remove a record with all below it."""
        node = self.nodes.pop(id)
        self.order[(node.parent, node.lista)].remove(id)
        for key in [k for k in self.order if k[0] == id]:
            for child in list(self.order[key]):
                self.take(child)

    def plain(self, id: str, apart: Container[str] = ()) -> dict[str, Any]:
        """The record and all below it as plain values, without those ``apart``."""
        lists = {
            lista: [self.plain(child, apart) for child in children if child not in apart]
            for (parent, lista), children in self.order.items()
            if parent == id
        }
        kept = {lista: children for lista, children in lists.items() if children}
        return {"id": id, **self.nodes[id].falt, **kept}

    def place(self, id: str, apart: Container[str]) -> dict[str, Any]:
        """The record with where it lies, as a ``*`` change holds it."""
        node = self.nodes[id]
        siblings = self.order[(node.parent, node.lista)]
        after = siblings[siblings.index(id) + 1 :]
        fore = after[0] if after else ""
        post = self.plain(id, apart)
        return {"i": node.parent, "lista": node.lista, "fore": fore, "post": post}

    def home(self, id: str) -> tuple[str, str]:
        """The record and the list that a record lies in."""
        return self.nodes[id].parent, self.nodes[id].lista

    def holds(self, id: str, place: dict[str, Any], apart: Container[str] = ()) -> bool:
        """Whether the record lies in that list and says what ``place`` says."""
        return (
            id in self.nodes
            and self.home(id) == (place["i"], place["lista"])
            and self.plain(id, apart) == place["post"]
        )

    def above(self, id: str) -> Iterator[str]:
        """The record that holds it, the one that holds that, and so on."""
        while (id := self.nodes[id].parent) in self.nodes:
            yield id

    def depth(self, id: str) -> int:
        """How many records it lies within."""
        return sum(1 for _ in self.above(id))

    def within(self, id: str, some: Container[str]) -> bool:
        """Whether it lies within one of some records."""
        return any(holder in some for holder in self.above(id))


def _is_list(key: str, value: Any) -> bool:
    return (
        key in post_classes()
        and isinstance(value, list)
        and bool(value)
        and all(isinstance(v, dict) and "id" in v for v in value)
    )


def diff(before: Sammantrade, after: Sammantrade) -> Patch:
    """What changed from one state to the next. §§ that are the same object are not looked into."""
    same = {id(p) for p in before.paragraf} & {id(p) for p in after.paragraf}
    return diff_plain(_encode_some(before, same), _encode_some(after, same))


def _encode_some(state: Sammantrade, same: set[int]) -> dict[str, Any]:
    head = encode(Sammantrade(**{**_shallow(state), "paragraf": ()}))
    head["paragraf"] = [{"id": p.id} if id(p) in same else encode(p) for p in state.paragraf]
    return head


def _shallow(state: Sammantrade) -> dict[str, Any]:
    return {name: getattr(state, name) for name in Sammantrade.__dataclass_fields__}


def diff_plain(before: dict[str, Any], after: dict[str, Any]) -> Patch:
    """``diff`` for meetings as plain values (each record with an id)."""
    old, new = _Tree.of(before), _Tree.of(after)
    moved = {i for i in old.nodes if i in new.nodes and old.home(i) != new.home(i)}
    gone = _tops(old, moved, {i for i in old.nodes if i not in new.nodes})
    come = _tops(new, moved, {i for i in new.nodes if i not in old.nodes})
    fresh = _at_or_below(new, come)
    stays = [i for i in new.nodes if i not in fresh]
    # What is taken goes inmost and first; what comes does so outmost and last, so that each finds
    # its holder and the sibling that it stands before. The patch then is the same turned round.
    out = [Andring(i, WHOLE, old.place(i, moved), None) for i in reversed(gone)]
    for i in stays:
        out += _field_changes(i, old.nodes[i].falt, new.nodes[i].falt)
    out += _order_changes(old, new, stays)
    return (*out, *(Andring(i, WHOLE, None, new.place(i, moved)) for i in come))


def _tops(tree: _Tree, moved: set[str], others: set[str]) -> list[str]:
    """The moved records, and the others that go along with none: outmost first, last first."""
    own = moved | others
    tops = [i for i in tree.nodes if i in moved or (i in others and not tree.within(i, own))]
    return sorted(reversed(tops), key=tree.depth)


def _at_or_below(tree: _Tree, tops: list[str]) -> set[str]:
    found = set(tops)
    return found | {i for i in tree.nodes if tree.within(i, found)}


def _field_changes(id: str, old: dict[str, Any], new: dict[str, Any]) -> list[Andring]:
    keys = list(dict.fromkeys([*old, *new]))
    return [Andring(id, k, old.get(k), new.get(k)) for k in keys if old.get(k) != new.get(k)]


def _order_changes(old: _Tree, new: _Tree, stays: Iterable[str]) -> list[Andring]:
    out = []
    staying = set(stays)
    for (parent, lista), children in new.order.items():
        before = [i for i in old.order.get((parent, lista), []) if i in children]
        after = [i for i in children if i in before]
        if parent in staying and before != after:
            out.append(Andring(parent, ORDER + lista, before, after))
    return out


def reverse(patch: Patch) -> Patch:
    """The patch that takes this one back."""
    return tuple(andring.reversed() for andring in reversed(patch))


def put(state: Sammantrade, patch: Patch) -> tuple[Sammantrade, tuple[Krock, ...]]:
    """Put a patch on a state, field by field.

    Out: the new state, and the changes that did not fit because the field no longer holds their
    before-value (nothing of those was applied). §§ that do not change stay the same objects.
    """
    tree = _Tree.of(encode(state))
    come = {a.id: a.efter for a in patch if a.falt == WHOLE and a.efter}
    there = {id for id, place in come.items() if tree.holds(id, place, come.keys() - {id})}
    todo = (a for a in patch if a.falt != WHOLE or a.id not in there)
    krockar = tuple(k for andring in todo if (k := _apply(tree, andring)) is not None)
    _put_back(tree, patch, krockar)
    return _rebuilt(state, tree.plain(tree.root)), krockar


def _put_back(tree: _Tree, patch: Patch, krockar: Iterable[Krock]) -> None:
    """A record that was taken to be moved, but found no place, goes back to where it was."""
    homeless = {k.andring.id for k in krockar if k.nu is None and k.andring.falt == WHOLE}
    for andring in patch:
        if andring.falt == WHOLE and andring.efter is None and andring.id in homeless:
            _apply_whole(tree, andring.reversed())


def _rebuilt(state: Sammantrade, plain: dict[str, Any]) -> Sammantrade:
    marken: list[Marke] = []
    new = decode(Sammantrade, plain, "", marken)
    old = {p.id: p for p in state.paragraf}
    kept = tuple(old[p.id] if old.get(p.id) == p else p for p in new.paragraf)
    return Sammantrade(**{**_shallow(new), "paragraf": kept})


def _apply(tree: _Tree, andring: Andring) -> Krock | None:
    if andring.falt == WHOLE:
        return _apply_whole(tree, andring)
    if andring.id not in tree.nodes:
        return Krock(andring, None)
    if andring.falt.startswith(ORDER):
        return _apply_order(tree, andring)
    values = tree.nodes[andring.id].falt
    now = values.get(andring.falt)
    if now == andring.efter:
        return None
    merged = _merged(now, andring)
    if merged is None:
        return Krock(andring, now)
    values[andring.falt] = merged[0]
    if merged[0] is None:
        del values[andring.falt]
    return None


def _merged(now: Any, andring: Andring) -> tuple[Any] | None:
    """The field's new value in a 1-tuple, or None at a conflict. Lists are merged as sets."""
    if now == andring.fore:
        return (andring.efter,)
    lists = [x or [] for x in (now, andring.fore, andring.efter)]
    if not all(isinstance(x, list) and _each_once(x) for x in lists) or not any(lists):
        return None
    current, before, after = lists
    if any(x not in current for x in before if x not in after):
        return None
    if [x for x in before if x in after] != [x for x in after if x in before]:
        return None
    kept = [x for x in current if x in after or x not in before]
    value = kept + [x for x in after if x not in before and x not in kept]
    return (value or None,)


def _each_once(values: list[Any]) -> bool:
    return all(value not in values[:n] for n, value in enumerate(values))


def _apply_whole(tree: _Tree, andring: Andring) -> Krock | None:
    if andring.efter is None:
        return _take_whole(tree, andring)
    place = andring.efter
    if andring.id in tree.nodes:
        known = tree.holds(andring.id, place)
        return None if known else Krock(andring, tree.plain(andring.id))
    if place["i"] not in tree.nodes:
        return Krock(andring, None)
    if not tree.nodes.keys().isdisjoint(_Tree.of(place["post"]).nodes):
        return Krock(andring, tree.plain(place["i"]))
    tree.put(place["post"], place["i"], place["lista"], place["fore"])
    return None


def _take_whole(tree: _Tree, andring: Andring) -> Krock | None:
    if andring.id not in tree.nodes:
        return None
    if not tree.holds(andring.id, andring.fore):
        return Krock(andring, tree.plain(andring.id))
    tree.take(andring.id)
    return None


def _apply_order(tree: _Tree, andring: Andring) -> Krock | None:
    children = tree.order.get((andring.id, andring.falt.removeprefix(ORDER)), [])
    now = [i for i in children if i in andring.fore]
    wanted = [i for i in andring.efter if i in now]
    if now != [i for i in andring.fore if i in now]:
        return None if now == wanted else Krock(andring, now)
    places = iter(wanted)
    children[:] = [next(places) if i in now else i for i in children]
    return None


def merge(
    base: Sammantrade, ours: Sammantrade, theirs: Sammantrade
) -> tuple[Sammantrade, tuple[Krock, ...]]:
    """Three-way merge by id: their changes since ``base`` put on ours.

    Nothing is dropped: where both changed the same field ours stays, and the conflict holds theirs.
    Who joined a yrkande on both sides stands once, and what both added stands in time order.
    """
    state, krockar = put(ours, diff(base, theirs))
    return settled(state, ours, theirs), krockar


def touched(patch: Patch) -> tuple[str, ...]:
    """The ids that a patch touches, each once."""
    return tuple(dict.fromkeys(andring.id for andring in patch))


def patch_to_plain(patch: Patch) -> list[list[Any]]:
    """A patch as ``[id, field, before, after]`` rows."""
    return [[a.id, a.falt, a.fore, a.efter] for a in patch]


def patch_from_plain(rows: list[list[Any]]) -> Patch:
    """The patch behind such rows. Raises ValueError or TypeError on rows of another shape."""
    return tuple(Andring(str(i), str(falt), fore, efter) for i, falt, fore, efter in rows)
