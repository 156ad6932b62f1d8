"""What a pure function of a § said of it, remembered: a model asks the same of it many times over.

A § is frozen, so what was said of the very same object still holds. Only the tests do this: the
program asks once for each line that is written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TypeVar

from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.procedure import alternativ, forlopp, kedja, punktvis, utfall

T = TypeVar("T")
KEPT = 64
"""So many §§ at a time; a state and what is derived from it are a handful."""


def remembering(f: Callable[[Paragraf], T]) -> Callable[[Paragraf], T]:
    """The function, asked once of each § object that is at hand."""
    said: dict[int, tuple[Paragraf, T]] = {}

    @wraps(f)
    def asked(paragraf: Paragraf) -> T:
        known = said.get(id(paragraf))
        if known is None:
            if len(said) > KEPT:
                said.clear()
            # The § is kept with the answer: as long as it lives nothing else has its id.
            known = said[id(paragraf)] = (paragraf, f(paragraf))
        return known[1]

    return asked


ASKED = (
    alternativ.live_yrkanden,
    alternativ.live_forslag,
    alternativ.main_forslag,
    alternativ.material_stands,
    alternativ.alternatives,
    alternativ.settled,
    alternativ._apart,
    alternativ._proposals,
    kedja.joined,
    kedja.pointed_at,
    forlopp.course,
    punktvis.disputes,
    utfall.all_carried_formal,
    utfall.main_questions,
    utfall.outcomes,
)


@contextmanager
def remembered() -> Iterator[None]:
    """The rules of the beslutsgång, asked once of each § wherever one asks another."""
    modules = [m for name, m in sys.modules.items() if name.startswith("protokoll_tui.procedure")]
    once = {f: remembering(f) for f in ASKED}
    own = [
        (module, name, f)
        for module in modules
        for name, f in vars(module).items()
        if callable(f) and getattr(f, "__hash__", None) and f in once
    ]
    for module, name, f in own:
        setattr(module, name, once[f])
    try:
        yield
    finally:
        for module, name, f in own:
            setattr(module, name, f)
