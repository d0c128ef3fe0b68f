"""Holders and regions that a form offers."""

from __future__ import annotations

from fieldkit.domain.stock.holders import region_of, store_of
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.stock.movements import EVERYBODY
from fieldkit.store.queries.stock.page import StockView
from fieldkit.ui.pages.stock.wording import holder_name

Options = list[tuple[str, str]]


def receiver_options(view: StockView, regions: RegionTable) -> Options:
    """Whom the office gives to: the tables that are known, and every district of the regency."""
    districts = [store_of(region.code) for region in regions.children(view.regency)]
    return [(holder, holder_name(regions, holder)) for holder in [*view.tables, *districts]]


def holder_options(view: StockView, regions: RegionTable) -> Options:
    """Who has or had stock."""
    return [(each.id, holder_name(regions, each.id)) for each in view.holders if each.id != EVERYBODY]


def given_options(view: StockView, regions: RegionTable) -> Options:
    """Who has been given something by the office."""
    return [option for option in holder_options(view, regions) if option[0] != "office"]


def region_options(view: StockView, regions: RegionTable) -> Options:
    """The own province, its other regencies, and whoever has lent or borrowed before."""
    province = view.regency.partition(".")[0]
    near = [province, *(str(region.code) for region in regions.children(province) if region.code != view.regency)]
    known = [loan.partner for loan in view.loans]
    partners = dict.fromkeys([*known, *map(region_of, near)])
    return [(partner, holder_name(regions, partner)) for partner in partners]
