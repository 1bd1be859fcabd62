"""Guides: the questions, what each option does, the cells that it rests on, the tree."""

from __future__ import annotations

from typing import Any

from macros.guide import effects as asking
from macros.guide.effects import Effect
from macros.guide.tree import tree
from macros.loading.catalogue import Catalogue
from macros.matrix import cell, groups_with, matrix
from macros.records.tool import Tool


def choose(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """The front of the guides: what hurts, and the stage that it leads to."""
    return {"stages": [(name, stage) for name, stage in catalogue.stages.items() if name in catalogue.guides]}


def guide_page(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """One guide: questions, effects, and the evidence of every candidate."""
    asked = asking.questions(catalogue, key)
    tools = asking.candidates(catalogue, key)
    groups = groups_with(catalogue, criteria_of(catalogue, key), language)
    return {
        "key": key,
        "stage": catalogue.stages[key],
        "guide": catalogue.guides[key],
        "questions": [(each, _deeds(catalogue, key, each, language)) for each in asked],
        "tools": tools,
        "others": _others(catalogue, key, tools),
        "evidence": matrix(catalogue, key, tools, groups, language),
        "effects": _effects(catalogue, key),
    }


def tree_page(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """The tree of one guide."""
    return {"key": key, "stage": catalogue.stages[key], "tree": tree(catalogue, key)}


def criteria_of(catalogue: Catalogue, stage: str) -> list[str]:
    """The criteria that a guide rests on."""
    return list(
        dict.fromkeys(
            criterion
            for asked in asking.questions(catalogue, stage)
            for choice in asked.options.values()
            for criterion in (*choice.require, *choice.prefer)
        )
    )


def _others(catalogue: Catalogue, stage: str, tools: dict[str, Tool]) -> dict[str, Tool]:
    """Tools of the stage that are never recommended: closed, archived, or covering only a part."""
    return {key: tool for key, tool in catalogue.tools_of(stage).items() if key not in tools}


def _deeds(catalogue: Catalogue, stage: str, asked: asking.Asked, language: str) -> dict[str, Any]:
    """For each option: what it rules out, whom it gives points, what is not checked."""
    effects = asking.table(catalogue, stage)
    return {
        option: {
            "out": [
                (tool, cell(catalogue, tool, criterion, language))
                for tool, each in effects[asked.id, option].items()
                for criterion in each.out
            ],
            "points": [
                (
                    tool,
                    reason,
                    cell(catalogue, tool, reason.criterion, language) if reason.criterion else None,
                )
                for tool, each in effects[asked.id, option].items()
                for reason in each.reasons
            ],
            "baseline": choice.baseline,
        }
        for option, choice in asked.options.items()
    }


def _effects(catalogue: Catalogue, stage: str) -> dict[str, Any]:
    """The engine's data for the browser."""
    tools = asking.candidates(catalogue, stage)
    criteria = criteria_of(catalogue, stage)
    return {
        "stage": stage,
        "tools": list(tools),
        "questions": [effects_of(catalogue, stage, asked) for asked in asking.questions(catalogue, stage)],
        "cells": {
            key: {c: list(tool.assessments[c].values) for c in criteria if c in tool.assessments}
            for key, tool in tools.items()
        },
    }


def effects_of(catalogue: Catalogue, stage: str, asked: asking.Asked) -> dict[str, Any]:
    """One question of a guide as the browser's engine reads it: what each option does to each candidate."""
    effects = asking.table(catalogue, stage)
    return {
        "id": asked.id,
        "many": asked.many,
        "shared": asked.question.use is not None,
        "options": [
            {
                "id": option,
                "baseline": choice.baseline,
                "effects": {
                    tool: _effect(each)
                    for tool, each in effects[asked.id, option].items()
                    if each.out or each.reasons or each.unchecked
                },
            }
            for option, choice in asked.options.items()
        ],
    }


def _effect(each: Effect) -> dict[str, Any]:
    return {
        "out": list(each.out),
        "reasons": [[reason.criterion or "", reason.points] for reason in each.reasons],
        "unchecked": list(each.unchecked),
    }
