"""Particles after words known late: settled alike by Python and by the browser's module."""

from __future__ import annotations

import json
import subprocess

import pytest
from markupsafe import Markup

from macros.loading.catalogue import Catalogue
from macros.records.particles import filled, particles
from tests.conftest import PROJECT

MODULE = PROJECT / "overrides" / "assets" / "rooms" / "shared" / "particles.mjs"
SETTLED = {
    "0(으)로": "0으로", "1(으)로": "1로", "2(으)로": "2로", "3(으)로": "3으로", "10(으)로": "10으로",
    "Metaflow(으)로": "Metaflow로", "Comet(으)로": "Comet으로", "BentoML(으)로": "BentoML로",
    "BentoML을(를)": "BentoML을", "vLLM은(는)": "vLLM은", "Amazon S3(으)로": "Amazon S3로",
    "W&B이(가)": "W&B가", "GitLab과(와)": "GitLab과", "GitHub과(와)": "GitHub와", "Spark을(를)": "Spark를",
    "Notion은(는)": "Notion은", "Hadoop이(가)": "Hadoop이", "Great을(를)": "Great를",
    "서울(으)로": "서울로", "부산(으)로": "부산으로", "단계은(는)": "단계는", "값이(가)": "값이",
    '"없음"(으)로': '"없음"으로', "Python(파이썬)을(를)": "Python(파이썬)을",
    "<strong>Comet</strong>(으)로": "<strong>Comet</strong>으로",
    "Feast과(와) Tecton을(를) 고르고": "Feast와 Tecton을 고르고", "그대로 두는 글": "그대로 두는 글", "": "",
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SETTLED.items())
def test_a_particle_follows_the_sound_of_the_word(text: str, wanted: str) -> None:
    assert particles(text) == wanted


def test_the_browser_says_the_same(catalogue: Catalogue) -> None:
    names = [f"{tool.name.ko}(으)로 {tool.name.ko}을(를)" for tool in catalogue.tools.values()]
    texts = [*SETTLED, *names]
    script = (
        f"import {{ particles }} from {json.dumps(MODULE.as_uri())};"
        f"console.log(JSON.stringify({json.dumps(texts)}.map(particles)));"
    )
    run = subprocess.run(
        ["node", "--input-type=module", "-e", script], capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout) == [particles(text) for text in texts]


def test_an_interface_word_is_filled_with_thousands_and_particles() -> None:
    assert filled("{count}건", {"count": 2644}) == "2,644건"
    assert filled("{tool}(으)로 바꾸기", {"tool": "Comet"}) == "Comet으로 바꾸기"


def test_html_in_a_filled_word_stays_html_and_all_else_is_escaped() -> None:
    shown = filled("{when} < {tools}(으)로", {"when": "<b>", "tools": Markup("<strong>Comet</strong>")})
    assert shown == Markup("&lt;b&gt; &lt; <strong>Comet</strong>으로")
    assert isinstance(shown, Markup)
