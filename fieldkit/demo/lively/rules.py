"""What the office has ruled: one rule signed by its head, another that waits for the signature."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from fieldkit.demo.day import DAY, PIN
from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.demo.lively.planning import HEAD, MONDAY, OFFICE_CODE, PLANNER
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.rules.keys import RuleKey
from fieldkit.domain.rules.versions import Stage
from fieldkit.store.queries.people import app_users
from fieldkit.store.queries.rules.versions import rules_now
from fieldkit.work.rules.versions import WriteRule, sign_rule, write_rule
from fieldkit.work.sign_in import check_in, set_first_pin

_LETTERS: Final[dict[str, str]] = {
    RuleKey.INTERIM: "allowed",
    RuleKey.INTERIM_UNTIL: (DAY + timedelta(days=127)).isoformat(),
}


def rule_the_office(laptop: PracticeLaptop) -> None:
    """The head lets interim letters be given; the planner wants more than 98 %, and the office has its name."""
    store = laptop.store
    people = {user.name: UserId(user.id) for user in store.query(app_users)}
    set_first_pin(store, people[HEAD], OFFICE_CODE, PIN)
    with store.acting(people[PLANNER]):
        store.execute(write_rule, WriteRule(RuleName.INTERIM, _LETTERS, DAY))
        store.execute(write_rule, WriteRule(RuleName.TARGET, {RuleKey.TARGET: "98,5"}, MONDAY))
    signer = check_in(store, people[HEAD], PIN)
    view = store.query(rules_now, store.clock.now_utc())
    draft = next(each.id for each in view.of(RuleName.INTERIM, Stage.DRAFT))
    with store.acting(people[HEAD]):
        store.execute(sign_rule, draft, signer)
