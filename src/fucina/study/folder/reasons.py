"""Why a parser gave up, in both languages: the parsers themselves speak English only."""

from fucina.documents.text import Text

REASONS = {
    "Cannot overwrite a value": Text("la chiave c’è già", "the key is there already"),
    "Duplicate inline table key": Text("la chiave c’è già", "the key is there already"),
    "Cannot declare": Text("la tabella c’è già", "the table is there already"),
    "Cannot redefine namespace": Text("la tabella c’è già", "the table is there already"),
    "Cannot mutate immutable namespace": Text("la chiave c’è già", "the key is there already"),
    "Expected '='": Text("dopo la chiave serve =", "= is needed after the key"),
    "Expected ']]'": Text("manca ]]", "]] is missing"),
    "Expected ']'": Text("manca ]", "] is missing"),
    "Expected newline": Text(
        "dopo il valore serve un a capo", "a new line is needed after the value"
    ),
    "Found invalid character": Text("carattere non ammesso", "character not allowed"),
    "Illegal character": Text("carattere non ammesso", "character not allowed"),
    "Invalid initial character": Text("la chiave manca", "the key is missing"),
    "Invalid statement": Text("non è una chiave con il suo valore", "not a key with its value"),
    "Invalid value": Text("il valore manca o non si capisce", "the value is missing or unclear"),
    "Invalid date": Text("la data non esiste", "the date does not exist"),
    "Unclosed array": Text("la lista non si chiude", "the list is never closed"),
    "Unclosed inline table": Text("la tabella non si chiude", "the table is never closed"),
    "Unterminated string": Text("le virgolette non si chiudono", "the quotes are never closed"),
    "Unescaped '\\'": Text("una \\ nel testo si scrive \\\\", "a \\ in a text is written \\\\"),
    "Expecting property name": Text("serve un nome fra virgolette", "a name in quotes is needed"),
    "Expecting ',' delimiter": Text("manca una virgola", "a comma is missing"),
    "Expecting ':' delimiter": Text("mancano i due punti", "a colon is missing"),
    "Expecting value": Text("il valore manca", "the value is missing"),
    "Extra data": Text("c’è altro dopo la fine", "something follows the end"),
    "unexpected end of data": Text("le virgolette non si chiudono", "the quotes are never closed"),
    "field larger than field limit": Text("una cella è troppo lunga", "a cell is too long"),
    "',' expected after '\"'": Text(
        "dopo le virgolette serve una virgola", "a comma is needed after the quotes"
    ),
}


def reason(said: str) -> Text:
    """What a parser said; its own words where nobody has translated them yet."""
    found = (text for start, text in REASONS.items() if said.startswith(start))
    return next(found, Text(said, said))
