"""Pages from templates: every value is escaped, and a page has neither script nor a foreign address."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from fieldkit.domain.planning.schedule import state_label
from fieldkit.domain.stock.holders import HolderKind, code_of, kind_of
from fieldkit.domain.text import Text, text
from fieldkit.records.regions import RegionTable
from fieldkit.server.devices.heartbeats import Report
from fieldkit.server.web.charts import bars, columns
from fieldkit.server.web.language import INDONESIAN, Language, languages
from fieldkit.server.web.view import TARGET_PERCENT, Counted, OfficeView, Place, local_time
from fieldkit.server.web.wording import WORDS, source_label


class Pages:
    """The templates of the centre's pages, in both languages."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self._regions = RegionTable(resources / "regions")
        self.style = (resources / "web" / "gaya.css").read_bytes()

    def language(self, code: str) -> Language:
        """The language of this code, Indonesian where there is none."""
        return self._languages.get(code) or self._languages[INDONESIAN]

    def page(self, template: str, language: Language, **values: Any) -> bytes:
        """A page."""

        def words(name: str, /, **parts: object) -> str:
            return language.say(Text(WORDS[name].source, parts))

        made = self._templates.get_template(template).render(w=words, l=language, **values)
        return made.encode()

    def office(self, view: OfficeView, language: Language, mark: str, reader: str) -> bytes:
        """The office's page."""
        days = view.pace.by_day[-7:]
        return self.page(
            "kantor.html",
            language,
            view=view,
            mark=mark,
            reader=reader,
            counted_chart=bars([self._counted_bar(each, language) for each in view.counted], TARGET_PERCENT),
            district_chart=bars([self._district_bar(each, language) for each in view.districts[:12]]),
            pace_chart=columns([(language.day_month(day), people, language.count(people)) for day, people in days]),
            name_of=self.name_of,
            holder=lambda name: language.say(self._holder(name)),
            seen=lambda each: self._seen(view, each, language),
            source=lambda name: language.say(source_label(name)),
            state=lambda state: language.say(state_label(state)),
        )

    def name_of(self, code: str) -> str:
        """A region's name; the code where the table does not know it."""
        region = self._regions.by_code(code)
        return region.name if region else code

    def _counted_bar(self, each: Counted, language: Language) -> tuple[str, Any, str]:
        return language.say(source_label(each.source)), each.share, language.percent(each.share)

    def _district_bar(self, each: Place, language: Language) -> tuple[str, Any, str]:
        return self.name_of(each.code)[:15], each.share, language.percent(each.share)

    def _seen(self, view: OfficeView, each: Report, language: Language) -> str:
        if each.at_ms is None:
            return language.say(WORDS["never"])
        return language.moment(local_time(view.regency, each.at_ms))

    def _holder(self, holder: str) -> Text:
        code = code_of(holder)
        if kind_of(holder) is HolderKind.OFFICE:
            return text("Kantor")
        if kind_of(holder) is HolderKind.STORE:
            return text("Kec. {name}", name=self.name_of(code))
        return text("Meja {code}", code=code.partition("-")[2] or code)

    @cached_property
    def _languages(self) -> Mapping[str, Language]:
        return languages(self._resources)

    @cached_property
    def _templates(self) -> Environment:
        return Environment(
            loader=FileSystemLoader(self._resources / "web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
