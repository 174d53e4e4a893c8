"""Where a shared book is: a database, and the schema in it that holds the book."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from mediation_tui.errors import BookError
from mediation_tui.i18n import N_

_USUAL_SCHEMA = "mediation"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,50}")


@dataclass(frozen=True)
class Address:
    """A shared book's place.

    Attributes:
        database: The connection URL, as libpq takes it.
        schema: The schema that holds the book; several books may share a database.
    """

    database: str
    schema: str

    @classmethod
    def of(cls, url: str) -> Address:
        """The address a URL names: `postgresql://user@host/database`, and `#name` for a book of that name.

        Raises:
            BookError: The book's name is not one.
        """
        parts = urlsplit(url)
        schema = parts.fragment or _USUAL_SCHEMA
        if not _NAME.fullmatch(schema) or schema.startswith("pg_"):
            raise BookError(
                N_("案件簿的名字“{name}”不能用：请用小写字母开头，只含小写字母、数字和下划线。"), name=schema
            )
        return cls(urlunsplit(parts._replace(fragment="")), schema)

    def __str__(self) -> str:
        """The address as it may be shown: without a password."""
        parts = urlsplit(self.database)
        shown = re.sub(r":[^@/]*@", "@", parts.netloc)
        query = "&".join(part for part in parts.query.split("&") if not part.startswith("password="))
        fragment = "" if self.schema == _USUAL_SCHEMA else self.schema
        return urlunsplit(parts._replace(netloc=shown, query=query, fragment=fragment))

    def __repr__(self) -> str:
        return f"Address({str(self)!r})"
