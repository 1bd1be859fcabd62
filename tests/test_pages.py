"""The catalogue as pages: the same in both languages, each with its own title, each rendered strictly."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
import yaml

from macros.loading import addresses
from macros.loading.catalogue import Catalogue
from macros.rules.check import check
from macros.site.kinds import KINDS
from macros.site.pages import Stub, stubs
from tests.conftest import PROJECT, Write
from tests.editing import edit
from tests.shown import content

LANGUAGES = ("ko", "en")
CALL = re.compile(r"\{\{ show\('([a-z-]+)', '([a-z0-9-]*)'\) \}\}")


def _all(catalogue: Catalogue, language: str) -> list[Stub]:
    return list(stubs(catalogue, language))


def _head(stub: Stub) -> Any:
    return yaml.safe_load(stub.text.split("---\n")[1])


def _call(stub: Stub) -> tuple[str, str]:
    found = CALL.fullmatch(stub.text.split("---\n")[2].strip())
    assert found, stub.path
    return found[1], found[2]


def test_both_languages_have_the_same_pages(catalogue: Catalogue) -> None:
    korean, english = ([(stub.path, stub.origin) for stub in _all(catalogue, each)] for each in LANGUAGES)
    assert korean == english


def test_written_pages_stand_in_both_languages_too() -> None:
    korean, english = (
        {
            path.relative_to(PROJECT / "docs" / each).as_posix()
            for path in (PROJECT / "docs" / each).rglob("*.md")
        }
        for each in LANGUAGES
    )
    assert korean == english
    assert "index.md" in korean


def test_no_page_is_made_twice_or_over_a_written_one(catalogue: Catalogue) -> None:
    paths = [stub.path for stub in _all(catalogue, "ko")]
    assert len(paths) == len(set(paths))
    assert not [path for path in paths if (PROJECT / "docs" / "ko" / path).exists()]


def test_addresses_are_short_lower_case_words(catalogue: Catalogue) -> None:
    assert all(re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+){0,2}\.md", stub.path) for stub in _all(catalogue, "ko"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_and_a_description_of_its_own(catalogue: Catalogue, language: str) -> None:
    seen: Counter[tuple[str, str, str]] = Counter()
    for stub in _all(catalogue, language):
        head, (kind, _) = _head(stub), _call(stub)
        assert head["title"], stub.path
        assert head["description"], stub.path
        seen[kind, "title", head["title"]] += 1
        seen[kind, "description", head["description"]] += 1
    assert not [each for each, times in seen.items() if times > 1]


def test_every_page_shows_a_view_that_exists(catalogue: Catalogue) -> None:
    shown = {_call(stub)[0] for stub in _all(catalogue, "ko")}
    written = {
        kind
        for path in (PROJECT / "docs" / "ko").rglob("*.md")
        for kind in re.findall(r"\{\{ show\('([a-z-]+)'", path.read_text("utf-8"))
    }
    assert shown | written == set(KINDS)
    assert not shown & written


def test_a_page_of_the_data_can_be_edited_where_it_comes_from(catalogue: Catalogue) -> None:
    origins = [stub.origin for stub in _all(catalogue, "ko") if stub.origin]
    assert all((PROJECT / origin).exists() for origin in origins)
    assert "data/tools/mlflow/about.yml" in origins


HOSTILE = {"ko": '"><script>x</script>', "en": 'Alpha & "><img>'}


def test_words_of_the_data_cannot_leave_the_head_of_a_page(write: Write) -> None:
    root = write()
    edit(root / "tools" / "alpha" / "about.yml", lambda said: said.update(name=HOSTILE))
    strings = {f"{part}.{kind}": kind for part in ("title", "description") for kind in WORDED}
    (root / "strings" / "added.yml").write_text(yaml.safe_dump(strings), "utf-8")
    whole, problems = check(root)
    assert whole is not None, problems
    (alpha,) = [stub for stub in stubs(whole, "en") if stub.path == "tools/alpha.md"]
    assert _head(alpha)["title"] == "Alpha &amp; &quot;&gt;&lt;img&gt;"


WORDED = (
    "choose",
    "compare",
    "stages",
    "tools",
    "stacks",
    "mine",
    "scenarios",
    "embed-picked",
    "matrix",
    "guide",
    "tree",
)


def _one_of_each_kind(catalogue: Catalogue) -> list[tuple[str, str, str]]:
    """The largest of each kind is not known; the last one is as good as any."""
    found = {_call(stub)[0]: (*_call(stub), stub.path) for stub in _all(catalogue, "ko")}
    written = {
        "home",
        "changes",
        "coverage",
        "criteria",
        "glossary",
        "downloads",
        "measured",
        "editions",
        "inclusion",
        "reference",
        "handover",
    }
    return [*found.values(), *((kind, "", "about/x.md") for kind in sorted(written))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_renders_strictly(small: Catalogue, language: str) -> None:
    kinds = _one_of_each_kind(small)
    assert {kind for kind, _, _ in kinds} == set(KINDS)
    for kind, key, path in kinds:
        text = content(small, kind, key, language, path.removesuffix("index.md").removesuffix(".md") + "/")
        assert text.strip(), kind
        assert "{{" not in text, kind
        assert "{%" not in text, kind


def test_every_stage_stands_once_on_the_map(catalogue: Catalogue) -> None:
    from macros.views.stages import lanes

    shown = [key for lane in lanes(catalogue) for key, _, _ in lane.stages]
    assert sorted(shown) == sorted(catalogue.stages)


def test_the_rules_know_the_address_of_every_page(catalogue: Catalogue) -> None:
    folders = ("tools", "stages", "guides", "comparisons", "stacks")
    known = addresses.generated({folder: getattr(catalogue, folder) for folder in folders})
    assert known == {addresses.address(stub.path) for stub in _all(catalogue, "ko")}
    assert {"", "about", "about/method", "concepts/task-orchestration", "data"} <= addresses.written()
    assert not known & addresses.written()


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("tools/index.md", "tools"),
        ("tools/mlflow.md", "tools/mlflow"),
        ("choose/ci-cd/tree.md", "choose/ci-cd/tree"),
        ("concepts/index-of-terms.md", "concepts/index-of-terms"),
    ],
)
def test_a_page_has_the_address_that_mkdocs_gives_it(path: str, address: str) -> None:
    assert addresses.address(path) == address
