"""The answers: one module a command or a pair of them, each a pure function from an inquiry to a card."""

from collections.abc import Callable, Mapping

from bot.core.asking.answers.about import answer_help, answer_privacy, answer_start
from bot.core.asking.answers.facts import answer_facts
from bot.core.asking.answers.quotes import answer_quotes
from bot.core.asking.answers.reminders import answer_remind, answer_reminders
from bot.core.asking.answers.settings import answer_forget, answer_settings
from bot.core.asking.answers.sources import answer_sources
from bot.core.asking.answers.stories import answer_stories, answer_story
from bot.core.asking.answers.subscriptions import answer_subscribe, answer_unsubscribe, answer_upcoming
from bot.core.asking.answers.summary import answer_summary
from bot.core.asking.answers.timeline import answer_timeline
from bot.core.asking.answers.updates import answer_updates
from bot.core.asking.answers.when import answer_calendar, answer_when
from bot.core.asking.answers.who import answer_who
from bot.core.asking.inquiry import Change, Inquiry
from bot.core.stories.story import Story
from bot.core.wording.cards import Card

ABOUT_THE_CHAT: Mapping[str, Callable[[Inquiry], Card | Change]] = {
    "start": answer_start,
    "help": answer_help,
    "stories": answer_stories,
    "story": answer_story,
    "subscribe": answer_subscribe,
    "unsubscribe": answer_unsubscribe,
    "upcoming": answer_upcoming,
    "remind": answer_remind,
    "reminders": answer_reminders,
    "settings": answer_settings,
    "privacy": answer_privacy,
    "forget": answer_forget,
}
"""Commands that can be answered without a story."""

FROM_A_STORY: Mapping[str, Callable[[Inquiry, Story], Card | Change]] = {
    "summary": answer_summary,
    "facts": answer_facts,
    "who": answer_who,
    "when": answer_when,
    "timeline": answer_timeline,
    "quotes": answer_quotes,
    "sources": answer_sources,
    "calendar": answer_calendar,
    "updates": answer_updates,
}
"""Commands that are answered from one story."""
