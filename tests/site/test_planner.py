"""The stack planner: a tool for each stage, what the whole needs, and what is known to work together."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.guide import outcome as guide
from macros.guide.guide import guide_of
from macros.loading.catalogue import Catalogue
from macros.views.plans import pairs
from tests.site.driving import copied, opened, suggested, words
from tests.site.guide_page import SHOWN
from tests.site.serving import Site

PAGE = "stacks/"
STACK = "pipeline-orchestration:airflow,experiment-tracking:mlflow,model-serving:triton"
TOOLS = ("airflow", "mlflow", "triton")


def chosen(page: Page) -> dict[str, str]:
    """The tool of each stage that has one."""
    found: dict[str, str] = page.locator(".planner select[data-stage]").evaluate_all(
        "all => Object.fromEntries(all.filter(one => one.value).map(one => [one.dataset.stage, one.value]))"
    )
    return found


def hint(page: Page, stage: str) -> Locator:
    """What stands beside a stage's choice."""
    return page.locator(f"[data-hint={stage}]")


def test_every_starting_point_fills_the_stages_and_the_address(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    opened(page, site.url(PAGE))
    for stack in catalogue.stacks.values():
        page.get_by_role("button", name=stack.name.ko, exact=True).click()
        wanted = {entry.stage: entry.tool for entry in stack.tools}
        assert chosen(page) == wanted
        opened(page, page.url)
        assert chosen(page) == wanted
    page.go_back()
    page.go_back()
    expect(page.locator(".planner__form")).to_be_visible()


def test_a_tool_is_picked_for_each_stage_and_the_address_holds_all(site: Site, page: Page) -> None:
    opened(page, site.url(PAGE))
    page.locator("#pick-experiment-tracking").select_option("mlflow")
    page.locator("#pick-model-serving").select_option("triton")
    page.locator("#answer-kubernetes").select_option("yes")
    page.locator("#pick-model-serving").select_option("")
    expect(page).to_have_url(site.url(PAGE) + "?kubernetes=yes&stack=experiment-tracking:mlflow")
    assert copied(page, "link") == page.url
    page.go_back()
    assert chosen(page) == {"experiment-tracking": "mlflow", "model-serving": "triton"}


@pytest.mark.parametrize("given", ["hosting=self", "kubernetes=no", "cloud=aws", "team=solo"])
def test_the_planner_shows_the_guides_leaders_ties_as_ties_and_nobody_where_nobody_stands_out(
    given: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    question, _, option = given.partition("=")
    opened(page, f"{site.url(PAGE)}?{given}")
    expect(page.locator(f"#answer-{question}")).to_have_value(option)
    for stage in catalogue.guides:
        wanted = suggested(catalogue, stage, {question: (option,)})
        beside = hint(page, stage)
        found = beside.locator("button").evaluate_all("all => all.map(each => each.dataset.tool)")
        assert found == wanted, stage
        lead, tied = (words(catalogue, f"js.planner.{key}", tools="") for key in ("suggest", "tied"))
        assert (tied in beside.inner_text()) == (len(wanted) > 1)
        assert (lead in beside.inner_text()) == (len(wanted) == 1)
        enough = guide.outcome(guide_of(catalogue, stage), {question: (option,)}).baseline
        assert (words(catalogue, "js.planner.enough") in beside.inner_text()) == enough
    if given == "hosting=self":
        stage = "experiment-tracking"
        shown = opened(page, f"{site.url(f'choose/{stage}/')}?{given}").evaluate(SHOWN)
        wanted = suggested(catalogue, stage, {"hosting": ("self",)})
        assert (shown["tied"] or [shown["winner"]]) == wanted[:4]


def test_a_chosen_tool_that_the_answers_rule_out_is_warned_of_and_a_suggestion_taken(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    stage, question, option, tool = next(
        (stage, asked.id, option, tool)
        for stage in catalogue.guides
        for asked in guide_of(catalogue, stage).questions
        for option in asked.options
        if asked.question.use and suggested(catalogue, stage, {asked.id: (option,)})
        for tool in guide.outcome(guide_of(catalogue, stage), {asked.id: (option,)}).out
    )
    opened(page, site.url(PAGE) + f"?{question}={option}&stack={stage}:{tool}")
    expect(hint(page, stage)).to_contain_text(words(catalogue, "js.planner.out"))
    button = hint(page, stage).locator("button").first
    suggestion = button.get_attribute("data-tool")
    button.click()
    assert chosen(page)[stage] == suggestion
    expect(hint(page, stage)).not_to_contain_text(words(catalogue, "js.planner.out"))


def test_an_overlap_is_named_where_a_chosen_tool_covers_another_stage(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    opened(page, site.url(PAGE) + "?stack=experiment-tracking:mlflow")
    said = words(catalogue, "js.planner.covers", tool="MLflow")
    for stage in catalogue.guides:
        role = catalogue.tools["mlflow"].stages.get(stage)
        covered = role is not None and not role.part and stage != "experiment-tracking"
        assert (said in hint(page, stage).inner_text()) == covered


def test_what_a_tool_needs_stands_beside_its_pick(catalogue: Catalogue, site: Site, page: Page) -> None:
    opened(page, site.url(f"{PAGE}?stack={STACK}"))
    beside = page.locator("[data-needs=experiment-tracking]")
    heads = [catalogue.criteria[each].name.ko for each in catalogue.ordered_by("need")]
    more = [words(catalogue, f"js.planner.{each}") for each in ("setups", "versions")]
    expect(beside.locator("dt")).to_have_text([*heads, *more])
    fact = page.locator(
        f".planner__data tr[data-tool=mlflow] [data-criterion={catalogue.ordered_by('need')[0]}]"
    )
    expect(beside.locator("dd").first).to_have_text((fact.text_content() or "").strip())
    expect(beside.locator("dd").last).to_contain_text("Python")
    untouched = next(stage for stage in catalogue.stages if stage not in STACK)
    expect(page.locator(f"[data-needs={untouched}]")).to_be_hidden()


@pytest.mark.parametrize("team", ["solo", "small", "large"])
def test_the_ways_to_run_a_tool_are_those_for_the_size_of_the_team(
    team: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    opened(page, site.url(f"{PAGE}?team={team}&stack=experiment-tracking:mlflow"))
    fitting = [each.name.ko for each in catalogue.tools["mlflow"].setups if team in each.team]
    assert 0 < len(fitting) < len(catalogue.tools["mlflow"].setups)
    row = page.locator("[data-needs=experiment-tracking] div", has_text=words(catalogue, "js.planner.setups"))
    expect(row.locator("dd")).to_have_text(" · ".join(fitting))


def test_what_covers_a_stage_in_part_is_said_to_and_a_discontinued_integration_too(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    tool, stage = next(
        (name, stage)
        for name, record in catalogue.tools.items()
        for stage, role in record.stages.items()
        if role.part and stage in catalogue.guides and record.living
    )
    own = next(each for each, role in catalogue.tools[tool].stages.items() if not role.part)
    opened(page, site.url(f"{PAGE}?stack={own}:{tool}"))
    name = catalogue.tools[tool].name.ko
    expect(hint(page, stage)).to_contain_text(words(catalogue, "js.planner.covers-part", tool=name))
    opened(page, site.url(f"{PAGE}?stack=pipeline-orchestration:airflow,experiment-tracking:mlflow"))
    relation = next(each for each in catalogue.tools["airflow"].relations if each.discontinued)
    said = page.locator(".planner__result li", has_text=words(catalogue, "js.planner.discontinued"))
    expect(said).to_contain_text(relation.note.ko if relation.note else "")


def test_picks_are_carried_from_guide_to_planner_and_on(catalogue: Catalogue, site: Site, page: Page) -> None:
    opened(page, site.url(f"{PAGE}?stack=model-serving:triton"))
    given = {"hosting": ("managed",)}
    stage = "experiment-tracking"
    opened(page, site.url(f"choose/{stage}/?hosting=managed"))
    leaders = guide.outcome(guide_of(catalogue, stage), given).leaders
    if len(leaders) > 1:
        page.locator(f".tie input[value={leaders[0]}]").click()
    page.locator(".win__onward a[href*='/stacks/']").click()
    expect(page.locator("#answer-hosting")).to_have_value("managed")
    assert chosen(page) == {"model-serving": "triton", stage: leaders[0]}
    record = copied(page, "adr")
    assert words(catalogue, "js.planner.adr-guide") in record
    assert f"/choose/{stage}/?hosting=managed>" in record


def test_every_pair_is_linked_to_its_evidence_or_said_to_have_none(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    opened(page, site.url(f"{PAGE}?stack={STACK}"))
    items = page.locator(".planner__result > ul").last.locator("li")
    known = pairs(catalogue, list(TOOLS))
    expect(items).to_have_count(len(known))
    for number, (one, other, shown) in enumerate(known):
        names = f"{one.name.ko} + {other.name.ko}"
        expect(items.nth(number)).to_contain_text(names)
        expect(items.nth(number).locator("a[href^=http]")).to_have_count(1 if shown else 0)
        if shown is None:
            expect(items.nth(number)).to_contain_text(words(catalogue, "js.planner.without"))
    assert {shown is None for _, _, shown in known} == {True, False}


def test_a_closed_tool_that_an_address_names_is_shown_with_a_warning_and_never_suggested(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    opened(page, site.url(PAGE) + "?kubernetes=yes&stack=model-serving:torchserve")
    assert chosen(page) == {"model-serving": "torchserve"}
    status = words(catalogue, f"status.{catalogue.tools['torchserve'].lifecycle.status}")
    expect(page.locator(".planner__result li").first).to_contain_text(f"TorchServe: {status}")
    expect(hint(page, "model-serving").locator("[data-tool=torchserve]")).to_have_count(0)
    expect(hint(page, "model-serving")).not_to_contain_text(words(catalogue, "js.planner.out"))


def test_what_an_address_asks_for_in_vain_is_dropped_with_a_word(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    state = "?colour=red&kubernetes=often&stack=moon:mlflow,model-serving:kafka,experiment-tracking:mlflow"
    opened(page, site.url(PAGE) + state)
    said = page.locator(".planner__result > p").first
    for each in (words(catalogue, "js.planner.dropped"), "often", "moon", "kafka"):
        expect(said).to_contain_text(each)
    page.locator("#answer-kubernetes").select_option("no")
    expect(page).to_have_url(site.url(PAGE) + "?kubernetes=no&stack=experiment-tracking:mlflow")
    expect(page.get_by_text(words(catalogue, "js.planner.dropped"))).to_have_count(0)


def test_the_decision_record_holds_the_whole_stack(catalogue: Catalogue, site: Site, page: Page) -> None:
    opened(page, site.url(f"{PAGE}?kubernetes=yes&stack={STACK}"))
    record = copied(page, "adr")
    asked = catalogue.questions["kubernetes"]
    assert f"- {asked.ask.ko} **{asked.options['yes'].name.ko}**" in record
    for pair in STACK.split(","):
        key, tool = pair.split(":")
        assert f"| {catalogue.stages[key].name.ko} | **{catalogue.tools[tool].name.ko}** |" in record
    untouched = set(catalogue.stages) - {pair.split(":")[0] for pair in STACK.split(",")}
    assert not [key for key in untouched if f"| {catalogue.stages[key].name.ko} |" in record]
    heads = " | ".join(catalogue.tools[tool].name.ko for tool in TOOLS)
    assert f"|  | {heads} |" in record
    assert all(f"| {catalogue.criteria[key].name.ko} | " in record for key in catalogue.ordered_by("need"))
    known = [shown for _, _, shown in pairs(catalogue, list(TOOLS)) if shown]
    assert len(re.findall(r" \+ .+<https?://\S+> \(\d{4}-\d\d-\d\d", record)) == len(known)
    assert record.endswith(f"<{page.url}>\n")
