"""What a cell of 结案方式 tells: the outcome of a dispute and, where it is said, how and where it went."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from mediation_tui.exchange.ledger.words import plain, table
from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen
from mediation_tui.model.problems import Unfit
from mediation_tui.model.vocabulary import AgreementForm, Exit, FailureReason, Outcome, RefusalGround, Side

_BETWEEN = re.compile(r"[,;:、。()（）\[\]/]+")
_OPENING = re.compile("^(经|已经|已|双方|当事人|均)+")


class Manner(Frozen):
    """How a dispute ended, as far as its sheet tells.

    Attributes:
        outcome: What mediation ended in; none while the sheet says it has not ended.
        form: An agreement's form, where the sheet says it.
        told: The sheet says the parties were told of the other routes.
        unit: To whom it was transferred, in the sheet's words.
        settled: Withdrawn because the parties settled by themselves.
        text: The cell as it stands.
    """

    outcome: Outcome | None = None
    form: AgreementForm | None = None
    reason: FailureReason = FailureReason.OTHER
    refused_by: Side | None = None
    exit: Exit = Exit.NOWHERE
    told: bool = False
    unit: str = ""
    settled: bool = False
    ground: RefusalGround | None = None
    text: str


def read_manner(text: str) -> Manner:
    """What a cell tells; every phrase of it must be a known one.

    Raises:
        Unfit: A phrase is not known, two phrases contradict each other, or what the outcome needs is not said.
    """
    known = _phrases()
    said = [_known(phrase, known) for phrase in filter(None, _BETWEEN.split(plain(text)))]
    facts: dict[str, Any] = {}
    for phrase in said:
        for name, value in phrase.items():
            if facts.setdefault(name, value) != value:
                raise Unfit(N_("里的几句话说的不是同一种结果"))
    _check(facts)
    facts.pop("open", None)
    return Manner.model_validate({**facts, "text": text})


def _known(phrase: str, known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    found = known.get(phrase) or known.get(_OPENING.sub("", phrase))
    if found is None:
        raise Unfit(N_("里“{phrase}”看不懂；可以写：{words}"), phrase=phrase, words=tuple(_suggested()))
    return found


def _check(facts: dict[str, Any]) -> None:
    """Refuse what leaves the outcome, or a thing it needs, to be guessed."""
    outcome = facts.get("outcome")
    if facts.get("open"):
        if len(facts) > 1:
            raise Unfit(N_("里的几句话说的不是同一种结果"))
        return
    if outcome is None:
        raise Unfit(N_("没有写明结果；可以写：{words}"), words=tuple(_suggested()))
    if "form" in facts and outcome != Outcome.AGREED:
        raise Unfit(N_("里的几句话说的不是同一种结果"))
    if outcome == Outcome.NOT_ACCEPTED and "ground" not in facts:
        raise Unfit(N_("要写明不予受理的理由，如“不予受理（法院已受理）”"))


@cache
def _phrases() -> dict[str, dict[str, Any]]:
    """Every known phrase and the facts it tells."""
    found = table("manners")
    said = {plain(word): facts for words, facts in _groups(found["phrase"]) for word in words}
    return said | dict(_transfers(found["transfer"]))


def _groups(phrases: Iterable[dict[str, Any]]) -> Iterator[tuple[list[str], dict[str, Any]]]:
    for phrase in phrases:
        yield phrase["words"], {name: value for name, value in phrase.items() if name != "words"}


def _transfers(transfer: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for code, units in transfer["to"].items():
        for unit in units:
            facts = {"outcome": str(Outcome.TRANSFERRED), "exit": code, "unit": unit}
            for verb in transfer["verbs"]:
                yield from ((f"{verb}{unit}{after}", facts) for after in transfer["after"])


@cache
def _suggested() -> tuple[str, ...]:
    """The usual word for each outcome, to be shown to whoever wrote another."""
    groups = table("manners")["phrase"]
    return (*(group["words"][0] for group in groups if "outcome" in group), "移送法院")
