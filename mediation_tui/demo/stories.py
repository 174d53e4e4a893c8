"""Tells the disputes of the made-up town.

A `Teller` drafts a dispute: which story, in which words, about how much. The draft says who is needed for
it (`draft.story.a`, `.b`, `.bond`); told with a cast, it becomes the `Tale` a case is written from. The same
draft told twice gives two near-identical narratives, which an office head should be asked about.
"""

from __future__ import annotations

from random import Random

from mediation_tui.demo import money
from mediation_tui.demo.dealer import Dealer
from mediation_tui.demo.shelf import read
from mediation_tui.demo.story import Story
from mediation_tui.demo.storybooks import story_books
from mediation_tui.demo.tale import Draft
from mediation_tui.model.vocabulary import Category

_ONE_REQUEST = 0.4


class Teller:
    """Drafts disputes, none in the words of another until all words have been used.

    Args:
        random: The only source of chance.
    """

    def __init__(self, random: Random) -> None:
        self._random = random
        self._dealer = Dealer(random)
        self._books = {book.category: book for book in story_books()}
        manners = read("manners")
        self._pay_manners, self._act_manners = tuple(manners["pay"]), tuple(manners["act"])

    def category(self, month: int) -> Category:
        """A category, as often as it comes up in a town like this at that time of year.

        Args:
            month: The month of the dispute, 1–12.
        """
        books = [book for book in self._books.values() if book.in_season(month)]
        return self._random.choices(books, [book.share for book in books])[0].category

    def draft(self, category: Category, month: int) -> Draft:
        """A dispute of a category that fits the time of year, if the category has any that does.

        Args:
            category: The ministry's category.
            month: The month it is about to happen in, 1–12.
        """
        book = self._books[category]
        story = self._dealer.deal(book.in_season(month) or book.stories)
        deal = self._dealer.deal
        amount = money.asked(self._random, *story.amount) if story.amount else None
        return Draft(
            story=story,
            scene=deal(story.scene),
            claim=deal(story.claim),
            reply=deal(story.reply),
            finding=deal(story.finding),
            requests=self._requests(story),
            settlement=deal(story.settlements),
            slots=tuple((slot, deal(fillings)) for slot, fillings in story.slots),
            amount=amount,
            settled=money.settled(self._random, amount) if amount is not None else None,
            pay_manner=deal(self._pay_manners),
            act_manner=deal(self._act_manners),
        )

    def _requests(self, story: Story) -> tuple[str, ...]:
        """All requests, or only the first."""
        return story.requests[:1] if self._random.random() < _ONE_REQUEST else story.requests
