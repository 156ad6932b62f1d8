"""What the services say to a secretary: marks on entries, the guide, receipts. Read as prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protokoll_tui.domain.forslag import ForslagSlag
from protokoll_tui.domain.kommun import Roll
from protokoll_tui.domain.paragraf import ParagrafSlag
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.rostlangd import Beslutsforhet
from protokoll_tui.services import rosttexter
from protokoll_tui.storage.errors import TrasigFil
from protokoll_tui.storage.lock import Upptagen
from protokoll_tui.swedish.lists import join_list

if TYPE_CHECKING:
    from protokoll_tui.checks.fynd import Fynd

OKLART = {
    "saknas": "{om} finns inte i den här paragrafen.",
    "vem": "Skriv vem: signatur eller början av namnet.",
    "vem_instammer": "Skriv vem som instämmer: + och signatur.",
    "vem_ordforande": "Skriv vem som tar över ordförandeskapet: or och signatur.",
    "inget_yrkande": "Det finns inget yrkande här än.",
    "inget_formellt": "Det finns inget yrkande om återremiss eller bordläggning att avgöra.",
    "formellt_forst": "Återremiss eller bordläggning avgörs först: pr dag, pr åt eller pr bo.",
    "inget_forslag": "Det finns inget förslag än: skriv fr och förslaget, eller be : och beslutet.",
    "valj_svar": "Välj vad ordföranden finner: pr f1 för förslaget, pr y1 för yrkandet.",
    "ett_svar": "Ordföranden finner ett svar på varje fråga. Skriv en rad för varje fråga.",
    "vilken_punkt": "Skriv vilken punkt: till exempel pr f1 p2.",
    "flera_beslut": "De blir inte ett beslut av sig själva. Skriv beslutet: be : och texten.",
    "beslut_finns": "Beslutet finns redan. Ändra med ly b1, eller lägg till ett led: be : text.",
    "beslut_text": "Beslutet tar inga namn. Skriv be : och texten.",
    "vilken_post": "Skriv vilken post: till exempel y1, r1 eller a1.",
    "en_post": "En post i taget: skriv en rad för varje.",
    "annat_slag": "Raden blir ett annat slags post. Stryk den gamla (st) och skriv en ny.",
    "ingen_paragraf": "§ {om} finns inte på dagordningen.",
    "vilken_paragraf": "Paragrafens nummer saknas: skriv till exempel fl y1 119.",
    "ratta_hur": "Skriv hur det ska vara: rä y1 och sedan hela raden.",
    "rubrik": "Skriv ärendets rubrik efter kolon.",
    "okand_rad": "Raden börjar inte med något verb. Den sparas som en notering att reda ut.",
    "okand_person": "{om} finns inte i registret. Namnet står som du skrev det.",
    "flera_personer": "Namnet passar flera: {om}. Skriv signaturen.",
    "vem_justerar": "Skriv vem som ska justera: en eller flera signaturer.",
    "instammer_inte": "Den som du tar bort instämmer inte.",
    "om_proposition": "Frågan är redan ställd. Raden rättar vad ordföranden fann.",
    "tom": "Raden är tom.",
    "menade": "Inget verb börjar så. Menade du {om}?",
    "avsluta": "Programmet avslutas med ctrl+q.",
    "mottagare": "Här går det inte att skriva till vem (>). Text skrivs efter kolon: : {om}",
    "minus": "Minus tar bort någon som instämmer: skriv in och yrkandet, till exempel in y1 -{om}.",
    "annan_person": "Efter // talar samma person. Skriv en egen rad för {om}.",
    "saknar_punkt": (
        "Förslaget har ingen punkt {om}. Punkterna numreras 1. och 2. på var sin rad i förslaget."
    ),
    "yrkar_redan": "Samma person har redan yrkat motsatsen. rä rättar, tb tar tillbaka.",
    "fore_beslut": "Beslutet är inte skrivet än.",
    "tider": "Sluttiden är före starttiden.",
    "annan_grupp": "{om}.",
    "efter_beslut": "Beslutet är redan fattat. Se efter att raden hör till den här paragrafen.",
    "efter_notering": "Raden före blev en notering. Instämmandet gäller {om}.",
    "efter_proposition": "Proposition är redan ställd på yrkandet. Se efter att det är rätt.",
    "lagrum": "{om} är inget lagrum. Skriv till exempel se 18:1, eller no och noteringen.",
    "bara_namn": "Menade du kl {om} (kommer eller går)? Skriv annars ett verb först.",
    "vem_ror": "Skriv vem som kommer eller går: kl och signatur.",
    "vem_javig": "Skriv vem som är jävig: jä och signatur.",
    "vem_narvarande": "Skriv vem som är med: nä, namnet och : titel.",
    "javsprovning": "Skriv hur det gick: jä j1 jävig eller jä j1 inte.",
    "en_tid": "Ett klockslag i taget: skriv en rad när någon går och en när någon kommer.",
    "for_manga": "{om} har ingen plats att träda in på.",
    "ingen_plats": "{om} tjänstgör inte. Ingen träder in på den platsen.",
    "annan_borjan": "Raden börjar med § {om}. Skriv den i den paragrafen.",
    "fore_denna": "§ {om} kommer före den här paragrafen.",
    "redan_javig": "{om} är redan jävig här.",
    "redan_har": "{om} är redan här.",
    "inte_har": "{om} är inte här.",
    "inte_pa_distans": "{om} är i rummet och inte på distans.",
    "redan_med": "{om} är redan uppskriven som närvarande.",
    "ett_spann": "{om} ryms inte på raden. Skriv en rad för varje följd av paragrafer.",
    "vilken_tid": "Skriv när sammanträdet slutade, till exempel sl 16.10.",
    "inte_rutin": (
        "Rutin är för upprop, val av justerare, information och liknande. Skriv be och beslutet."
    ),
    "inte_har_nu": "{om} är inte här just nu.",
    "far_inte_tjanstgora": (
        "{om} har avbrutit sin tjänstgöring och tjänstgör inte igen i dag. "
        "Blev det ändå så, skriv > och samma signatur sist på raden."
    ),
    "okand_dag": "{om} är varken ett namn i registret eller en dag eller tid som går att läsa.",
} | rosttexter.OKLART
"""Marks on an entry, by key; ``{om}`` is what it is about."""


OTHER_GROUP = "{namn} hör inte till {grupp}"

TRIED = "Det är noterat att alla på distans ser och hör varandra."
UNTRIED = "Noteringen om prövat ljud och bild är borttagen."

ACTS = {
    "struket": "Stryks: {vad}",
    "flytt": "Flyttas till § {om}: {vad}",
    "återtagande": "{vad} {om} tillbaka och står inte i utdraget.",
    "överläggningen avslutad": "Ordföranden förklarar överläggningen avslutad.",
    "inget beslut": "Paragrafen avslutas utan beslut.",
    "utgår": "Ärendet utgår från dagordningen. Paragrafen behåller sitt nummer.",
    "tas upp": "Alla närvarande beslutar att ärendet tas upp.",
    "myndighetsutövning": "Ärendet rör myndighetsutövning mot enskild.",
    "inte myndighetsutövning": "Ärendet rör inte längre myndighetsutövning mot enskild.",
    "närvarande": "Närvarande: {om}",
    "sammanträdet slutar": "Sammanträdets tid: {om}.",
    "på distans": "{om} deltar på distans.",
    "ljud och bild prövade": TRIED,
    "inte prövat": UNTRIED,
    "justering": "{om}",
    "omröstning begärs": "{om}",
    "minoritet förut": "En minoritet har skjutit upp ärendet förut. Nu krävs majoritet (R69).",
    "ingen minoritet förut": "Ingen minoritet har skjutit upp ärendet förut.",
    "sekretess": "Paragrafen omfattas av sekretess. {om}",
    "sekretess hävd": "Paragrafen omfattas inte längre av sekretess.",
    "extra ärende": "Nytt ärende sist på dagordningen: § {om}",
}
"""What a line will do, where that is no sentence of the protocol; by the slag of its entry."""


def taken_back(count: int) -> str:
    """How a sentence on one yrkande or several that are taken back begins."""
    return "Yrkandet tas" if count == 1 else "Yrkandena tas"


RECEIPTS = {
    "struket": "Struket: {vad} · ctrl+z ångrar",
    "flytt": "Flyttat till § {om} · ctrl+z ångrar",
}
"""What is said when it is done, where nothing on the screen shows it."""

OPENS_EDITOR = "Enter öppnar en ruta för texten."

STYLE_TROUBLE = "Husstilen kan inte användas. {om}"


def mark_text(anmarkning: str) -> str:
    """A mark of a Tolkning (``skal`` or ``skal:om``) as a sentence."""
    skal, _, om = anmarkning.partition(":")
    if skal == "stil":
        return STYLE_TROUBLE.format(om=om)
    return OKLART[skal].format(om=om)


def finding(fynd: Fynd, paragraf: str = "") -> str:
    """What a check finds, with its rule and law; ``paragraf`` names another § that it is in."""
    where = f"{paragraf}: " if paragraf else ""
    return f"{where}{fynd.text} ({fynd.lag}, {fynd.regel})"


ALL_HERE = "alla ledamöter är här"
WHO_SIGNS = "och vem som justerar, till exempel ru ab cd"

KIND_NAMES = {
    ForslagSlag.HUVUD: "förslag",
    ForslagSlag.ALTERNATIV: "eget förslag",
    ForslagSlag.ANDRING: "ändring",
    ForslagSlag.TILLAGG: "tillägg",
    ForslagSlag.ATERREMISS: "återremiss",
    ForslagSlag.BORDLAGGNING: "bordläggning",
    ForslagSlag.REMISS: "remiss",
    ForslagSlag.AJOURNERING: "ajournering",
    ForslagSlag.ORDNINGSFRAGA: "ordningsfråga",
    ForslagSlag.VAL: "val",
}

KIND_OF_FORSLAG = {
    ForslagSlag.HUVUD: "förslag",
    ForslagSlag.ANDRING: "ändringsyrkande",
    ForslagSlag.TILLAGG: "tilläggsyrkande",
    ForslagSlag.ALTERNATIV: "yrkande",
}
"""What a förslag is after the name of whose it is."""

VERKAN_NAMES = {Verkan.BIFALL: "bifall", Verkan.AVSLAG: "avslag"}

ROUTINE = {
    ParagrafSlag.INFORMATION: ("information", "informationen noteras"),
    ParagrafSlag.UPPROP: ("upprop", "uppropet är klart"),
    ParagrafSlag.JUSTERARE: ("val av justerare", "valet är klart; ru ab väljer en annan"),
    ParagrafSlag.DAGORDNING: ("fastställande av dagordningen", "dagordningen fastställs"),
    ParagrafSlag.ANMALAN: ("anmälningsärenden", "ärendena läggs till handlingarna"),
}

NEXT = {
    "rutin": "{vad}",
    "förslag saknas": "skriv in förslaget (fr …) eller ett yrkande",
    "val saknas": "skriv in den som föreslås: va ab till ledamot i …",
    "formell fråga": "ordföranden frågar om {sak} ska avgöras i dag",
    "ajournering": "ordföranden frågar om sammanträdet ska ajourneras",
    "ordningsfråga": "ordningsfrågan: vad finner ordföranden?",
    "formell fråga till": "ärendet är uppskjutet. Ordföranden prövar även detta yrkande",
    "huvudfråga": "ställ proposition: vad finner ordföranden?",
    "fråga på punkter": "ställ proposition på {punkter}: vad finner ordföranden?",
    "tillägg": "tilläggsyrkandet: vad finner ordföranden?",
    "tillägg faller": "det som tillägget hör till har fallit: faller tillägget?",
    "beslut": "beslutet enligt det som vann",
    "beslut utan yrkanden": "yrkanden när de kommer (bi ab, av ab …), annars beslut enligt {vad}",
    "efter beslutet": "reservation? {vad} fick inte igenom {sitt}. Annars nästa ärende",
    "klar": "nästa ärende: {vad}",
    "reda ut": "reda ut {vad}: skriv rä {vad} och den rätta raden. Annars nästa ärende",
    "sist": "alla paragrafer är genomgångna. F5 visar utdraget",
    "paus": "sammanträdet är ajournerat sedan {vad}",
    "upprop": "upprop: F3 prickar av dem som är här, eller ru -aw +jn: alla utom aw, och jn",
    "jäv prövas": "frågan om jäv: vad finner ordföranden?",
    "ordförande saknas": "{vad} leder inte ärendet. Vem tar över ordförandeskapet?",
    "tas upp": "ärendet är inte kungjort. Beslutar alla närvarande att ta upp det?",
    "sist, öppet": "gå tillbaka till {vad}, som inte är avgjord",
} | rosttexter.NEXT
"""The guide's one next thing, by step."""

DEBATE_OVER = "är överläggningen slut, och deltar alla i beslutet? {text}"


def their_own(count: int) -> str:
    """Whose yrkande it is that somebody did not carry."""
    return "sitt yrkande" if count == 1 else "sina yrkanden"


def points(numbers: tuple[int, ...]) -> str:
    """Points by number: "punkt 2", "punkterna 1 och 3"."""
    word = "punkt" if len(numbers) == 1 else "punkterna"
    return f"{word} {join_list(map(str, numbers))}"


def postponed(punkter: tuple[int, ...]) -> str:
    """What is put off or decided today: the matter, or points of the förslag."""
    return points(punkter) if punkter else "ärendet"


def according_to(vart: str, vems: str) -> str:
    """Where something goes, and according to whose yrkande."""
    return f"{vart} enligt {vems} yrkande"


def denied(vems: str, om: str, punkter: tuple[int, ...], vart: str) -> str:
    """That one of several yrkanden on putting off is turned down."""
    return f"avslag på {vems} yrkande om {on_points(om, punkter)}{vart}"


def on_points(om: str, punkter: tuple[int, ...]) -> str:
    """What is asked for, and the points it is about: "bordläggning av punkt 2"."""
    return f"{om} av {points(punkter)}" if punkter else om


ANSWERS = {
    "dag": "{sak} avgörs i dag",
    "återremiss": "{sak} återremitteras{vart}",
    "bordläggning": "{sak} bordläggs{vart}",
    "remiss": "{sak} remitteras{vart}",
    "ajournering": "sammanträdet ajourneras",
    "ordningsfråga": "ordningsfrågan bifalls",
    "ordningsfråga nej": "ordningsfrågan avslås",
    "ajournering nej": "sammanträdet ajourneras inte",
    "tillägg ja": "tillägget bifalls",
    "tillägg nej": "tillägget avslås",
    "tillägg faller": "tillägget faller",
    "bifall": "bifall till {vad}",
    "avslag": "avslag på {vad}",
    "punkter": "{vad}, {punkter}",
}


JOINS = "instämmer"


def joined_by(count: int) -> str:
    """How many join a yrkande."""
    return f"{JOINS} {count}"


NOT_IN_ORGAN = "{om} finns inte i organet."
NOBODY_CALLED = "Ingen är uppropad än. Mellanslag: alla ledamöter är här."
NO_UPPROP = "uppropet är inte gjort"
VACANT = "(vakant plats)"
VACANT_SEAT = "en vakant plats"
CHALLENGED = "jävig"
AWAY = "borta"
HERE = "här"
FAR = "på distans"
LOST = "anslutningen bruten"
REPLACED = "ersätts av {vem}"
SERVES_FOR = "för {vem}"
ROLES = {
    Roll.ORDFORANDE: "ordförande",
    Roll.FORSTE_VICE: "förste vice",
    Roll.ANDRE_VICE: "andre vice",
    Roll.TREDJE_VICE: "tredje vice",
}


def serving(q: Beslutsforhet) -> str:
    """How many serve, and whether the organ can decide."""
    enough = "beslutsför" if q.beslutsfor else "INTE BESLUTSFÖR"
    return f"{q.antal} av {q.platser} tjänstgör · {enough}" if q.platser else ""


DOORS = "stängda dörrar"
LASTING = "– pågår"
LEFT_OPEN = "Något saknas: yrkanden utan proposition, eller ett beslut. Ställ pr, eller skriv be."
UNTIL_DAY = " · fortsätter den {dag}"
GUEST = "närvarande: {vem}"
GUEST_UNTIL = "närvarande till § {nr}: {vem}"
THE_PROTOKOLL = "protokollet"
AT_DISTANCE = " på distans"
EMPTY = "platsen är tom"
EMPTY_SEAT = "{plats} plats är tom"
STEPS_IN = "{vem} träder in"
FOR = "{vem} för {plats}"
SERVES = "{vem} tjänstgör"
LAW = "{lag} ({regel})"
SECRET = "Omfattas av sekretess"
NOTE_UNREAD = "att reda ut"
UNKNOWN_ORGAN = "förslaget"
UNDONE = "Ångrat{var}: {vad}"
REDONE = "Gjort om{var}: {vad}"
OPENED = "öppnat"
SAVED = "sparat {tid}"
SAVED_NOW = "Sparat."
NO_ITEM = "Dagordningen är tom. Lägg till ett ärende först: är : och rubriken."
GONE = "Det som raden gäller finns inte längre. Raden är inte sparad."
NOT_TAKEN = "Sammanträdet kunde inte tas över: {skal}."
LOCAL = "SPARAT LOKALT: {skal}"
UNSAVED = "EJ SPARAT: {skal} · ctrl+s försöker igen"


def read_only(busy: Upptagen | None, broken: TrasigFil | None, left_free: bool = False) -> str:
    """Why the meeting is open for reading only; ``left_free``: who had it has closed it since."""
    if broken is not None:
        return f"ENBART LÄSNING: {broken.plats} kan inte läsas"
    if busy is None:
        return "ENBART LÄSNING: filen är skrivskyddad"
    if left_free:
        return "ENBART LÄSNING: filen är inte längre öppen hos någon annan · ctrl+l tar över"
    since = f" sedan {busy.sedan:%H.%M}" if busy.sedan else ""
    holder = f"{busy.vem or 'någon'} på {busy.dator or 'okänd dator'}{since}"
    return f"ENBART LÄSNING: filen är öppen hos {holder} · ctrl+l tar över"


BROKEN = "kan inte läsas: {skal}"


def items(count: int) -> str:
    """How many §§ a meeting has."""
    return "1 paragraf" if count == 1 else f"{count} paragrafer"


LOST_MOVE = "§ {nr} finns inte på dagordningen. Raden är inte inskriven."
AFTER_LOST_MOVE = "Raden är inte inskriven: § {paragraf}, som rad {rad} går till, finns inte."
EXAMPLE_THERE = "Filen finns redan och skrivs inte över. Välj en annan mapp för exemplet."
NO_FOLDER = "Mappen finns inte"
SECRET_NAME = "sekretess"
"""Ends the name of a file that holds all of a secret §."""
FILE_EXISTS = "Filen finns redan. Lägg till --ersätt för att skriva över den."

UNKNOWN_BODY = "Kommunen har inget organ som heter {organ}. Där finns {finns}."

NO_MEMBERS = (
    "I kommun.toml har {organ} inga ledamöter den dagen. Namn går ändå att skriva, men ingen "
    "signatur känns igen."
)

BAD_SIGNATURE = (
    "Signaturen {sig} ({namn}) är också ett verb eller en plats på raden. "
    "Byt den i kommun.toml, eller skriv början av namnet."
)

NOT_ROSTER = "Filen är ett sammanträde och inget register. Registret heter kommun.toml."
NO_ROSTER = "Här finns ingen kommun.toml, varken i mappen eller i mapparna ovanför."


def more_faults(count: int) -> str:
    """Faults of the roster that are not told one by one."""
    many = "ett fel" if count == 1 else f"{count} fel"
    return f"kommun.toml: … och {many} till. Kommandot protokoll register visar alla."


PLACE = "{plats} i {paragraf}"
PLACE_GONE = "en struken post ({plats}) i {paragraf}"
THE_ITEM = "paragrafen"
