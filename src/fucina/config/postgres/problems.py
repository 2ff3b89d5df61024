"""What PostgreSQL says when it cannot go on, in one sentence with the remedy: in Italian and in English."""

from pathlib import Path

type Said = tuple[str, str]

ANEW: Said = (
    "ripartire con --fresh (i dati che contiene vanno persi) o indicare un altro database in DATABASE_URL",
    "start with --fresh (the data in it are lost), or name another database in DATABASE_URL",
)

# What the server or initdb prints, and what it means; the first that is found counts.
SERVER_WORDS: dict[str, Said] = {
    "No space left on device": (
        "Il disco che contiene {data} è pieno: liberare spazio o indicare un database altrove in DATABASE_URL.",
        "The disk that holds {data} is full: free some space, or name a database elsewhere in DATABASE_URL.",
    ),
    "Disk quota exceeded": (
        "La quota di disco per {data} è esaurita: liberare spazio o indicare un database altrove in DATABASE_URL.",
        "The disk quota for {data} is used up: free some space, or name a database elsewhere in DATABASE_URL.",
    ),
    "Read-only file system": (
        "Il disco che contiene {data} non è scrivibile: indicare in FUCINA_VAR una cartella che lo sia, o un database in DATABASE_URL.",
        "The disk that holds {data} cannot be written: set FUCINA_VAR to a folder that can, or name a database in DATABASE_URL.",
    ),
    "Permission denied": (
        "Questo utente non può leggere o scrivere {data}: restituirla al suo proprietario, o indicare in FUCINA_VAR una propria cartella.",
        "{data} may not be read or written by this user: give it back its owner, or set FUCINA_VAR to a folder of yours.",
    ),
    "has wrong ownership": (
        "{data} appartiene a un altro utente: avviare Fucina come quell’utente, o indicare in FUCINA_VAR una propria cartella.",
        "{data} belongs to another user: run Fucina as that user, or set FUCINA_VAR to a folder of yours.",
    ),
    "could not create shared memory": (
        "Questa macchina non dà memoria condivisa a PostgreSQL: ampliare /dev/shm, o indicare un database in DATABASE_URL.",
        "This machine gives PostgreSQL no shared memory: enlarge /dev/shm, or name a database in DATABASE_URL.",
    ),
}
DAMAGED = (
    "checkpoint record",
    "pg_control",
    "invalid data in file",
    "is not a valid data directory",
    "does not contain a valid version number",
    "is missing",
    "could not open file",
    "could not access",
    "could not read file",
    "could not open directory",
    "incorrect checksum",
    "PANIC",
)

CONNECTION_WORDS: dict[str, Said] = {
    "password authentication failed": (
        "Il database {place} rifiuta l’utente o la password: correggere DATABASE_URL.",
        "The database {place} refuses the user or the password: correct DATABASE_URL.",
    ),
    "no password supplied": (
        "Il database {place} chiede una password: scriverla in DATABASE_URL.",
        "The database {place} asks for a password: write it in DATABASE_URL.",
    ),
    "does not exist": (
        "Presso {place} non esiste quel database o quell’utente: crearlo, o correggere DATABASE_URL.",
        "There is no such database or user at {place}: create it, or correct DATABASE_URL.",
    ),
    "too many clients": (
        "Il database {place} non ha più connessioni libere: chiuderne qualcuna, o aumentare il suo max_connections.",
        "The database {place} has no connection left: close some, or raise its max_connections.",
    ),
    "starting up": (
        "Il database {place} si sta ancora avviando: riprovare fra un momento.",
        "The database {place} is still starting: try again in a moment.",
    ),
    "no pg_hba.conf entry": (
        "Il database {place} non ammette questa macchina: autorizzarla in pg_hba.conf, o correggere DATABASE_URL.",
        "The database {place} does not admit this machine: allow it in pg_hba.conf, or correct DATABASE_URL.",
    ),
}


def explain_server(data: Path, words: str) -> Said:
    for sign, (it, en) in SERVER_WORDS.items():
        if sign in words:
            return it.format(data=data), en.format(data=data)
    if any(sign in words for sign in DAMAGED):
        return (
            f"Il database in {data} è danneggiato: {ANEW[0]}.",
            f"The database in {data} is damaged: {ANEW[1]}.",
        )
    it, en = last_words(words)
    return (
        f"PostgreSQL non è partito su {data} ({it}): {ANEW[0]}.",
        f"PostgreSQL did not start on {data} ({en}): {ANEW[1]}.",
    )


def explain_other_version(data: Path, made_by: str, runs: str) -> Said:
    return (
        f"Il database in {data} è stato creato da PostgreSQL {made_by} e questo è PostgreSQL {runs}: {ANEW[0]}.",
        f"The database in {data} was made by PostgreSQL {made_by} and this is PostgreSQL {runs}: {ANEW[1]}.",
    )


def explain_folder(folder: Path, words: str) -> Said:
    return (
        f"Fucina non può scrivere in {folder} ({words}): indicare in FUCINA_VAR una cartella in cui può, "
        "o un database in DATABASE_URL.",
        f"Fucina cannot write in {folder} ({words}): set FUCINA_VAR to a folder where it can, "
        "or name a database in DATABASE_URL.",
    )


def explain_stop(data: Path, words: str) -> Said:
    it, en = last_words(words)
    return (
        f"PostgreSQL su {data} non si ferma ({it}): terminare il processo indicato in {data}/postmaster.pid.",
        f"PostgreSQL on {data} does not stop ({en}): end the process named in {data}/postmaster.pid.",
    )


def explain_connection(place: str, words: str) -> Said:
    for sign, (it, en) in CONNECTION_WORDS.items():
        if sign in words:
            return it.format(place=place), en.format(place=place)
    return (
        f"Il database {place} non risponde: avviarlo, correggere DATABASE_URL, "
        "o toglierla per usare quello di Fucina.",
        f"The database {place} does not answer: start it, correct DATABASE_URL, "
        "or unset it to use Fucina's own.",
    )


def last_words(words: str) -> Said:
    """The last that the server said of an error, without its time and number; its own words are English."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if not lines:
        return "non ha detto nulla", "it said nothing"
    fatal = [line for line in lines if "FATAL:" in line or "PANIC:" in line]
    last = fatal[-1].split(":  ", 1)[-1] if fatal else lines[-1]
    return last, last
