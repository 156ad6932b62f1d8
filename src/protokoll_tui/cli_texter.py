"""What the command line says."""

from __future__ import annotations

ABOUT = "Protokoll för kommunala sammanträden: från yrkande till utdrag."
EPILOG = (
    "Utan kommando öppnas programmet: protokoll [MAPP eller FIL]. Slutkoder: 0 klart, 1 fynd, "
    "2 fel användning, 3 gick inte."
)
DEMO = "öppna en färsk kopia av exemplet"
DEMO_TO = "skriv bara kopian hit, öppna inget"
PLAY = "skriv in rader från en textfil, en per rad, utan skärm"
EXTRACT = "skriv protokollsutdrag"
FILE = "sammanträdets fil"
SCRIPT = "textfil med rader; - läser från tangentbordet"
SECTIONS = "paragrafernas nummer; utan nummer alla"
FORMAT = "txt, html eller json"
STYLE = "stil, till exempel standard eller nacka"
OUT = "skriv till den här filen i stället för skärmen"
REPLACE = "skriv över filen om den finns"
PUBLIC = "maskera det som inte ska publiceras"

DEMO_AT = "Exemplet ligger i {fil}"
PLAYED = "{antal} rader inskrivna."
PLAYED_MARKED = "{antal} rader inskrivna, {fel} att reda ut."
LINE_MARK = "rad {nr}: {text}"
NO_SECTION = "§ {nr} finns inte i filen. Där finns {finns}."
NO_SECTIONS = "inga paragrafer"
NO_FILE = "Filen finns inte."
NO_TERMINAL = (
    "Programmet behöver en terminal. Använd protokoll spela och protokoll utdrag i stället."
)
NOT_WRITTEN = "Kan inte skrivas: {skal}"
EXISTS = "Filen finns redan. Lägg till --ersätt för att skriva över den."
ONE_AT_A_TIME = "Formatet {form} tar en paragraf i taget. Skriv dess nummer, till exempel {nr}."
UNSAVED = "Rad {nr} kunde inte sparas: {skal}"
