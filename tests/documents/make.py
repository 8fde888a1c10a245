"""Small real files for the tests, made here: PDF with a text layer, DOCX, zip archives."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence

from docx import Document as WordDocument


def pdf(pages: Sequence[Sequence[str]], *, title: str | None = None, packed: bool = True) -> bytes:
    """A PDF with one line of Helvetica under the other; a page without lines has no text layer."""
    shown = ["".join(f"({_escaped(line)}) Tj T*\n" for line in lines) for lines in pages]
    return _pdf([f"BT /F1 11 Tf 14 TL 60 780 Td\n{lines}ET" if lines else "" for lines in shown], title, packed)


def placed_pdf(words: Sequence[tuple[int, int, str]]) -> bytes:
    """A PDF of one page with each of the words at its place, drawn in this order."""
    return _pdf(["\n".join(f"BT /F1 11 Tf {x} {y} Td ({_escaped(said)}) Tj ET" for x, y, said in words)], None, True)


def _pdf(pages: Sequence[str], title: str | None, packed: bool) -> bytes:
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        content = page.encode("cp1252", "replace")
        body = zlib.compress(content) if packed else content
        extra = b" /Filter /FlateDecode" if packed else b""
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(body), extra, body))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    if title:
        objects.append(b"<< /Title (%s) >>" % _escaped(title).encode("cp1252"))
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    info = b" /Info %d 0 R" % len(objects) if title else b""
    out.write(b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, info, start))
    return out.getvalue()


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def encrypted_pdf(password: str) -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(pdf([["A secret line of text."]]))))
    writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(*, title: str | None = None) -> bytes:
    """A Word document with a title, headings, a nested list, a table and paragraphs."""
    document = WordDocument()
    document.core_properties.title = title or ""
    document.add_heading("Joint Plan of Norland and Sudland", 0)
    document.add_paragraph("March 3, 2015")
    document.add_paragraph("The two governments agreed on a plan for the border region.")
    document.add_heading("Accomplishments", 1)
    document.add_paragraph("A law on witness protection.", style="List Bullet")
    document.add_paragraph("A joint task force.", style="List Bullet 2")
    document.add_heading("Funding", 2)
    table = document.add_table(rows=2, cols=3)
    for row, cells in enumerate([("Year", "Donor", "Amount"), ("2014", "Norland", "EUR 3 million")]):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    document.add_paragraph("The plan ends in 2018.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive(members: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return out.getvalue()


def repacked(package: bytes, changes: dict[str, bytes]) -> bytes:
    """A zip package with some members replaced."""
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        members: dict[str, bytes | str] = {name: old.read(name) for name in old.namelist()}
    return archive({**members, **changes})


def ole(*streams: str) -> bytes:
    """A compound file of empty streams: what Office wrote before DOCX, and wraps a DOCX with a password in."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H6x6L3L", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<L", 0) + b"\xff" * 432
    table = struct.pack("<2L", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * 504
    entries = b""
    for number, name in enumerate(("Root Entry", *streams)):
        words = name.encode("utf-16-le")
        child = 1 if number == 0 and streams else 0xFFFFFFFF
        right = number + 1 if 0 < number < len(streams) else 0xFFFFFFFF
        entries += words.ljust(64, b"\0") + struct.pack(
            "<H2B3L", len(words) + 2, 2 if number else 5, 1, 0xFFFFFFFF, right, child
        )
        entries += bytes(36) + struct.pack("<LQ", 0xFFFFFFFE, 0)
    return header + table + entries.ljust(512, b"\0")


def saved(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


PROSE = "The two governments signed an agreement on fisheries in 2014 and will meet again next year."
WORDS = "The two governments signed an agreement on trade in May 2011.\n"


def page(body: str, head: str = "") -> str:
    return f"<html lang='en'><head><title>Norland</title>{head}</head><body><h1>Norland</h1>{body}</body></html>"
