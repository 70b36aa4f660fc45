"""Word documents to test with, written by python-docx."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as DocumentObject

OPENING = ("Xã ven sông trồng lại rừng đước", "Sau hai mùa lũ, bà con dựng lại vành đai xanh chắn sóng.")


def document(*paragraphs: str) -> DocumentObject:
    """A document of plain paragraphs."""
    made = Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    return made


def saved(made: DocumentObject) -> bytes:
    """Its bytes."""
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def repacked(raw: bytes, changes: dict[str, bytes]) -> bytes:
    """The same package with some parts replaced or added."""
    file = BytesIO()
    with ZipFile(BytesIO(raw)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, changes.get(name, before.read(name)))
        for name in changes.keys() - set(before.namelist()):
            after.writestr(name, changes[name])
    return file.getvalue()
