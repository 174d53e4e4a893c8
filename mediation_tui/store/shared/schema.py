"""From the tables' shapes to PostgreSQL's, and how a book is told from any other database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mediation_tui.store.shape import FORMAT_VERSION, Column, TableShape

IMMUTABLE = "MT001"
"""The SQLSTATE under which a table that is only added to refuses anything else."""


def statements(schema: str, shapes: Sequence[TableShape]) -> Iterator[str]:
    """All statements that make an empty book in a schema of its own, which must be on the search path."""
    yield f"CREATE SCHEMA {schema}"
    yield "CREATE TABLE about (format integer NOT NULL)"
    yield f"INSERT INTO about VALUES ({FORMAT_VERSION})"
    yield "CREATE TABLE rights (name text PRIMARY KEY)"
    yield (
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION 'this record can only be added' USING ERRCODE = '{IMMUTABLE}'; END $$"
    )
    yield (
        "CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN PERFORM pg_notify('{channel(schema)}', ''); RETURN NULL; END $$"
    )
    for shape in shapes:
        yield from _table(shape)


def channel(schema: str) -> str:
    """What a book's changes are told under."""
    return f"mediation_{schema}"


def listed(names: Iterable[str]) -> str:
    """Column names in a list."""
    return ", ".join(f'"{name}"' for name in names)


def _table(shape: TableShape) -> Iterator[str]:
    """One table with its ids, indexes and triggers.

    Ids come from a sequence without a cache, so that rows written under one lock are in the order of writing.
    """
    columns = "".join(f', "{column.name}" {_type(column)}' for column in shape.columns)
    yield f"CREATE SEQUENCE {shape.name}_ids CACHE 1"
    yield (
        f"CREATE TABLE {shape.name} (id bigint PRIMARY KEY DEFAULT nextval('{shape.name}_ids'), "
        f"body jsonb NOT NULL, crc bigint NOT NULL{columns})"
    )
    for column in shape.columns:
        if column.indexed:
            yield f'CREATE INDEX {shape.name}__{column.name} ON {shape.name} ("{column.name}")'
    for group in shape.indexes:
        sorting = ", ".join(f'"{name}" NULLS FIRST' for name in (*group, "id"))
        yield f"CREATE INDEX {shape.name}__by__{'__'.join(group)} ON {shape.name} ({sorting})"
    for group in shape.unique:
        yield f"CREATE UNIQUE INDEX {shape.name}__once__{'__'.join(group)} ON {shape.name} ({listed(group)})"
    if shape.immutable:
        yield _trigger(shape.name, "refuse", "BEFORE UPDATE OR DELETE OR TRUNCATE")
    yield _trigger(shape.name, "tell", "AFTER INSERT OR UPDATE OR DELETE")


def _type(column: Column) -> str:
    """Texts compare by their code points, as everywhere else in the program."""
    return "bigint" if column.number else 'text COLLATE "C"'


def _trigger(table: str, function: str, when: str) -> str:
    return f"CREATE TRIGGER {table}__{function} {when} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
