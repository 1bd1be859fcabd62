"""Recipes and results are checked like all data, and a result is never written over."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from lab import checking, recipes, results
from lab.box import Box
from lab.debian import added, listed
from lab.inside import environment
from lab.outside import answer, asked
from lab.planning import steps
from lab.ratios import ratio, summary
from lab.records import Recipe, Server, Work
from lab.steps import Plan, Step
from macros.loading.catalogue import Catalogue
from tests.lab.conftest import Lab

MACHINE = results.Machine(
    processor="A processor",
    cores=2,
    memory_gb=8,
    system="A system",
    kernel="6.1",
    python="3.11.7",
    load_before=0,
    load_after=0,
)
RESULT = results.Result(
    day="2026-11-29",
    version="1.0",
    released="2026-11",
    age_months=0,
    level="installed",
    recipe="0123456789ab",
    machine=MACHINE,
    install=results.Install(packages=1, megabytes=1, seconds=(1,), versions={"tiny": "1.0"}, by="pypi"),
    seconds_taken=1,
)
REASON = "{tool}: {{why: {{ko: 멉니다, en: too far}}, looked: here, day: 2026-11-29}}\n"
GOOD = "main: tiny\npypi: [tiny==1.0]\nreleased: 2026-11\n"


def test_every_shipped_recipe_and_result_is_sound() -> None:
    assert [*checking.problems()] == []


def test_every_mistake_is_reported_with_its_file(lab: Lab) -> None:
    lab.recipe("loose", GOOD.replace("==1.0", ">=1.0"))
    lab.recipe("empty", "main: tiny\nreleased: 2026-11\n")
    lab.recipe("unknown", GOOD + "colour: red\n")
    lab.recipe("fileless", GOOD + "works: {steps: {proof: done}}\n")
    lab.recipe("askless", GOOD + "works: {serve: {proof: done}}\n")
    lab.recipe("far", GOOD + "server: {start: x, ready: 'http://example.org:80/'}\n")
    lab.recipe("torn", "main: [tiny\n")
    lab.recipe("unlocked", GOOD)
    (lab.folder / "unlocked" / "lock.txt").unlink()
    (lab.folder / "not-measured.yml").write_text(REASON.format(tool="far"), "utf-8")
    (lab.folder / "parts.yml").write_text("nowhere: {ko: 일부, en: A part}\n", "utf-8")
    words = "{ko: 글, en: words}"
    notes = f"unlocked: {{internet: {words}, track: {words}}}\nnowhere: {{track: {words}}}\n"
    (lab.folder / "notes.yml").write_text(notes, "utf-8")
    said = sorted(line.partition("\n")[0][:95] for line in checking.problems(lab.folder, lab.folder))
    assert said == [
        "lab/askless/recipe.yml: recipe: Value error, works.serve: a request belongs to serve, and serve",
        "lab/empty/recipe.yml: recipe: Value error, nothing is installed: name packages under pypi, npm ",
        "lab/far/recipe.yml: server.ready: String should match pattern '^(http|tcp)://127\\.0\\.0\\.1:\\d+(/",
        "lab/fileless/recipe.yml: works.steps: there is no file steps.py",
        "lab/loose/recipe.yml: pypi: Value error, versions are pinned, and tiny>=1.0 is not; write name=",
        "lab/not-measured.yml: far is measured and is listed as not measured",
        "lab/notes.yml: nowhere is not measured, not even a part of it",
        "lab/notes.yml: unlocked: its recipe has no work 'track'",
        "lab/parts.yml: nowhere is not measured, not even a part of it",
        'lab/torn/recipe.yml: while parsing a flow sequence in "<unicode string>", line 1, column 7: mai',
        "lab/unknown/recipe.yml: colour: Extra inputs are not permitted",
        "lab/unlocked/lock.txt: is missing; run `python -m lab lock unlocked`",
    ]


def test_what_is_not_said_in_both_languages_is_reported(lab: Lab) -> None:
    lab.recipe("tiny", GOOD)
    (lab.folder / "not-measured.yml").write_text("far: {why: {en: too far}, looked: here, day: 2026-11-29}\n")
    (lab.folder / "parts.yml").write_text("tiny: {ko: 일부}\n", "utf-8")
    assert [*recipes.problems(lab.folder)] == [
        "lab/not-measured.yml: far.why.ko: Field required",
        "lab/parts.yml: tiny.en: Field required",
    ]


@pytest.mark.parametrize(
    ("status", "said"),
    [("active", ["lab/not-measured.yml: new has no recipe, and no reason stands here"]), ("archived", [])],
)
def test_a_living_tool_has_a_recipe_or_a_reason(lab: Lab, status: str, said: list[str]) -> None:
    lab.recipe("tiny", GOOD)
    (lab.folder / "not-measured.yml").write_text(REASON.format(tool="far"), "utf-8")
    for tool in ("tiny", "far", "new"):
        folder = lab.folder.parent / "data" / "tools" / tool
        folder.mkdir(parents=True)
        (folder / "evidence.yml").write_text(f"lifecycle:\n  status: {status}\n  since: 2020\n", "utf-8")
    assert [*recipes.problems(lab.folder)] == said


def test_the_living_tools_are_those_of_the_catalogue(catalogue: Catalogue) -> None:
    assert recipes.living() == {name for name, tool in catalogue.tools.items() if tool.living}


def test_a_second_result_of_a_day_stands_beside_the_first(tmp_path: Path) -> None:
    names = [results.write("tiny", RESULT, tmp_path).name for _ in range(3)]
    assert names == ["tiny.json", "tiny.2.json", "tiny.3.json"]
    assert [results.read(file) for file in results.kept(tmp_path)] == [RESULT] * 3
    assert [*checking.problems(tmp_path, tmp_path)] == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"day": "2026-11-28"}, "day: is 2026-11-28, and the folder says 2026-11-29"),
        ({"version": "/root/secret"}, "speaks of somebody's machine ('/root/')"),
        ({"recipe": "short"}, "recipe: String should match pattern '^[0-9a-f]{12}$'"),
    ],
)
def test_a_result_that_cannot_be_right_is_refused(tmp_path: Path, change: dict[str, str], said: str) -> None:
    file = tmp_path / "2026-11-29" / "tiny.json"
    file.parent.mkdir()
    file.write_text(RESULT.model_copy(update=change).model_dump_json(), "utf-8")
    assert [*checking.problems(tmp_path, tmp_path)] == [f"results/2026-11-29/tiny.json: {said}"]


def test_a_ratio_is_told_with_two_digits() -> None:
    runs = {
        "seconds": (1,),
        "cpu_seconds": (8.944,),
        "yardstick": {"seconds": (1.3,), "cpu_seconds": (0.01,)},
    }
    worked = results.Worked.model_validate(runs)
    told = summary({"tiny": RESULT.model_copy(update={"works": {"steps": worked}})})
    assert told.splitlines()[1].split() == ["steps.seconds", "0.77x", "steps.cpu", "890x"]


def test_lines_of_code_are_what_a_user_had_to_write(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        '"""Says\nwhat."""\n\n# why\nx = """a\nb"""\n\ndef f():\n    """What."""\n    return 1\n'
    )
    (tmp_path / "a.sh").write_text("# why\ngit init\n\ngit add .\n")
    assert [recipes.lines(tmp_path / name) for name in ("a.py", "a.sh")] == [4, 2]


def test_a_recipe_is_marked_anew_when_anything_in_it_changes(lab: Lab) -> None:
    lab.recipe("tiny", GOOD, steps_py="print(1)\n")
    before = recipes.mark("tiny", lab.folder)
    (lab.folder / "tiny" / "steps.py").write_text("print(2)\n", "utf-8")
    assert recipes.mark("tiny", lab.folder) != before


@pytest.mark.parametrize(
    ("more", "level"),
    [
        ({}, "installed"),
        ({"client": True}, "client"),
        ({"server": {"start": "x", "ready": "tcp://127.0.0.1:1"}}, "starts"),
        ({"works": {"steps": {"proof": "x"}}}, "works"),
    ],
)
def test_a_level_says_how_much_was_tried(more: dict[str, object], level: str) -> None:
    assert (
        Recipe.model_validate({"main": "a", "pypi": ["a==1"], "released": "2026-01", **more}).level() == level
    )


def test_a_ratio_is_of_medians_and_absent_where_one_side_is() -> None:
    assert ratio([1, 30, 2], [0.5, 0.5, 9]) == 4.0
    assert ratio([], [1]) is None


def test_a_name_is_read_from_a_question_and_answered() -> None:
    question = b"\x00\x01\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x03www\x07Example\x00\x00\x01\x00\x01"
    assert asked(question) == ("www.example", 1, len(question))
    assert answer(question, len(question), "198.18.0.2").endswith(b"\x00\x04\xc6\x12\x00\x02")
    assert struct.unpack("!H", answer(question, len(question), None)[6:8]) == (0,)


def test_only_where_it_is_watched_is_a_server_asked_to_stop_and_given_time() -> None:
    server = Server(start="serve", ready="tcp://127.0.0.1:1", stop="stop it")
    watched, timed = (
        [step.do for step in steps("start", Work(proof=""), server, rest)] for rest in (5, None)
    )
    assert (watched, timed) == (["start", "rest", "stop"], ["start"])


@pytest.mark.parametrize(("keep", "there"), [(True, True), (False, False)])
def test_the_laboratorys_own_client_is_there_for_installing_only(keep: bool, there: bool) -> None:
    plan = Plan(folder="/lab", network="open" if keep else "refuses", steps=(), keep=keep)
    assert ("/lab/cache/uv/bin" in environment(plan)["PATH"].split(":")) == there


def test_what_apt_would_install_is_read_from_its_words() -> None:
    said = "Inst gcc-12-base (12.2.0-14 Debian:12 [amd64])\nInst libc6 (2.36-9 Debian [amd64]) []\nConf"
    assert listed(said) == {"gcc-12-base": "12.2.0-14", "libc6": "2.36-9"}


def test_what_every_debian_has_is_not_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Apt brings Perl where nothing says that /usr is merged, as it is on every Debian 12."""
    essential = ["init-system-helpers", "sysvinit-utils", "libpam-runtime"]
    sizes = dict.fromkeys(essential, 9) | {"libc6": 9, "perl": 40, "redis": 5}

    def run(box: Box, network: str, *asked: Step) -> None:
        for step in asked:
            wanted = step.name == "wanted"
            needs = ["libc6"] + [name for name in essential if wanted or name in step.command]
            needs += ["redis"] * wanted + ["perl"] * (wanted and "usr-is-merged" not in step.command)
            names = [word.partition("=")[0] for word in step.command[2:]] if step.name == "sizes" else needs
            said = {"sizes": "Installed-Size: {size}\n"}.get(step.name, "Inst {name} (1 Debian)\n")
            text = "".join(said.format(name=name, size=sizes[name]) for name in names)
            (tmp_path / f"logs/{step.name}.log").write_text(text, "utf-8")

    (tmp_path / "logs").mkdir()
    monkeypatch.setattr(Box, "run", run)
    wanted = Recipe(main="redis", debian=("redis=1",), released="2026-01")
    assert added(wanted, Box(tmp_path)) == ({"redis": "1"}, 5)
