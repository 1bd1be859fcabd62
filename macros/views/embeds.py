"""Lean pages for other people's sites: one tool as a card; a guide is its page without the site around it."""

from __future__ import annotations

from typing import Any

from macros.loading.catalogue import Catalogue
from macros.views.facts import coverage, current_licence
from macros.views.tools import tool_matrix


def tool_card(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """What a tool is, whether it lives, its licence, how much of it is checked; then its assessments."""
    tool = catalogue.tools[key]
    return {
        **tool_matrix(catalogue, key, language),
        "coverage": coverage(catalogue, tool),
        "licence": current_licence(tool),
    }
