"""A reader's own stack: read in the browser, nothing sent, parsers only when they are needed."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, Route, expect

from macros.loading.catalogue import Catalogue
from tests.conftest import DATA
from tests.site.driving import copied, words
from tests.site.serving import Site

ADDRESS = "stacks/mine/"
MANIFESTS = DATA / "manifests"
OWN = """mlflow==2.9.2
MLflow_skinny
wandb
kfp
apache-airflow
neptune
boto3
pandas
<img src=x onerror=alert(1)>
"""


def pasted(page: Page, text: str) -> Page:
    """The page, once it has said what is in a text."""
    page.locator("#mine-text").fill(text)
    expect(page.locator(".mine__files li")).to_have_count(1)
    return page


def rows(page: Page) -> dict[str, list[str]]:
    """The cells of each tool that was found, by its name."""
    found = page.locator(".mine__result tbody tr").all()
    return {row.locator("th").inner_text(): row.locator("td").all_inner_texts() for row in found}


def test_a_pasted_file_shows_the_tools_that_it_names(site: Site, catalogue: Catalogue, page: Page) -> None:
    page.goto(site.url(ADDRESS))
    found = rows(pasted(page, OWN))
    assert list(found)[-1] == "Amazon SQS"
    assert words(catalogue, "js.mine.likely") in found["Amazon SQS"][0]
    assert found["MLflow"][0] == "mlflow 2.9.2, MLflow_skinny"
    assert set(found) == {"MLflow", "Weights & Biases", "Kubeflow", "Apache Airflow", "Neptune", "Amazon SQS"}
    assert catalogue.strings["status.sunset"].ko in found["Neptune"][1]
    details = page.locator(".mine__result details")
    details.locator("summary").click()
    expect(details.locator("p")).to_have_text("pandas")


def test_what_ended_and_what_covers_a_stage_twice_is_said(
    site: Site, catalogue: Catalogue, page: Page
) -> None:
    page.goto(site.url(ADDRESS))
    result = pasted(page, OWN).locator(".mine__result")
    ended = result.locator(f"h3:text-is('{words(catalogue, 'js.mine.ended')}') + ul li")
    expect(ended).to_have_count(1)
    expect(ended).to_contain_text("Neptune")
    shared = result.locator(f"h3:text-is('{words(catalogue, 'js.mine.twice')}') + ul li")
    tracking = shared.filter(has_text=catalogue.stages["experiment-tracking"].name.ko)
    expect(tracking).to_contain_text("MLflow")
    expect(tracking).to_contain_text("Weights & Biases")
    expect(result).not_to_contain_text("SQS,")


def test_the_comparison_and_the_planner_open_with_these_tools(site: Site, page: Page) -> None:
    page.goto(site.url(ADDRESS, "en"))
    leads = pasted(page, "mlflow\nwandb\napache-airflow\n").locator(".mine__result .doors a")
    compare, plan = (leads.nth(number).get_attribute("href") or "" for number in (0, 1))
    assert parse_qs(urlsplit(compare).query)["tools"] == ["airflow,mlflow,wandb"]
    leads.nth(0).click()
    expect(page.locator(".picked__chosen button")).to_have_count(3)
    page.goto(site.url(ADDRESS, "en"))
    pasted(page, "mlflow\nwandb\napache-airflow\n").locator(".mine__result .doors a").nth(1).click()
    expect(page.locator("#pick-experiment-tracking")).to_have_value("mlflow")
    assert "stack=" in plan


def test_files_are_read_here_and_nothing_leaves_the_browser(site: Site, page: Page) -> None:
    asked: list[str] = []
    page.goto(site.url(ADDRESS))
    expect(page.locator(".mine__form")).to_be_visible()
    page.on("request", lambda request: asked.append(f"{request.method} {urlsplit(request.url).path}"))
    names = ["mlflow.toml", "langfuse.yml", "mlops-zoomcamp.txt", "juice-shop.json"]
    page.locator("#mine-file").set_input_files([MANIFESTS / name for name in names])
    lines = page.locator(".mine__files li")
    expect(lines).to_have_count(4)
    for number, name in enumerate(names):
        expect(lines.nth(number)).to_contain_text(name)
    assert sorted(re.sub(r"rooms-\w+", "rooms", each) for each in asked) == [
        "GET /base/api/v1/packages.json",
        "GET /base/assets/rooms/vendor/toml.mjs",
        "GET /base/assets/rooms/vendor/yaml.mjs",
    ]


def test_an_example_is_one_press_away_and_can_be_cleared(site: Site, page: Page) -> None:
    page.goto(site.url(ADDRESS))
    page.locator("[data-do=sample]").click()
    expect(page.locator(".mine__result tbody tr").first).to_be_visible()
    text = copied(page, "markdown", ".mine")
    assert re.search(r"^\| MLflow \| mlflow 2\.9\.2 \|", text, re.M)
    page.locator(".mine [type=reset]").click()
    expect(page.locator(".mine__result > *")).to_have_count(0)
    expect(page.locator(".mine .takeaway")).to_be_hidden()


def test_a_broken_file_is_said_to_be_broken(site: Site, page: Page) -> None:
    page.goto(site.url(ADDRESS, "en"))
    pasted(page, '{"name": ')
    expect(page.locator(".mine__files li")).to_contain_text("its form is broken")
    expect(page.locator(".mine__result table")).to_have_count(0)


DROP = """
([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
  return document.querySelector("#mine-text").dispatchEvent(drop);
}
"""


def test_a_dropped_file_is_read_and_an_empty_one_is_said_to_be_empty(site: Site, page: Page) -> None:
    page.goto(site.url(ADDRESS, "en"))
    expect(page.locator(".mine__form")).to_be_visible()
    assert page.evaluate(DROP, ["requirements.txt", "mlflow"]) is False, "the browser would leave the page"
    expect(page.locator(".mine__result tbody th")).to_have_text("MLflow")
    page.evaluate(DROP, ["pyproject.toml", ""])
    expect(page.locator(".mine__files li")).to_have_text("pyproject.toml: empty")


def test_without_the_table_it_says_so_and_tries_again(site: Site, page: Page) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/packages.json", refuse)
    page.goto(site.url(ADDRESS))
    page.locator("#mine-text").fill("mlflow")
    alert = page.locator(".mine__result [role=alert]")
    expect(alert).to_be_visible()
    page.unroute("**/packages.json", refuse)
    alert.locator("button").click()
    expect(page.locator(".mine__result tbody th")).to_have_text("MLflow")


def test_without_scripts_the_page_says_what_it_would_do(site: Site) -> None:
    page = site.folder / "stacks" / "mine" / "index.html"
    text = page.read_text("utf-8")
    assert "<noscript><p>" in text
    assert "CycloneDX" in text
