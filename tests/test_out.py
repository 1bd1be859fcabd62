"""What other programs read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from macros.loading.catalogue import Catalogue
from macros.site import out

ROOT = "https://example.org/guide/"


def test_each_tool_is_a_file_and_the_index_leads_to_it(tiny: Catalogue) -> None:
    found = out.files(tiny, ROOT)
    index = json.loads(found["api/v1/index.json"])
    assert [each["id"] for each in index["tools"]] == list(tiny.tools)
    for each in index["tools"]:
        tool = json.loads(found[each["json"].removeprefix(ROOT)])
        assert tool["page"]["en"] == f"{ROOT}en/tools/{each['id']}/"
        assert tool["record"]["assessments"].keys() == tiny.tools[each["id"]].assessments.keys()


def test_the_list_of_pages_names_every_stage_and_tool(tiny: Catalogue, tmp_path: Path) -> None:
    out.write(tiny, tmp_path, ROOT)
    text = (tmp_path / "llms.txt").read_text("utf-8")
    for kind, keys in (("stages", tiny.stages), ("tools", tiny.tools)):
        assert all(f"]({ROOT}en/{kind}/{key}/): " in text for key in keys)


def test_the_table_of_packages_names_each_tool_by_what_files_call_it(tiny: Catalogue) -> None:
    tools = json.loads(out.files(tiny, ROOT)["api/v1/packages.json"])["tools"]
    assert list(tools) == list(tiny.tools)
    gamma = tools["gamma"]
    assert gamma["packages"] == {"npm": ["@gamma/*"], "pypi": ["gamma", "gamma-extra"]}
    assert (gamma["wider"], gamma["images"]) == (["gamma"], ["gamma/server"])
    assert gamma["stages"] == {
        key: "part" if role.part else "whole" for key, role in tiny.tools["gamma"].stages.items()
    }
    assert gamma["name"].keys() == {"ko", "en"}


def test_it_stays_small_as_it_ships(catalogue: Catalogue) -> None:
    table = json.dumps(out.packages(catalogue)).encode()
    assert len(gzip.compress(table, 6)) < 6_000
