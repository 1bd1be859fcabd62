"""A team's own weights: the arithmetic adds up, unknown is never a no, and what is said of flips is true."""

from __future__ import annotations

import random
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from macros.loading.catalogue import Catalogue
from tests.site.driving import copied, offered, opened, settled, words
from tests.site.serving import Site
from tests.site.weighing import address, computed, random_weights, read_line

STAGES = ("message-broker", "model-serving", "pipeline-orchestration")
SETS = 4

# For many sets of weights: what the page's own module says of flips, and what really comes first.
FLIPS = """
async (sets) => {
  const base = document.querySelector("script[type=module][src*=site]").src.replace(/site\\.mjs.*/, "");
  const { flips, rank } = await import(`${base}weights/ranking.mjs`);
  const { modelOf } = await import(`${base}matrix/model.mjs`);
  const { tools } = modelOf(document.querySelector(".matrix"));
  const first = (weights) => rank(tools, weights).ranked[0]?.tool;
  return sets.map((weights) => {
    const changed = (each, weight) => weights.map((other) => (other === each ? { ...each, weight } : other));
    const others = weights.map((each) => [0, 1, 2, 3, 4, 5].map((weight) => first(changed(each, weight))));
    return { first: first(weights), flips: flips(tools, weights), others };
  });
}
"""


def ranked(page: Page) -> Locator:
    """The lines of the ranking, best first."""
    return page.locator(".weights__result > ol > li")


@pytest.mark.parametrize("stage", STAGES)
def test_the_ranking_its_ranges_and_its_arithmetic_are_those_of_the_cells(
    stage: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    chance = random.Random(stage)  # noqa: S311 (repeatable, nothing secret)
    for _ in range(SETS):
        weights = random_weights(chance, catalogue, stage)
        ranges, excluded = computed(catalogue, stage, weights)
        opened(page, site.url(f"compare/{stage}/") + address(weights))
        expect(ranked(page)).to_have_count(len(ranges))
        page.locator(".weights__result details").evaluate_all("all => all.forEach(each => each.open = true)")
        lines = [read_line(line) for line in ranked(page).all_inner_texts()]
        assert {name for name, *_ in lines} == set(ranges)
        total = sum(int(weight) for _, weight, _ in weights if weight != "must")
        middles = []
        for name, shown, arithmetic in lines:
            wanted = ranges[name]
            assert shown == pytest.approx(wanted, abs=0.06), (page.url, name)
            if wanted:
                assert 100 * arithmetic / total == pytest.approx(sum(wanted) / 2, abs=0.06), page.url
                middles.append(round(sum(wanted) / 2, 1))
        assert middles == sorted(middles, reverse=True)
        items = page.locator(".weights__result > ul").first.locator("li") if excluded else None
        if items:
            expect(items).to_have_count(len(excluded))
        names = [text.split(":")[0] for text in items.all_inner_texts()] if items else []
        assert names == excluded
        first, *others = [ranges[name] for name, *_ in lines] or [None]
        close = [
            name
            for (name, *_), each in zip(lines[1:], others, strict=True)
            if not each or each[1] >= first[0] - 0.05
        ]
        tie = f"{words(catalogue, 'js.weights.tie')} {', '.join([lines[0][0], *close])}" if close else None
        assert (tie in page.locator(".weights__result > p").all_inner_texts()) == bool(close)


@pytest.mark.parametrize("stage", STAGES)
def test_every_flip_that_is_named_is_true_and_none_is_left_out(
    stage: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    chance = random.Random(stage)  # noqa: S311 (repeatable, nothing secret)
    sets = [random_weights(chance, catalogue, stage) for _ in range(60)]
    settled(opened(page, site.url(f"compare/{stage}/")))
    shaped = [
        [dict(zip(("criterion", "weight", "wanted"), each, strict=True)) for each in one] for one in sets
    ]
    named = 0
    for weights, found in zip(sets, page.evaluate(FLIPS, shaped), strict=True):
        others = sum(weight != "must" for _, weight, _ in weights)
        named_here = {each["criterion"]: each for each in found["flips"]}
        for (criterion, weight, _), winners in zip(weights, found["others"], strict=True):
            changes = {to for to, tool in enumerate(winners) if tool != found["first"] and (to or others > 1)}
            if weight == "must":
                assert criterion not in named_here
            elif criterion in named_here:
                flip = named_here[criterion]
                assert winners[flip["to"]] == flip["tool"] != found["first"]
                assert abs(flip["to"] - int(weight)) == min(abs(to - int(weight)) for to in changes)
                named += 1
            else:
                assert not changes
    assert named > 20


def test_a_flip_on_the_page_comes_true_when_it_is_followed(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    opened(
        page,
        site.url("compare/message-broker/") + "?weigh=message-replay:3:yes,ordering:2:yes,hosting:3:managed",
    )
    said = page.locator(".weights__result > ul").last.locator("li").first
    expect(said).to_be_visible()
    pattern = re.escape(catalogue.strings["js.weights.flip"].ko).replace(r"\{", "{").replace(r"\}", "}")
    pattern = pattern.replace(re.escape("(으)로"), "(?:으)?로")
    found = re.fullmatch(
        pattern.format(criterion="(.+)", **{"from": r"(\d)"}, to=r"(\d)", tool="(.+?)"), said.inner_text()
    )
    assert found
    page.locator(".weights__open").evaluate("fold => fold.open = true")
    line = page.locator(".weight", has=page.get_by_text(found[1], exact=True))
    line.locator("[data-weight]").select_option(found[3] if found[3] != "0" else "")
    expect(ranked(page).first).to_contain_text(found[4])


def test_unknown_weights_in_an_address_are_dropped_with_a_word(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    vain = ["moon:3:yes", "kubernetes:9:optional", "hosting:2:nowhere", "licence:3:mit"]
    opened(page, site.url("compare/message-broker/") + f"?weigh=ordering:2:yes,{','.join(vain)}")
    said = page.locator(".weights__result > p").first
    expect(said).to_have_text(f"{words(catalogue, 'js.weights.unread')} {', '.join(vain)}")
    page.locator("#weight-message-replay").evaluate("each => each.closest('details').open = true")
    page.locator("#weight-message-replay").select_option("must")
    expect(page).to_have_url(re.compile(r"\?weigh=[a-z-]+:(2|must):yes,[a-z-]+:(2|must):yes$"))


def test_a_link_with_weights_names_every_value_and_reads_no_page_of_definitions(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, site.url("compare/model-serving/") + "?weigh=hosting:3:self-hosted")
    wanted = page.locator(".weight[data-criterion=hosting] [data-wanted]")
    expect(wanted).to_have_value("self-hosted")
    names = [option.name for option in catalogue.criteria["hosting"].options.values()]
    assert wanted.locator("option").all_inner_texts() == [name.plain("ko") for name in names if name]
    assert any(url.endswith("embed/tools/options.json") for url in asked)
    assert not [url for url in asked if "about/criteria" in url]


def test_a_form_of_weights_that_was_opened_before_its_script_came_is_filled(site: Site, page: Page) -> None:
    def late(route: Route) -> None:
        page.locator(".weights__open").evaluate("fold => { fold.open = true; }")
        route.continue_()

    page.route("**/weights/weights.mjs", late)
    page.goto(site.url("compare/model-serving/"))
    expect(page.locator(".weight [data-weight]").first).to_be_visible()


def test_weights_and_matrix_keep_each_others_parameters(site: Site, page: Page) -> None:
    opened(page, site.url("compare/message-broker/") + "?only=differences&weigh=ordering:2:yes")
    expect(ranked(page).first).to_be_visible()
    every = ranked(page).count()
    page.locator("#weight-message-replay").select_option("4")
    page.locator(".controls [name=sort]").select_option("kubernetes")
    offered(page).locator(".controls [name=tools]").first.uncheck()
    settled(page)
    query = parse_qs(urlsplit(page.url).query)
    assert query["only"] == ["differences"]
    assert query["sort"] == ["kubernetes"]
    assert sorted(query["weigh"][0].split(",")) == ["message-replay:4:yes", "ordering:2:yes"]
    expect(ranked(page)).to_have_count(every - 1)
    page.locator(".controls [type=reset]").click()
    expect(ranked(page)).to_have_count(every)
    settled(page)
    assert list(parse_qs(urlsplit(page.url).query)) == ["weigh"]


def test_every_cell_of_the_arithmetic_is_linked_even_where_the_table_hides_it(site: Site, page: Page) -> None:
    opened(
        page, site.url("compare/message-broker/") + "?criteria=hosting&weigh=ordering:2:yes,hosting:1:managed"
    )
    page.locator(".weights__result details").first.evaluate("details => details.open = true")
    shown, hidden = (ranked(page).first.locator(f"a[href$='-{each}']") for each in ("hosting", "ordering"))
    expect(page.locator((shown.get_attribute("href") or "").replace("#", "td#"))).to_be_visible()
    hidden.click()
    expect(page.locator(".assessments tr:target")).to_be_visible()


def test_a_tool_that_is_closed_is_never_ranked(catalogue: Catalogue, site: Site, page: Page) -> None:
    stage, closed = next(
        (stage, [tool.name.ko for tool in catalogue.tools_of(stage).values() if not tool.living])
        for stage in catalogue.stages
        if not all(tool.living for tool in catalogue.tools_of(stage).values())
    )
    opened(page, site.url(f"compare/{stage}/") + "?weigh=licence-class:5:open-source")
    said = f"{words(catalogue, 'js.weights.closed')} {', '.join(closed)}"
    expect(page.locator(".weights__result > p", has_text=said)).to_be_visible()
    names = [read_line(line)[0] for line in ranked(page).all_inner_texts()]
    assert not set(names) & set(closed)


def test_the_decision_record_holds_weights_ranking_sources_and_dates(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    weights = [("ordering", "3", "yes"), ("hosting", "2", "managed"), ("message-replay", "must", "yes")]
    opened(page, site.url("compare/message-broker/") + address(weights))
    record = copied(page, "adr", ".weights")
    ranges, excluded = computed(catalogue, "message-broker", weights)
    parts = dict(part.split("\n\n", 1) for part in record.split("\n## ")[1:])
    given, ranking, sources = (
        parts[words(catalogue, f"js.weights.adr-{key}")] for key in ("weights", "ranking", "sources")
    )
    assert all(catalogue.criteria[criterion].name.ko in given for criterion, *_ in weights)
    assert len(re.findall(r"^\d+\. ", ranking, re.M)) == len(ranges)
    assert all(name in ranking for name in (*ranges, *excluded))
    lines = [line for line in sources.splitlines() if line.startswith("- ")]
    assert len(lines) == len(weights) * len(ranges)
    unchecked = words(catalogue, "value.unchecked")
    assert all(unchecked in line or re.search(r"<https?://\S+> \(\d{4}-\d\d-\d\d\)", line) for line in lines)
    assert sorted(re.findall(r"weigh=(\S+)>$", record)[0].split(",")) == sorted(map(":".join, weights))
