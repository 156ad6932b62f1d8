"""A real § typed in by keys comes out in its municipality's style, word for word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual.widgets import Input, TextArea

from protokoll_tui.rendering import Dokument, Rubrik, Stycke, block_text
from protokoll_tui.services.session import Session
from protokoll_tui.tui.screens.arende import ArendeScreen
from tests.real.seed import (
    HEADINGS,
    Seed,
    read_note,
    read_seed,
    read_treatments,
    read_yrkande,
    words,
)
from tests.tui.hand import Hand, app_for, settle

KEYS_ALLOWED = 60


def signatures(names: list[str]) -> dict[str, str]:
    """A signature for each name: the initials."""
    return {name: "".join(part[0] for part in name.split()).lower() for name in names}


def write_municipality(folder: Path, seed: Seed) -> dict[str, str]:
    """A roster with the persons that the text names, and an agenda of one number."""
    yrkande, note = read_yrkande(seed), read_note(seed)
    party = {yrkande.mover: "", note.who: note.party, **dict(yrkande.supporters)}
    sigs = signatures(list(party))
    assert len(set(sigs.values())) == len(sigs)
    rows = [
        'namn = "Nacka kommun"\nstil = "nacka"\n',
        '[[organ]]\nid = "ks"\nnamn = "kommunstyrelsen"\nslag = "nämnd"\n',
        f'[[parti]]\nkod = "{note.party}"\nnamn = "{note.group}"\n',
    ]
    for name, sig in sigs.items():
        rows.append(f'[[person]]\nsig = "{sig}"\nnamn = "{name}"\nparti = "{party[name]}"\n')
        rows.append(f'[[mandat]]\nperson = "{sig}"\norgan = "ks"\nroll = "ledamot"\n')
    (folder / "kommun.toml").write_text("\n".join(rows), encoding="utf-8")
    (folder / "ks.toml").write_text(
        'format = 1\nid = "m-prövar"\norgan = "ks"\ndatum = 2019-06-17\n', encoding="utf-8"
    )
    return sigs


async def write_item(pilot_hand: Hand, seed: Seed) -> None:
    """Write the item on its sheet, long texts pasted."""
    pilot = pilot_hand.pilot
    await pilot.press("f9")
    await pilot.pause()
    sheet = pilot.app.screen
    assert isinstance(sheet, ArendeScreen)
    sheet.query_one("#dnr", Input).value = seed.dnr
    sheet.query_one("#rubrik", Input).value = seed.rubrik
    sheet.query_one("#forsta", Input).value = str(seed.nr)
    treatments = "\n".join(f"# {head}\n{text}" for head, text in read_treatments(seed))
    for name, text in (
        ("arende", arende_text(seed)),
        ("handling", "\n".join(seed.sections["Handlingar i ärendet"])),
        ("tidigare", treatments),
    ):
        sheet.query_one(f"#{name}", TextArea).focus()
        await pilot.pause()
        await pilot_hand.paste(text)
    await pilot.click("#numrera")
    await pilot.pause()
    await pilot.press("escape")
    await settle(pilot)


def arende_text(seed: Seed) -> str:
    """The item's text; the three lines after "av:" are its list, whose bullets were torn off."""
    lines = [line for line in seed.sections["Ärende"] if line != "•"]
    at = lines.index("av:") + 1
    items = "\n".join(f"- {line}" for line in lines[at : at + 3])
    return f"{chr(10).join(lines[:at])}\n{items}\n\n{chr(10).join(lines[at + 3 :])}"


def sections_of(dokument: Dokument) -> dict[str, list[str]]:
    """The words of each section of a document, by heading."""
    found: dict[str, list[str]] = {}
    current = ""
    for block in dokument.blocks:
        text = block_text(block)
        if isinstance(block, Rubrik) and text in HEADINGS:
            current = text
            found[current] = []
        elif current and not (isinstance(block, Stycke) and block.roll == "sidfot"):
            found[current] += words(text)
    return found


async def record_meeting(hand: Hand, seed: Seed, sigs: dict[str, str]) -> None:
    """The procedure: yrkande, four supporters, finding, decision, note."""
    yrkande, note = read_yrkande(seed), read_note(seed)
    joined = " ".join(sigs[name] for name, _ in yrkande.supporters)
    await hand.type(f"av {sigs[yrkande.mover]} +{joined} : ")
    await hand.paste(yrkande.words)
    await hand.enter()
    for _ in ("finding", "decision"):
        await hand.enter()
        await hand.enter()
    await hand.type(f"an {sigs[note.who]} {note.party} : ")
    await hand.paste(note.words)
    await hand.enter()


async def test_paragraph_218_is_recorded_by_keys_and_its_extract_equals_the_source(
    tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    seed = read_seed()
    sigs = write_municipality(tmp_path, seed)
    session = Session.open(tmp_path / "ks.toml", clock)
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        await write_item(Hand(pilot), seed)
        hand = Hand(pilot)
        await record_meeting(hand, seed, sigs)
        assert hand.keys <= KEYS_ALLOWED
    session.close()

    again = Session.open(tmp_path / "ks.toml", clock)
    dokument = again.extract(again.state.paragraf[0].id)
    assert sections_of(dokument) == {
        heading: words(" ".join(lines)) for heading, lines in seed.sections.items()
    }
    head = [word for b in dokument.blocks if isinstance(b, Rubrik) for word in words(block_text(b))]
    expected = words(f"§ {seed.nr} {seed.dnr} {seed.rubrik}")
    assert head[head.index("§") :][: len(expected)] == expected
    assert not dokument.flaggor


def test_all_five_earlier_treatments_and_ten_papers_are_in_the_source_facts() -> None:
    seed = read_seed()
    assert len(read_treatments(seed)) == 5
    assert len(seed.sections["Handlingar i ärendet"]) == 10
