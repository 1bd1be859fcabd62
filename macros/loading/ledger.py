"""The ledger of public ids: what links may name, and what became of it."""

from __future__ import annotations

from macros.loading.catalogue import Catalogue
from macros.loading.files import Files

PAGES = {"compare": "comparisons", "stacks": "stacks"}
USED, REMOVED, MOVED = "used", "removed", "moved "


def public_ids(catalogue: Catalogue) -> dict[str, set[str]]:
    """Every id that stands in an address, by kind: tools, stages, criteria, questions, options, pages."""
    questions, options = set[str](), set[str]()
    for stage, guide in catalogue.guides.items():
        for question in guide.questions:
            if question.id:
                questions.add(f"{stage}.{question.id}")
                options |= {f"{stage}.{question.id}.{option}" for option in question.options}
    for key, shared in catalogue.questions.items():
        questions.add(key)
        options |= {f"{key}.{option}" for option in shared.options}
    pages = {f"compare/{key}" for key in catalogue.comparisons} | {
        f"stacks/{key}" for key in catalogue.stacks
    }
    return {
        "tools": set(catalogue.tools),
        "stages": set(catalogue.stages),
        "criteria": set(catalogue.criteria),
        "questions": questions,
        "options": options,
        "pages": pages,
    }


def present(files: Files) -> dict[str, set[str]]:
    """The ids whose files are there, be they read or not."""
    pages = {f"{address}/{key}" for address, folder in PAGES.items() for key in files.names(folder)}
    nothing = {kind: set[str]() for kind in ("stages", "criteria", "questions", "options")}
    return {**nothing, "tools": set(files.names("tools")), "pages": pages}


def completed(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """The ledger with every id that is used and not in it yet."""
    return {
        kind: dict.fromkeys(sorted(keys), USED) | catalogue.ids.get(kind, {})
        for kind, keys in public_ids(catalogue).items()
    }
