"""What a page may run and load."""

from __future__ import annotations

from macros.site.policy import digest, guarded

PAGE = """<html><head><meta charset="utf-8"><script>one()</script>
<script id="a" type="application/json">{"a": 1}</script><script type="module" src="x.mjs"></script>
<script type="module">two()</script></head><body></body></html>"""


def test_only_the_scripts_that_the_page_was_built_with_may_run() -> None:
    found = guarded(PAGE)
    policy = found.split('Content-Security-Policy" content="')[1].split('"')[0]
    allowed = policy.split("script-src ")[1].split(";")[0].split()
    assert allowed == ["'self'", f"'sha256-{digest('one()')}'", f"'sha256-{digest('two()')}'"]
    assert "unsafe-eval" not in policy
    assert found.index("Content-Security-Policy") < found.index("<script")


def test_a_page_in_a_frame_may_do_less() -> None:
    found = guarded(PAGE, framed=True)
    assert "default-src 'none'" in found
    assert "form-action 'none'" in found


def test_the_hash_is_the_one_that_browsers_compute() -> None:
    assert digest("alert('Hello, world.');") == "qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
