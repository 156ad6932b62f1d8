"""What the screens say. Read through as prose; every key that is named must work."""

from __future__ import annotations

from protokoll_tui.procedure import Del, Lage

APP_TITLE = "Protokoll"
PREVIEW_TITLE = "Utdrag (så här blir det)"
NEXT = "Härnäst:"
PLACEHOLDER = "Skriv det som sägs: av ab +cd ef. Enter tar det som föreslås, ? ger hjälp."

MARKS = {
    "sekretess": "SEKRETESS",
    "utgar": "UTGÅR",
    "omedelbart_justerad": "OMEDELBART JUSTERAD",
}

STATE_WORDS = {Lage.PAGAR: "pågår", Lage.TOMT: "inga", Lage.SAKNAS: "saknas"}

DONE_WORDS = {
    Del.ARENDE: "klart",
    Del.YRKANDEN: "klara",
    Del.BESLUTSGANG: "klar",
    Del.BESLUT: "klart",
    Del.RESERVATIONER: "klara",
    Del.ANTECKNINGAR: "klara",
}


def state_word(part: Del, state: Lage) -> str:
    """How far a part of an item has come, in a word that agrees with the part."""
    return DONE_WORDS[part] if state is Lage.KLART else STATE_WORDS[state]


NO_PARAGRAPH = "Dagordningen är tom. Tryck F9 och skriv det första ärendet."
CONFIRM_NAME = "{skal} Enter igen sparar raden som den står."
CONFIRM_NOTE = "{skal} Enter igen sparar raden som en notering att reda ut."
READ_ONLY_ENTRY = "Sammanträdet är öppnat för läsning. Raden står kvar men sparas inte."
HELD_KEPT = "”{rad}” är sparad som en notering att reda ut."
LINE_ASIDE = "Raden ”{rad}” blev ingen post. Pil upp på tom rad hämtar den."
SUGGESTED = "Enter igen sparar. Skriver du något annat ersätts förslaget."
TYPED_IN = "Raden skrevs i {var}."
DRAFT_BACK = "Den halvskrivna raden har hämtats tillbaka."
TAKEN_OVER = "Sammanträdet är övertaget. Den andra kan bara läsa."
NOT_TAKEN = "Sammanträdet kunde inte tas över."
COPIED = "Texten är kopierad."
COPY_FAILED = "Texten kunde inte kopieras här. Spara den till en fil i stället."
WRITTEN = "Utdraget ligger i {fil}"
EXISTS = "Filen {fil} finns redan. Tryck en gång till för att skriva över den."
SAVED_ALREADY = "Allt är sparat."
ALL_DONE = "Inget att ta. Skriv en rad."


def lines_back(count: int) -> str:
    """Lines of an earlier window are there again."""
    many = f"{count} rader som inte blev poster" if count > 1 else "En rad som inte blev någon post"
    return f"{many} finns kvar från förra gången. Pil upp på tom rad hämtar."


KEYS = {
    "help": "Hjälp",
    "form": "Formulär",
    "narvaro": "Närvaro",
    "leaf": "Bläddra",
    "extract": "Utdrag",
    "arende": "Ärende",
    "undo": "Ångra",
    "redo": "Gör om",
    "previous": "Föregående",
    "next": "Nästa",
    "palette": "Allt",
    "quit": "Avsluta",
    "theme": "Ljust/mörkt",
    "save": "Spara igen",
    "editor": "Skriv text",
    "close": "Stäng",
    "saved": "Spara",
    "save_close": "Spara och stäng",
    "conflicts": "Båda texterna",
    "take_over": "Ta över",
}

EDITOR_TITLE = "Text"
EDITOR_HINT = (
    "Skriv eller klistra in. Blankrad skiljer stycken, ”- ” och ”1. ” gör listor, ==…== maskeras."
)
EDITOR_EMPTY = "Rutan var tom. Inget är sparat."
EDITOR_SAVE = "Klar (ctrl+s)"
EDITOR_CANCEL = "Till raden (Esc)"

FORM_TITLE = "Formulär"
FORM_VERB = "Vad sägs?"
FORM_WHO = "Vem (signatur eller namn)"
FORM_JOINS = "Instämmer"
FORM_TARGET = "Gäller (f1, y1, p2 …)"
FORM_RECEIVER = "Till nämnd eller dag"
FORM_TEXT = "Text"
FORM_LINE = "Rad:"
FORM_OK = "Lägg in"
FORM_CANCEL = "Avbryt"

ARENDE_TITLE = "Ärendet"
ARENDE_FIELDS = {
    "slag": "Slag",
    "dnr": "Diarienummer",
    "rubrik": "Rubrik",
    "foredragande": "Föredragande (en per rad)",
    "fran": "Förslag från",
    "forslag": "Förslag till beslut",
    "arende": "Ärende",
    "handling": "Handlingar (en per rad)",
    "tidigare": "Tidigare behandling (# rubrik, sedan text)",
    "expediering": "Beslutet skickas till (en per rad)",
}
ARENDE_BUTTONS = {
    "upp": "↑ Upp",
    "ned": "↓ Ned",
    "nytt": "Nytt ärende",
    "numrera": "Numrera om",
    "stryk": "Ta bort",
    "stang": "Spara och stäng (Esc)",
}
ARENDE_TREATED = "Ärendet är behandlat och kan inte tas bort. Skriv up om det utgår."
ARENDE_REMOVED = "{var} är borttagen. ctrl+z efter Esc hämtar tillbaka."
ARENDE_FIXED = "Ärendet kan inte flyttas dit: där är något redan avgjort, eller så är det ytterst."
ARENDE_PLACE = "({nr} av {antal})"
ARENDE_NUMBERED = "Något ärende är redan avgjort. Numren ändras inte längre."
PALETTE_SEARCH = "Sök bland allt som går att göra"
ARENDE_SAVED = "Ärendet är sparat."
ARENDE_CHANGED = "Ändrat i {var}: {vad}. ctrl+z ångrar."
ARENDE_LINE = "no : {falt} i {var}: {text}"
ARENDE_ASIDE = (
    "Sammanträdet är öppnat för läsning. Det du skrev är undanlagt: pil upp på tom rad hämtar det."
)
ARENDE_NUMBER = "Första paragrafens nummer:"

EXTRACT_HINT = "s sparar som text · h som HTML · j som JSON · k kopierar · Esc stänger"
EXTRACT_NEUTRAL = "Paragrafen omfattas av sekretess · v visar den i sin helhet"
EXTRACT_WHOLE = "Hela paragrafen, som omfattas av sekretess · v visar bara numret"
EXTRACT_FLAG = "Att se över: {text}"

CONFLICT_TITLE = "Samma ställe ändrades av två"
CONFLICT_OURS = "Här:"
CONFLICT_THEIRS = "Där:"
NO_CONFLICTS = "Det finns inga olika texter att visa."

START_TITLE = "Sammanträden i {mapp}"
START_EMPTY = "Här finns inga sammanträden än."
START_NEW = "Nytt sammanträde"
START_ORGAN = "Organ"
START_DATE = "Datum (2031-06-17)"
START_PLACE = "Plats"
START_FIRST = "Första paragrafens nummer"
START_CREATE = "Skapa"
START_BAD_DATE = "Datumet går inte att läsa. Skriv till exempel 2031-06-17."
START_NO_SUCH_DAY = "Den dagen finns inte i kalendern. Se efter dag, månad och veckodag."
START_BAD_NUMBER = "Skriv första paragrafens nummer med siffror: 1 till 9999."
START_ROSTER = (
    "{fel} Ordna det innan du skapar sammanträdet. En kommun.toml att börja med skrivs av "
    "protokoll demo --till MAPP."
)
START_NO_ORGAN = "Välj eller skriv ett organ."
START_HINT = "Enter öppnar · n nytt sammanträde · r läs in register · ctrl+q avslutar"
START_FORM_HINT = "Tab nästa fält · Enter skapar · Esc tillbaka till listan · ctrl+q avslutar"
START_FORM_HINT_EMPTY = "Tab nästa fält · Enter skapar · ctrl+r läs in register · ctrl+q avslutar"
START_REGISTER = "Läs in register"

REGISTER_TITLE = "Läs in förtroendevalda i kommun.toml"
REGISTER_HINT = (
    "Skriv var registrets fil ligger (CSV, Excel eller OpenDocument) och tryck Enter. Inget ändras "
    "förrän du väljer Läs in."
)
REGISTER_FILE = "Fil"
REGISTER_READING = "Läser {fil} …"
REGISTER_READ = "{fil} läses in i {mal}. Välj vad varje kolumn innehåller."
REGISTER_KEPT = "{fil} läses in i {mal}. Kolumnerna är de du valde sist."
REGISTER_CODING = "Teckenkodning: {kodning}. Kolumnerna skiljs av {skilje}."
REGISTER_SHEET = "Blad: {blad}."
REGISTER_COLUMNS = "Kolumner"
REGISTER_ORGAN = "Bara det här organet (tomt = alla som filen nämner)"
REGISTER_REST = "Uppdrag i samma organ som filen inte har"
REGISTER_RESTS = {False: "behålls", True: "avslutas"}
REGISTER_ENDING = f"välj ”{REGISTER_RESTS[True]}” ovan för att avsluta"
REGISTER_DAY = "Nytt parti gäller från (tomt = i dag)"
REGISTER_BAD_DAY = "Nytt parti gäller från: skriv en dag, till exempel 2031-01-01."
REGISTER_PARTY = "{namn}: ({nu}) i registret, ({ny}) i filen"
REGISTER_FAULTS = "Se efter ({antal})"


def register_faults(count: int, rows: int) -> str:
    """How many faults a file has, and how many of its rows are left out for them."""
    told = REGISTER_FAULTS.format(antal=count)
    return f"{told}, {rows} {'rad' if rows == 1 else 'rader'} utelämnas" if rows else told


REGISTER_LEFT_OUT = "{plats}: {text} [läses inte in]"
REGISTER_TOLD = "{plats}: {text}"
REGISTER_MISSING = "Ingen kolumn innehåller {vad}. Välj den ovan."
REGISTER_OK = "Läs in"
REGISTER_CANCEL = "Avbryt"
REGISTER_DONE = "Registret är inläst i {fil}. Den förra versionen finns kvar som {fil}.bak."
REGISTER_NEW = "Registret är inläst i {fil}, som är ny. Skriv kommunens namn i den."

BROKEN_HINT = (
    "Filen visas som den är och skrivs inte. Rätta raden i en textredigerare och öppna igen, eller "
    "lägg tillbaka en säkerhetskopia."
)
EMPTY_HINT = (
    "Det finns ingen hel version på den här datorn att visa. Hämta filen ur en säkerhetskopia, "
    "till exempel synkmappens versionshistorik. Finns ingen, ta bort den tomma filen och skapa "
    "sammanträdet på nytt."
)

CRASH = (
    "Något gick fel i programmet. Allt som har visats som sparat är sparat. Felet ligger i {fil}."
)

NARVARO_TITLE = "Närvaro"
NARVARO_UPPROP = "Upprop"
NARVARO_LEDAMOTER = "Ledamöter"
NARVARO_ERSATTARE = "Ersättare"
NARVARO_OTHERS = "Övriga och justering"
NARVARO_FINDINGS = "Att se över"
NARVARO_KEYS_UPPROP = (
    ("mellanslag", "alla ledamöter är här; en gång till: även ersättarna"),
    ("ab", "här eller borta"),
    ("*ab", "på distans"),
    ("rh>aw", "rh tjänstgör för aw"),
    ("*", "ljud och bild prövade"),
    ("Enter på tom rad", "uppropet är klart"),
)
NARVARO_KEYS = (
    ("aw", "kommer eller går"),
    ("aw>ft", "aw går, ft träder in"),
    ("rh>mö", "rh tjänstgör för mö"),
    ("*aw", "på distans"),
    ("jä ab", "jäv"),
    ("Enter", "visar meningen, en gång till sparar"),
)
NARVARO_DONE = "Uppropet är klart: {text}."
NARVARO_TAKEN = "Noterat. Fortsätt med nästa, eller tryck Enter en gång till när uppropet är klart."
NARVARO_PLACEHOLDER = "signatur eller namn"

PALETTE = {
    "narvaro": ("Närvaro", "upprop, vem som tjänstgör, kommer och går (F3)"),
    "extract": ("Utdrag", "visa, spara eller kopiera utdraget (F5)"),
    "arende": ("Ärende", "skriv ärendet: rubrik, förslag, handlingar (F9)"),
    "form": ("Formulär", "samma verb som ett formulär (F2)"),
    "help": ("Hjälp", "alla verb och tangenter (F1)"),
    "undo": ("Ångra", "ta tillbaka det senaste (ctrl+z på tom rad)"),
    "redo": ("Gör om", "gör om det ångrade (ctrl+y)"),
    "next": ("Nästa ärende", "skriv >"),
    "previous": ("Föregående ärende", "skriv <"),
    "theme": ("Ljust eller mörkt", "byt tema (ctrl+t)"),
    "save": ("Spara igen", "försök spara det som inte är sparat (ctrl+s)"),
    "take_over": ("Ta över", "ta över ett sammanträde som någon annan har öppet (ctrl+l)"),
    "conflicts": ("Båda texterna", "visa ställen som två har ändrat (ctrl+r)"),
    "quit": ("Avsluta", "allt är redan sparat (ctrl+q)"),
}

HELP_TITLE = "Hjälp"
HELP_INTRO = (
    "Skriv ett verb, vem det gäller och vad: ”av ab +cd ef” betyder att ab yrkar avslag och att cd "
    "och ef instämmer. Meningen som kommer i protokollet visas under raden. Enter sparar. "
    "Enter på tom rad tar det som står efter Härnäst. Allt går att ångra."
)
HELP_SIGNS = (
    ("ab", "signatur, eller början av ett namn"),
    ("+cd ef", "instämmer; +S hela gruppen, +alla"),
    (": text", "egna ord till radens slut"),
    ("f1 y2 r1", "förslag 1, yrkande 2, reservation 1"),
    ("p2, p1-3", "punkt i förslaget"),
    ("1h 2h", "i första, i andra hand"),
    (">nämnd", "mottagare vid återremiss eller remiss"),
    (" // ", "ett yrkande till av samma person"),
    ("-cd", "instämmer inte längre: in y1 -cd"),
    ("> < 119>", "nästa, föregående, gå till § 119"),
    ("✓ ● ! –", "i dagordningen: klar, påbörjad, något att reda ut, utgår"),
)
HELP_ROOM_TITLE = "Vem som är i rummet"
HELP_ROOM = (
    ("ab", "ab kommer, eller går om ab är här; kl ab 13.40 säger när"),
    ("kl ab >jn", "ab går och jn träder in; utan > den som står på tur"),
    ("kl aw >rh", "aw kommer och tar rh:s plats; >ingen lämnar platsen tom"),
    ("kl ab efter", "före = före ärendet, under = före beslutet, efter = efter beslutet"),
    ("kl ab 120", "till och med § 120"),
    ("kl ab distans", "på distans; tappar och åter när anslutningen bryts och är tillbaka"),
    ("kl ab uteblir", "ab är inte tillbaka när sammanträdet fortsätter en annan dag"),
    ("aj 16.00 19/6 13.00", "sammanträdet avbryts 16.00 och fortsätter den 19 juni 13.00"),
    ("jä ab p2", "jäv bara vid punkt 2; jä ab prövas +cd när cd väcker frågan om jäv"),
    ("jä j1 inte", "så blev prövningen: jävig, eller inte"),
    ("k1 j1 u1 o1", "kommer och går, jäv, ajournering, ordförande"),
    ("s1 g1 v1", "stängda dörrar, närvarande utan uppdrag, justering"),
)
HELP_VERBS = "Verb"
HELP_SIGNS_TITLE = "Tecken"
HELP_KEYS_TITLE = "Tangenter"
HELP_KEYS = (
    ("Enter", "spara raden; på tom rad: ta det som står efter Härnäst"),
    ("Tab", "ta det översta förslaget till ord"),
    ("↑", "på tom rad: hämta raden som inte blev någon post, sedan den senaste posten"),
    ("Esc", "töm raden (ctrl+z eller ↑ hämtar den), eller stäng rutan"),
    ("ctrl+z", "ångra i raden; på tom rad: ångra den senaste posten"),
    ("ctrl+y", "gör om"),
    ("ctrl+o", "skriv radens text i en större ruta"),
    ("ctrl+g / ctrl+b", "nästa / föregående ärende"),
    ("PgUp PgDn", "bläddra i utdraget"),
    ("skift+PgUp skift+PgDn", "bläddra i ärendets gång"),
    ("F2 F3 F5 F9", "formulär, närvaro, utdrag, ärende"),
    ("ctrl+p", "allt som går att göra"),
    ("ctrl+t", "ljust eller mörkt"),
    ("ctrl+s", "försök spara igen"),
    ("ctrl+l", "ta över ett sammanträde som någon annan har öppet"),
    ("ctrl+r", "visa båda texterna där två har ändrat samma ställe"),
    ("Skift + dra", "markera text med terminalens egen markering"),
)
