"""Whatever is typed or stands in the file: kept, shown as it is, and never taken for anything."""

from __future__ import annotations

import errno
import html
import json
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from protokoll_tui.domain.clean import clean
from protokoll_tui.errors import ProtokollError
from protokoll_tui.rendering import get_writer
from protokoll_tui.services.session import Clock, Session
from protokoll_tui.storage.errors import FelKodning, TrasigFil
from protokoll_tui.storage.kommun_file import load_kommun
from protokoll_tui.storage.store import MeetingStore
from tests.services.hand import at, say
from tests.storage.fake_fs import SpyFs

HOSTILE = {
    "markup": "Vi [S] och [bold]M[/bold] säger [/] nej",
    "mall": "{{ 7*7 }} {% raise %} {# bort #} ${x} %s {0}",
    "html": "<b>fet</b> <script>alert('å')</script> &amp; \"citat\"",
    "terminal": "röd\x1b[31m text\x1b]0;titel\x07 slut",
    "noll": "ett\x00två\x08\x7ftre",
    "riktning": "\u202eomvänd\u202c och \u2066isolerad\u2069 \u200bnoll",
    "surrogat": "halv \ud83d bit \udcff",
    "isär": unicodedata.normalize("NFD", "Åke Öberg är på ön"),
    "toml": "slut \"\"\" och \\u0041 och ''' [[paragraf]] nr = 999",
    "snedstreck": "C:\\temp\\ny // inte ett yrkande till \\",
    "långt": ("Ärendet bereds vidare. " * 900).strip(),
    "emoji": "familj 👨‍👩‍👧 och flagga 🇸🇪",
}

FAKE = 'första raden\n[[paragraf]]\nnr = 999\nrubrik = "falsk"\n"""\n[historik]\n'
"""A text of several lines that looks like the file that it lies in."""

TEXT_LINES = [
    "no : {}",
    "fr arbetsutskottet : {}",
    "bi ab : {}",
    "av ab : {}",
    "än ab p2 : {}",
    "ti ab : {}",
    "ny ab : {}",
    "åt ab >socialnämnden : {}",
    "bo ab 2/9 : {}",
    "re ab >socialnämnden : {}",
    "aj ab : {}",
    "be : {}",
    "di pk : {}",
    "rs ab : {}",
    "an ab : {}",
    "an ab nekad : {}",
    "sy ab : {}",
    "ru : {}",
    "är KS 2031/0300 : {}",
    "{}",
]
"""Every way to write a text of one's own."""

PRINTED = ["be : {}", "an ab : {}", "av ab : {}", "ny ab : {}", "rs ab : {}", "sy ab : {}"]
"""Those whose words stand in the extract."""


def reopened(session: Session) -> Session:
    session.close()
    return Session.open(session.store.path, read_only=True)


QUOTES = str.maketrans("\"'’", "”””")
"""The style sets quotation marks inside a quotation: any of them counts as the same."""


def one_line(text: str) -> str:
    return " ".join(clean(text).replace("\u00a0", " ").split())


def quoted(text: str) -> str:
    return one_line(text).translate(QUOTES)


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_every_text_is_recorded_and_reads_back_the_same(session: Session, kind: str) -> None:
    for nr, line in enumerate(TEXT_LINES):
        last, besked = session.record(line.format(HOSTILE[kind]), at(session, 115 + nr % 8).id)
        assert besked and besked.taken, line
        assert last.tolkning.handelser
    again = reopened(session)
    assert again.state == session.state
    assert again.notices() == ()
    assert [p.nr for p in again.state.paragraf][:14] == list(range(112, 126))


def test_a_text_that_looks_like_the_file_stays_a_text(session: Session) -> None:
    for line in ("an ab : {}", "be : {}", "ny ab : {}", "no : {}"):
        say(session, 118, line.format(FAKE))
    again = reopened(session)
    assert again.state == session.state
    assert len(again.state.paragraf) == 14
    assert at(again, 118).anteckning[0].text == FAKE.strip()


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_what_is_kept_is_clean_and_nothing_else_is_taken_away(session: Session, kind: str) -> None:
    text = HOSTILE[kind]
    say(session, 118, f"be : {text}", f"no : {text}")
    p = at(session, 118)
    assert p.beslut[0].text == p.notering[0].text == clean(text).strip()
    kept = p.beslut[0].text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e]", kept)
    assert unicodedata.is_normalized("NFC", kept)


@pytest.mark.parametrize("kind", sorted(set(HOSTILE) - {"långt"}))
@pytest.mark.parametrize("line", PRINTED)
def test_the_extract_holds_the_words_literally_in_every_format(
    session: Session, kind: str, line: str
) -> None:
    wanted = quoted(HOSTILE[kind])
    say(session, 118, "bi hä", line.format(HOSTILE[kind]))
    if not line.startswith("be"):
        say(session, 118, "pr f1", "be f1")
    dokument = session.extract(at(session, 118).id)
    assert wanted in quoted(get_writer("txt").write(dokument).decode("utf-8"))
    page = get_writer("html").write(dokument).decode("utf-8")
    words = html.unescape(re.sub(r"<[^<>]*>", "", page.partition("<body>")[2]))
    assert wanted in quoted(words)
    assert "<script" not in page and "49" not in page.partition("<body>")[2].replace("149", "")
    plain = json.loads(get_writer("json").write(dokument))
    assert wanted in quoted("".join(strings(plain["block"])))


def strings(plain: object) -> Iterator[str]:
    """The words of a JSON document, without names of records."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, list):
        for part in plain:
            yield from strings(part)
    elif isinstance(plain, dict):
        for key, value in plain.items():
            if key in {"text", "t", "lista", "listor", "tabell"}:
                yield from strings(value)


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_a_name_or_receiver_of_any_kind_is_kept_as_written(session: Session, kind: str) -> None:
    text = HOSTILE[kind][:200]
    for line in (f"av {text}", f"åt ab >{text}", f"bi ab +{text}", f"fr {text} : ja", f"är {text}"):
        _, besked = session.record(line, at(session, 118).id)
        assert besked is None or besked.taken
    assert reopened(session).state == session.state


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_own_wordings_and_corrections_take_any_text(session: Session, kind: str) -> None:
    text = HOSTILE[kind]
    say(session, 118, "av ab", f"ly y1 : {text}", f"rä y1 av ab : {text}", "an ab : x")
    say(session, 118, f"rä a1 an cd : {text}", f"ly a1 : {text}")
    p = at(session, 118)
    assert p.lydelse[0].text == p.anteckning[0].text == clean(text).strip()
    assert reopened(session).state == session.state


def test_a_half_typed_line_of_any_kind_comes_back(session: Session) -> None:
    for text in HOSTILE.values():
        session.save_draft(text, at(session, 118).id)
        draft = session.load_draft()
        assert draft and one_line(draft[0]) == one_line(text)
    session.clear_draft()
    assert session.load_draft() is None


# The file


def test_a_broken_file_is_told_with_its_row_and_is_not_touched(
    meeting_file: Path, clock: Clock
) -> None:
    text = meeting_file.read_text(encoding="utf-8")
    meeting_file.write_text(text.replace('organ = "ks"', "organ = ks", 1), encoding="utf-8")
    before = meeting_file.read_bytes()
    with pytest.raises(TrasigFil) as caught:
        Session.open(meeting_file, clock)
    row = text[: text.index('organ = "ks"')].count("\n") + 1
    assert caught.value.rad == row
    assert f"rad {row}" in str(caught.value)
    assert meeting_file.read_bytes() == before


def test_a_file_broken_after_it_was_saved_is_shown_as_it_last_was_whole(
    meeting_file: Path, clock: Clock
) -> None:
    session = Session.open(meeting_file, clock)
    say(session, 118, "av ab")
    session.close()
    meeting_file.write_bytes(meeting_file.read_bytes() + b"\nslut = = =\n")
    broken = meeting_file.read_bytes()
    again = Session.open(meeting_file, clock)
    assert at(again, 118).yrkande == at(session, 118).yrkande
    words, wrong = again.saving()
    assert wrong and "ENBART LÄSNING" in words
    _, besked = again.record("bi hä", at(again, 118).id)
    assert besked and not besked.taken and besked.text
    again.close()
    assert meeting_file.read_bytes() == broken


def test_a_file_in_another_encoding_names_the_byte(meeting_file: Path, clock: Clock) -> None:
    data = meeting_file.read_text(encoding="utf-8").encode("latin-1", "replace")
    meeting_file.write_bytes(data)
    with pytest.raises(FelKodning) as caught:
        Session.open(meeting_file, clock)
    assert data[caught.value.byte] > 127
    assert "UTF-8" in str(caught.value)
    assert meeting_file.read_bytes() == data


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_byte_order_mark_and_windows_line_ends_are_read(
    meeting_file: Path, clock: Clock, line_end: str
) -> None:
    plain = Session.open(meeting_file, clock)
    state = plain.state
    plain.close()
    text = meeting_file.read_text(encoding="utf-8").replace("\n", line_end)
    meeting_file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    session = Session.open(meeting_file, clock)
    assert session.state == state
    say(session, 118, "av ab")
    assert reopened(session).state == session.state


def test_keys_and_comments_that_we_do_not_know_survive_every_save(
    meeting_file: Path, clock: Clock
) -> None:
    text = meeting_file.read_text(encoding="utf-8")
    text = text.replace('organ = "ks"', 'organ = "ks"\nstreaming = "https://x"  # egen', 1)
    text = text.replace("nr = 118\n", 'nr = 118\nfarg = ["röd", 7]\n# fråga Anna först\n', 1)
    meeting_file.write_text(text, encoding="utf-8")
    session = Session.open(meeting_file, clock)
    say(session, 118, "av ab", "be : klart")
    say(session, 119, "av ab")
    session.undo()
    saved = meeting_file.read_text(encoding="utf-8")
    for kept in ('streaming = "https://x"  # egen', "farg =", '"röd", 7', "# fråga Anna först"):
        assert kept in saved
    assert dict(at(session, 118).okant) == {"farg": ["röd", 7]}


def test_a_value_that_cannot_be_read_is_told_with_its_place_and_stays(
    meeting_file: Path, clock: Clock
) -> None:
    text = meeting_file.read_text(encoding="utf-8")
    meeting_file.write_text(text.replace("nr = 118\n", 'nr = 118\nslag = "fest"\n', 1), "utf-8")
    session = Session.open(meeting_file, clock)
    told = [text for text in session.notices() if "fest" in text]
    assert len(told) == 1 and "§ 118" in told[0]
    say(session, 118, "av ab")
    assert 'slag = "fest"' in meeting_file.read_text(encoding="utf-8")


def test_a_signature_that_is_in_no_roster_is_shown_as_written(
    meeting_file: Path, clock: Clock
) -> None:
    session = Session.open(meeting_file, clock)
    say(session, 118, "av ab")
    session.close()
    text = meeting_file.read_text(encoding="utf-8").replace('av = ["ab"]', 'av = ["xq"]')
    meeting_file.write_text(text, encoding="utf-8")
    session = Session.open(meeting_file, clock)
    assert any(row.text.endswith("xq") for row in session.guide(at(session, 118).id).poster)
    page = get_writer("txt").write(session.extract(at(session, 118).id)).decode("utf-8")
    assert "xq yrkar avslag" in one_line(page)


def test_without_a_roster_the_meeting_opens_and_says_so(meeting_file: Path, clock: Clock) -> None:
    (meeting_file.parent / "kommun.toml").unlink()
    session = Session.open(meeting_file, clock)
    assert any("kommun.toml" in text for text in session.notices())
    last = say(session, 118, "av ab")
    assert at(session, 118).yrkande[0].av
    assert last.mening


def test_a_broken_roster_is_told_and_stops_nothing(meeting_file: Path, clock: Clock) -> None:
    (meeting_file.parent / "kommun.toml").write_text("namn = \n", encoding="utf-8")
    session = Session.open(meeting_file, clock)
    assert any("kommun.toml" in t and "sina signaturer" in t for t in session.notices())
    say(session, 118, "av ab")
    assert reopened(session).state == session.state


# Where it cannot be saved


class FullDisk:
    """A disk that is full where a path begins with ``place``, while ``full`` is set."""

    def __init__(self, place: Path | None = None) -> None:
        self.place = str(place or "")
        self.full = False

    def __call__(self, call: str, path: str) -> int:
        changes = call in {"create", "append", "write", "replace"}
        return errno.ENOSPC if self.full and changes and path.startswith(self.place) else 0


def opened(path: Path, clock: Clock, disk: FullDisk) -> Session:
    store = MeetingStore.open(path, "Anna", clock=clock, fs=SpyFs(disk))
    return Session(store, load_kommun(path).kommun, clock=clock)


def test_a_meeting_whose_folder_is_full_is_kept_in_the_queue_and_told(
    meeting_file: Path, clock: Clock
) -> None:
    disk = FullDisk(meeting_file.parent)
    session = opened(meeting_file, clock, disk)
    say(session, 118, "av ab")
    disk.full = True
    _, besked = session.record("bi hä", at(session, 118).id)
    assert besked and besked.taken
    words, wrong = session.saving()
    assert wrong and words.startswith("SPARAT LOKALT") and "Disken är full" in words
    assert len(at(session, 118).yrkande) == 2
    disk.full = False
    assert session.look()
    assert session.saving() == ("sparat 15.38.20", False)
    assert reopened(session).state == session.state


def test_what_waited_when_the_program_died_is_there_the_next_time(
    meeting_file: Path, clock: Clock
) -> None:
    disk = FullDisk(meeting_file.parent)
    session = opened(meeting_file, clock, disk)
    disk.full = True
    say(session, 118, "av ab", "an ab : Vi återkommer.")
    session.close()
    again = Session.open(meeting_file, clock)
    assert again.state == session.state
    assert any("är nu införd" in text for text in again.notices())
    assert reopened(again).state == session.state


def test_two_changes_of_the_same_place_are_both_shown(meeting_file: Path, clock: Clock) -> None:
    disk = FullDisk(meeting_file.parent)
    session = opened(meeting_file, clock, disk)
    say(session, 118, "be : Ett.")
    text = meeting_file.read_text(encoding="utf-8")
    assert 'text = "Ett."' in text
    disk.full = True
    say(session, 118, "ly b1 : Två.")
    meeting_file.write_text(text.replace('text = "Ett."', 'text = "Tre."'), encoding="utf-8")
    disk.full = False
    assert session.look()
    (conflict,) = session.conflicts()
    assert {conflict.har, conflict.dar} == {"Två.", "Tre."}
    assert conflict.plats.startswith("§ 118")
    assert conflict.har == at(session, 118).beslut[0].text


def test_when_nothing_can_be_written_anywhere_that_is_what_is_said(
    meeting_file: Path, clock: Clock
) -> None:
    disk = FullDisk()
    session = opened(meeting_file, clock, disk)
    disk.full = True
    _, besked = session.record("av ab", at(session, 118).id)
    words, wrong = session.saving()
    assert wrong and words.startswith("EJ SPARAT") and "ctrl+s" in words
    assert besked and besked.text
    assert at(session, 118).yrkande
    disk.full = False
    told = session.retry()
    assert told and told.taken and told.text == "Sparat."
    assert reopened(session).state == session.state


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the system refuses root nothing"
)
def test_a_folder_that_may_not_be_written_is_read_and_said(
    meeting_file: Path, clock: Clock
) -> None:
    meeting_file.parent.chmod(0o500)
    try:
        session = Session.open(meeting_file, clock)
        assert any("kan inte skrivas" in text for text in session.notices())
        _, besked = session.record("av ab", at(session, 118).id)
        words, wrong = session.saving()
        assert besked and besked.taken
        assert wrong and "SPARAT LOKALT" in words
    finally:
        meeting_file.parent.chmod(0o700)


def test_a_write_protected_file_is_opened_for_reading(meeting_file: Path, clock: Clock) -> None:
    before = meeting_file.read_bytes()
    meeting_file.chmod(0o400)
    session = Session.open(meeting_file, clock)
    words, wrong = session.saving()
    assert wrong and "ENBART LÄSNING" in words
    _, besked = session.record("av ab", at(session, 118).id)
    assert besked and not besked.taken
    assert meeting_file.read_bytes() == before


def test_every_error_shown_is_one_that_the_user_is_meant_to_read(tmp_path: Path) -> None:
    for path in (tmp_path / "saknas.toml", tmp_path):
        with pytest.raises(ProtokollError) as caught:
            Session.open(path)
        assert str(caught.value).endswith(".")
