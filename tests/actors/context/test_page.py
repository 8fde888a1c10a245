"""What the functions that link mentions share."""

from dragoman.actors.context.page import Mention, Page, once, within
from dragoman.actors.mentions.found import Found
from linked_samples import link, opened


def named(page: Page, mention: Found) -> Mention | None:
    return Mention(0, 1, page.document.text[:1], mention.codes, "named") if mention.codes else None


def test_mentions_of_a_stretch_of_text() -> None:
    found = link("Malta met Ghana. Oman left.")
    assert [m.text for m in within(found, 0, 16)] == ["Malta", "Ghana"]
    assert [m.text for m in within(found, 1, 27)] == ["Ghana", "Oman"]


def test_a_page_links_as_it_was_told_to() -> None:
    page = opened("Malta met him.", step=named)
    assert [page.link(mention) for mention in page.found] == [Mention(0, 1, "M", ("MLT",), "named"), None]


def test_what_is_kept_with_a_page_is_computed_once_and_for_that_page_alone() -> None:
    asked = []

    @once
    def names(page: Page) -> list[str]:
        asked.append(page)
        return [token.text for token in page.tokens if token.entry]

    first, second = opened("Malta met Ghana."), opened("Oman left.")
    assert names(first) == names(first) == ["Malta", "Ghana"]
    assert names(second) == ["Oman"]
    assert asked == [first, second]
