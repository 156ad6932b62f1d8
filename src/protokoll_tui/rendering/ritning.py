"""One rendering at work: the views, the pen and the phrases of a § in a style."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from jinja2 import Template
from jinja2.environment import TemplateModule

from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.rendering import texter
from protokoll_tui.rendering.aktorer import homonyms
from protokoll_tui.rendering.deltagandevy import services, with_presence
from protokoll_tui.rendering.environment import Fraser, MallMiljo, environment
from protokoll_tui.rendering.ledvy import settled_elsewhere
from protokoll_tui.rendering.mallfel import OkandParagraf
from protokoll_tui.rendering.malvy import Paragrafregister
from protokoll_tui.rendering.markup import raw_text, sentence_text
from protokoll_tui.rendering.narvarolista import attendance_view
from protokoll_tui.rendering.narvaroposter import NarvaroVy
from protokoll_tui.rendering.narvarovy import Omgivning
from protokoll_tui.rendering.penna import Penna, phrase_modules
from protokoll_tui.rendering.stil import Stil
from protokoll_tui.rendering.vy import MoteVy, ParagrafVy, StilVy
from protokoll_tui.rendering.vybygge import meeting_view, paragraf_view
from protokoll_tui.swedish.text import capitalize
from protokoll_tui.swedish.verbs import Tense

_INFORMATION = re.compile(r"Information om (.+)")


class Ritning:
    """Everything that one rendering of a § needs. Made anew each time: the pen has a memory."""

    def __init__(
        self,
        state: Sammantrade,
        paragraf: Paragraf,
        kommun: Kommun,
        stil: Stil,
        *,
        forhandsvisning: bool = False,
        hemligt: bool = False,
        narvaro: Callable[[Paragraf, Omgivning], NarvaroVy] | None = None,
    ) -> None:
        self.env: MallMiljo = environment(stil)
        self.register = Paragrafregister.of(paragraf, kommun, stil.praxis)
        omgivning = Omgivning.of(state, kommun)
        bare = settled_elsewhere(paragraf_view(paragraf, self.register), state)
        self.paragraf: ParagrafVy = with_presence(bare, paragraf, omgivning, stil.skillnad)
        self.mote: MoteVy = meeting_view(state, kommun, omgivning.day(paragraf))
        self.narvaro = narvaro(paragraf, omgivning) if narvaro else None
        titles = services(paragraf, omgivning) if stil.tjanst_vid_namn else {}
        self.penna = Penna(stil, homonyms(kommun), paragraf.lydelse, titles)
        modules: list[TemplateModule] = []
        self.fraser = Fraser(modules)
        self.hemligt = hemligt
        self.context = self._context(stil, forhandsvisning, hemligt)
        modules.extend(phrase_modules(self.env, self.context))

    @classmethod
    def of_meeting(cls, state: Sammantrade, kommun: Kommun, stil: Stil) -> Ritning:
        """What the list of a meeting needs; its § is an empty one.

        Names have their party at each mention: a list is not read from the start.
        """
        every = replace(stil, parti_vid_forsta_omnamnande=False, tjanst_vid_namn=())
        return cls(state, Paragraf(), kommun, every, narvaro=lambda _, room: attendance_view(room))

    def _context(self, stil: Stil, forhandsvisning: bool, hemligt: bool) -> dict[str, Any]:
        organ = self.mote.organ.namn
        return {
            "p": self.paragraf,
            "n": self.narvaro,
            "mote": self.mote,
            "stil": _style_view(stil),
            "k": organ,
            "K": capitalize(organ),
            "f": self.fraser,
            "oppna": self.paragraf.oppna if forhandsvisning else frozenset(),
            "hemligt": hemligt,
            "i_tempus": self.i_tempus,
            **self.penna.helpers(),
        }

    def html(self, name: str) -> str:
        """What a template makes; the pen then knows sentences and flags."""
        template: Template = self.env.get_template(name)
        made = template.render(self.context)
        for id in sorted(self.register.okanda):
            self.penna.flag("okänt mål", id, texter.unknown_target(id))
        return made

    def phrase(self, name: str, *args: Any, avsnitt: str = "beslut", **kwargs: Any) -> str:
        """One phrase as text, in the tense of a section."""
        self.penna.borja(avsnitt)
        return sentence_text(raw_text(getattr(self.fraser, name)(*args, **kwargs)))

    def told(self, tempus: Tense | None = None) -> str:
        """What an upprop or information is told with, in a tense or else in that of the style."""
        p, before = self.paragraf, self.penna.tempus
        self.penna.borja(p.slag)
        self.penna.tempus = tempus or self.penna.tempus
        topic = _INFORMATION.fullmatch(p.rubrik)
        if p.slag == ParagrafSlag.UPPROP:
            made = self.fraser.upprop()
        else:
            made = self.fraser.information(p.foredragande, topic[1] if topic else "")
        self.penna.tempus = before
        return sentence_text(raw_text(made))

    def i_tempus(self, text: str) -> str:
        """The program's own words of what was told in the tense of the style; others unchanged."""
        if self.paragraf.slag not in (ParagrafSlag.UPPROP, ParagrafSlag.INFORMATION):
            return text
        own = {" ".join(self.told(tempus).split()) for tempus in Tense}
        return self.told() if " ".join(text.split()) in own else text


def _style_view(stil: Stil) -> StilVy:
    return StilVy(**{name: getattr(stil, name) for name in StilVy.__dataclass_fields__})


def find_paragraf(state: Sammantrade, id: str) -> Paragraf:
    """The § with that id. Raises ``OkandParagraf``."""
    found = next((p for p in state.paragraf if p.id == id), None)
    if found is None:
        raise OkandParagraf(texter.unknown_paragraph(id))
    return found
