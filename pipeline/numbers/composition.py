"""The order in which a text is read: sentences, times, blocks and quantities, nouns, events, claims."""

from collections.abc import Sequence
from datetime import date

from pipeline.numbers.blocks import find_strings
from pipeline.numbers.coordination import coordinate
from pipeline.numbers.drafts import Draft
from pipeline.numbers.grammar import grammar_for
from pipeline.numbers.mention import Mention, Part
from pipeline.numbers.mentions import to_mention
from pipeline.numbers.quantities import Scanner
from pipeline.numbers.sentences import Sentence, split_sentences
from pipeline.numbers.times import find_times
from pipeline.numbers.tokens import Tokens, tokenize

__all__ = ["compose"]


def compose(
    text: str, *, language: str | None, country: str | None, published: date | None, part: Part
) -> tuple[Mention, ...]:
    """All mentions of a text, in order; see `find_mentions`."""
    sentences = split_sentences(text, part)
    times = find_times(text, sentences, language=language or "en", published=published)
    mentions = [*times, *_quantities(text, sentences, times, language, country)]
    mentions.sort(key=lambda mention: mention.char_start)
    return tuple(mentions)


def _quantities(
    text: str, sentences: Sequence[Sentence], times: Sequence[Mention], language: str | None, country: str | None
) -> list[Mention]:
    grammar = grammar_for(language)
    scanner = Scanner(grammar, country)
    mentions: list[Mention] = []
    earlier: list[tuple[Tokens, list[Draft]]] = []
    for sentence in sentences:
        tokens = tokenize(text, sentence.start, sentence.end, decimal_comma=grammar.decimal_comma)
        taken = [
            (m.char_start, m.char_end) for m in times if m.char_start < sentence.end and m.char_end > sentence.start
        ]
        taken += [(start, end) for start, end, _ in find_strings(text, sentence.start, sentence.end)]
        drafts = scanner.read(tokens, sorted(taken))
        drafts = coordinate(tokens, drafts, earlier, scanner.nouns)
        earlier = [*earlier[-4:], (tokens, drafts)]
        mentions += [to_mention(tokens, draft, sentence) for draft in drafts]
    return mentions
