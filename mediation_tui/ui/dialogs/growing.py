"""A form that makes its fields when they are first asked."""

from __future__ import annotations

from textual.app import ComposeResult

from mediation_tui.ui.widgets.field import Field
from mediation_tui.ui.widgets.form import Form


class GrowingForm(Form):
    """A form with many fields of which few are asked; the others are not on the screen until they are.

    A field takes some milliseconds to be put on the screen, shown or not, and opening must not wait for that.
    """

    def compose(self) -> ComposeResult:
        """The fields asked at first."""
        answers = self.values()
        yield from (field for field in self._fields.values() if _is_asked(field, answers))

    @property
    def asked(self) -> frozenset[str]:
        """The names of what is asked by the answers of this moment."""
        return frozenset(field.spec.name for field in self._asked())

    def _show_what_is_asked(self) -> None:
        if not self.is_mounted:
            return
        super()._show_what_is_asked()
        before: Field | None = None
        for field in self._fields.values():
            if field.display and field.parent is None:
                self.mount(field, after=before) if before else self.mount(field, before=0)
            if field.parent is not None:
                before = field


def _is_asked(field: Field, answers: dict[str, object]) -> bool:
    return field.spec.when is None or field.spec.when(answers)
