"""Lines to statements, as the grammar says."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date, time

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.quickline import VERBS, Inmatning, Kontext, Ref, Verb, parse, print_line
from protokoll_tui.quickline.ordval import MODIFIERS
from protokoll_tui.quickline.rostrad import Rostsida
from protokoll_tui.quickline.valrad import Valrad, Valsiffra
from protokoll_tui.quickline.verbs import AFTER_NAME
from tests.quickline.people import S_GROUP, p, read, words

Line = Inmatning
AB = p("ab")


def election(*sigs: str, uppdrag: str = "") -> Inmatning:
    return Line("va", val=Valrad(p(*sigs), uppdrag))


BALLOT = Valrad(
    siffror=(
        Valsiffra("valsedlar", 39),
        Valsiffra("röster", 20, AB[0]),
        Valsiffra("röster", 16, p("cd")[0]),
        Valsiffra("blanka", 2),
        Valsiffra("ogiltiga", 1),
    )
)

TABLE: dict[str, Inmatning] = {
    # yrkanden
    "bi ab": Line("bi", av=AB),
    "av ab +cd ef": Line("av", av=AB, stod=p("cd", "ef")),
    "av ab cd +ef": Line("av", av=p("ab", "cd"), stod=p("ef")),
    "av ab : med hänvisning till kostnaden": Line(
        "av", av=AB, text="med hänvisning till kostnaden"
    ),
    "bi ab f2 p1,3": Line("bi", av=AB, ref=(Ref("f", 2),), punkter=(1, 3)),
    "bi ab p1-3": Line("bi", av=AB, punkter=(1, 2, 3)),
    "bi ab p3-1 p3,5": Line("bi", av=AB, punkter=(1, 2, 3, 5)),
    "än ab p2 : ny lydelse": Line("än", av=AB, punkter=(2,), text="ny lydelse"),
    "ti ab : text": Line("ti", av=AB, text="text"),
    "ny ab : eget": Line("ny", av=AB, text="eget"),
    "åt ab 1h >socialnämnden : för att belysa": Line(
        "åt", av=AB, hand=1, mottagare="socialnämnden", text="för att belysa"
    ),
    "åt ab >barn- och utbildningsnämnden +cd": Line(
        "åt", av=AB, mottagare="barn- och utbildningsnämnden", stod=p("cd")
    ),
    "bo ab 2031-09-02": Line("bo", av=AB, datum=date(2031, 9, 2)),
    "bo ab 2/9": Line("bo", av=AB, datum=date(2031, 9, 2)),
    "bo ab 3/2": Line("bo", av=AB, datum=date(2032, 2, 3)),
    "re ab > valnämnden": Line("re", av=AB, mottagare="valnämnden"),
    "aj ab": Line("aj", av=AB),
    "aj 14.05-14.20": Line("aj", tider=(time(14, 5), time(14, 20))),
    "aj 14:05–14:20": Line("aj", tider=(time(14, 5), time(14, 20))),
    "aj 14.05 14.20": Line("aj", tider=(time(14, 5), time(14, 20))),
    "paus 9.30": Line("aj", tider=(time(9, 30),)),
    "aj": Line("aj"),
    # val
    "va ab till ledamot i socialnämnden": election("ab", uppdrag="ledamot i socialnämnden"),
    "va valberedningen föreslår Ada Ek (S), ab >2 ledamöter i nämnden : till och med 2034": Line(
        "va",
        av=words("valberedningen"),
        val=Valrad((*words("Ada Ek (S)"), *AB), "2 ledamöter i nämnden"),
        text="till och med 2034",
    ),
    "va ab >ordförande, efter Cia Dahl t.o.m. 2034-12-31": Line(
        "va", val=Valrad(AB, "ordförande", p("cd")[0]), text="t.o.m. 2034-12-31"
    ),
    "va ab befrias från uppdraget som ordförande i nämnden": replace(
        election("ab", uppdrag="ordförande i nämnden"), ord=("avgår",)
    ),
    "va vakant >ersättare": replace(election(uppdrag="ersättare"), ord=("vakant",)),
    "va sluten": Line("va", ord=("sluten",)),
    "va ny omgång": Line("va", ord=("ny",)),
    "va lotten faller på cd": Line("va", ord=("lott",), val=Valrad(p("cd"))),
    "va lott f2": Line("va", ord=("lott",), ref=(Ref("f", 2),)),
    "va proportionellt 9-51": Line(
        "va",
        ord=("proportionellt",),
        val=Valrad(siffror=(Valsiffra("begärt", 9), Valsiffra("närvarande", 51))),
    ),
    "va 39 ab 20 cd 16 blanka 2 ogiltiga 1": Line("va", val=BALLOT),
    "va 39 valsedlar ab fick 20 röster, cd 16 röster, 2 blanka och 1 ogiltig": Line(
        "va", val=BALLOT
    ),
    "va f1 20 f2 16": Line(
        "va",
        val=Valrad(
            siffror=(
                Valsiffra("röster", 20, lista=Ref("f", 1)),
                Valsiffra("röster", 16, lista=Ref("f", 2)),
            )
        ),
    ),
    # omröstning
    "om": Line("om"),
    "om ab": Line("om", av=AB),
    "om 8-5": Line("om", roster=(Rostsida("ja", 8), Rostsida("nej", 5))),
    "omröstning 40–38 avstår 3 bilaga 7": Line(
        "om",
        roster=(Rostsida("ja", 40), Rostsida("nej", 38), Rostsida("avstår", 3)),
        bilaga="7",
    ),
    "om ja S nej ab, cd avst ef": Line(
        "om",
        roster=(
            Rostsida("ja", vem=(S_GROUP,)),
            Rostsida("nej", vem=p("ab", "cd")),
            Rostsida("avstår", vem=p("ef")),
        ),
    ),
    "om ab ja alla nej cd": Line(
        "om", av=AB, roster=(Rostsida("ja", alla=True), Rostsida("nej", vem=p("cd")))
    ),
    "om ja 8 ab frånvarande 2 tomma 1": Line(
        "om",
        roster=(
            Rostsida("ja", 8, p("ab")),
            Rostsida("frånvarande", 2),
            Rostsida("tom plats", 1),
        ),
    ),
    "om deltar inte ab": Line("om", roster=(Rostsida("deltar inte", vem=AB),)),
    "om q2 ny omvänt": Line("om", ref=(Ref("q", 2),), ord=("ny", "omvänt")),
    "om utslagsröst ja : skäl": Line(
        "om", ord=("utslagsröst",), roster=(Rostsida("ja"),), text="skäl"
    ),
    "pr ordning parvis y2": Line("pr", ref=(Ref("y", 2),), ord=("ordning", "parvis")),
    "pr y2 vägras : nytt ärende": Line(
        "pr", ref=(Ref("y", 2),), ord=("vägras",), text="nytt ärende"
    ),
    "be >kf p2": Line("be", mottagare="kf", punkter=(2,)),
    "be 119-120 : text": Line("be", nr=120, fran_nr=119, text="text"),
    # support
    "in y1 cd ef": Line("in", ref=(Ref("y", 1),), stod=p("cd", "ef")),
    "in y1 +cd": Line("in", ref=(Ref("y", 1),), stod=p("cd")),
    "+cd ef": Line("in", stod=p("cd", "ef")),
    "+S": Line("in", stod=(S_GROUP,)),
    "-cd": Line("in", bort=p("cd")),
    "in y2 -cd +ef": Line("in", ref=(Ref("y", 2),), stod=p("ef"), bort=p("cd")),
    "av ab +alla": Line("av", av=AB, stod=p("cd", "ef", "zz")),
    "av ab +S": Line("av", av=AB, stod=(S_GROUP,)),
    "av S": Line("av", av=(S_GROUP,)),
    "av ab +ab cd cd": Line("av", av=AB, stod=p("cd")),
    "av f2 f3 y4 ab : x": Line("av", av=AB, ref=(Ref("f", 2), Ref("f", 3), Ref("y", 4)), text="x"),
    "bi y1 y2 ab": Line("bi", av=AB, ref=(Ref("y", 1), Ref("y", 2))),
    "ti ab f2 : x": Line("ti", av=AB, ref=(Ref("f", 2),), text="x"),
    "bo ab p2": Line("bo", av=AB, punkter=(2,)),
    "tb y1": Line("tb", ref=(Ref("y", 1),)),
    "tb ab": Line("tb", av=AB),
    # the matter and its decision
    "fr arbetsutskottet : 1. Planen antas.": Line(
        "fr", av=words("arbetsutskottet"), text="1. Planen antas."
    ),
    "fr kommunens egna ombud : x": Line("fr", av=words("kommunens egna ombud"), text="x"),
    "fr ab : x": Line("fr", av=AB, text="x"),
    "fr": Line("fr"),
    "öv": Line("öv"),
    "pr f1": Line("pr", ref=(Ref("f", 1),)),
    "pr y2 ensam": Line("pr", ref=(Ref("y", 2),), ord=("ensam",)),
    "pr dag": Line("pr", ord=("dag",)),
    "pr åt": Line("pr", ord=("åt",)),
    "pr återremiss": Line("pr", ord=("åt",)),
    "pr bo": Line("pr", ord=("bo",)),
    "pr av f1": Line("pr", ord=("av",), ref=(Ref("f", 1),)),
    "be": Line("be"),
    "be y1": Line("be", ref=(Ref("y", 1),)),
    "be ingen": Line("be", ord=("ingen",)),
    "be : 1. a": Line("be", text="1. a"),
    "di ab p2": Line("di", av=AB, punkter=(2,)),
    "rs ab cd y1": Line("rs", av=p("ab", "cd"), ref=(Ref("y", 1),)),
    "rs ab skriftlig": Line("rs", av=AB, ord=("skriftlig",)),
    "rs ab Aviserad : text": Line("rs", av=AB, ord=("aviserad",), text="text"),
    "an ab : text": Line("an", av=AB, text="text"),
    "an ab S : text": Line("an", av=AB, grupp="S", text="text"),
    "an S : text": Line("an", av=(S_GROUP,), text="text"),
    "an ab nekad : text": Line("an", av=AB, ord=("nekad",), text="text"),
    "sy ab M : text": Line("sy", av=AB, grupp="M", text="text"),
    "oj": Line("oj"),
    "or cd": Line("or", av=p("cd")),
    "up": Line("up"),
    "ru": Line("ru"),
    "ru ab cd": Line("ru", av=p("ab", "cd")),
    # notes, corrections, other items
    "no : fri text": Line("no", text="fri text"),
    "no fri text": Line("no", text="fri text"),
    "no": Line("no", text=""),
    'no "citat" och +plus': Line("no", text='"citat" och +plus'),
    "no : a // av ab": Line("no", text="a // av ab"),
    "är KS 2031/0300 : Rubrik": Line("är", ord=("KS", "2031/0300"), text="Rubrik"),
    "se 18:1": Line("se", ord=("18:1",)),
    "rä y1 av ab +cd": Line("rä", ref=(Ref("y", 1),), nasta=Line("av", av=AB, stod=p("cd"))),
    "rä r2": Line("rä", ref=(Ref("r", 2),)),
    "rä": Line("rä"),
    "rä fel ord": Line("rä", text="fel ord"),
    "fl y1 119": Line("fl", ref=(Ref("y", 1),), nr=119),
    "fl y1 §119": Line("fl", ref=(Ref("y", 1),), nr=119),
    "st a2": Line("st", ref=(Ref("a", 2),)),
    "ly y1 : egna ord": Line("ly", ref=(Ref("y", 1),), text="egna ord"),
    "ly b1 : x": Line("ly", ref=(Ref("b", 1),), text="x"),
    # several stands of one mover
    "åt ab 1h >socialnämnden : för att x // av 2h": Line(
        "åt",
        av=AB,
        hand=1,
        mottagare="socialnämnden",
        text="för att x",
        nasta=Line("av", hand=2),
    ),
    "bi ab f1 // av f2 // ti : mer": Line(
        "bi",
        av=AB,
        ref=(Ref("f", 1),),
        nasta=Line("av", ref=(Ref("f", 2),), nasta=Line("ti", text="mer")),
    ),
    "åt ab // av: därför": Line("åt", av=AB, nasta=Line("av", text="därför")),
    "bi ab :// av": Line("bi", av=AB, text="", nasta=Line("av")),
    "st y3, y4": Line("st", ref=(Ref("y", 3), Ref("y", 4))),
    "st y3,y4": Line("st", ref=(Ref("y", 3), Ref("y", 4))),
    "bi ab p1,3, +Cia Dahl, ef": Line("bi", av=AB, punkter=(1, 3), stod=p("cd", "ef")),
    "av Zäta, ab": Line("av", av=(*words("Zäta"), *AB)),
    "av Zäta, Zäta Zut": Line("av", av=words("Zäta", "Zäta Zut")),
    'av "Zäta, dotter", ab': Line("av", av=(*words("Zäta, dotter"), *AB)),
    "fr kultur, fritid : x": Line("fr", av=words("kultur, fritid"), text="x"),
    "åt ab >kultur, fritid": Line("åt", av=AB, mottagare="kultur, fritid"),
    "rä y1, y2 av ab": Line("rä", ref=(Ref("y", 1), Ref("y", 2)), nasta=Line("av", av=AB)),
    "rä y1 y2": Line("rä", ref=(Ref("y", 1), Ref("y", 2))),
    "Anna Berg deltar inte i beslutet": Line("di", av=AB),
    "di ab ej p2": Line("di", av=AB, punkter=(2,)),
    "av ab inte": Line("av", av=(*AB, *words("inte"))),
    "Cia Dahl yrkar återremiss till socialnämnden": Line(
        "åt", av=p("cd"), mottagare="socialnämnden"
    ),
    "re ab Till kultur till fritid +cd": Line(
        "re", av=AB, mottagare="kultur till fritid", stod=p("cd")
    ),
    "bi ab till": Line("bi", av=(*AB, *words("till"))),
    "Berg yrkar avslag med hänvisning till ekonomin": Line(
        "av", av=AB, text="med hänvisning till ekonomin"
    ),
    "åt ab till nämnden För att belysa +cd // av 2h eftersom x": Line(
        "åt",
        av=AB,
        mottagare="nämnden",
        text="För att belysa +cd",
        nasta=Line("av", hand=2, text="eftersom x"),
    ),
    "rä y1 av ab eftersom x": Line(
        "rä", ref=(Ref("y", 1),), nasta=Line("av", av=AB, text="eftersom x")
    ),
    'åt ab >"nämnden för att"': Line("åt", av=AB, mottagare="nämnden för att"),
    "åt ab >nämnden för att : x": Line("åt", av=AB, mottagare="nämnden för att", text="x"),
    "Möte för att bifall ab": Line(text="Möte för att bifall ab"),
    "rä y1 åt ab // av": Line("rä", ref=(Ref("y", 1),), nasta=Line("åt", av=AB, nasta=Line("av"))),
    "be : a // av ab": Line("be", text="a // av ab"),
    "av ab : och // eller": Line("av", av=AB, text="och // eller"),
    # who comes, goes, is jävig
    "kl ab": Line("kl", av=AB),
    "kl ab 13.40": Line("kl", av=AB, tider=(time(13, 40),)),
    "kl ab 1340": Line("kl", av=AB, tider=(time(13, 40),)),
    "kl ab 1340-1410": Line("kl", av=AB, tider=(time(13, 40), time(14, 10))),
    "kl ab 120": Line("kl", av=AB, nr=120),
    "kl ab till och med § 120": Line("kl", av=AB, nr=120),
    "kl ab t.o.m. § 120 15.10": Line("kl", av=AB, nr=120, tider=(time(15, 10),)),
    "kl ab 118-120": Line("kl", av=AB, fran_nr=118, nr=120),
    "kl ab cd, ef": Line("kl", av=p("ab", "cd", "ef")),
    "kl ab >cd": Line("kl", av=AB, mottagare="cd"),
    "kl ab >cd 15.10 120": Line("kl", av=AB, mottagare="cd", tider=(time(15, 10),), nr=120),
    "kl ab >Cia Dahl : skäl": Line("kl", av=AB, mottagare="Cia Dahl", text="skäl"),
    "kl ab >-": Line("kl", av=AB, mottagare="-"),
    "kl ab >ingen": Line("kl", av=AB, mottagare="ingen"),
    "kl S går": Line("kl", av=(S_GROUP,), ord=("går",)),
    "kl ab kommer distans": Line("kl", av=AB, ord=("kommer", "distans")),
    "kl ab tappar 14.12": Line("kl", av=AB, ord=("tappar",), tider=(time(14, 12),)),
    "kl ab byter efter >cd": Line("kl", av=AB, ord=("byter", "efter"), mottagare="cd"),
    "Anna Berg går 15.10": Line("kl", av=AB, ord=("går",), tider=(time(15, 10),)),
    "Anna Berg (M) lämnar sammanträdet kl. 15.10": Line(
        "kl", av=AB, ord=("lämnar",), tider=(time(15, 10),)
    ),
    "Anna Berg anländer klockan 13.40 och ersätter Cia Dahl": Line(
        "kl", av=AB, ord=("anländer",), tider=(time(13, 40),), mottagare="Cia Dahl"
    ),
    "Anna Berg går hem": Line("kl", av=AB, ord=("går",)),
    "ab går, ersätts av cd": Line("kl", av=AB, ord=("går",), mottagare="cd"),
    "ab går 15.10, cd ersätter": Line(
        "kl", av=AB, ord=("går",), tider=(time(15, 10),), mottagare="cd"
    ),
    "kl ab går, Cia Dahl träder in": Line("kl", av=AB, ord=("går",), mottagare="cd"),
    "kl ab ersätter": Line("kl", av=(*AB, *words("ersätter"))),
    "jä ab": Line("jä", av=AB),
    "jä ab cd p2,3 >ef": Line("jä", av=p("ab", "cd"), punkter=(2, 3), mottagare="ef"),
    "jä ab +cd": Line("jä", av=p("ab", "cd")),
    "jä ab prövas +cd": Line("jä", av=AB, ord=("prövas",), stod=p("cd")),
    "jä j1 jävig >cd": Line("jä", ref=(Ref("j", 1),), ord=("jävig",), mottagare="cd"),
    "jä j1 inte deltog : skäl": Line("jä", ref=(Ref("j", 1),), ord=("inte", "deltog"), text="skäl"),
    "Anna Berg anmäler jäv": Line("jä", av=AB),
    "Anna Berg är jävig": Line("jä", av=AB),
    "Anna Berg och Cia Dahl är jäviga i ärendet": Line("jä", av=p("ab", "cd")),
    "ab anmäler jäv, cd ersätter": Line("jä", av=AB, mottagare="cd"),
    "Anna Berg är inte jävig": Line(text="Anna Berg är inte jävig"),
    # who else is there, doors, the chair, justering
    "nä Sven Svensson 118-120 : rektor": Line(
        "nä", av=words("Sven Svensson"), fran_nr=118, nr=120, text="rektor"
    ),
    "nä Sven Svensson, rektor": Line("nä", av=words("Sven Svensson", "rektor")),
    "dr": Line("dr"),
    "sl 16.10": Line("sl", tider=(time(16, 10),)),
    "sl 1305-1610": Line("sl", tider=(time(13, 5), time(16, 10))),
    "dr 14.10-14.30": Line("dr", tider=(time(14, 10), time(14, 30))),
    "dr kl. 1410": Line("dr", tider=(time(14, 10),)),
    "my": Line("my"),
    "or cd 120": Line("or", av=p("cd"), nr=120),
    "or cd till § 120": Line("or", av=p("cd"), nr=120),
    "or cd 13.10": Line("or", av=p("cd"), tider=(time(13, 10),)),
    "aj 19/6 13.00": Line("aj", datum=date(2031, 6, 19), tider=(time(13, 0),)),
    "ju ab 118-120 24/6 13.00 >på kansliet": Line(
        "ju",
        av=AB,
        fran_nr=118,
        nr=120,
        datum=date(2031, 6, 24),
        tider=(time(13, 0),),
        mottagare="på kansliet",
    ),
    "ju ab §§ 118–120 >på plan 3 den 24/6 kl 13.00": Line(
        "ju",
        av=AB,
        fran_nr=118,
        nr=120,
        datum=date(2031, 6, 24),
        tider=(time(13, 0),),
        mottagare="på plan 3",
    ),
    "ru cd -ab": Line("ru", av=p("cd"), bort=AB),
    # moving about
    ">": Line("gå", ord=(">",)),
    "<": Line("gå", ord=("<",)),
    "?": Line("gå", ord=("?",)),
    "119>": Line("gå", nr=119),
    "§ 119": Line("gå", nr=119),
    # what is not understood
    "": Line(text=""),
    "   ": Line(text=""),
    "hej på er": Line(text="hej på er"),
    "+": Line("in"),
    ": bara text": Line(text=": bara text"),
    '"': Line(text='"'),
}


@pytest.mark.parametrize(("line", "read_as"), TABLE.items(), ids=list(TABLE))
def test_a_line_says(line: str, read_as: Inmatning) -> None:
    assert read(line) == read_as


def test_the_line_itself_is_kept() -> None:
    assert read("  av ab  ").rad == "av ab"
    assert read("obegripligt").rad == "obegripligt"


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: str(verb.kod))
def test_every_verb_is_read_in_two_letters_in_words_and_in_capitals(verb: Verb) -> None:
    for word in (verb.kod, *verb.ord):
        for typed in (word, word.upper(), word.capitalize()):
            assert read(typed).verb == verb.kod


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: str(verb.kod))
def test_the_example_in_the_help_is_read_with_its_verb(verb: Verb) -> None:
    assert read(verb.exempel).verb == verb.kod


@pytest.mark.parametrize(
    "line", ["av ab +cd", "ab av +cd", "AV ab +cd", "ab avslag + cd", "avslag ab +cd"]
)
def test_the_verb_stands_in_any_place(line: str) -> None:
    assert read(line) == Line("av", av=AB, stod=p("cd"))


def test_a_name_that_fits_two_may_stand_before_what_they_do() -> None:
    assert read("anna bi") == Line("bi", av=words("anna"))
    assert read("anna dahl yrkar avslag") == Line("av", av=(*words("anna"), *p("cd")))
    assert read("Anna Berg (M) yrkar avslag") == Line("av", av=p("ab"))


@pytest.mark.parametrize("verb", sorted(AFTER_NAME))
@pytest.mark.parametrize("who", ["ab", "Anna Berg", "anna berg och cia", "S", "ab y1"])
def test_what_somebody_does_may_follow_who_it_is(verb: str, who: str) -> None:
    assert read(f"{who} {verb}") == read(f"{verb} {who}")
    assert read(f"{who} {verb}").verb == verb


@pytest.mark.parametrize("verb", sorted({v.kod for v in VERBS} - AFTER_NAME))
def test_every_other_verb_counts_as_the_first_word_only(verb: str) -> None:
    assert read(f"ab {verb}") == Line(text=f"ab {verb}")
    assert read(f"y1 {verb} av ab") == Line(text=f"y1 {verb} av ab")


@pytest.mark.parametrize(
    "line",
    [
        "Anna är sjuk",
        "Anna Berg ersätter Cia Dahl",
        "Cia Dahl är inte här",
        "Jag se det på skärmen",
        "Kaffe om ti minuter",
        "Hela gruppen an i morgon",
        "Dörren in till salen är låst",
        "10 av 13 är på plats",
        "ab tycker no att det räcker",
        "Majoriteten yrkar avslag",
        "Anna Berg : lämnar salen och är sjuk",
        "ab no : lämnar salen",
        '"ett byalag" av',
        "a av",
    ],
)
def test_what_is_jotted_down_becomes_no_act(line: str) -> None:
    assert read(line) == Line(text=line)
    assert read(print_line(read(line))) == read(line)


def test_signs_need_no_blanks() -> None:
    assert read("av ab+cd ef") == read("av ab + cd ef")
    assert read("åt ab>nämnden") == read("åt ab > nämnden")


@pytest.mark.parametrize(
    ("line", "verb"),
    [("av ab", "av"), ("än ab", "än"), ("an ab", "an"), ("åt ab", "åt"), ("är x", "är")],
)
def test_swedish_letters_part_the_motions(line: str, verb: str) -> None:
    assert read(line).verb == verb
    assert read(unicodedata.normalize("NFD", line)).verb == verb


@pytest.mark.parametrize("line", ["at ab", "ov", "ra y1", "aterremiss ab", "tillagg ab"])
def test_a_folded_verb_is_no_verb(line: str) -> None:
    assert read(line) == Line(text=line)


@pytest.mark.parametrize("typed", [" : ", ": ", " :"])
def test_free_text_begins_at_a_colon_with_a_blank(typed: str) -> None:
    assert read(f"av ab{typed}klockan 18:30 : se s. 4 +cd").text == "klockan 18:30 : se s. 4 +cd"


def test_a_colon_without_blanks_begins_no_text() -> None:
    assert read("se 18:1").text is None
    assert read("av ab :").text == ""
    assert read("av ab").text is None


def test_line_breaks_in_free_text_are_kept() -> None:
    assert read("be : 1. ett\n2. två\r\n\r\nsist").text == "1. ett\n2. två\n\nsist"


def test_free_text_is_cleaned() -> None:
    assert read("av ab : A\u030a\x1b[31m\u202e!").text == "Å!"


WORDS_OF_THEIR_OWN = {"fr", "är", "se", "no", "rä", "va"}


@pytest.mark.parametrize("verb", sorted({v.kod for v in VERBS} - WORDS_OF_THEIR_OWN))
def test_a_modifier_is_one_for_its_own_verbs_only(verb: str) -> None:
    for word in ("ensam", "dag", "ingen", "skriftlig", "nekad"):
        line = read(f"{verb} {word}")
        own = word in MODIFIERS.get(verb, ())
        assert line.ord == ((word,) if own else ())
        assert (line.av + line.stod) == (() if own else words(word))


@pytest.mark.parametrize(
    ("piece", "verb"),
    [("bi // ", "bi"), ("rä y1 ", "rä"), ("no ", "no"), ("x // ", ""), ('"', ""), ("+cd ", "in")],
)
def test_a_line_without_end_is_read_all_the_same(piece: str, verb: str) -> None:
    found = read(piece * 3000)
    assert found.verb == verb
    assert found.rad == (piece * 3000).strip()
    assert read(print_line(found)) == found


def test_an_empty_meeting_reads_the_same_lines_with_unknown_names() -> None:
    assert parse("av ab", Kontext()) == Line("av", av=(Aktor(ord="ab"),))
