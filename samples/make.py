"""Writes the samples that no editor can write: a PDF and a DOCX. `python -m samples.make` from the repository's root.

The same input gives the same bytes, so that a change shows. Needs python-docx, which the package itself depends on.
"""

from __future__ import annotations

import io
import textwrap
import zipfile
import zlib
from datetime import datetime
from pathlib import Path

from docx import Document as WordDocument

DOCUMENTS = Path(__file__).parent / "documents"
WIDTH = 84
LEFT, TOP, LEADING = 60, 790, 15
ITEM = "- "

KFOR_TITLE = "KFOR: the NATO-led Force in Kosovo"
KFOR_PAGES = (
    (
        "# " + KFOR_TITLE,
        "31 May 2024",
        "# Mandate",
        "KFOR entered Kosovo on 12 June 1999 under United Nations Security Council Resolution 1244. Its task is to "
        "keep the environment safe and to protect the freedom of movement of all communities. About 4,500 troops from "
        "28 countries serve in KFOR at present.",
        "Major General Özkan Ulutas of Türkiye has commanded KFOR since October 2023. Italy held the command before "
        "him.",
        "# The events of 2023",
        "On 29 May 2023, demonstrators in Zvecan attacked KFOR and injured 93 soldiers. NATO condemned the attack. "
        "Türkiye sent a battalion of about 500 soldiers to Kosovo in June 2023, and the United Kingdom deployed about "
        "200 soldiers in October 2023.",
    ),
    (
        "# Kosovo Security Force",
        "NATO supports the Kosovo Security Force (KSF) through two trust funds. The Alliance has advised and trained "
        "the KSF since 2009:",
        "- The Kosovo Protection Corps was dissolved in June 2009.",
        "- The KSF reached full operational capability in July 2013.",
        "- Allies decided in December 2018 to review the level of NATO's engagement with the KSF.",
        "# Dialogue",
        "NATO supports the dialogue between Belgrade and Pristina that the European Union facilitates. Serbia is a "
        "partner of NATO in the Partnership for Peace.",
    ),
)

SAA_TITLE = "Stabilisation and Association Agreement with Kosovo Enters into Force"


def main() -> None:
    (DOCUMENTS / "kfor-2024.pdf").write_bytes(pdf(KFOR_PAGES, KFOR_TITLE))
    (DOCUMENTS / "eu-kosovo-saa-2016.docx").write_bytes(saa())


def saa() -> bytes:
    """The page on the Stabilisation and Association Agreement, as a Word document."""
    document = WordDocument()
    about = document.core_properties
    about.title, about.author, about.language = SAA_TITLE, "European Commission", "en"
    about.created = about.modified = datetime(2016, 4, 1)
    document.add_heading(SAA_TITLE, 0)
    document.add_paragraph("1 April 2016")
    document.add_paragraph(
        "The Stabilisation and Association Agreement (SAA) between the European Union and Kosovo enters into force "
        "today. Negotiations on the agreement began in October 2013 and were concluded in May 2014."
    )
    document.add_paragraph(
        "The agreement was signed in Strasbourg on 27 October 2015. The Assembly of Kosovo ratified it on 2 November "
        "2015, and the European Parliament gave its consent in January 2016."
    )
    document.add_heading("What the agreement brings", 1)
    document.add_paragraph("The SAA sets up a free trade area within ten years.", style="List Bullet")
    document.add_paragraph(
        "Kosovo commits itself to bring its laws closer to those of the European Union.", style="List Bullet"
    )
    document.add_heading("Assistance", 1)
    table = document.add_table(rows=3, cols=3)
    cells = (
        ("Programme", "Years", "Support for Kosovo"),
        ("Instrument for Pre-accession Assistance (IPA II)", "2014-2020", "EUR 645.5 million"),
        (
            "EU Rule of Law Mission (EULEX)",
            "since December 2008",
            "The EU deploys police officers, judges and prosecutors",
        ),
    )
    for row, words in enumerate(cells):
        for column, cell in enumerate(words):
            table.cell(row, column).text = cell
    document.add_paragraph("Five Member States of the European Union do not recognise Kosovo.")
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def repacked(package: bytes) -> bytes:
    """The same zip archive with the time of 1980 in every member."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in sorted(old.namelist()):
            entry = zipfile.ZipInfo(member, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(member))
    return out.getvalue()


def pdf(pages: tuple[tuple[str, ...], ...], title: str) -> bytes:
    """A PDF with one paragraph under the other; ``# `` begins a heading, ``- `` an item."""
    fonts = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    )
    objects = [b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>", b"", *fonts]
    kids = []
    for number, paragraphs in enumerate(pages, 1):
        content = zlib.compress(page_content(paragraphs, number), 9)
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content))
        resources = b"<< /Font << /F1 3 0 R /F2 4 0 R >> >>"
        box = b"/MediaBox [0 0 595 842]"
        page = b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R /Resources %s >>" % (box, len(objects), resources)
        objects.append(page)
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title (%s) >>" % escaped(title))
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    ends = (len(objects) + 1, len(objects), start)
    return bytes(out) + b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % ends


def page_content(paragraphs: tuple[str, ...], number: int) -> bytes:
    """The drawing instructions of one page: a running head, the paragraphs, the page's number."""
    shown = [line(LEFT, 815, 9, 1, "NATO-led operations")]
    height = TOP
    for paragraph in paragraphs:
        heading = paragraph.startswith("# ")
        hanging = "  " if paragraph.startswith(ITEM) else ""
        height -= LEADING // 2 if heading else 0
        for words in textwrap.wrap(paragraph.removeprefix("# "), WIDTH, subsequent_indent=hanging):
            shown.append(line(LEFT, height, 13 if heading else 11, 2 if heading else 1, words))
            height -= LEADING
        height -= 0 if paragraph.startswith(ITEM) else LEADING
    shown.append(line(290, 40, 9, 1, str(number)))
    return b"\n".join(shown)


def line(x: int, y: int, size: int, font: int, words: str) -> bytes:
    return b"BT /F%d %d Tf %d %d Td (%s) Tj ET" % (font, size, x, y, escaped(words))


def escaped(words: str) -> bytes:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")


if __name__ == "__main__":
    main()
