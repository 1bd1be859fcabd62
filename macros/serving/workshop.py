"""The site while people write it: what an address answers now, or what is wrong with data or code."""

from __future__ import annotations

import mimetypes
import shutil
import sys
import threading
import time
import traceback
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

import macros
from macros import fresh

PATIENCE = 20  # seconds until a browser that waits is told that nothing has changed
WAIT = "/.changed/"
FOLLOW = """<script>
(async () => {
  const seen = "%s";
  for (;;) {
    const turned = (then) => addEventListener("visibilitychange", then, { once: true });
    if (document.hidden) await new Promise(turned);
    const leaving = new AbortController();
    turned(() => leaving.abort());
    try {
      const found = await (await fetch("%s" + seen, { signal: leaving.signal })).text();
      if (found !== seen) return location.reload();
    } catch {
      await new Promise((done) => setTimeout(done, 500));
    }
  }
})();
</script>"""
BROKEN = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width">
<style>
  :root {{ color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }}
  body {{ max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }}
  li, pre {{ font-family: ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }}
</style>
<h1>{title}</h1>
<p lang="ko">고쳐서 저장하면 이 페이지가 저절로 돌아옵니다.</p>
<p>Mend it and save: this page comes back by itself.</p>
<ol>{items}</ol></html>"""


def followed(page: bytes, script: str) -> bytes:
    """A page with the script that follows what changes, which its policy lets run."""
    from macros.site.policy import digest

    code = script.removeprefix("<script>").removesuffix("</script>")
    own = b"script-src 'self'"
    return page.replace(own, own + f" 'sha256-{digest(code)}'".encode(), 1) + script.encode()


class Workshop:
    """The site as it stands; each language is prepared when somebody asks for one of its pages."""

    def __init__(self, base: str, folder: Path) -> None:
        self.base, self.folder = base, folder
        self.made: dict[str, Any] = {}
        self.envs: dict[str, Any] = {}
        self.making = threading.Lock()
        self.changed = threading.Condition()
        self.edition = str(time.time_ns())
        fresh.forget_changed(macros)

    def renew(self) -> None:
        """What was made is old, and perhaps the code: make nothing yet, and tell the browsers."""
        with self.making:
            self.made.clear()
            fresh.forget_changed(macros)
        with self.changed:
            self.edition = str(time.time_ns())
            self.changed.notify_all()

    def newer(self, seen: str) -> str:
        """The edition of now: at once where it is not the one that was seen, else at the next change."""
        with self.changed:
            self.changed.wait_for(lambda: self.edition != seen, PATIENCE)
            return self.edition

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """(status, kind of content, content) of an address; what is wrong where it cannot be made."""
        with self.making:
            edition = self.edition
            try:
                found = self._file(path)
                content = (found or self._missing()).read_bytes()
            except Exception as error:
                found, content = Path("broken.html"), broken(error).encode()
                status = 500
            else:
                status = 200 if found else 404
        kind = mimetypes.guess_type(found or "404.html")[0] or "application/octet-stream"
        if kind == "text/html":
            content = followed(content, FOLLOW % (edition, WAIT))
        return status, kind, content

    def _missing(self) -> Path:
        found: Path = self._language("ko").file("404.html")
        return found

    def _file(self, path: str) -> Path | None:
        language, below = ("en", path[3:]) if path.startswith("en/") else ("ko", path)
        found: Path | None = self._language(language).file(below)
        return found or self._exported(path)

    def _told(self) -> dict[str, Any]:
        """What the outside says and the catalogue, read once an edition."""
        from macros.hooks import read

        if "told" not in self.made:
            self.made["told"] = read()
        told: dict[str, Any] = self.made["told"]
        return told

    def _language(self, language: str) -> Any:
        from macros.serving.preview import Preview

        if language not in self.made:
            env = self.envs.get(language)
            self.made[language] = Preview(language, self.folder, self.base, self._told(), env)
            self.envs[language] = self.made[language].env
        return self.made[language]

    def _exported(self, path: str) -> Path | None:
        """A download or the old address of a page that has moved: written together, once an edition."""
        from macros.site import export

        folder = self.folder / "exported"
        if "exported" not in self.made:
            shutil.rmtree(folder, ignore_errors=True)
            told = self._told()
            export.write(told["catalogue"], folder, self.base, told["outside"].data.parent)
            self.made["exported"] = True
        file = folder / path
        return file if file.is_file() and file.resolve().is_relative_to(folder.resolve()) else None


def broken(error: Exception) -> str:
    """The page that says what is wrong: every problem of the data, or where the code failed."""
    if isinstance(error, Abort):
        title, *lines = str(error).splitlines()
        items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    else:
        title = f"{type(error).__name__}: {error}"
        items = f"<pre>{escape(''.join(traceback.format_exception(error)))}</pre>"
    print(f"{title}", file=sys.stderr)
    return BROKEN.format(title=escape(title), items=items)
