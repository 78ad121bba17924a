"""The dialog with the words of an answer that were matched."""

from dealbot.domain.practice.review import KeptReview
from dealbot.errors import BadInput
from dealbot.slack.views.parts import Block, plain_text
from dealbot.slack.views.practice_marks import words_shown
from dealbot.store.books import Books

PRACTICE_WORDS = "practice_words"


def practice_words(books: Books, review: object) -> Block:
    """The words of an answer of whoever asks; raises BadInput for another's, and for a check not handed in."""
    if not isinstance(review, int):
        raise BadInput("That answer is not here any longer.")
    kept = books.practice.review(review)
    check = kept.review.check
    if check is not None and kept.person not in books.cohorts.handed_in(check):
        raise BadInput("The words are shown once your check is handed in.")
    return _view(kept)


def _view(kept: KeptReview) -> Block:
    return {
        "type": "modal",
        "callback_id": "words",
        "title": plain_text("Words", 24),
        "close": plain_text("Close", 24),
        "blocks": words_shown(kept),
    }
