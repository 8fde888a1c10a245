"""Which language a text is in."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dragoman.documents.language import language_of, normalised

CASES = [
    ("The two governments signed an agreement on trade in October 2015, and parliament ratified it.", "en"),
    ("Beograd i Priština postigli su u Briselu dogovore o slobodi kretanja i matičnim knjigama rođenih.", "sr-Latn"),
    ("Ministri su razgovarali o saradnji dve zemlje i evropskim integracijama posle sastanka u Beogradu.", "sr-Latn"),
    (
        "Ministri su u lipnju razgovarali o suradnji dviju zemalja i europskim integracijama nakon sastanka u Zagrebu.",
        "hr",
    ),
    ("Београд и Приштина постигли су у Бриселу договор о слободи кретања.", "sr"),
    ("Двете влади потпишаа договор за соработка и ќе отворат нов граничен премин.", "mk"),
    ("Правительства двух стран подписали соглашение о сотрудничестве в области торговли.", "ru"),
    ("Уряди двох країн підписали угоду про співпрацю в галузі торгівлі.", "uk"),
    ("Правителствата на двете страни подписаха споразумение за сътрудничество в търговията.", "bg"),
    ("Qeveritë e të dy vendeve nënshkruan një marrëveshje për bashkëpunim në fushën e tregtisë.", "sq"),
    ("Les gouvernements des deux pays ont signé un accord de coopération commerciale.", "fr"),
    ("Los gobiernos de ambos países firmaron un acuerdo de cooperación comercial.", "es"),
    ("Die Regierungen beider Länder unterzeichneten ein Abkommen über den Handel.", "de"),
    ("I governi dei due paesi hanno firmato un accordo di cooperazione commerciale.", "it"),
    ("وقعت حكومتا البلدين اتفاقية للتعاون في مجال التجارة.", "ar"),
    ("ממשלות שתי המדינות חתמו על הסכם לשיתוף פעולה בתחום הסחר.", "he"),
    ("两国政府签署了贸易合作协定,并同意加强双边关系。", "zh"),
]


@pytest.mark.parametrize(("text", "code"), CASES)
def test_language_is_detected(text: str, code: str) -> None:
    assert language_of(text).value == code


@pytest.mark.parametrize(
    "text", ["", "2011, 2012.", "EU NATO", "1234 5678 | 99%", "Israel condemned Hamas.", "Serbia condemned Kosovo."]
)
def test_too_few_words_give_no_language(text: str) -> None:
    assert language_of(text).value is None


@pytest.mark.parametrize(
    ("index", "declared", "code"),
    [
        (0, "en-US", "en"),
        (1, "bs", "bs"),
        (1, "sr-Latn-RS", "sr-Latn"),
        (10, "en", "fr"),
        (4, "en", "sr"),
        (3, "sr", "sr-Latn"),
    ],
)
def test_declared_language_is_checked_against_the_words(index: int, declared: str, code: str) -> None:
    assert language_of(CASES[index][0], declared=declared).value == code


def test_evidence_says_where_words_contradict() -> None:
    assert "contradict" in language_of(CASES[10][0], declared="en").evidence


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("en_US", "en"),
        ("sr-latn-rs", "sr-Latn"),
        ("ENG", "en"),
        ("x y", None),
        ("", None),
        (None, None),
        ("und", None),
        ("English", "en"),
        (" français ", "fr"),
        ("Traditional Chinese", "zh"),
        ("SRP-latn", "sr-Latn"),
        ("Elvish", None),
    ],
)
def test_codes_are_normalised(said: str | None, code: str | None) -> None:
    assert normalised(said) == code


def test_nothing_is_loaded_that_could_download() -> None:
    # in a process of its own: plugins of the test runner load much themselves
    asked = "import sys; from dragoman.documents.language import language_of; language_of(sys.argv[1]); "
    said = "print(*sorted({'robust_downloader', 'requests'} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", asked + said, CASES[0][0]], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
