"""Pages from templates: every value is escaped, and a page has neither script nor a foreign address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from fieldkit.domain.lists.coverage import gap_points, percent
from fieldkit.domain.lists.outlook import missing_to
from fieldkit.domain.national.standing import Counted
from fieldkit.domain.planning.schedule import state_label
from fieldkit.domain.stock.holders import HolderKind, code_of, kind_of
from fieldkit.domain.text import Text, text
from fieldkit.records.regions import RegionTable
from fieldkit.server.devices.heartbeats import Report
from fieldkit.server.web.charts import Chart, Course, Gap, columns, course, gaps
from fieldkit.server.web.facts import local_time
from fieldkit.server.web.language import INDONESIAN, Language, languages
from fieldkit.server.web.sessions import Look
from fieldkit.server.web.view import Coverage, OfficeView, Place
from fieldkit.server.web.wording import WORDS, source_label

_IN_CHART: Final = 13
_IN_TABLE: Final = 40
_DAYS_SHOWN: Final = 28
_NAME_LENGTH: Final = 17


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
        return self._made(template, language, **values).encode()

    def _made(self, template: str, language: Language, **values: Any) -> str:
        def words(name: str, /, **parts: object) -> str:
            return language.say(Text(WORDS[name].source, parts))

        return self._templates.get_template(template).render(w=words, l=language, **values)

    def office(self, look: Look, today: date, figures: str, language: Language, mark: str) -> bytes:
        """The office's page around its figures."""
        return self.page("kantor.html", language, look=look, today=today, figures=Markup(figures), mark=mark)  # noqa: S704

    def figures(self, view: OfficeView, language: Language) -> str:
        """All that the office's page shows to whoever looks."""
        coverage, target = view.coverage, view.coverage.target
        below = [place for place in coverage.villages if place.standing.to_go(target)]
        return self._made(
            "angka.html",
            language,
            view=view,
            target=language.short_percent(target),
            heading=self._heading(coverage, language),
            counted=[(each, gap_points(target, each.share), missing(target, each)) for each in coverage.counts],
            below=len(below),
            in_chart=_IN_CHART,
            worst=below[:_IN_TABLE],
            has_national=any(place.national for place in below[:_IN_CHART]),
            districts=sorted(coverage.districts, key=lambda place: (-place.standing.numbers.left, place.code)),
            days=coverage.by_day[-_DAYS_SHOWN:],
            gap_chart=gaps(
                [self._gap(place, target, language) for place in below[:_IN_CHART]],
                target,
                language.short_percent(target),
            ),
            course_chart=self._course(coverage, language),
            pace_chart=columns(
                [(language.day_month(day), people, language.count(people)) for day, people in coverage.by_day[-7:]]
            ),
            silent_names=", ".join(each.device.prefix for each in view.silent),
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

    def _heading(self, coverage: Coverage, language: Language) -> str:
        of, late = coverage.outlook, coverage.outlook.days_late
        parts = {"target": language.short_percent(coverage.target)}
        if not of.to_go:
            return language.say(Text(WORDS["is_met"].source, parts))
        if of.met_on is None:
            return language.say(WORDS["is_not_met"])
        parts["day"] = language.day(of.met_on)
        if not late or of.by is None:
            return language.say(Text(WORDS["is_met_on"].source, parts))
        parts |= {"n": language.count(abs(late)), "by": language.day_month(of.by)}
        return language.say(Text(WORDS["is_met_late" if late > 0 else "is_met_before"].source, parts))

    def _gap(self, place: Place, target: Decimal, language: Language) -> Gap:
        return Gap(
            self.name_of(place.code)[:_NAME_LENGTH],
            place.standing.share,
            language.percent(place.standing.share).removesuffix(" %"),
            language.count(place.standing.to_go(target)),
            percent(place.standing.proposed, place.standing.whole),
            place.national.share if place.national and place.standing.base else None,
        )

    def _course(self, coverage: Coverage, language: Language) -> Chart | None:
        """The picture of where it goes; none before there are two days."""
        of, standing = coverage.outlook, coverage.whole.standing
        days = [(day, people) for day, people in coverage.by_day if day <= of.pace.until][-_DAYS_SHOWN:]
        if len(days) < 2 or not standing.whole:
            return None
        left = list(accumulate((people for _, people in reversed(days)), initial=0))
        so_far = [
            (day, percent(max(0, standing.recorded - after), standing.whole))
            for (day, _), after in zip(days, reversed(left[:-1]), strict=True)
        ]
        if so_far[-1][0] < of.pace.until:
            so_far.append((of.pace.until, standing.share))

        def words(name: str, **parts: object) -> str:
            return language.say(Text(WORDS[name].source, parts))

        return course(
            Course(
                so_far,
                coverage.target,
                of.met_on,
                of.by,
                words("pace_now", n=language.count(of.pace.whole)),
                words("pace_needed", n=language.count(of.needed or 0)),
                words("limit", day=language.day_month(of.by)) if of.by else "",
                language.short_percent,
                language.day_month,
            )
        )

    def _seen(self, view: OfficeView, each: Report, language: Language) -> str:
        if each.at_ms is None:
            return language.say(WORDS["never"])
        return language.moment(local_time(view.clock, each.at_ms))

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


def missing(target: Decimal, each: Counted) -> int:
    """People who are missing to the target by a count as it was given."""
    return missing_to(target, each.obligated, each.recorded)
