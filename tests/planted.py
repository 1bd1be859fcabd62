"""Planted faults, and the test that catches each: `python -m tests.planted [number …]`.

Each is put into a copy of the project, one at a time, and its test has to fail there; without any fault all
have to pass. `tests/test_planted.py` says where a fault's text stands no more. Run by `make proud`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.conftest import PROJECT

SCRIPTS = "overrides/assets/rooms"
MODULES = "tests/node/test_modules.py"


class Fault(NamedTuple):
    """One mistake: what it would mean for people, where it is made, and the test that has to fail."""

    means: str
    file: str
    before: str
    after: str
    test: str


FAULTS = (
    # Python
    Fault("a tool one point behind leads", "macros/guide/outcome.py",
          "points == self.ranking[0][1])", "points >= self.ranking[0][1] - 1)", "tests/test_guide.py"),
    Fault("what is ruled out is ranked", "macros/guide/outcome.py",
          "for tool in guide.tools if tool not in out}", "for tool in guide.tools}", "tests/test_guide.py"),
    Fault("an outgrown baseline is enough", "macros/guide/outcome.py",
          '"enough" in marks and "outgrown" not in marks', '"enough" in marks', "tests/test_guide.py"),
    Fault("sources of a dispute are lost", "macros/matrix/cells.py",
          "return (*self.sources, *(source for _, sources in self.sides for source in sources))",
          "return self.sources", "tests/site/test_unscripted.py tests/test_cells.py"),
    Fault("a cell shows its option's id", "macros/matrix/wording.py",
          "    if option and option.name:\n", "    if option is None:\n", "tests/test_cells.py"),
    Fault("text of the data is HTML", "macros/site/rendering.py",
          "autoescape=True", "autoescape=False", "tests/test_rendering.py"),
    Fault("a misspelt name prints nothing", "macros/site/rendering.py",
          "undefined=StrictUndefined,\n", "", "tests/test_rendering.py"),
    Fault("a formula runs in a spreadsheet", "macros/site/export.py",
          'RUN = "=+-@', 'RUN = "=+-', "tests/test_export.py"),
    Fault("a redirect forgets English", "macros/site/export.py",
          '(("ko", ""), ("en", "en/"))', '(("ko", ""),)', "tests/test_export.py"),
    Fault("a history loses its order", "macros/loading/history.py",
          "in sorted(lines, key=lambda line: (line.criterion, line.day)):", "in lines:",
          "tests/test_history.py"),
    Fault("coverage is rounded up", "macros/views/facts.py",
          "100 * self.checked // self.asked", "-(-100 * self.checked // self.asked)",
          "tests/test_coverage.py"),
    Fault("every build is dated today", "macros/outside.py",
          'said = epoch or str(commit_time() or "")', 'said = ""', "tests/test_outside.py"),
    Fault("a page leads to the other language's root", "macros/hooks.py",
          'root.removesuffix("en/")', "root", "tests/test_hooks.py"),
    Fault("a save is never noticed", "macros/serving/workshop.py",
          "            self.made.clear()\n", "            pass\n", "tests/test_serving.py"),
    Fault("a band ends one step early", "macros/loading/figures.py",
          "found.number <= each.up_to", "found.number < each.up_to", "tests/test_bands.py"),
    Fault("a row of figures stands for one tool in ten", "macros/matrix/matrix.py",
          "FEWEST * known >= len(tools)", "known > 0", "tests/test_figures.py"),
    Fault("sources are numbered from nought", "macros/matrix/matrix.py",
          "len(numbers[each.tool]) + 1", "len(numbers[each.tool])", "tests/test_page_words.py"),
    Fault("a day is written and nothing read, in silence", "macros/review/claims.py",
          "and not _read_again(one, other, now)", "and False", "tests/test_review.py"),
    # templates
    Fault("a stage is outgrown when it is enough", "macros/templates/stage.md",
          "{{ stage.baseline.outgrown | t }}", "{{ stage.baseline.enough | t }}", "tests/test_page_words.py"),
    Fault("a part looks like the whole", "macros/templates/comparison.md",
          "'yes' if each == 'whole' else 'partial'", "'yes'", "tests/test_page_words.py"),
    Fault("an aged claim reads as today's", "macros/templates/changes.md",
          "<td>{{ change.old | t }}</td>", "<td>{{ change.today | t }}</td>", "tests/test_page_words.py"),
    Fault("a cell names no source", "macros/templates/parts/cell.html",
          "{% if items %}<ul", "{% if not items %}<ul", "tests/site/test_unscripted.py"),
    Fault("a cell does not say when it was checked", "macros/templates/parts/cell.html",
          '{{ what.days }}</p>', "", "tests/site/test_unscripted.py"),
    Fault("a source is not a link to its page", "macros/templates/parts/cell.html",
          'href="{{ item.url }}"', 'href="#"', "tests/site/test_unscripted.py"),
    Fault("notes of a matrix lose their words", "macros/templates/parts/cell.html",
          '{{- line.text | stated(line.state) }}', "",
          "tests/site/test_unscripted.py"),
    Fault("a name that is not there", "macros/templates/tool.md",
          "{{ tool.summary | t }}", "{{ tool.sumary | t }}", "tests/test_pages.py"),
    Fault("a tool's page leads to no stage", "macros/templates/tool.md",
          "<li>{{ to(\"stages/\" ~ id, stage.name) }}", "<li>{{ to(\"stage/\" ~ id, stage.name) }}",
          "tests/shipped/test_links.py"),
    # JavaScript and styles
    Fault("the browser's engine keeps what is ruled out", f"{SCRIPTS}/guide/engine.mjs",
          "for (const tool of sums.flatMap((each) => [...each.out])) points.delete(tool);", "",
          "tests/test_twins.py"),
    Fault("the browser's engine counts a question twice", f"{SCRIPTS}/guide/engine.mjs",
          "question.many ? given : given.slice(0, 1)", "given", MODULES),
    Fault("not checked counts as no", f"{SCRIPTS}/weights/ranking.mjs",
          'if (!values.length || values[0] === "disputed") return null;', "", MODULES),
    Fault("a must-have excludes nobody", f"{SCRIPTS}/weights/ranking.mjs",
          "if (broken.length) {", "if (false) {", MODULES),
    Fault("sorting goes by nothing", f"{SCRIPTS}/matrix/view.mjs",
          "if (state.sort) tools = sorted(", "if (!state.sort) tools = sorted(", MODULES),
    Fault("what is likely stands before what is sure", f"{SCRIPTS}/mine/owned.mjs",
          "Number(other.sure) - Number(one.sure) || ", "", MODULES),
    Fault("a swap of letters is two slips", f"{SCRIPTS}/shared/spelling.mjs",
          "if (swapped)", "if (false)", MODULES),
    Fault("names weigh nothing in search", f"{SCRIPTS}/search/finding.mjs",
          "    for (const name of page.names) {\n", "    for (const name of []) {\n",
          "tests/shipped/test_search.py"),
    Fault("the table is not taken away whole", f"{SCRIPTS}/matrix/exports.mjs",
          "shown.criteria.map((criterion) => ({", "shown.criteria.slice(1).map((criterion) => ({",
          "tests/site/test_exports.py"),
    Fault("a change of the controls is not in the address", f"{SCRIPTS}/matrix/matrix.mjs",
          "(show(address(matrix)), say(matrix))", "say(matrix)", "tests/site/test_matrices.py"),
    Fault("a guide's focus is lost", f"{SCRIPTS}/guide/guide.mjs",
          'page.outcome.querySelector(".win h2")?.focus();', "", "tests/site/test_guides.py"),
    Fault("a table in the clipboard runs what was written", f"{SCRIPTS}/matrix/exports.mjs",
          "<td>${quoted(said(cell))}", "<td>${said(cell)}", MODULES),
    Fault("on paper a source has no address", f"{SCRIPTS}/shared/print.css",
          "  .source::after { content: attr(href);", "  .source::after { content: none;",
          "tests/site/test_paper.py"),
    Fault("the names of the tools scroll away", f"{SCRIPTS}/matrix/matrix.css",
          ":not(.matrix__table--noted) thead { position: sticky;",
          ":not(.matrix__table--noted) thead { position: static;", "tests/site/test_paper.py"),
    Fault("words on dark ground cannot be read", f"{SCRIPTS}/shared/tokens.css",
          "--soft: light-dark(#4c5967, #a9b4c0)", "--soft: light-dark(#4c5967, #5a6470)",
          "tests/test_contrast.py"),
)  # fmt: skip


def copied(folder: Path) -> Path:
    """The project as it stands in the working tree, as a repository of its own with one commit."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    for name in names.splitlines():
        if (PROJECT / name).is_file() and not (PROJECT / name).is_symlink():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, folder / name)
    who = ("-c", "user.name=planted", "-c", "user.email=planted@localhost")
    for command in (
        ("init", "--quiet"),
        ("add", "--all"),
        (*who, "commit", "--quiet", "--message", "planted"),
    ):
        subprocess.run(["git", *command], cwd=folder, capture_output=True, check=True)
    return folder


def passes(project: Path, tests: str) -> bool:
    """Whether these tests pass in a copy of the project."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", *tests.split()]
    return not subprocess.run(
        command, cwd=project, env=os.environ, capture_output=True, check=False
    ).returncode


def caught(project: Path, fault: Fault) -> str:
    """An empty text where the fault's test fails, else what is wrong."""
    file = project / fault.file
    text = file.read_text("utf-8")
    try:
        file.write_text(text.replace(fault.before, fault.after), "utf-8")
        return f"is not caught by {fault.test}" if passes(project, fault.test) else ""
    finally:
        file.write_text(text, "utf-8")


def main(*numbers: str) -> int:
    """Plant the faults of these numbers, or all; exit status 1 where one gets through."""
    chosen = [FAULTS[int(number) - 1] for number in numbers] or FAULTS
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        project = copied(Path(folder))
        tests = " ".join(sorted({test for fault in chosen for test in fault.test.split()}))
        if not passes(project, tests):
            print("The tests do not pass without a fault.")
            return 1
        for number, fault in enumerate(FAULTS, 1):
            if fault in chosen:
                problem = caught(project, fault)
                wrong += bool(problem)
                print(f"{number:2} {fault.file}: {fault.means}: {problem or fault.test}", flush=True)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
