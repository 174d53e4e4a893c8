"""The plainest Textual app there is: one label. What ours is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Label("bare-and-painted")


if __name__ == "__main__":
    Bare().run()
