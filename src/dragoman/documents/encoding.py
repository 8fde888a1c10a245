"""Bytes -> characters, the same way every time."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Single-byte encodings of the languages governments around here publish in; the first of equals wins.
CANDIDATES = ("cp1252", "cp1250", "cp1251", "iso8859-2", "koi8-r", "iso8859-5", "cp1253", "cp1254", "cp1256", "cp1255")
# Text codecs of Python that no document is in; some cannot be lenient, UTF-7 hides marks from those who look for them.
NO_ENCODINGS = frozenset(
    {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7", "mbcs", "oem"}
)
SAMPLE = 65_536
WORD = re.compile(r"[^\W\d_]+")
PUNCTUATION = frozenset("‘’“”„‚«»–—…•·§°€£©®№´¡¿ºª½\xa0\xad")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were read with, and what went wrong on the way."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def looks_binary(data: bytes) -> bool:
    """True for data that is no text in any encoding: control bytes that no text has, and no UTF-16 or UTF-32."""
    sample = data[:SAMPLE]
    if not sample or any(sample.startswith(mark) for mark, _ in BOMS) or utf16_without_mark(sample):
        return False
    odd = sum(sample.count(code) for code in range(32) if code not in b"\t\n\r\x0b\x0c\x1b")
    return odd > 0.02 * len(sample) + 4


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode by byte order mark, by UTF-8 validity, by what the document ``declared``, then by likeness to language.

    UTF-8 comes before the declaration because text that is valid UTF-8 and not ASCII is practically never anything
    else, while pages often declare an encoding they were once saved in. Never raises; unreadable bytes become U+FFFD.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], name)
    if (wide := utf16_without_mark(data[:SAMPLE])) is not None:
        return _lenient(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and not data[: error.start].isascii():
            return Decoded(data[: error.start].decode("utf-8"), "utf-8", ("file ends within a character",))
    if _mostly_utf8(data[:SAMPLE]):
        return _lenient(data, "utf-8")
    name = _known(declared) or ""
    if not name or name in ("utf-8", "ascii") or name.startswith(("utf-16", "utf-32")):
        name = guess(data)
    decoded = _lenient(data, name)
    return decoded if declared else Decoded(decoded.text, name, (*decoded.warnings, f"encoding guessed as {name}"))


def guess(data: bytes) -> str:
    """The single-byte encoding under which ``data`` looks most like words: one script and case a word."""
    high = bytes(data[: SAMPLE * 4])
    sample = b" ".join(re.findall(rb"[\x21-\x7e]*[\x80-\xff][\x21-\x7e\x80-\xff]*", high)[:2000])
    return max(CANDIDATES, key=lambda name: _likeness(sample, name))


def _likeness(sample: bytes, name: str) -> float:
    text = sample.decode(name, "replace")
    letters: Counter[str] = Counter()
    score = 0.0
    for word in WORD.findall(text):
        marked = [letter for letter in word if letter > "\x7f"]
        if not marked:
            continue
        one_script = len({_script(letter) for letter in word}) == 1
        if one_script and (word.isupper() or word[1:] == word[1:].lower()):
            letters.update(marked)
        else:
            score -= len(marked)
    score += 0.3 * letters.total() + 0.7 * max(_known_letters(letters, alphabet) for alphabet in ALPHABETS[name])
    for character in text:
        if character > "\x7f" and not character.isalpha():
            score += 0.3 if character in PUNCTUATION else -2.0
    return score


def _known_letters(letters: Counter[str], alphabet: str) -> float:
    """How many of the letters one language uses; capitals count less, as the wrong encoding often shows them."""
    return sum(
        count if letter in alphabet else 0.6 * count
        for letter, count in letters.items()
        if letter in alphabet or letter.lower() in alphabet
    )


# Letters beyond ASCII of single languages: a text has those of one of them, seldom those of two.
ALPHABETS = {
    "cp1252": ("àâæçéèêëîïôœùûüÿ", "äöüß", "áéíñóúü", "ãáàâçéêíóôõú", "àèéìòù", "äåæöø", "ëïéèöü"),
    "cp1250": ("čćšžđ", "áčďéěíňóřšťúůýžôľĺŕä", "ąćęłńóśźż", "áéíóöőúüű", "ăâîșțşţ", "äöüß", "ëç"),
    "iso8859-2": ("čćšžđ", "áčďéěíňóřšťúůýžôľĺŕä", "ąćęłńóśźż", "áéíóöőúüű", "ăâîșțşţ"),
    "cp1251": ("абвгдежзийклмнопрстуфхцчшщъыьэюяё", "абвгдђежзијклљмнњопрстћуфхцчџш", "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
               "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    "koi8-r": ("абвгдежзийклмнопрстуфхцчшщъыьэюяё",),
    "iso8859-5": ("абвгдежзийклмнопрстуфхцчшщъыьэюяё", "абвгдђежзијклљмнњопрстћуфхцчџш"),
    "cp1253": ("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ",),
    "cp1254": ("ğşıçöüâî",),
    "cp1256": ("ابتثجحخدذرزسشصضطظعغفقكلمنهويىءآأإؤئة",),
    "cp1255": ("אבגדהוזחטיכלמנסעפצקרשתםןףץך",),
}  # fmt: skip


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split(" ", 1)[0]


def wide(begun: bytes) -> str | None:
    """UTF-16 or UTF-32, by the first bytes of a text: by its mark, or by NULs between Latin letters."""
    marked = next((name for mark, name in BOMS if begun.startswith(mark)), None)
    if marked is None:
        return utf16_without_mark(begun[:SAMPLE])
    return None if marked == "utf-8" else marked[: len("utf-16")]  # the codec takes the mark away


def utf16_without_mark(sample: bytes) -> str | None:
    """UTF-16 of mostly ASCII characters: every second byte is NUL."""
    if len(sample) < 8:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.05 * half else None


def _mostly_utf8(sample: bytes) -> bool:
    """More well-formed UTF-8 sequences than bytes that break it: UTF-8 with some damage."""
    text = sample.decode("utf-8", "replace")
    good = sum(1 for character in text if character > "\x7f" and character != "\ufffd")
    return good > 3 * text.count("\ufffd")


def _known(declared: str | None) -> str | None:
    """The codec a declaration means; HTML says that latin-1 and ASCII mean windows-1252."""
    try:
        name = codecs.lookup((declared or "").strip().strip("\"'")).name.replace("_", "-")
    except (LookupError, ValueError):
        return None
    if name in NO_ENCODINGS or not getattr(codecs.lookup(name), "_is_text_encoding", True):
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _lenient(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    damaged = text.count("\ufffd")
    return Decoded(text, name, (f"{damaged} characters could not be decoded as {name}",) if damaged else ())
