"""Picture files that say things of themselves, also what they should not."""

from io import BytesIO
from typing import Any

from PIL import Image


def iptc_block(*entries: tuple[int, bytes], record: int = 2) -> bytes:
    """Entries of an IPTC record as Photoshop puts them into a JPEG's APP13 segment."""
    body = b"".join(bytes([0x1C, record, number]) + len(text).to_bytes(2) + text for number, text in entries)
    resource = b"8BIM" + (0x0404).to_bytes(2) + b"\0\0" + len(body).to_bytes(4) + body + b"\0" * (len(body) % 2)
    content = b"Photoshop 3.0\0" + resource
    return b"\xff\xed" + (len(content) + 2).to_bytes(2) + content


def xmp_block(inside: str) -> bytes:
    """An XMP packet as a JPEG's APP1 segment."""
    packet = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description>{inside}</rdf:Description></rdf:RDF></x:xmpmeta>'
    content = b"http://ns.adobe.com/xap/1.0/\0" + packet.encode()
    return b"\xff\xe1" + (len(content) + 2).to_bytes(2) + content


def jpeg_with(*segments: bytes, size: tuple[int, int] = (400, 200), exif: Any = None, **options: Any) -> bytes:
    """A JPEG with these segments before everything else."""
    file = BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(
        file, "JPEG", **({"exif": exif} if exif else {}), **options
    )
    whole = file.getvalue()
    return whole[:2] + b"".join(segments) + whole[2:]


def exif_of_a_phone() -> Image.Exif:
    """Turned, and telling who was where."""
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: the camera was turned
    exif[0x013B] = "Người Riêng Tư"
    exif.get_ifd(0x8769)[0x9003] = "2026:11:20 07:08:09"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 15.0)})
    return exif
