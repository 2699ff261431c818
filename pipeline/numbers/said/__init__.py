"""What an amount is said of where no noun stands beside it: subject, object or antecedent in its clause."""

from collections.abc import Sequence

from pipeline.numbers.events.lexicon import EventWords
from pipeline.numbers.mention import Mention
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.said.antecedents import Subjects
from pipeline.numbers.said.echoes import meant_by_figure
from pipeline.numbers.said.naming import Naming
from pipeline.numbers.sentences import Sentence

__all__ = ["name_by_clause"]

_KINDS = frozenset({"money", "percent", "measure", "age", "ratio", "count", "time"})


def name_by_clause(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], nouns: NounReader, lexicon: EventWords
) -> list[Mention]:
    """The mentions; each amount without a noun has that of its clause, where one is clear. Same order and length."""
    naming = Naming(Subjects(text, sentences, nouns, lexicon))
    done: list[Mention] = []
    for mention in mentions:
        bare = mention.is_quantity and mention.noun is None and mention.kind in _KINDS
        named = naming.name(mention, done) if bare else mention
        done.append(meant_by_figure(text, named, done) if named.kind == "count" else named)
    return done
