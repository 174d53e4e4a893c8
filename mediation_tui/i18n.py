"""The two languages of the program.

Chinese is the source language: every sentence in the code is the Chinese one, and the English catalogue
translates it. `_` translates now, so it belongs where text is shown; `N_` only marks a sentence for
extraction where it is defined, and whoever shows it calls `_`.
"""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import Literal, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
DOMAIN = "mediation_tui"
_LOCALE = Path(__file__).with_name("locale")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language: Language = "zh"


def use(language: Language) -> None:
    """Speak this language from now on; whatever is already on screen has to be drawn again."""
    global _catalogue, _language
    _language = language
    _catalogue = (
        gettext.NullTranslations()
        if language == "zh"
        else gettext.translation(DOMAIN, str(_LOCALE), languages=[language], fallback=True)
    )


def language() -> Language:
    """The language spoken now."""
    return _language


def _(message: str) -> str:
    """The sentence in the language spoken now."""
    return _catalogue.gettext(message) if message else ""


def N_(message: str) -> str:  # noqa: N802 - the name every extractor knows
    """Mark a sentence for translation without translating it yet."""
    return message


def ngettext(singular: str, plural: str, count: int) -> str:
    """The sentence for `count` things; Chinese has one form, English two."""
    return _catalogue.ngettext(singular, plural, count)
