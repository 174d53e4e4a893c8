"""Moving a book from one engine to another, and to and from plain JSON; nothing is said to be done unverified."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from pathlib import Path

from mediation_tui.errors import BookError
from mediation_tui.i18n import N_
from mediation_tui.store.book import Finding
from mediation_tui.store.plain import PlainBook, plain_in_the_making, write_plain
from mediation_tui.store.records.book import RecordsBook
from mediation_tui.store.records.documents import SHAPES
from mediation_tui.store.records.everything import Record, everything, pour


def copy(source: RecordsBook, target: RecordsBook, *, as_is: bool = False) -> Mapping[str, int]:
    """Fill a book with everything another holds: the same documents under the same ids, so the same chains.

    Args:
        source: Read from one unchanging state.
        target: A book without events, which is thrown away if anything is raised.
        as_is: Copy also what a check finds fault with, as far as every record is what was written.

    Returns:
        How many documents each table has.

    Raises:
        BookError: The source is not in order, or something did not arrive as it was.
    """
    with source.engine.snapshot():
        if not as_is:
            _require_order(source)
        pour(everything(source.engine), target.engine)
        counted = _verified(everything(source.engine), target)
    _require_sound(target, as_is=as_is)
    return counted


def export(source: RecordsBook, path: Path, *, as_is: bool = False) -> Mapping[str, int]:
    """Write a book as plain JSON, and read back what was written; see `copy`.

    Args:
        source: Read from one unchanging state.
        path: A path where nothing is yet.
        as_is: As in `copy`.
    """
    with source.engine.snapshot(), plain_in_the_making(path) as fresh:
        if not as_is:
            _require_order(source)
        write_plain(fresh, everything(source.engine))
        counted: Counter[str] = Counter()
        for written, read in zip_longest(everything(source.engine), PlainBook(fresh).records()):
            if not (written and read and _spelt(written) == _spelt(read)):
                raise _not_arrived(path, written or read)
            counted[read.table] += 1
    return counted


def bring_in(source: PlainBook, target: RecordsBook, *, as_is: bool = False) -> Mapping[str, int]:
    """Fill a book with what a plain JSON file holds; see `copy`.

    The file may have been changed by any program: each document is looked at as it is read, and how they hang
    together once they are all there.
    """
    pour(source.records(), target.engine)
    counted = _verified(source.records(), target)
    if not as_is and (finding := next(target.check(), None)):
        raise BookError(
            N_("“{path}”里的记录不是写出时的样子，没有复制：{finding}"),
            path=source.location,
            finding=finding.sentence,
        )
    _require_sound(target, as_is=True)
    return counted


def _require_order(source: RecordsBook) -> None:
    """Make sure that a check finds nothing."""
    finding: Finding | None = next(source.check(), None)
    if finding:
        raise BookError(
            N_("“{path}”有问题，没有复制：{finding}请先用 salvage 另存一本；要照原样复制，请加 --as-is。"),
            path=source.location,
            finding=finding.sentence,
        )


def _verified(records: Iterable[Record], target: RecordsBook) -> Mapping[str, int]:
    """How many documents each table has, once every one of them was found in the target, and no other.

    Documents are compared in their one spelling, so the hashes of events and the ends of chains are the same too.
    """
    counted: Counter[str] = Counter()
    for record in records:
        body = target.engine.body(record.table, record.id)
        if body is None or _spelt(record._replace(document=json.loads(body))) != _spelt(record):
            raise _not_arrived(target.location, record)
        counted[record.table] += 1
    for shape in SHAPES:
        ((there,),) = target.engine.rows(shape.name, ("count(*)",))
        if there != counted[shape.name]:
            raise _not_arrived(target.location, Record(shape.name, there, {}))
    return counted


def _require_sound(target: RecordsBook, *, as_is: bool) -> None:
    """Make sure that the copy itself is without fault; what was not in order before is not looked for."""
    if as_is:
        faulty = next(iter(target.engine.faults()), None) is not None
    else:
        faulty = next(target.check(), None) is not None
    if faulty:
        raise _not_arrived(target.location, None)


def _spelt(record: Record) -> tuple[str, int, str]:
    """A record in its one spelling: an engine may keep neither the order of keys nor how a number was written."""
    return record.table, record.id, json.dumps(record.document, sort_keys=True)


def _not_arrived(place: object, record: Record | None) -> BookError:
    """What to say of a copy that is not one; the disk or the server is at fault, not the book."""
    if record is None:
        return BookError(N_("写到“{path}”的内容读回来不一样，没有留下；请检查磁盘。"), path=place)
    return BookError(
        N_("写到“{path}”的内容读回来不一样（“{table}”的第 {id} 条），没有留下；请检查磁盘。"),
        path=place,
        table=record.table,
        id=record.id,
    )
