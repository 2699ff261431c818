"""The order in which a text is read: sentences, times, blocks and quantities, nouns, events, claims."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from pipeline.numbers.attributes import name_durations
from pipeline.numbers.claims import attribute
from pipeline.numbers.coordination import coordinate
from pipeline.numbers.drafts import Draft
from pipeline.numbers.elided_durations import complete_durations
from pipeline.numbers.elided_units import complete_units
from pipeline.numbers.events import attach_events
from pipeline.numbers.events.lexicon import event_words
from pipeline.numbers.grammar import LANGUAGES, grammar_for
from pipeline.numbers.guess import UNKNOWN, guess_language
from pipeline.numbers.mention import Mention, Part, changed
from pipeline.numbers.mentions import to_mention
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.quantities import Scanner, Span
from pipeline.numbers.said import name_by_clause
from pipeline.numbers.sentences import Sentence, are_apart, split_sentences
from pipeline.numbers.separators import as_written
from pipeline.numbers.strings import find_strings
from pipeline.numbers.times import find_times
from pipeline.numbers.tokens import Tokens, tokenize

__all__ = ["compose", "find_quantities"]

_YEAR_RULE = "time-year"
_HALVES_RULE = "time-duration-and-half"
_MEMORY = 3  # sentences with numbers in which the noun of an elided one is looked for


def compose(
    text: str, *, language: str | None, country: str | None, published: date | None, part: Part
) -> tuple[Mention, ...]:
    """All mentions of a text, in order; see `find_mentions`."""
    code = language.lower().split("-")[0] if language else guess_language(text)
    sentences = split_sentences(text, part)
    times = find_times(text, sentences, language=code, published=published)
    quantities = find_quantities(text, sentences, times, code, country)
    read = {mention.char_start for mention in quantities}
    mentions = [*quantities, *(mention for mention in times if mention.char_start not in read)]
    mentions.sort(key=lambda mention: mention.char_start)
    words, lexicon = grammar_for(code).words, event_words(code)
    if words is not None and lexicon is not None:
        nouns = NounReader(words)
        mentions = complete_durations(text, mentions)
        mentions = complete_units(text, name_durations(text, mentions, nouns))
        mentions = name_by_clause(text, sentences, mentions, nouns, lexicon)
    mentions = attach_events(text, sentences, _number_parts(mentions), code)
    mentions = attribute(text, sentences, mentions, code)
    if code not in LANGUAGES:  # every row says that its language was not read
        mentions = [changed(mention, rule=f"{UNKNOWN}-{mention.rule}") for mention in mentions]
    return tuple(mentions)


def _number_parts(mentions: list[Mention]) -> list[Mention]:
    """`part_of` from the place in the text at which a draft put it to the place in the list."""
    index = {mention.char_start: place for place, mention in enumerate(mentions)}
    return [m if m.part_of is None else changed(m, part_of=index[m.part_of]) for m in mentions]


def _merged(spans: list[Span]) -> list[Span]:
    """Spans in order, those inside another left out."""
    merged: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not merged or end > merged[-1][1]:
            merged.append((start, end))
    return merged


def _span(mention: Mention) -> Span:
    """What a time has read: of "three and a half years" more than its number."""
    end = mention.phrase_end if mention.rule == _HALVES_RULE else mention.char_end
    return mention.char_start, end


def find_quantities(
    text: str, sentences: Sequence[Sentence], times: Sequence[Mention], language: str, country: str | None
) -> list[Mention]:
    """The numbers of a text that are no `times`; `part_of` is still the place in the text of the whole."""
    grammar = as_written(grammar_for(language), text, country)
    scanner = Scanner(grammar, country)
    taken = _merged([*(_span(mention) for mention in times), *find_strings(text)])
    starts = [start for start, _ in taken]
    years = {
        (mention.char_start, mention.char_end)
        for mention in times
        if mention.rule == _YEAR_RULE or mention.subkind == "duration"
    }
    mentions: list[Mention] = []
    earlier: list[tuple[Tokens, list[Draft]]] = []
    seen = 0
    for sentence in sentences:
        if not grammar.may_hold(text, sentence.start, sentence.end):
            continue
        if are_apart(text, seen, sentence.start):
            earlier = []
        seen = sentence.start
        tokens = tokenize(
            text,
            sentence.start,
            sentence.end,
            decimal_comma=grammar.decimal_comma,
            elided=grammar.elided,
            spaced=grammar.spaced,
        )
        inside = taken[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        drafts = coordinate(tokens, scanner.read(tokens, inside, years), earlier, scanner.nouns, grammar.links)
        if drafts:
            earlier = [*earlier[-_MEMORY:], (tokens, drafts)]
            mentions += [to_mention(tokens, draft, sentence) for draft in drafts]
    return mentions
