"""From a meeting to a document: the extract, the § alone, and the sentence of one record."""

from __future__ import annotations

from collections.abc import Mapping

from protokoll_tui.domain.forslag import VALARENDEN, Forslag, Mal
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Post
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import find, paragraf_of
from protokoll_tui.domain.votering import Votering
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure.rakning import tally, with_list
from protokoll_tui.rendering.blocks import Dokument
from protokoll_tui.rendering.environment import locate
from protokoll_tui.rendering.mallfel import in_swedish
from protokoll_tui.rendering.malvy import Paragrafregister
from protokoll_tui.rendering.narvarolista import attendance_of
from protokoll_tui.rendering.parse_html import parse_html
from protokoll_tui.rendering.penna import PARTS_OF_A_VOTE, single
from protokoll_tui.rendering.ritning import Ritning, find_paragraf
from protokoll_tui.rendering.stil import Stil
from protokoll_tui.rendering.vybygge import happened, motion_view
from protokoll_tui.swedish.text import capitalize


def render_extract(
    state: Sammantrade,
    paragraf_id: str,
    kommun: Kommun,
    stil: Stil,
    *,
    forhandsvisning: bool = False,
    hemligt: bool = False,
    narvaro: bool = False,
) -> Dokument:
    """The protokollsutdrag of one §.

    A § with sekretess gives its number and a neutral line (R123); with ``hemligt`` it is whole and
    marked as secret. It is marked EJ JUSTERAT unless it is omedelbart justerad (R110).
    ``forhandsvisning`` shows sections that are still waited for. ``narvaro`` names those who took
    part in the decision, also where the style does not. Raises ``OkandParagraf`` and ``MallFel``.
    """
    listed = narvaro or stil.narvaro_i_utdrag
    paragraf = find_paragraf(state, paragraf_id)
    with in_swedish():
        ritning = Ritning(
            state,
            paragraf,
            kommun,
            stil,
            forhandsvisning=forhandsvisning,
            hemligt=hemligt,
            narvaro=attendance_of if listed else None,
        )
    return _rendered("utdrag.html.j2", ritning, stil)


def render_sections(
    state: Sammantrade,
    paragraf_id: str,
    kommun: Kommun,
    stil: Stil,
    *,
    forhandsvisning: bool = True,
    hemligt: bool = False,
) -> Dokument:
    """The § alone, without the frame of a document: the live preview. Raises as the extract."""
    paragraf = find_paragraf(state, paragraf_id)
    with in_swedish():
        ritning = Ritning(
            state, paragraf, kommun, stil, forhandsvisning=forhandsvisning, hemligt=hemligt
        )
    return _rendered("paragraf.html.j2", ritning, stil)


def render_attendance(state: Sammantrade, kommun: Kommun, stil: Stil) -> Dokument:
    """The list of who was there, as the front page of the protokoll has it (R2).

    Raises ``MallFel``.
    """
    with in_swedish():
        ritning = Ritning.of_meeting(state, kommun, stil)
        html = ritning.html("narvaro.html.j2")
    mote = ritning.mote
    metadata = {
        "slag": "närvaro",
        "kommun": mote.kommun,
        "organ": mote.organ.namn,
        "datum": mote.datum_iso,
        "stil": stil.namn,
    }
    blocks = parse_html(html, lambda name, snippet: locate(ritning.env, name, snippet))
    words = (stil.text["narvarotitel"], mote.organ.namn, mote.datum)
    titel = " ".join(word for word in words if word)
    return Dokument(titel, blocks, metadata, tuple(ritning.penna.flaggor.values()))


def _rendered(mall: str, ritning: Ritning, stil: Stil) -> Dokument:
    with in_swedish():
        html = ritning.html(mall)
    blocks = parse_html(html, lambda name, snippet: locate(ritning.env, name, snippet))
    hidden = ritning.paragraf.hemlig and not ritning.hemligt
    if not hidden:
        ritning.penna.flag_wordings()
    flaggor = () if hidden else tuple(ritning.penna.flaggor.values())
    metadata = _metadata(ritning, stil, hidden)
    titel = " ".join(w for w in (stil.text["titel"], metadata["paragraf"], metadata["rubrik"]) if w)
    return Dokument(titel, blocks, metadata, flaggor)


def _metadata(ritning: Ritning, stil: Stil, hidden: bool) -> dict[str, str]:
    """What a file says about itself. Nothing of a hidden § but its number (R123)."""
    mote, p = ritning.mote, ritning.paragraf
    secret = {"sekretess": p.lagrum or "ja"} if p.hemlig and not hidden else {}
    return {
        "slag": "protokollsutdrag",
        "kommun": mote.kommun,
        "organ": mote.organ.namn,
        "datum": mote.datum_iso,
        "paragraf": p.nummer,
        "dnr": "" if hidden else p.dnr,
        "rubrik": "" if hidden else p.rubrik,
        "justering": "omedelbart justerad" if p.omedelbart_justerad else "ej justerad",
        "stil": stil.namn,
        **secret,
    }


def sentence_for(
    state: Sammantrade, post_id: str, kommun: Kommun, stil: Stil, *, egen: bool = True
) -> str:
    """The sentence that the protocol holds for one record, in the text format; "" if it has none.

    It is taken out of the rendered §, so names stand as they do there. ``egen=False`` gives what
    is generated also where an own wording replaces it (what ``Lydelse.ersatter`` keeps): of a vote
    everything that is told of it.
    Raises ``MallFel``.
    """
    paragraf = paragraf_of(state, post_id)
    post = find(paragraf, post_id) if paragraf else None
    if paragraf is None or post is None:
        return ""
    with in_swedish():
        ritning = Ritning(state, paragraf, kommun, stil, hemligt=True)
        ritning.html("paragraf.html.j2")
        penna = ritning.penna
        known = penna.egna if egen else {}
        said = _said_with(post_id, ritning)
        found = {
            name: known.get(key, made)
            for key, made in penna.meningar.items()
            for name, _, id in [key.partition(":")]
            if id == said and name != "narvaro"
        }
        if isinstance(post, Votering):
            own = known.get(f"{PARTS_OF_A_VOTE[0]}:{post.id}", "")
            return own or _of_vote(post, paragraf, found, whole=not egen)
        return next(iter(found.values()), "") or _unprinted(post, ritning)


def _of_vote(v: Votering, paragraf: Paragraf, found: Mapping[str, str], *, whole: bool) -> str:
    """The result of a vote that is counted, else what Ja and Nej mean; or the whole of it."""
    if whole:
        return "\n\n".join(found[part] for part in PARTS_OF_A_VOTE if part in found)
    counted = tally(with_list(paragraf, v)) is not None
    return found.get("resultat" if counted else "votering", "") or next(iter(found.values()), "")


def _said_with(id: str, ritning: Ritning) -> str:
    """The record whose sentence tells of one: who is back is told of with who was lost."""
    told = (*ritning.paragraf.rorelser, *ritning.paragraf.rorelser_efter)
    return next((r.id for r in told if r.ater and r.ater.id == id), id)


def _unprinted(post: Post, ritning: Ritning) -> str:
    """What is said about a record that the § does not print as a sentence."""
    match post:
        case Yrkande() if happened(post.atertaget):
            view = motion_view(post, ritning.register)
            return ritning.phrase("tar_tillbaka", view, avsnitt="yrkanden")
        case Forslag():
            return _proposal(post, ritning)
        case Paragraf() if happened(post.klubbslag):
            return "\n\n".join(led.text for led in post.beslut)
        case _:
            title = getattr(post, "titel", "") or getattr(post, "rubrik", "")
            return str(title or getattr(post, "text", ""))


def _proposal(post: Forslag, ritning: Ritning) -> str:
    """A förslag belongs to the sentence of its yrkande; a huvudförslag is named with its text."""
    register: Paragrafregister = ritning.register
    for y in register.paragraf.yrkande:
        if any(s.pa.pa == post.id for s in y.stallning) and post.fran in y.av:
            return ritning.penna.meningar.get(f"yrkande:{y.id}", "")
    if post.slag in VALARENDEN:
        return ritning.phrase("foreslagen", register.target(Mal(pa=post.id)), avsnitt="yrkanden")
    name = ritning.phrase("forslag", register.target(Mal(pa=post.id)), avsnitt="yrkanden")
    words = single(post.text)
    return f"{capitalize(name)}: {words}" if words else f"{capitalize(name)}\n\n{post.text}".strip()
