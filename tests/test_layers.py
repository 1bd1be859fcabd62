"""The reading order of the modules is their import order, and no module does two jobs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT

MACROS = PROJECT / "macros"
LAYERS = (
    "outside", "fresh",
    "records.particles", "records.days", "records.plain", "records.licences", "records.web", "records.fields",
    "records.texts", "records.vocabulary", "records.evidence", "records.tool", "records.plans",
    "loading.shape", "loading.form", "loading.problems", "loading.comments", "loading.salvage",
    "loading.store", "loading.sheets", "loading.unreadable", "loading.reading", "loading.history",
    "loading.folders", "loading.measured", "loading.results", "loading.laboratory", "loading.files",
    "loading.catalogue",
    "loading.figures", "loading.completing", "loading.schema", "loading.addresses", "loading.marks",
    "loading.ledger", "loading.canonical", "loading.observations",
    "rules.rule", "rules.names", "rules.references", "rules.tools", "rules.between", "rules.vocabulary",
    "rules.history", "rules.ids", "rules.interface", "rules.laboratory", "rules.marks", "rules.observed",
    "rules.once", "rules.guides", "rules.plans", "rules.pages", "rules.wording", "rules.searches",
    "rules.check",
    "guide.effects", "guide.guide", "guide.outcome", "guide.tree",
    "gates.gate", "gates.asking", "gates.breadth", "gates.published", "gates.complete", "gates.proud",
    "matrix.wording", "matrix.cells", "matrix.matrix",
    "views.report", "views.said", "views.facts", "views.firmness", "views.handed", "views.tools",
    "views.stages", "views.compare", "views.guides", "views.plans", "views.about", "views.reached",
    "views.left", "views.charts", "views.measured", "views.known", "views.tree", "views.scenarios",
    "views.standing", "views.editions", "views.reference", "views.mine", "views.embeds",
    "site.terms", "site.marks", "site.held", "site.rendering", "site.lean", "site.lighter", "site.hits",
    "site.search", "site.kinds", "site.pages", "site.face", "site.policy", "site.stamped",
    "site.measured", "site.out", "site.feed", "site.export", "site.written",
    "editing.files", "editing.assess", "editing.rename", "editing.scaffold",
    "upstream.pace", "upstream.running", "upstream.indexes", "upstream.forge", "upstream.observing",
    "upstream.watch", "upstream.following", "upstream.hour", "upstream.links",
    "review.annotating", "review.base", "review.marking", "review.claims", "review.outcomes",
    "review.words", "review.diff", "review.since",
    "commands.data", "commands.tools", "commands.asked", "commands.stubs",
    "main", "hooks",
    "serving.preview", "serving.workshop", "serving.__main__",
    "__main__",
)  # fmt: skip
ROOMS = tuple(dict.fromkeys(name.split(".")[0] for name in LAYERS if "." in name))
PACKAGES = {"__init__", *(f"{room}.__init__" for room in ROOMS)}
KNOW_MKDOCS = {"main", "hooks", "serving.preview", "serving.workshop"}
MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 40


def _name(path: Path) -> str:
    return ".".join(path.relative_to(MACROS).with_suffix("").parts)


MODULES = {_name(path): ast.parse(path.read_text("utf-8")) for path in sorted(MACROS.rglob("*.py"))}


def _imports(tree: ast.Module) -> Iterator[str]:
    """Every imported name, written out: `from macros.guide import tree` is macros.guide.tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{each.name}" for each in node.names)


def _own(tree: ast.Module) -> set[str]:
    names = {name.removeprefix("macros.") for name in _imports(tree) if name.startswith("macros.")}
    return names & set(MODULES)


def test_every_module_has_a_place_in_the_reading_order() -> None:
    assert set(MODULES) - PACKAGES == set(LAYERS)
    assert len(LAYERS) == len(set(LAYERS))


@pytest.mark.parametrize("name", sorted(set(MODULES) - PACKAGES))
def test_a_module_imports_only_from_those_above_it(name: str) -> None:
    above = set(LAYERS[: LAYERS.index(name)])
    assert _own(MODULES[name]) <= above


def test_a_room_imports_only_from_rooms_that_stand_before_it() -> None:
    """So no two rooms lead to each other, by whatever modules."""
    order = list(dict.fromkeys(name.split(".")[0] for name in LAYERS))
    for name in set(MODULES) - PACKAGES:
        room = name.split(".")[0]
        rooms = {each.split(".")[0] for each in _own(MODULES[name])} - {room}
        assert all(order.index(each) < order.index(room) for each in rooms), name


def test_the_order_holds_for_something() -> None:
    """The reader of imports finds what stands in the code: it would see a wrong one."""
    assert {"guide.guide", "guide.tree", "loading.catalogue"} <= _own(MODULES["views.tree"])
    assert _own(ast.parse("from macros.site import pages")) == {"site.pages"}


@pytest.mark.parametrize("name", sorted(set(MODULES) - KNOW_MKDOCS))
def test_only_the_entry_and_the_hooks_know_mkdocs(name: str) -> None:
    assert not {each for each in _imports(MODULES[name]) if each.split(".")[0] == "mkdocs"}


@pytest.mark.parametrize("name", sorted(MODULES))
def test_modules_and_functions_stay_short(name: str) -> None:
    path = MACROS / (name.replace(".", "/") + ".py")
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(MODULES[name])
        if isinstance(node, ast.FunctionDef)
        and node.end_lineno
        and node.end_lineno - node.lineno >= MOST_LINES_OF_A_FUNCTION
    }
    assert not long


@pytest.mark.parametrize("name", sorted(MODULES))
def test_every_module_opens_with_one_sentence(name: str) -> None:
    assert (ast.get_docstring(MODULES[name]) or "").split("\n")[0].endswith((".", ";"))
