"""Whatever a name holds, it is read as it was typed: on labels, beside the pointer, in tables, on paper (F-P5)."""

from __future__ import annotations

import ast
import base64
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import repeat
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, Qt, QTextDocumentFragment
from PySide6.QtWidgets import QStyleOptionViewItem

import fieldkit
from fieldkit.reports.cards.handover_list import HandoverList, handover_list_html
from fieldkit.reports.cards.notice_list import NoticeList, notice_list_html
from fieldkit.reports.cards.papers import CardsPaper, cards_paper_html
from fieldkit.reports.closing.html import closing_record_html, daily_report_html
from fieldkit.reports.closing.shift_documents import ClosingRecord, DailyReport
from fieldkit.reports.key_card import KeyCard, key_card_html
from fieldkit.reports.lists.national_list import NationalList, national_list_html
from fieldkit.reports.lists.sheets import ListSheet, Remainder, list_sheet_html, remainder_html
from fieldkit.reports.people.kept_data import Extract, extract_html
from fieldkit.reports.people.loss_notice import LossNotice, loss_notice_html
from fieldkit.reports.people.receipt import ReceiptFacts, receipt_html
from fieldkit.reports.planning.coverage import CoveragePaper
from fieldkit.reports.planning.coverage_files import coverage_html
from fieldkit.reports.planning.schedule import SchedulePaper
from fieldkit.reports.planning.schedule_files import schedule_html
from fieldkit.reports.planning.target_sheets import TargetSheets, target_sheets_html
from fieldkit.reports.rules_sheet import RulesSheet, rules_sheet_html
from fieldkit.reports.stock.files import stock_paper_html
from fieldkit.reports.stock.papers import StockPaper
from fieldkit.ui.papers.paper import PaperDocument, write_pdf
from fieldkit.ui.rows import delegates
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.tips import plain_tip
from tests.reports.papers_of_words import of_words

pytestmark = pytest.mark.usefixtures("themed_app")

MARKUP = "<b>SITI</b><img src=file:///x.png>&amp;"
NAMES = st.one_of(
    st.sampled_from([MARKUP, "<script>x</script>", "</td></tr>", "<a href=x>", "&lt;", "<!--", "{{ 7 * 7 }}", "<qt>"]),
    st.text("<>&\"'/=!- abc", max_size=30),
)
PAPERS: dict[str, tuple[Any, Callable[[Any], str]]] = {
    "daily": (DailyReport, daily_report_html),
    "record": (ClosingRecord, closing_record_html),
    "cards": (CardsPaper, cards_paper_html),
    "coverage": (CoveragePaper, coverage_html),
    "handover": (HandoverList, handover_list_html),
    "extract": (Extract, extract_html),
    "list": (ListSheet, list_sheet_html),
    "rest": (Remainder, remainder_html),
    "national": (NationalList, national_list_html),
    "notices": (NoticeList, notice_list_html),
    "keys": (KeyCard, key_card_html),
    "loss": (LossNotice, loss_notice_html),
    "receipt": (
        ReceiptFacts,
        lambda facts: receipt_html(replace(facts, day="2019-02-23", print_eligible_on="2019-02-24")),
    ),
    "rules": (RulesSheet, rules_sheet_html),
    "schedule": (SchedulePaper, schedule_html),
    "stock": (StockPaper, stock_paper_html),
    "targets": (TargetSheets, target_sheets_html),
}


class Tags(HTMLParser):
    """The elements of a page, in their order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)

    def handle_comment(self, data: str) -> None:
        self.found.append("comment")


@pytest.mark.parametrize("name", PAPERS)
@settings(max_examples=15)
@given(words=NAMES)
def test_names_add_no_element_to_a_paper(name: str, words: str) -> None:
    kind, html = PAPERS[name]
    plain = Tags(html(of_words(kind, repeat("x"))))
    assert Tags(html(of_words(kind, repeat(words or "x")))).found == plain.found


def test_a_paper_shows_the_letters_of_a_name(tmp_path: Path) -> None:
    write_pdf(list_sheet_html(of_words(ListSheet, repeat("<b>SITI</b>"))), tmp_path / "a.pdf")
    words = " ".join(page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages)
    assert "<b>SITI</b>" in words


@pytest.fixture
def red(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A picture on this disk, in the folder in which the program runs."""
    picture = QImage(QSize(40, 40), QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    assert picture.save(str(tmp_path / "red.png"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "red.png"


@pytest.mark.parametrize("address", ["{path}", "file://{path}", "red.png", "qrc:{path}", ":{path}"])
def test_a_paper_fetches_no_picture_from_the_disk(red: Path, address: str) -> None:
    source = address.format(path=red)
    assert not reds(f'<p>x <img src="{source}" width="40" height="40"></p>')
    assert not reds(
        f'<table background="{source}" width="40"><tr><td style="background-image: url({source})">x</table>'
    )


def test_a_paper_fetches_no_style_from_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("p { background-color: #ff0000 }", encoding="utf-8")
    linked = f'<link rel="stylesheet" type="text/css" href="{tmp_path / "a.css"}"><p>x</p>'
    assert not reds(linked)
    assert reds('<p style="background-color: #ff0000">x</p>')


def test_a_picture_that_stands_in_the_paper_itself_is_shown(red: Path) -> None:
    data = base64.b64encode(red.read_bytes()).decode()
    assert reds(f'<p><img src="data:image/png;base64,{data}" width="40" height="40"></p>')


def reds(html: str) -> int:
    """How many dots of a paper are red."""
    document = PaperDocument()
    document.setHtml(html)
    sheet = QImage(QSize(120, 80), QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    document.drawContents(painter)
    painter.end()
    return sum(sheet.pixelColor(x, y) == QColor("red") for x in range(0, 120, 4) for y in range(0, 80, 4))


@given(NAMES)
def test_words_beside_the_pointer_are_those_that_were_given(words: str) -> None:
    tip = plain_tip(words)
    # Qt asks the same question of a tooltip before it shows it.
    shown = QTextDocumentFragment.fromHtml(tip).toPlainText() if Qt.mightBeRichText(tip) else tip
    assert shown.split() == words.split()


def test_every_word_beside_the_pointer_goes_that_way() -> None:
    passing = {
        f"{path.name}:{node.lineno}"
        for path in (Path(fieldkit.__file__).parent / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and is_tip(node) and path.name != "tips.py"
    }
    assert passing == set()


def is_tip(call: ast.Call) -> bool:
    """Whether a call tells words beside the pointer that are neither the program's own nor made plain."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in {"setToolTip", "showText", "setWhatsThis"}:
        return False
    words = call.args[1 if call.func.attr == "showText" else 0]
    named = words.func.id if isinstance(words, ast.Call) and isinstance(words.func, ast.Name) else ""
    return named not in {"tr", "plain_tip"}


def test_an_eliding_label_shows_a_name_as_it_is_also_beside_the_pointer() -> None:
    label = Label(MARKUP, elide=True)
    label.resize(30, 20)
    label.show()
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert QTextDocumentFragment.fromHtml(label.toolTip()).toPlainText() == MARKUP


GUIDE_AND_TIPS = ["leaf.py", "sheet.py", "tips.py"]


def test_every_label_of_the_app_is_plain() -> None:
    """There is one label; what else shows rich text by itself holds the guide alone, which comes with the program."""
    root = Path(fieldkit.__file__).parent / "ui"
    source = {path: path.read_text(encoding="utf-8") for path in root.rglob("*.py")}
    assert [path.name for path, words in source.items() if re.search(r"import .*\bQLabel\b|QLabel\(", words)] == [
        "labels.py"
    ]
    rich = re.compile(r"QTextEdit|QTextBrowser|QMessageBox|QErrorMessage|QStaticText|RichText|MarkdownText|setMarkdown")
    assert sorted(path.name for path, words in source.items() if rich.search(words)) == GUIDE_AND_TIPS
    assert len(re.findall(r"setHtml", "".join(source.values()))) == 3


def test_the_tip_of_a_cell_is_read_as_it_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    model = RowsModel([Column("Nama", lambda row: row.name, tip=lambda row: row.name)])
    table, told = Table(model, name="x"), []
    model.set_rows([SimpleNamespace(id="1", name=MARKUP)])
    monkeypatch.setattr(delegates, "QToolTip", SimpleNamespace(showText=lambda _at, words, _view: told.append(words)))
    event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1))
    assert table.itemDelegate().helpEvent(event, table, QStyleOptionViewItem(), model.index(0, 0))
    assert [QTextDocumentFragment.fromHtml(words).toPlainText() for words in told] == [MARKUP]
