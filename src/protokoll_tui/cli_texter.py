"""What the command line says."""

from __future__ import annotations

USAGE = "Så skrivs det: "
USAGE_ALL = "protokoll [MAPP eller FIL] | protokoll demo | närvaro | spela | utdrag …"
USAGE_DEMO = "protokoll demo [--till MAPP]"
USAGE_PLAY = "protokoll spela FIL SKRIPT"
USAGE_EXTRACT = (
    "protokoll utdrag FIL [NR …] [--format FORMAT] [--stil STIL] [-o UTFIL] [--ersätt] "
    "[--närvaro] [--publik | --hemligt]"
)
USAGE_ATTENDANCE = "protokoll närvaro FIL [--format FORMAT] [--stil STIL] [-o UTFIL] [--ersätt]"
WORDS = "Uppgifter"
CHOICES = "Val"
HELP = "visa den här hjälpen"
VERSION = "visa programmets version"

ABOUT = """Protokoll för kommunala sammanträden: från yrkande till utdrag.

  protokoll                öppna mappen du står i
  protokoll MAPP           välj bland sammanträdena i mappen, eller skapa ett nytt
  protokoll FIL            öppna ett sammanträde
  protokoll demo           öppna en färsk kopia av exemplet
  protokoll spela …        skriv in rader ur en textfil, utan skärm
  protokoll utdrag …       skriv protokollsutdrag
  protokoll närvaro …      skriv närvarolistan till protokollets förstasida

Mer om ett kommando: protokoll utdrag --hjälp"""
EPILOG = "Slutkoder: 0 klart, 1 något att reda ut, 2 fel användning, 3 gick inte."
DEMO = "Öppna en färsk kopia av exemplet."
DEMO_TO = "skriv bara kopian hit, öppna inget"
PLAY = "Skriv in rader ur en textfil, en per rad, utan skärm."
EXTRACT = "Skriv protokollsutdrag."
ATTENDANCE = "Skriv närvarolistan: vilka som beslutade i vilka paragrafer och vilka som var med."
WITH_SERVING = "ta med en lista över dem som deltar i beslutet i varje utdrag"
FILE = "sammanträdets fil"
SCRIPT = "textfil med rader; - läser från tangentbordet"
SECTIONS = "paragrafernas nummer, till exempel 118 120 eller 118-120; utan nummer alla"
FORMAT = "txt, html eller json; utan det här valet avgör UTFILs ändelse, annars txt"
STYLE = "stil: standard, nacka eller goteborg"
OUT = "skriv till den här filen i stället för skärmen"
REPLACE = "skriv över filen om den finns"
PUBLIC = "offentlig version: det som står mellan == och == maskeras"
SECRET = "skriv hela paragrafen också när den omfattas av sekretess, och märk utdraget med det"

FAULTS = (
    (r"the following arguments are required: FIL(?:, NR)?", "Skriv vilken fil det gäller."),
    (r"the following arguments are required: FIL, SKRIPT", "Skriv två filer: FIL och SKRIPT."),
    (r"the following arguments are required: (.*)", "Det saknas: {0}."),
    (r"unrecognized arguments: (.*)", "Förstår inte: {0}"),
    (r"argument ([^:]*): expected one argument", "Efter {0} ska något stå."),
    (r"argument ([^:]*): not allowed with argument (.*)", "Välj {1} eller {0}, inte båda."),
    (r"argument ([^:]*): ignored explicit argument (.*)", "{0} tar inget värde."),
)
"""Faults of the words given: as the library words them, and as we do."""
FAULT = "Förstår inte vad som ska göras."

DEMO_AT = "Exemplet ligger i {fil}"
PLAYED = "{antal} rader inskrivna."
PLAYED_MARKED = "{antal} rader inskrivna, {fel} att reda ut."
PLAYED_LEFT_OUT = "{antal} rader inskrivna, {fel} att reda ut, {utelamnade} inte inskrivna."
LINE_MARK = "rad {nr}: {text}"
BAD_RANGE = "{nr} är inga paragrafnummer. Skriv till exempel 118 eller 118-120."
NO_SECTION = "§ {nr} finns inte i filen. Där finns {finns}."
NO_SECTIONS = "Sammanträdet har inga numrerade paragrafer."
NO_FILE = "Filen finns inte."
NO_MEETING = "Filen är ingen sammanträdesfil. Skriv till exempel ks-2031-06-17.toml."
NO_COMMAND = (
    "Det finns ingen fil eller mapp som heter så, och inget sådant kommando. "
    "Kommandon: demo, närvaro, spela, utdrag."
)
NO_TERMINAL = (
    "Programmet behöver en terminal. Använd protokoll spela och protokoll utdrag i stället."
)
NOT_WRITTEN = "Kan inte skrivas: {skal}"
EXISTS = "Filen finns redan. Lägg till --ersätt för att skriva över den."
SECRET_SECTION = (
    "§ {nr} omfattas av sekretess och skrivs bara med sitt nummer. "
    "Lägg till --hemligt för hela paragrafen."
)
ONE_AT_A_TIME = "Formatet {form} tar en paragraf i taget. Skriv dess nummer, till exempel {nr}."
NO_SUCH_ENDING = (
    "{fil}: Dokument skrivs inte som {slut}. Byt ändelse ({finns}) eller lägg till --format."
)
TWO_OF_ONE = (
    "§ {nr} finns mer än en gång i filen, och formatet {form} tar en paragraf i taget. "
    "Rätta numret i filen, eller ta utdraget som text."
)
SAME_NUMBER = "§ {nr} finns {antal} gånger i filen. Alla {antal} är med. Rätta numret i filen."
UNSAVED = "Rad {nr} kunde inte sparas: {skal}"
