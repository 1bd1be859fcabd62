"""A guide and a tool's card in somebody else's page: title, height, links that lead outside."""

from __future__ import annotations

import pytest
from playwright.sync_api import Frame, Page, expect

from macros.loading.catalogue import Catalogue
from tests.site.driving import STAGES
from tests.site.serving import Site

GUIDE = f"embed/guide/{STAGES[0]}/"
CARD = "embed/tools/torchserve/"
MATRIX = f"embed/{STAGES[0]}/"
HOST = """
<script>
window.heights = [];
addEventListener("message", ({ data }) => data?.type === "mlops-guide:height" && heights.push(data.height));
</script>
<iframe src="%s" width="700" height="300"></iframe>
"""


def framed(page: Page, address: str) -> Frame:
    """The page of an address in a frame of another site."""
    page.set_content(HOST % address)
    frame = page.frames[-1]
    frame.wait_for_load_state()
    return frame


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("path", [GUIDE, CARD, MATRIX])
def test_a_page_in_a_frame_tells_its_height_and_opens_links_outside(
    site: Site, page: Page, path: str, language: str
) -> None:
    frame = framed(page, site.url(path, language))
    expect(frame.locator("h1")).to_be_visible()
    while not page.evaluate("heights.length"):
        page.wait_for_timeout(50)
    bottom = frame.locator("main").evaluate("main => main.getBoundingClientRect().bottom + scrollY")
    assert page.evaluate("heights.at(-1)") >= bottom - 1
    with page.expect_popup() as opened:
        frame.locator(".embed__title a").click()
    assert "/embed/" not in opened.value.url


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_guide_can_be_answered_in_a_frame_and_its_link_leads_to_the_whole_page(
    site: Site, page: Page, language: str
) -> None:
    page.goto(site.url(GUIDE, language))
    expect(page.locator(".guide[data-mode]")).to_be_visible()
    expect(page.locator(".md-header")).to_have_count(0)
    question = page.locator("fieldset.question:visible").first
    name = question.get_attribute("data-question")
    option = question.locator("input").first
    value = option.get_attribute("value")
    question.locator("label.option").first.click()
    page.locator("[data-do=see]:visible").first.click()
    page.locator(".takeaway [data-do=link]").click()
    output = page.locator(".takeaway__copied")
    expect(output).to_have_attribute(
        "data-copied", f"{site.url(f'choose/{STAGES[0]}/', language)}?{name}={value}"
    )


def test_a_card_says_what_a_tool_is_and_whether_it_lives(
    site: Site, catalogue: Catalogue, page: Page
) -> None:
    page.goto(site.url(CARD))
    tool = catalogue.tools["torchserve"]
    card = page.locator(".toolcard")
    expect(card).to_contain_text(tool.summary.ko)
    expect(card.locator(".status--archived")).to_be_visible()
    expect(card).to_contain_text(tool.licences[-1].licence)


@pytest.mark.parametrize("path", [GUIDE, CARD])
def test_a_frame_has_a_title_and_words_without_scripts(site: Site, path: str) -> None:
    text = (site.folder / path / "index.html").read_text("utf-8")
    assert "<h1" in text
    assert '<base target="_blank">' in text
    assert "default-src 'none'" in text
    assert '<meta name="robots" content="noindex">' in text
