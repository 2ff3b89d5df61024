"""What PostgreSQL says when it cannot go on, in one sentence with the remedy."""

from pathlib import Path

ANEW = "start with --fresh (the data in it are lost), or name another database in DATABASE_URL"

# What the server or initdb prints, and what it means; the first that is found counts.
SERVER_WORDS = {
    "No space left on device": "The disk that holds {data} is full: free some space, or name a database elsewhere in DATABASE_URL.",
    "Disk quota exceeded": "The disk quota for {data} is used up: free some space, or name a database elsewhere in DATABASE_URL.",
    "Read-only file system": "The disk that holds {data} cannot be written: set FUCINA_VAR to a folder that can, or name a database in DATABASE_URL.",
    "Permission denied": "{data} may not be read or written by this user: give it back its owner, or set FUCINA_VAR to a folder of yours.",
    "has wrong ownership": "{data} belongs to another user: run Fucina as that user, or set FUCINA_VAR to a folder of yours.",
    "could not create shared memory": "This machine gives PostgreSQL no shared memory: enlarge /dev/shm, or name a database in DATABASE_URL.",
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

CONNECTION_WORDS = {
    "password authentication failed": "The database {place} refuses the user or the password: correct DATABASE_URL.",
    "no password supplied": "The database {place} asks for a password: write it in DATABASE_URL.",
    "does not exist": "There is no such database or user at {place}: create it, or correct DATABASE_URL.",
    "too many clients": "The database {place} has no connection left: close some, or raise its max_connections.",
    "starting up": "The database {place} is still starting: try again in a moment.",
    "no pg_hba.conf entry": "The database {place} does not admit this machine: allow it in pg_hba.conf, or correct DATABASE_URL.",
}


def explain_server(data: Path, words: str) -> str:
    for sign, meaning in SERVER_WORDS.items():
        if sign in words:
            return meaning.format(data=data)
    if any(sign in words for sign in DAMAGED):
        return f"The database in {data} is damaged: {ANEW}."
    return f"PostgreSQL did not start on {data} ({last_words(words)}): {ANEW}."


def explain_other_version(data: Path, made_by: str, runs: str) -> str:
    return (
        f"The database in {data} was made by PostgreSQL {made_by} and this is PostgreSQL {runs}: "
        f"{ANEW}."
    )


def explain_folder(folder: Path, words: str) -> str:
    return (
        f"Fucina cannot write in {folder} ({words}): set FUCINA_VAR to a folder where it can, "
        "or name a database in DATABASE_URL."
    )


def explain_stop(data: Path, words: str) -> str:
    return f"PostgreSQL on {data} does not stop ({last_words(words)}): end the process named in {data}/postmaster.pid."


def explain_connection(place: str, words: str) -> str:
    for sign, meaning in CONNECTION_WORDS.items():
        if sign in words:
            return meaning.format(place=place)
    return (
        f"The database {place} does not answer: start it, correct DATABASE_URL, "
        "or unset it to use Fucina's own."
    )


def last_words(words: str) -> str:
    """The last that the server said of an error, without its time and number."""
    lines = [line.strip() for line in words.splitlines() if line.strip()] or ["it said nothing"]
    fatal = [line for line in lines if "FATAL:" in line or "PANIC:" in line]
    return fatal[-1].split(":  ", 1)[-1] if fatal else lines[-1]
