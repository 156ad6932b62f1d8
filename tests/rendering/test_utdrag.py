"""The extract and the preview: marks, secrecy, names, own wordings, flags."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from protokoll_tui.domain.anteckning import Lydelse
from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.kommun import Person
from protokoll_tui.domain.paragraf import ParagrafSlag
from protokoll_tui.rendering import (
    Dokument,
    Stycke,
    block_text,
    get_writer,
    load_style,
    render_extract,
    render_sections,
    sentence_for,
    writer_names,
)
from protokoll_tui.rendering.omstandigheter import statute
from protokoll_tui.rendering.write_text import document_text
from protokoll_tui.swedish.dates import NBSP
from tests.rendering.exempel import (
    AVSLAG,
    BIFALL,
    KOMMUN,
    full,
    huvud,
    mote,
    paragraf,
    stand,
    yrkande,
)

STIL = load_style("standard")


def marks(dokument: Dokument, roll: str) -> list[str]:
    return [block_text(b) for b in dokument.blocks if isinstance(b, Stycke) and b.roll == roll]


def test_an_extract_before_justering_says_so() -> None:
    assert marks(render_extract(mote(full()), "p-1", KOMMUN, STIL), "markning") == ["EJ JUSTERAT"]


def test_an_omedelbart_justerad_paragraf_says_that_instead() -> None:
    p = paragraf(omedelbart_justerad=True)
    made = render_extract(mote(p), "p-1", KOMMUN, STIL)
    assert marks(made, "markning") == ["Omedelbart justerad"]
    assert made.metadata["justering"] == "omedelbart justerad"


def test_the_preview_shows_what_is_still_waited_for() -> None:
    p = paragraf(forslag=(huvud(),), yrkande=(yrkande("y-1", "ab", stand(BIFALL, "f-h")),))
    text = document_text(render_sections(mote(p), "p-1", KOMMUN, STIL))
    assert "Beslutsgång\n(inte registrerat)" in text
    assert "Beslut\n(inte registrerat)" in text


def test_the_extract_leaves_out_sections_with_nothing_in_them() -> None:
    p = paragraf(yrkande=(yrkande("y-1", "ab", stand(BIFALL)),))
    assert "inte registrerat" not in document_text(render_extract(mote(p), "p-1", KOMMUN, STIL))


@pytest.mark.parametrize("slag", [ParagrafSlag.INFORMATION, ParagrafSlag.UPPROP])
def test_the_preview_waits_for_no_decision_where_none_is_asked_for(slag: ParagrafSlag) -> None:
    made = render_sections(mote(paragraf(slag=slag)), "p-1", KOMMUN, STIL)
    assert marks(made, "oppet") == []


SECRET = mote(replace(full(), sekretess=True, lagrum="18:1"))
LAW = "enligt 18 kap. 1 § offentlighets- och sekretesslagen"
STILAR = ("standard", "nacka")


@pytest.mark.parametrize("publik", [False, True])
@pytest.mark.parametrize("form", writer_names())
@pytest.mark.parametrize("stil", STILAR)
def test_a_secret_paragraf_gives_its_number_and_nothing_else(
    stil: str, form: str, publik: bool
) -> None:
    for render in (render_extract, render_sections):
        made = render(SECRET, "p-1", KOMMUN, load_style(stil), forhandsvisning=False)
        said = get_writer(form).write(made, publik=publik).decode().replace(NBSP, " ")
        said = " ".join(said.split())
        assert f"Paragrafen omfattas av sekretess {LAW}." in said
        assert "§ 118" in said
        for word in ("Anna", "finansiering", "0266", "Beslut"):
            assert word not in said


def test_a_secret_paragraf_is_numbered_once_in_its_neutral_extract() -> None:
    made = render_extract(SECRET, "p-1", KOMMUN, STIL)
    assert document_text(made).count("118") == 1


@pytest.mark.parametrize("form", writer_names())
@pytest.mark.parametrize("stil", STILAR)
def test_a_secret_paragraf_is_whole_and_marked_when_asked_for(stil: str, form: str) -> None:
    made = render_extract(SECRET, "p-1", KOMMUN, load_style(stil), hemligt=True)
    said = get_writer(form).write(made).decode().replace(NBSP, " ")
    said = " ".join(said.split())
    assert f"OMFATTAS AV SEKRETESS {LAW}" in said
    for word in ("Anna Berg", "Gemensam finansiering", "0266", "Beslut", "EJ JUSTERAT"):
        assert word in said


def test_the_mark_is_all_that_a_whole_secret_extract_has_beside_an_open_one() -> None:
    open_one = render_extract(mote(full()), "p-1", KOMMUN, STIL)
    made = render_extract(SECRET, "p-1", KOMMUN, STIL, hemligt=True)
    added = [b for b in made.blocks if b not in open_one.blocks]
    assert [block_text(b).replace(NBSP, " ") for b in added] == [f"OMFATTAS AV SEKRETESS {LAW}"]
    assert [b for b in made.blocks if b not in added] == list(open_one.blocks)
    assert made.metadata == {**open_one.metadata, "sekretess": statute("18:1")}


def test_secrecy_without_a_law_is_marked_all_the_same() -> None:
    state = mote(replace(full(), sekretess=True))
    made = render_extract(state, "p-1", KOMMUN, STIL, hemligt=True)
    assert marks(made, "markning") == ["OMFATTAS AV SEKRETESS", "EJ JUSTERAT"]
    assert made.metadata["sekretess"] == "ja"


def test_an_open_paragraf_is_the_same_with_and_without_what_is_secret() -> None:
    whole = render_extract(mote(full()), "p-1", KOMMUN, STIL, hemligt=True)
    assert whole == render_extract(mote(full()), "p-1", KOMMUN, STIL)


def test_a_person_has_the_party_only_the_first_time() -> None:
    text = " ".join(document_text(render_sections(mote(full()), "p-1", KOMMUN, STIL)).split())
    assert text.count("Bo Ek (-)") == 1
    assert text.count("Bo Ek") > 2


def test_two_persons_of_one_name_keep_their_parties() -> None:
    twin = Person(sig="tv", namn="Anna Berg", parti="C")
    kommun = replace(KOMMUN, person=(*KOMMUN.person, twin))
    p = paragraf(yrkande=(yrkande("y-1", "ab", stand(AVSLAG)), yrkande("y-2", "ab", stand(BIFALL))))
    assert sentence_for(mote(p), "y-2", kommun, STIL).startswith("Anna Berg (M) yrkar")


def test_a_style_can_print_the_party_every_time() -> None:
    stil = replace(STIL, parti_vid_forsta_omnamnande=False)
    p = paragraf(yrkande=(yrkande("y-1", "ab", stand(AVSLAG)), yrkande("y-2", "ab", stand(BIFALL))))
    assert sentence_for(mote(p), "y-2", KOMMUN, stil).startswith("Anna Berg (M) yrkar")


def test_an_unknown_signature_is_printed_and_flagged_once() -> None:
    p = paragraf(yrkande=(yrkande("y-1", "zz", stand(AVSLAG)), yrkande("y-2", "zz", stand(BIFALL))))
    made = render_extract(mote(p), "p-1", KOMMUN, STIL)
    assert "zz yrkar avslag på förslaget." in document_text(made)
    assert [(f.slag, f.nyckel) for f in made.flaggor] == [("okänd person", "zz")]


def test_a_pointer_at_nothing_is_flagged() -> None:
    p = paragraf(yrkande=(yrkande("y-1", "ab", stand(AVSLAG, "f-borta")),))
    made = render_extract(mote(p), "p-1", KOMMUN, STIL)
    assert [(f.slag, f.nyckel) for f in made.flaggor] == [("okänt mål", "f-borta")]


def worded(ersatter: str) -> Dokument:
    own = Lydelse(id="l-1", av="yrkande:y-1", text="Anna säger nej.", ersatter=ersatter)
    p = paragraf(yrkande=(yrkande("y-1", "ab", stand(AVSLAG)),), lydelse=(own,))
    return render_extract(mote(p), "p-1", KOMMUN, STIL)


def test_an_own_wording_takes_the_place_of_the_sentence() -> None:
    made = worded("Anna Berg (M) yrkar avslag på förslaget.")
    assert "Anna säger nej." in document_text(made)
    assert "yrkar avslag" not in document_text(made)
    assert made.flaggor == ()


def test_an_own_wording_is_flagged_with_both_texts_when_its_data_has_changed() -> None:
    (flagga,) = worded("Anna Berg (M) yrkar bifall till förslaget.").flaggor
    assert (flagga.da, flagga.nu) == (
        "Anna Berg (M) yrkar bifall till förslaget.",
        "Anna Berg (M) yrkar avslag på förslaget.",
    )


def test_an_own_wording_of_a_sentence_that_is_gone_is_flagged() -> None:
    own = Lydelse(id="l-1", av="yrkande:y-9", text="Bo säger ja.", ersatter="x")
    made = render_extract(mote(paragraf(lydelse=(own,))), "p-1", KOMMUN, STIL)
    assert [f.nyckel for f in made.flaggor] == ["yrkande:y-9"]


def test_the_sentence_of_a_record_is_the_one_in_the_document() -> None:
    state = mote(full())
    made = render_sections(state, "p-1", KOMMUN, STIL)
    by_key = {b.nyckel: block_text(b) for b in made.blocks if b.nyckel}
    for key, text in by_key.items():
        if key.partition(":")[0] in ("yrkande", "fraga", "reservation", "jav", "yttrande"):
            assert sentence_for(state, key.partition(":")[2], KOMMUN, STIL) == text


def test_the_generated_sentence_can_be_had_beside_the_own_wording() -> None:
    own = Lydelse(id="l-1", av="yrkande:y-1", text="Anna säger nej.", ersatter="")
    state = mote(paragraf(yrkande=(yrkande("y-1", "ab", stand(AVSLAG)),), lydelse=(own,)))
    assert sentence_for(state, "y-1", KOMMUN, STIL) == "Anna säger nej."
    generated = sentence_for(state, "y-1", KOMMUN, STIL, egen=False)
    assert generated == "Anna Berg (M) yrkar avslag på förslaget."


def test_a_record_without_a_sentence_gives_what_it_is_called() -> None:
    state = mote(full())
    assert sentence_for(state, "h-1", KOMMUN, STIL) == "Tjänsteskrivelse den 3 juni 2031"
    assert sentence_for(state, "finns-inte", KOMMUN, STIL) == ""


def test_a_yrkande_taken_back_is_not_printed() -> None:
    gone = replace(yrkande("y-1", "ab", stand(AVSLAG)), atertaget=True)
    assert "Anna" not in document_text(
        render_extract(mote(paragraf(yrkande=(gone,))), "p-1", KOMMUN, STIL)
    )


def test_rendering_loads_neither_the_screen_nor_heavy_formats() -> None:
    code = (
        "import sys, protokoll_tui.rendering as r; r.get_writer('txt'); "
        "print([m for m in ('textual', 'tomlkit', 'typst', 'docx') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_what_a_user_typed_is_bound_where_it_is_shown_and_kept_as_typed() -> None:
    typed = "Kommunstyrelsen anvisar 1 250 000 kronor enligt 11 kap. 5 § den 3 juni"
    state = mote(paragraf(rubrik="Anslag 800 000 kronor", beslut=(Led(id="b-1", text=typed),)))
    made = render_extract(state, "p-1", KOMMUN, STIL)
    assert NBSP not in sentence_for(state, "b-1", KOMMUN, STIL)
    shown = document_text(made, width=20)
    for whole in ("1 250 000 kronor", "11 kap. 5 §", "3 juni", "800 000 kronor"):
        assert whole.replace(" ", NBSP) in shown
