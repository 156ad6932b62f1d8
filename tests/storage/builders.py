"""Meetings of an invented municipality, and strategies for nasty values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from hypothesis import strategies as st

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import Forslag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.handelse import Lagt, apply
from protokoll_tui.domain.ids import random_id
from protokoll_tui.domain.narvaro import Tjanst
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rost, Rostmarke, Votering
from protokoll_tui.domain.yrkande import Instammande, Stallning, Yrkande
from protokoll_tui.storage.historik import Historik
from protokoll_tui.storage.meeting_file import render
from protokoll_tui.storage.store import Kvitto, MeetingStore

MORNING = datetime(2031, 6, 17, 9, 0)

FAKE = '[[paragraf]]\nid = "p-falsk"\n# ingen kommentar\n[historik]\n'
"""Lines that look like TOML but stand in a text."""

TEXTS = (
    st.text(max_size=60)
    | st.text(alphabet="\"\\\n \t\r'#[]=a\u00a0\u00ad\u2028e\u0301😀", max_size=40)
    | st.sampled_from([FAKE, '""""""', '"', 'slut"""', "bl \n", "\\", "\ufeff", "a\r\nb", "'''"])
)


def clock() -> datetime:
    """A time that stands still."""
    return MORNING


def paragraf(number: int, lines: int = 3) -> Paragraf:
    """A § with a förslag, two yrkanden and a vote."""
    forslag = Forslag(
        id=f"f-{number:06}",
        fran=Aktor(ord="arbetsutskottet"),
        text="1. Kommunstyrelsen antar planen.\n" * lines,
    )
    aim = Mal(pa=forslag.id)
    yes = Svar(pa=(aim,))
    votering = Votering(
        id=f"v-{number:06}",
        ja=yes,
        rostlangd=(Rost(plats="1", person="ab", rost=Rostmarke.JA), Rost(plats="2")),
    )
    return Paragraf(
        id=f"p-{number:06}",
        nr=number,
        rubrik=f"Ärende {number}",
        forslag=(forslag,),
        yrkande=tuple(
            Yrkande(
                id=f"y-{number:05}{n}",
                av=(Aktor(person="ab"),),
                tid=time(15, 38),
                stallning=(Stallning(pa=aim, ord="med hänvisning till planen"),),
                instammer=(Instammande(vem=Aktor(person="cd")),),
            )
            for n in "ab"
        ),
        fraga=(Fraga(id=f"q-{number:06}", svar=(yes,), funnet=yes, votering=(votering,)),),
    )


def meeting(count: int = 3, lines: int = 3) -> Sammantrade:
    """A meeting of that many §§."""
    return Sammantrade(
        id="m-234567",
        organ="ks",
        datum=date(2031, 6, 17),
        plats="Stora salen, Sjövik",
        tjanstgor=(Tjanst(vem="ab"), Tjanst(vem="cd", ersatter="ef")),
        paragraf=tuple(paragraf(n, lines) for n in range(1, count + 1)),
    )


def write_meeting(folder: Path, state: Sammantrade | None = None, name: str = "ks.toml") -> Path:
    """A meeting file as a new one is written."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(render(None, state or meeting(), Historik()).data)
    return path


def enter(store: MeetingStore, text: str, number: int = 0) -> Kvitto:
    """Record one yrkande with own words on a §."""
    before = store.state
    post = Yrkande(
        id=random_id("yrkande"),
        av=(Aktor(person="ef"),),
        stallning=(Stallning(att=text),),
    )
    event = Lagt(i=before.paragraf[number].id, lista="yrkande", post=post)
    return store.record(before, apply(event, before), [event], rad=f"ef {text}")


def renamed(state: Sammantrade, number: int, rubrik: str) -> Sammantrade:
    """The meeting with another heading on one §."""
    rows = list(state.paragraf)
    rows[number] = replace(rows[number], rubrik=rubrik)
    return replace(state, paragraf=tuple(rows))


def texts_of(state: Sammantrade) -> list[str]:
    """The own words of every yrkande."""
    return [s.att for p in state.paragraf for y in p.yrkande for s in y.stallning if s.att]
