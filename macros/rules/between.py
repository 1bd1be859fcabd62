"""The rules between tools: relations, successors, names, homes, and cells that exclude each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Path as Place
from macros.loading.problems import Problem
from macros.loading.sheets import Loaded
from macros.records.tool import Tool
from macros.records.vocabulary import Contradiction
from macros.rules.rule import at, rule

Tools = dict[str, Loaded[Tool]]
OWN = {"packages": "packages of its own, or says under wider which do more than it does"}


@rule
def relations_name_others(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A relation and a successor name another tool; only one that is not active has a successor."""
    for key, loaded in files.tools.items():
        for number, relation in enumerate(loaded.record.relations):
            if relation.tool == key:
                yield at(loaded, ("relations", number, "tool"), "is the tool itself")
        lifecycle = loaded.record.lifecycle
        if lifecycle.successor == key:
            yield at(loaded, ("lifecycle", "successor"), "is the tool itself")
        elif lifecycle.successor and lifecycle.status == "active":
            message = "a tool that is active has no successor; take it out, or mend the status"
            yield at(loaded, ("lifecycle", "successor"), message)


@rule
def successors_and_parts_run_one_way(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No tool succeeds, or is a part of, itself by way of others."""
    for kind, edges in (("successor", _successors(files.tools)), ("part", _parts(files.tools))):
        told: set[str] = set()
        for key in edges:
            circle = _circle(key, edges)
            if circle and not told & set(circle):
                told |= set(circle)
                place, _ = edges[key][circle[1]]
                yield at(
                    files.tools[edges[key][circle[1]][1]],
                    place,
                    f"leads in a circle, each the {kind} of the one before: {' → '.join(circle)}",
                )


def _own_packages(tool: Tool) -> Iterator[tuple[str, str]]:
    """The packages of a tool that do no more than it does."""
    return ((index, name) for index, name in tool.packages.items() if name not in tool.wider)


Edges = dict[str, dict[str, tuple[Place, str]]]


def _successors(tools: Tools) -> Edges:
    """From a tool to what follows it, with the place and the tool that say so."""
    edges: Edges = {}
    for key, loaded in tools.items():
        after = loaded.record.lifecycle.successor
        if after and after != key:
            edges.setdefault(key, {})[after] = (("lifecycle", "successor"), key)
        for number, relation in enumerate(loaded.record.relations):
            if relation.kind == "successor_of" and relation.tool != key:
                edges.setdefault(relation.tool, {}).setdefault(key, (("relations", number, "tool"), key))
    return edges


def _parts(tools: Tools) -> Edges:
    edges: Edges = {}
    for key, loaded in tools.items():
        for number, relation in enumerate(loaded.record.relations):
            if relation.kind == "part_of" and relation.tool != key:
                edges.setdefault(key, {})[relation.tool] = (("relations", number, "tool"), key)
    return edges


def _circle(start: str, edges: Edges) -> list[str]:
    """The way from a tool back to itself; empty where there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for other in edges.get(way[-1], {}):
            if other == start:
                return [*way, start]
            if other not in seen:
                seen.add(other)
                ways.append([*way, other])
    return []


@rule
def a_name_and_a_home_belong_to_one_tool(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No two tools have one name, home or package; what people search for may lead to several."""
    claims: tuple[tuple[Place, Callable[[Tool], set[str]]], ...] = (
        (("name",), lambda tool: {tool.name.ko.casefold(), (tool.name.en or tool.name.ko).casefold()}),
        (("links", "repository"), lambda tool: {(tool.links.repository or "").rstrip("/").casefold()} - {""}),
        (("packages",), lambda tool: {f"{index}:{name}" for index, name in _own_packages(tool)}),
        (("links", "home"), lambda tool: {tool.links.home.rstrip("/").casefold()}),
    )
    told: set[tuple[str, str]] = set()
    for place, said in claims:
        owners: dict[str, str] = {}
        for key, loaded in files.tools.items():
            taken = {owners[each] for each in said(loaded.record) if each in owners}
            if taken and (min(taken), key) not in told:
                told.add((min(taken), key))
                own = OWN.get(str(place[-1]), f"a {place[-1]} of its own")
                message = f"is claimed by '{min(taken)}' too; each tool has {own}"
                yield at(loaded, place, message)
            owners.update(dict.fromkeys(said(loaded.record) - set(owners), key))


@rule
def cells_do_not_exclude_each_other(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No two cells of a tool contradict each other, as `contradictions.yml` says."""
    for loaded in files.tools.values():
        yield from exclusions(loaded, whole)


def exclusions(loaded: Loaded[Tool], whole: Catalogue) -> Iterator[Problem]:
    """Every problem of two cells of a tool that exclude each other."""
    for each in whole.contradictions.values():
        if not each.reported and each.beside:
            yield from contradicted(loaded, each)


def contradicted(loaded: Loaded[Tool], each: Contradiction) -> Iterator[Problem]:
    """The problem of two cells of a tool that exclude each other, at the second of them."""
    cells = loaded.record.assessments
    (one, only), (other, beside) = *each.only.items(), *each.beside.items()
    if one not in cells or other not in cells or cells[one].condition or cells[other].condition:
        return
    if set(cells[one].values) <= set(only) and set(cells[other].values) & set(beside):
        said = f"'{one}' says only '{', '.join(cells[one].values)}'"
        message = f"'{', '.join(cells[other].values)}' contradicts another cell: {said}"
        because = each.because.en or each.because.ko
        yield at(loaded, ("assessments", other, "value"), f"{message}; {because}")
