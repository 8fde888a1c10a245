"""What inputs name: folders, patterns, archives, standard input; and what is refused."""

from __future__ import annotations

import gzip
import io
import json
import os
import pickle
import stat
import zipfile
from pathlib import Path

import pytest

from dragoman.documents import Limits, Source, content_hash, discover, open_documents, open_source
from dragoman.errors import InvalidRecord
from dragoman.records import Document, Skipped

from .make import archive, docx, pdf

WORDS = "The two governments signed an agreement on trade in May 2011.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "in"
    (root / "b" / "page_files").mkdir(parents=True)
    (root / "a.txt").write_text(WORDS)
    (root / "a.json").write_text('{"title": "Trade", "publisher": "Ministry", "date": "2011-05-03", "language": "en"}')
    (root / ".hidden.txt").write_text(WORDS)
    (root / "b" / "page.html").write_text(f"<p>{WORDS}</p>")
    (root / "b" / "page_files" / "frame.html").write_text("<p>Advertisement of something</p>")
    (root / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200))
    return root


def locators(entries: list[Source | Skipped], root: Path) -> list[str]:
    return [entry.locator.removeprefix(f"{root}/") for entry in entries]


def test_folder_is_walked_in_order_without_hidden_and_side_files(folder: Path) -> None:
    assert locators(discover([folder]), folder) == ["a.txt", "picture.png", "b/page.html"]


def test_side_file_beats_the_document_and_the_caller_beats_it(folder: Path) -> None:
    (first, *_) = open_documents([folder])
    assert isinstance(first, Document)
    assert (first.stem, first.title.value, first.title.evidence) == ("a", "Trade", "side file")
    assert (first.publisher.value, first.date.value, first.language.value) == ("Ministry", "2011-05-03", "en")
    (given, *_) = open_documents([folder], publisher="Embassy", date="2012", language="sr")
    assert isinstance(given, Document)
    assert (given.publisher.value, given.publisher.evidence) == ("Embassy", "given")
    assert (given.date.value, given.language.value) == ("2012", "sr")


@pytest.mark.parametrize(
    ("side", "warning"),
    [
        ("{broken", "not valid JSON"),
        ("[1]", "not a JSON object"),
        ('{"date": "soon"}', "is not a date"),
        ('{"title": {"en": "x"}}', "title in the side file is not a text"),
        ('{"language": "Elvish"}', "language 'Elvish' in the side file names no language"),
        ("\xff\xfe", "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_bad_side_file_is_a_warning(folder: Path, side: str, warning: str) -> None:
    (folder / "a.json").write_text(side, encoding="latin-1")
    (document, *_) = open_documents([folder])
    assert isinstance(document, Document)
    assert any(warning in line for line in document.warnings)


@pytest.mark.parametrize(("said", "code"), [("English", "en"), ("EN", "en"), ("en_GB", "en"), ("Elvish", "en")])
def test_a_language_in_a_side_file_is_its_code(folder: Path, said: str, code: str) -> None:
    (folder / "a.txt").write_text("The two ministers signed an agreement on trade and transport.", encoding="utf-8")
    (folder / "a.json").write_text(json.dumps({"language": said}), encoding="utf-8")
    (document, *_) = open_documents([folder])
    assert isinstance(document, Document)
    assert document.language.value == code


def test_wrong_facts_of_the_caller_are_an_error() -> None:
    with pytest.raises(InvalidRecord, match="2016-13"):
        open_documents([], date="2016-13")
    with pytest.raises(InvalidRecord, match="Elvish"):
        open_documents([], language="Elvish")


def test_unknown_format_and_missing_file_are_skipped_with_a_line(folder: Path) -> None:
    skipped = [entry for entry in open_documents([folder, folder / "nowhere.txt"]) if isinstance(entry, Skipped)]
    assert [entry.reason for entry in skipped] == ["binary data, not text", "does not exist"]


def test_side_files_named_with_their_documents_are_no_documents(folder: Path) -> None:
    assert locators(discover([folder / "a.json", folder / "a.txt"]), folder) == ["a.txt"]


def test_a_side_file_may_hold_objects_with_names_and_lists_of_one(folder: Path) -> None:
    side = {"publisher": {"name": "Embassy"}, "inLanguage": ["en"], "published_on": "2014-03-02T10:00:00Z"}
    (folder / "a.json").write_text(json.dumps(side), encoding="utf-8")
    (document, *_) = open_documents([folder])
    assert isinstance(document, Document)
    assert (document.publisher.value, document.language.value, document.date.value) == ("Embassy", "en", "2014-03-02")
    assert not document.warnings


def test_pattern_and_double_naming(folder: Path) -> None:
    entries = discover([str(folder / "*.txt"), folder / "a.txt", str(folder / "**" / "*.html")])
    assert locators(entries, folder) == ["a.txt", "b/page.html", "b/page_files/frame.html"]
    (nothing,) = discover([str(folder / "*.pdf")])
    assert isinstance(nothing, Skipped)


def test_links_out_of_the_folder_are_refused(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text(WORDS)
    (tmp_path / "elsewhere").mkdir()
    (folder / "link.txt").symlink_to(outside)
    (folder / "folder").symlink_to(tmp_path / "elsewhere")
    (folder / "loop").symlink_to(folder)
    (folder / "broken.txt").symlink_to(folder / "nothing")
    skipped = {Path(entry.locator).name: entry.reason for entry in discover([folder]) if isinstance(entry, Skipped)}
    assert skipped.keys() == {"link.txt", "folder", "broken.txt"}
    assert "leads out" in skipped["link.txt"]


def test_a_file_and_a_link_to_it_are_one_under_the_files_name(folder: Path) -> None:
    (folder / "a-link.txt").symlink_to(folder / "a.txt")
    (folder / "A-link.txt").symlink_to(folder / "a.txt")
    assert [name for name in locators(discover([folder]), folder) if "txt" in name] == ["a.txt"]


def test_pipe_does_not_block(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert any(isinstance(entry, Skipped) and "regular" in entry.reason for entry in discover([folder]))


def test_archive_members_are_read(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(
        archive(
            {
                "x/a.txt": WORDS, "x/a.json": '{"date": "2011"}', "p.pdf": pdf([["Words of a page, and more."]]),
                "d.docx": docx(),
                "__MACOSX/._a.txt": "x", "inner.zip": archive({"a.txt": "x"}), "../evil.txt": "x", "/abs.txt": "x",
                "t.csv": "id,text\n1,Words of one.\n2,Words of two.\n",
            }
        )
    )  # fmt: skip
    opened = list(open_documents([path]))
    documents = {entry.locator.split("!")[1]: entry for entry in opened if isinstance(entry, Document)}
    assert documents.keys() == {"x/a.txt", "p.pdf", "d.docx", "t.csv#id=1", "t.csv#id=2"}
    assert documents["x/a.txt"].date.value == "2011"
    reasons = {entry.locator.split("!")[1]: entry.reason for entry in opened if isinstance(entry, Skipped)}
    assert reasons == {
        "inner.zip": "archive within an archive",
        "../evil.txt": "path that leads out of the archive",
        "/abs.txt": "path that leads out of the archive",
    }


def test_link_and_bomb_in_archive_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        package.writestr(link, "/etc/passwd")
        package.writestr("bomb.txt", b"0" * 20_000_000)
    assert [entry.reason.split(" ")[0] for entry in discover([path]) if isinstance(entry, Skipped)] == [
        "unpacks",
        "link",
    ]


def test_archive_limits(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    path.write_bytes(archive({f"{number}.txt": os.urandom(1000) for number in range(20)}))
    (skipped,) = discover([path], limits=Limits(archive_members=10))
    assert isinstance(skipped, Skipped)
    entries = discover([path], limits=Limits(archive_bytes=5_500))
    assert [isinstance(entry, Skipped) for entry in entries] == [False] * 5 + [True]
    path.write_bytes(path.read_bytes()[:500])
    (damaged,) = discover([path])
    assert isinstance(damaged, Skipped)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"<!doctype html><p>The envoy came to the capital.</p>", "html"),
        (pdf([["The envoy came to the capital."]]), "pdf"),
        (docx(), "docx"),
        (b"The envoy came to the capital.", "text"),
        (b'{"id": "x", "text": "The envoy came to the capital."}\n{"id": "y", "text": "He left."}\n', "jsonl"),
        ("<html><p>Das Gespräch</p></html>".encode("utf-16"), "html"),
        (b'{"full_text": "The envoy came to the capital."}\n', "jsonl"),
        (b"id,text\nx,The envoy came to the capital.\n", "csv"),
        (b"\xef\xbb\xbfsep=;\n\nDate;Text\n2020-01-01;The envoy came to the capital.\n", "csv"),
        ("URL\tBody\nhttps://x.example/1\tThe envoy came.\n".encode("utf-16"), "csv"),
        (b"Document, statement\nThe envoy came to the capital.", "text"),
        (b"Text\nThe envoy came to the capital.", "text"),
    ],
)
def test_standard_input_is_recognised(data: bytes, form: str) -> None:
    document = next(open_documents(["-"], stdin=io.BytesIO(data)))
    assert isinstance(document, Document)
    assert document.format == form
    assert document.locator.startswith("-")


def test_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    (skipped,) = open_documents([path])
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith("200 MB, over the limit of 50 MB")


def test_packed_table_is_read_and_a_packed_bomb_is_not(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(b'{"id": "a", "text": "Words of it."}\n'))
    (tmp_path / "zero.txt.gz").write_bytes(gzip.compress(bytes(60_000_000), 1))
    first, second = open_documents([tmp_path], limits=Limits(archive_ratio=20))
    assert isinstance(first, Document)
    assert (first.stem, first.locator) == ("a", f"{tmp_path}/rows.jsonl.gz#id=a")
    assert isinstance(second, Skipped)


def test_source_can_be_sent_to_another_process(folder: Path) -> None:
    (source, *_) = discover([folder])
    assert isinstance(source, Source)
    assert list(open_source(pickle.loads(pickle.dumps(source)))) == list(open_source(source))


def test_content_hash_tells_of_a_change_in_document_or_side_file(folder: Path) -> None:
    (source, *_) = discover([folder])
    assert isinstance(source, Source)
    before = content_hash(source)
    assert before == content_hash(source)
    (folder / "a.json").write_text('{"title": "Other"}')
    assert content_hash(source) != before
    (folder / "a.txt").unlink()
    assert content_hash(source) is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.html", b""),
        ("blank.txt", b" \n\n "),
        ("binary.html", bytes(range(256)) * 40),
        ("program.txt", b"\x7fELF\x02\x01\x01" + bytes(500)),
        ("scripts.html", b"<html><script>var x</script></html>"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ("cut.docx", b"PK\x03\x04" + bytes(30)),
        ("other.zip", b"not a zip"),
    ],
)
def test_unreadable_file_is_skipped_with_reason_and_advice(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (skipped,) = open_documents([tmp_path])
    assert isinstance(skipped, Skipped)
    assert skipped.locator == f"{tmp_path}/{name}"
    assert skipped.reason
    assert skipped.advice


def test_name_that_is_no_utf8_is_printable(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9\n.txt", "w") as file:
        file.write(WORDS)
    (document,) = open_documents([tmp_path])
    assert isinstance(document, Document)
    document.locator.encode()
    assert document.stem == "caf\ufffd\ufffd"
