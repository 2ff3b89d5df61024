"""What a file is, by what it holds: its name and its declared type are the sender's word."""

import zipfile
from dataclasses import dataclass
from typing import IO

SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")  # the object identifier 1.2.840.113549.1.7.2
HEAD = 64
MOST_MEMBERS = 5000
OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN = "application/vnd.oasis.opendocument"


@dataclass(frozen=True)
class FileType:
    ending: str
    media_type: str


PDF = FileType(".pdf", "application/pdf")
SIGNED = FileType(".p7m", "application/pkcs7-mime")
PNG = FileType(".png", "image/png")
JPEG = FileType(".jpg", "image/jpeg")
PARTS = {
    "word/document.xml": FileType(".docx", f"{OFFICE}.wordprocessingml.document"),
    "xl/workbook.xml": FileType(".xlsx", f"{OFFICE}.spreadsheetml.sheet"),
}
OPEN_DOCUMENTS = {
    f"{OPEN}.text": FileType(".odt", f"{OPEN}.text"),
    f"{OPEN}.spreadsheet": FileType(".ods", f"{OPEN}.spreadsheet"),
}
ACCEPTED = (PDF, SIGNED, PNG, JPEG, *PARTS.values(), *OPEN_DOCUMENTS.values())


def file_type(file: IO[bytes]) -> FileType | None:
    """One of those accepted, or nothing. A document with macros is none of them."""
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x30") and SIGNED_DATA in head:
        return SIGNED
    return _packed(file) if head.startswith(b"PK\x03\x04") else None


def _packed(file: IO[bytes]) -> FileType | None:
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as packed:
            names = packed.namelist()
            if len(names) > MOST_MEMBERS or any("vbaproject" in name.lower() for name in names):
                return None
            if names[:1] == ["mimetype"]:
                with packed.open("mimetype") as told:
                    return OPEN_DOCUMENTS.get(told.read(100).decode("ascii", "replace"))
            if "[Content_Types].xml" in names:
                return next((kind for part, kind in PARTS.items() if part in names), None)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        pass
    return None
