"""The guide as it lies in the resources: chapters in Markdown, a folder for each language, and their pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from fieldkit.host.places import resources_dir

_FOR_ALL: Final = ("door", "start", "cuts", "limits")
"""What everybody needs, whatever the role: coming in, a laptop that is new or can not open its data, when power or
network go, and what no program can protect."""
_TITLE: Final = re.compile(r"\A# (.+)\n")
_PICTURE: Final = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One file of the guide. `id` is the name of its page, or of a role behind `role-`."""

    id: str
    title: str
    source: str

    def holds(self, words: Sequence[str]) -> bool:
        """Whether all these words are in it, however they are written."""
        text = self.source.casefold()
        return all(word.casefold() in text for word in words)


def guide_of(role: str, pages: Sequence[str], language: str) -> list[Chapter]:
    """The chapters for somebody: the own day first, then the own pages in the order of the rail, then what all need.

    Before anybody has signed in there is no role, and no own day.
    """
    own_day = (f"role-{role}",) if role else ()
    return [read_chapter(chapter, language) for chapter in (*own_day, *pages, *_FOR_ALL)]


@cache
def read_chapter(chapter: str, language: str) -> Chapter:
    """A chapter in a language; LookupError where the guide has none of that name."""
    path = guide_folder() / language / f"{chapter}.md"
    if not path.is_file():
        raise LookupError(chapter)
    source = path.read_text(encoding="utf-8")
    title = _TITLE.match(source)
    return Chapter(chapter, title.group(1) if title else chapter, source)


def guide_folder() -> Path:
    """Where the guide lies."""
    return resources_dir() / "guide"


def chapter_html(chapter: Chapter, language: str, picture_width: int) -> str:
    """A chapter as the body of a document that Qt shows; its sections have anchors by their own words."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(chapter.source)
    for at, token in enumerate(tokens):
        _dress(token, tokens[at + 1 : at + 2])
        for part in token.children or ():
            _fit_picture(part, language, picture_width)
    return str(markdown.renderer.render(tokens, markdown.options, {}))


def _dress(token: Token, following: Sequence[Token]) -> None:
    """Headings and pictures as paragraphs of a class: Qt makes its own headings larger than any size they are given."""
    if token.type in {"heading_open", "heading_close"}:
        token.attrSet("class", token.tag)
        token.tag = "p"
    if token.type == "heading_open":
        token.attrSet("id", following[0].content)
    if token.type == "paragraph_open" and any(part.type == "image" for part in following[0].children or ()):
        token.attrSet("class", "picture")


def _fit_picture(part: Token, language: str, width: int) -> None:
    if part.type == "image":
        part.attrSet("src", (guide_folder() / "pictures" / f"{part.attrGet('src')}-{language}.webp").as_uri())
        part.attrSet("width", str(width))


def pictured(language: str) -> list[str]:
    """The scenes that the guide shows in a language, each once, by name."""
    folder = guide_folder() / language
    found = {scene for path in folder.glob("*.md") for scene in _PICTURE.findall(path.read_text(encoding="utf-8"))}
    return sorted(found)
