"""The rules on public ids: none vanishes, none is used again, and a tool is listed or declined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.ledger import MOVED, REMOVED, USED, present, public_ids
from macros.loading.problems import Problem, nearest
from macros.loading.reading import entries, unnamable
from macros.loading.sheets import Found, Loaded
from macros.rules.rule import at, rule

MEND = f"write '{REMOVED}', or '{MOVED}<to>'"
A_FILE = 3  # so many ids do not vanish one by one: a file did
MOST_NAMED = 5
FOLDERS_OF = {
    "tools": ("tools",),
    "criteria": ("criteria",),
    "questions": ("guides",),
    "options": ("guides",),
    "pages": ("comparisons", "stacks"),
}


@rule
def public_ids_stay(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """An id that was public once is used, moved to one that is used, or removed; never used again."""
    found = public_ids(whole)
    there = present(files)
    for kind, fates in whole.ids.items():
        used = {key for key, fate in fates.items() if fate == USED} - found[kind] - there[kind]
        gone = sorted(key for key in used if not _unread(kind, key, files))
        if len({key.partition(".")[0] for key in gone}) <= _misnamed(kind, files):
            gone = []
        yield from _vanished(kind, gone, found[kind] - set(fates), files)
        round_ = _circle(fates)
        if round_:
            message = f"leads in a circle: {' → '.join((*round_, round_[0]))}; write one that is used"
            yield at(files.ids, (kind, round_[0]), message)
        for key, fate in fates.items():
            place = (kind, key)
            if fate != USED and key in found[kind]:
                yield at(files.ids, place, f"is {fate}, yet it is used again; choose another id")
            target = fate.removeprefix(MOVED)
            if target in round_:
                continue
            astray = target not in found[kind] | there[kind] and fates.get(target) != USED
            if fate.startswith(MOVED) and astray:
                yield at(files.ids, place, f"moved to '{target}', which is not used")


def _circle(fates: Mapping[str, str]) -> list[str]:
    """Ids of which each moved to the next, and the last to the first; the first such circle."""
    for key in fates:
        way = [key]
        while (fate := fates.get(way[-1], "")).startswith(MOVED):
            after = fate.removeprefix(MOVED)
            if after == key:
                return way
            if after in way:
                break
            way.append(after)
    return []


def _misnamed(kind: str, files: Files) -> int:
    """How many files in which ids of a kind may stand have a name that none can have: that is the problem."""
    folders = [files.root / folder for folder in FOLDERS_OF.get(kind, ())]
    there = (path for folder in folders for path in entries(folder, Found(files.root.parent)))
    return sum(bool(unnamable(path.stem.casefold())) for path in there)


def _vanished(kind: str, gone: list[str], fresh: set[str], files: Files) -> Iterator[Problem]:
    """Ids that are used no more: one that was renamed by itself, those that went with a file together."""
    alone, together = list[str](), dict[str, list[str]]()
    for key in gone:
        if nearest(key, fresh):
            alone.append(key)
        elif not (kind == "options" and _with_its_question(key, files)):
            together.setdefault(_home(kind, key), []).append(key)
    for keys in together.values():
        if len(keys) < A_FILE:
            alone += keys
            continue
        more = f"has vanished, and {len(keys) - 1} more with it: {', '.join(keys[1:MOST_NAMED])}"
        more += " …" if len(keys) > MOST_NAMED else ""
        yield at(files.ids, (kind, keys[0]), f"{more}; bring their file back, or {MEND} for each")
    for key in alone:
        near = nearest(key, fresh)
        meant = f"; was '{near[0]}' meant to be it?" if near else ""
        yield at(files.ids, (kind, key), f"has vanished; {MEND}{meant}")


def _home(kind: str, key: str) -> str:
    """What ids of a kind stand together in: of a page its folder, of an option its guide or its question."""
    return key.partition("/")[0] if kind == "pages" else key.partition(".")[0] if kind == "options" else ""


def _with_its_question(option: str, files: Files) -> bool:
    """Whether the question of an option has vanished too, which is the one problem."""
    question = option.rpartition(".")[0]
    stage, _, own = question.rpartition(".")
    if not own or not stage:
        return question not in files.questions.record
    guide = files.guides.get(stage)
    return guide is None or all(each.id != own for each in guide.record.questions)


@rule
def what_is_declined_is_not_listed(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A tool is listed or declined, never both; one that was removed is removed in the ledger too."""
    fates, said = whole.ids.get("tools", {}), files.declined.sheets[0].keys()
    for key, each in whole.declined.items():
        if key in files.names("tools"):
            yield at(files.declined, (key,), f"is {each.fate}, yet it is listed; keep one of the two")
        elif each.fate == REMOVED and fates.get(key) != REMOVED:
            yield at(files.declined, (key, "fate"), f"is not '{REMOVED}' in ids.yml")
    for key, fate in fates.items():
        if fate == REMOVED and key not in said | {*files.names("tools")}:
            yield at(files.ids, ("tools", key), "was removed without a reason; say it in declined.yml")


def _unread(kind: str, key: str, files: Files) -> bool:
    """Whether the file that an id would stand in could not be read as a whole."""
    home = key.split(".")[0]
    asking: list[Loaded[Any]] = [
        files.questions,
        *(each for stage, each in files.guides.items() if stage == home),
    ]
    unread = home in files.names("guides") and home not in files.guides
    sheets: dict[str, list[Loaded[Any]]] = {
        "stages": [files.stages],
        "criteria": list(files.criteria.values()),
        "questions": asking,
        "options": asking,
    }
    if kind == "criteria" and len(files.criteria) < len(files.names("criteria")):
        return True
    return unread or any(each.lost for each in sheets.get(kind, []))
