"""What a model may look up, as it asks for it: typed arguments, their descriptions the ones the model reads."""

from dataclasses import replace

from pydantic import BaseModel, Field

from dealbot.app.question import Focus, Intent, Question
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.stakeholder import BuyingRole, Function


class Look(BaseModel):
    """What is common to all look-ups: which deal, and whom they are about."""

    deal: str | None = Field(default=None, description="The deal's name; leave it out for the deal of the question.")
    person: str | None = Field(default=None, description="One person, by name or title.")

    @property
    def everywhere(self) -> bool:
        """Whether it is asked of every deal."""
        return False

    def question(self, text: str, deal: str | None = None, people: tuple[str, ...] = ()) -> Question:
        """What is looked up, for a question of these words, once deal and people are found."""
        named = self.person if not people else None
        return Question(text, Intent.LEARNED, deal, people=people, named=named)


class LookUp(Look):
    """Look up our own answer to a kind of question about a deal, or about all deals."""

    kind: Intent = Field(description="What is asked.")
    all_deals: bool = Field(default=False, description="Ask it of every deal.")
    function: Function | None = Field(default=None, description="Only people of this part of the hospital.")
    topic: ConcernTopic | None = Field(default=None, description="Only concerns on this topic.")
    role: BuyingRole | None = Field(default=None, description="Only people who play this part.")
    focus: Focus | None = Field(default=None, description="The part of the answer that is wanted.")
    since: str | None = Field(default=None, description="Since when, in the question's words, such as 'last month'.")
    as_of: str | None = Field(default=None, description="As of when, in the question's words, such as 'September'.")

    @property
    def everywhere(self) -> bool:
        """Whether it is asked of every deal."""
        return self.all_deals or not self.kind.of_one_deal

    def question(self, text: str, deal: str | None = None, people: tuple[str, ...] = ()) -> Question:
        """What is looked up, for a question of these words, once deal and people are found."""
        return replace(
            super().question(text, deal, people),
            intent=self.kind,
            everywhere=self.everywhere,
            function=self.function,
            topic=self.topic,
            role=self.role,
            focus=self.focus,
            since=self.since,
            as_of=self.as_of,
        )


class SearchNotes(Look):
    """Search the notes of one deal for sentences near to these words in meaning."""

    words: str = Field(description="What the sentences should be about.", min_length=1)

    def question(self, text: str, deal: str | None = None, people: tuple[str, ...] = ()) -> Question:
        """The words in the place of the question's own."""
        return replace(super().question(text, deal, people), text=self.words)


class Show(BaseModel):
    """Show the person one of our own answers whole, as it is. Nothing is said after it."""

    answer: str = Field(description="The answer's id, such as a1.")
