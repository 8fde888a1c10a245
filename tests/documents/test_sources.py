"""What inputs name: folders, patterns, archives, standard input; and what is refused."""

from __future__ import annotations

import os
import stat
import zipfile
from pathlib import Path

from dragoman.documents import Limits, Source, discover, open_documents
from dragoman.records import Document, Skipped

from .make import WORDS, archive, docx, pdf


def locators(entries: list[Source | Skipped], root: Path) -> list[str]:
    return [entry.locator.removeprefix(f"{root}/") for entry in entries]


def test_folder_is_walked_in_order_without_hidden_and_side_files(folder: Path) -> None:
    assert locators(discover([folder]), folder) == ["a.txt", "picture.png", "b/page.html"]


def test_unknown_format_and_missing_file_are_skipped_with_a_line(folder: Path) -> None:
    skipped = [entry for entry in open_documents([folder, folder / "nowhere.txt"]) if isinstance(entry, Skipped)]
    assert [entry.reason for entry in skipped] == ["binary data, not text", "does not exist"]


def test_side_files_named_with_their_documents_are_no_documents(folder: Path) -> None:
    assert locators(discover([folder / "a.json", folder / "a.txt"]), folder) == ["a.txt"]


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


def test_name_that_is_no_utf8_is_printable(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9\n.txt", "w") as file:
        file.write(WORDS)
    (document,) = open_documents([tmp_path])
    assert isinstance(document, Document)
    document.locator.encode()
    assert document.stem == "caf\ufffd\ufffd"
