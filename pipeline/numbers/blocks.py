"""What looks like a number and is none: each block has a name, and most make a row of their own kind."""

from pipeline.lexicon.calendar import fold
from pipeline.numbers.block import Block
from pipeline.numbers.blocks_elsewhere import BLOCKS_ELSEWHERE
from pipeline.numbers.bracketed_ages import is_bracketed_age
from pipeline.numbers.codes import SPAN_YEARS, letters_follow, letters_touch
from pipeline.numbers.contacts import emergency, free_number, international, postcode, street
from pipeline.numbers.grammar import BlockTables
from pipeline.numbers.numbered import counts_something, is_numbered, is_or_two, rating_end
from pipeline.numbers.scores import score_end
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["Block", "find_block"]

_ERAS = frozenset({"bc", "bce", "ad", "ce"})
_AMOUNT_CUES = frozenset({"than", "about", "some", "over", "nearly", "least", "to"})
_UNCOUNTED_PLURALS = frozenset({"people", "men", "women", "children", "million", "thousand", "hundred", "percent"})
_COUNTER = 3  # tokens of "2/5"
_TOP_OF = frozenset({"the", "their", "its", "his", "her", "my", "our", "your"})
_LIKELY_YEAR, _RECENT_YEAR = 1900, 1990
_REMAINING = frozenset({"available", "remaining", "possible"})
_NUMBERING_WHOM = word_set("""
    dead wounded injured missing held arrested detained killed displaced homeless people they who members victims
    casualties followers employees staff troops soldiers survivors residents inhabitants protesters refugees deaths
""")
_SAID = frozenset({"does", "is", "was", "has", "says", "goes"})
_WHEELS = ("2", "4", "6", "8")
_PENCE = 3  # digits of a price in pence that looks like a resolution
_YEARS = range(1500, 2101)
_PRICED = frozenset({"to", "from", "by", "worth", "paid", "cost", "costs"})
_VOTES = word_set("none nil zero one two three four five six seven eight nine ten eleven twelve")
_VOTE_ENDS = frozenset({"in", "to", "against", "on", "that", "for", "last", "with", "but", "and"})
_ROAD_DIGITS = 4
_ROAD_ENDS = word_set(
    "in near at between and north south east west northbound southbound eastbound westbound from after"
)
_LINES = frozenset({"240", "360", "480", "576", "720", "1080", "1440", "2160", "4320"})
_TO_TOP = frozenset({"to", "would", "could", "will", "may", "can", "should"})


def _idiom(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    for words, place in tables.idioms.get(tokens.lows[i], ()):
        first = i - place
        if first >= 0 and tuple(tokens.lows[first : first + len(words)]) == words:
            return Block("idiom", i, first + len(words), None)
    return None


def _dotted(tokens: Tokens, i: int, _: BlockTables) -> Block | None:
    return Block("version", i, i + 1) if tokens.shapes[i] is Shape.DOTTED else None


def _list_number(tokens: Tokens, i: int, _: BlockTables) -> Block | None:
    """ "1. Boil the water", "(2) the tenant" """
    word, mark = tokens.words[i], tokens.lows[i + 1]
    if not (word.isdecimal() and len(word) <= 2):
        return None
    named = tokens.glued(i + 1) and tokens.is_name(i + 2)  # "3.Ann Roe"
    if i == 0 and mark in (".", ")") and tokens.glued(i + 1) and (named or not tokens.glued(i + 2)):
        return Block("list-number", i, i + 1, None)
    opened = tokens.low(i - 1) in ("(", "[") and tokens.glued(i)
    if opened and mark in (")", "]") and not is_bracketed_age(tokens, i):
        return Block("bracketed-number", i, i + 1, "other")
    return None


def _day(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "14 juillet 1789", "3. Oktober": a day of a month that the reader of times left."""
    word, j = tokens.words[i], i + 1
    if not (word.isdecimal() and len(word) <= 2):
        return None
    j += tokens.lows[j] in (".", "de")
    if fold(tokens.words[j]) not in tables.months:
        return None
    j += 1 + (tokens.lows[j + 1] == "de")
    year = tokens.shapes[j] is Shape.DIGITS and len(tokens.words[j]) == 4
    return Block("day-of-a-month", i, j + year, None)


def _score(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    last = score_end(tokens, i, tables)
    return Block("score", i, last, "score") if last is not None else None


def _citation(tokens: Tokens, i: int, _: BlockTables) -> Block | None:
    """ "2015; 28: 685-690": volume and pages of a journal."""
    pages = [tokens.shapes[i + k] is Shape.DIGITS for k in (2, 4)] if i + 4 < tokens.count else [False]
    return (
        Block("citation", i, i + 5) if tokens.lows[i + 1] == ":" and all(pages) and tokens.lows[i + 3] in "-–" else None
    )


def _numbered(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "day two", "articles 5 and 4", "a tornado or two", "070 Shake" """
    word = tokens.words[i]
    if word[0] == "0" and len(word) > 1 and word.isdecimal():
        dashed = tokens.lows[i + 1] in HYPHENS and tokens.glued(i + 1) and tokens.glued(i + 2)
        goes_on = dashed and tokens.shapes[i + 2] is Shape.DIGITS  # "0345-11"
        return Block("leading-zero", i, i + 3 if goes_on else i + 1)
    if is_or_two(tokens, i) and tokens.low(i - 2) == "thing":
        return Block("idiom", i, i + 1, None)  # "learned a thing or two"
    bare = tokens.shapes[i + 1] is not Shape.WORD or tokens.lows[i + 1] in tables.stops
    if tokens.low(i - 1) == "per" and bare:
        return Block("rate-base", i, i + 1, None)  # "the rate per 100,000 was 12"
    return Block("numbered-noun", i, rating_end(tokens, i + 1)) if is_numbered(tokens, i, tables) else None


def _named(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "Route 66", "iPhone 11", "S&P 500", "Boeing 737s": a number that completes a name."""
    before = tokens.low(i - 1).rpartition("'")[2]  # l'article 5
    if i == 0 or (tokens.glued(i) and before != "."):
        return None  # but "No.2" as "No. 2"
    if ("," in tokens.words[i] or "." in tokens.words[i]) and before not in tables.dotted_names:
        return None
    if before == "." and (tokens.low(i - 2) in ("no", "nos", "vol", "fig") or tokens.low(i - 2) in tables.dotted_names):
        return Block("numbered-name", i - 2, _name_end(tokens, i))
    if before == "." and tokens.lows[max(0, i - 4) : i] == ["u", ".", "s", "."] and _is_road(tokens, i):
        return Block("numbered-name", i - 4, i + 1)  # "killed on U.S. 151, police said"
    if before == "#":
        return Block("numbered-name", i - 1, i + 1)
    if before == "p" and tokens.low(i - 2) in ("&", "s"):
        return Block("numbered-name", i - (3 if tokens.low(i - 2) == "&" else 2), _name_end(tokens, i))
    holds = counts_something(tokens, i + 1) if tables.capital_names else tokens.is_name(i + 1)
    if before in tables.places and holds:
        return None
    coded = not tables.capital_names and tokens.words[i - 1].isupper() and tokens.low(i - 2) in tables.numbered_names
    if before not in tables.numbered_names and not coded:  # "Flug LH 400"
        return None
    if before in tables.mostly_nouns and not tokens.is_name(i - 1):
        lower_series = before in ("category", "type", "phase", "article", "section", "chapter", "page", "pages", "lot")
        if not lower_series:
            return None
    if before in tables.ranks and counts_something(tokens, i + 1):
        return None  # "LAST 10 GAMES"
    if before in tables.mostly_nouns and i - 1 == 0 and counts_something(tokens, i + 1):
        return None
    return Block("numbered-name", i - 1, rating_end(tokens, _name_end(tokens, i)))


def _voted(tokens: Tokens, i: int) -> Block | None:
    """ "by a vote of three to two", "voted five to four": a score in words."""
    led = "vote" in (tokens.low(i - 1), tokens.low(i - 2)) and tokens.low(i - 1) == "of"
    led = led or tokens.low(i - 1) in ("voted", "ruled")
    ends = tokens.shapes[i + 3] is Shape.MARK or tokens.lows[i + 3] in _VOTE_ENDS
    whole = tokens.lows[i + 1] == "to" and tokens.lows[i + 2] in _VOTES and ends
    return Block("score", i, i + 3, "score") if led and whole else None


def _is_road(tokens: Tokens, i: int) -> bool:
    """Whether a number behind "U.S." is a highway's: three digits at most, and nothing that it may count or measure."""
    behind = tokens.shapes[i + 1] is Shape.WORD and tokens.lows[i + 1] not in _ROAD_ENDS
    joined = tokens.glued(i + 1) and tokens.lows[i + 1] not in (",", ".", ";", ")")
    return tokens.words[i].isdecimal() and len(tokens.words[i]) < _ROAD_DIGITS and not behind and not joined


def _name_end(tokens: Tokens, i: int) -> int:
    j = i + 1
    if tokens.glued(j) and tokens.shapes[j] is Shape.WORD:
        j += 1
    return _past_slashes(tokens, j)


def _past_slashes(tokens: Tokens, j: int) -> int:
    """ "file number 2504/88": past what a slash adds."""
    while tokens.lows[j] == "/" and tokens.glued(j) and tokens.glued(j + 1) and tokens.shapes[j + 1] is Shape.DIGITS:
        j += 2
    return j


def _capitalised_name(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "Storm 2", "Channel Four", "Toyota 86": a bare number behind a name, with nothing counted behind it."""
    if not tables.capital_names:
        return None
    word = tokens.words[i]
    first = (
        i == 1 and tokens.count > 2 and not (tokens.words[0].isupper() and len(tokens.words[0]) > 1)
    )  # "NBC 5 has", not "About 20"
    single_verb = tokens.lows[i + 1] in ("is", "was", "has") and word != "1" and tokens.lows[i - 1] not in tables.stops
    launched = i == 1 and len(word) < 3 and tokens.lows[2].endswith("ed") and tokens.lows[0] not in tables.not_named
    if i == 1 and (single_verb or (launched and word != "1")) and word.isdecimal() and tokens.is_name(0):
        return Block("capitalised-name", 0, 2)  # "Destiny 2 is out"
    if not word.isdecimal() or len(word) > 4 or i == 0 or first or tokens.glued(i) or not tokens.is_name(i - 1):
        return None
    nxt = tokens.lows[i + 1]
    one_thing = nxt in tables.products and word != "1"
    said = tokens.shapes[i + 1] is Shape.WORD and not (tokens.is_name(i + 1) or nxt in tables.stops or one_thing)
    if said or (tokens.words[i - 1].isupper() and counts_something(tokens, i + 1)):
        return None
    if (tokens.glued(i + 1) and (nxt in HYPHENS or nxt in ("%", "°", "/"))) or (
        tokens.lows[i - 1] in tables.not_named and not one_thing
    ):
        return None
    return Block("capitalised-name", i - 1, i + 1)


def _year(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """A bare four-digit year that the reader of times did not claim: "2019 Ballon d'Or", "500 BC"."""
    word, before = tokens.words[i], tokens.low(i - 1)
    if before in ("'", "‘", "’") and tokens.glued(i) and len(word) == 2:
        return Block("year", i, i + 1, None)  # November ’23
    era = before in _ERAS or tokens.lows[max(0, i - 4) : i] == ["a", ".", "d", "."]
    if era or (tokens.lows[i + 1] in _ERAS and tokens.words[i + 1].isupper()):
        return Block("year", i, i + 1, None)
    if len(word) != 4 or not word.isdecimal() or int(word) not in SPAN_YEARS:
        return None
    other = tokens.words[i + 2]
    spans = tokens.lows[i + 1] in ("-", "–") and tokens.glued(i + 1) and len(other) == 4 and other.isdecimal()
    if spans and int(word) < int(other) in SPAN_YEARS and not counts_something(tokens, i + 3):
        return Block("year", i, i + 3, None)  # "Europe, 1400–1800"
    if int(word) not in _YEARS:
        return None
    if before in tables.year_before:
        return Block("year", i, i + 1, None)
    plural = tables.capital_names and counts_something(tokens, i + 1)
    counted = plural or before in _AMOUNT_CUES or tokens.lows[i + 1] in _UNCOUNTED_PLURALS
    counted = counted or (not tables.capital_names and tokens.is_name(i + 1))  # "2000 Menschen"
    titled = tokens.is_name(i - 1) and i > 1 and before not in tables.not_named and int(word) >= _RECENT_YEAR
    if (counted and not titled) or (tokens.glued(i + 1) and tokens.lows[i + 1] == "%"):
        return None  # "2000 people", but "the Worlds 2023 champions"
    return Block("year", i, i + 1, None) if int(word) >= _LIKELY_YEAR or before == "in" else None


def _rank(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "the bottom three", "the Big Four": the members of a table or of a club, not a count."""
    if tokens.low(i - 1) == "number" and tokens.low(i - 2) in _NUMBERING_WHOM:
        return None  # "The dead number 66"
    if tokens.low(i - 1) == "number" and (tokens.lows[i + 1] in _SAID or not counts_something(tokens, i + 1)):
        return Block("rank", i, _past_slashes(tokens, i + 1))  # "number three", "the number one"
    if tokens.low(i - 1) not in tables.ranks or tokens.glued(i):
        return None
    if tokens.low(i - 1) == "top" and tokens.low(i - 2) in _TO_TOP:
        return None  # "expects the crowd to top 30,000"
    if tokens.lows[i + 1] in _REMAINING:
        return None  # "three seats of the last 30 available"
    if tokens.shapes[i] is Shape.WORD and tokens.low(i - 1) == "top" and tokens.low(i - 2) in _TOP_OF:
        return None  # "finished in the top three"
    if tokens.shapes[i + 1] is not Shape.WORD:
        ends = tokens.lows[i + 1] not in HYPHENS and tokens.lows[i + 1] != "%"
        return Block("rank", i, i + 1) if ends else None
    counted = any(counts_something(tokens, j) or tokens.lows[j] in _UNCOUNTED_PLURALS for j in range(i + 1, i + 4))
    counted = counted if tables.capital_names else tokens.is_name(i + 1)
    return None if counted else Block("rank", i, i + 1)


def _footnote(tokens: Tokens, i: int, _: BlockTables) -> Block | None:
    """ "in the state.2 The others": the mark of a note, set behind the end of a sentence."""
    marked = tokens.low(i - 1) == "." and tokens.glued(i) and tokens.glued(i - 1) and not tokens.glued(i + 1)
    word = tokens.words[i - 2] if marked and i > 1 else ""
    note = len(tokens.words[i]) < 3 and word.isalpha() and len(word) > 3 and word[1:].islower()
    return Block("footnote", i, i + 1) if note and tokens.is_name(i + 1) else None


def _counter(tokens: Tokens, i: int, _: BlockTables) -> Block | None:
    """ "2/5" alone on its line: which picture of a gallery this is."""
    alone = i == 0 and tokens.count == _COUNTER and tokens.shapes[2] is Shape.DIGITS
    return Block("counter", 0, _COUNTER) if alone and tokens.lows[1] == "/" else None


def _rating(tokens: Tokens, i: int, _: BlockTables) -> Block | None:
    """ "9/10", "It scored 4/5 in our test": the marks that a reviewer gives."""
    of = tokens.lows[i + 1] == "/" and tokens.lows[i + 2] in ("5", "10") and tokens.glued(i + 1) and tokens.glued(i + 2)
    if not of or len(tokens.words[i]) > 3 or float(tokens.words[i].replace(",", ".")) > int(tokens.words[i + 2]):
        return None
    is_marked = tokens.lows[i + 2] == "10" or tokens.low(i - 1) in ("scored", "score", "rating", "rated", ":")
    return Block("rating", i, i + 3, "score") if is_marked and not counts_something(tokens, i + 3) else None


def _drive(tokens: Tokens, i: int, _: BlockTables) -> Block | None:
    """ "a 4×4": how many wheels drive a car."""
    wheels = tokens.lows[i + 1] == "×" and tokens.glued(i + 1) and tokens.glued(i + 2)
    is_drive = wheels and tokens.words[i] in _WHEELS and tokens.words[i + 2] in _WHEELS
    return Block("digits-and-letters", i, i + 3) if is_drive and tokens.shapes[i + 3] is not Shape.DIGITS else None


def _release(tokens: Tokens, i: int, _: BlockTables) -> Block | None:
    """ "Web 2.0": a release that ends a name."""
    is_release = tokens.words[i] in ("2.0", "3.0", "4.0") and i > 0 and tokens.words[i - 1][:1].isupper()
    return Block("version", i, i + 1) if is_release and tokens.shapes[i + 1] is not Shape.WORD else None


def _screen(tokens: Tokens, i: int, _: BlockTables) -> Block | None:
    """ "4K", "8K": how fine a picture is."""
    if tokens.words[i] in ("2", "4", "8", "16") and tokens.lows[i + 1] == "k" and tokens.glued(i + 1):
        small = tokens.words[i + 1] == "k"  # "5k runners", but "to play at 4k and"
        if not small or (tokens.low(i - 1) in ("at", "in") and not counts_something(tokens, i + 2)):
            return Block("resolution", i, i + 2)
    shared = tokens.lows[i + 2] in ("a", "per", "each")
    pays = (shared or tokens.low(i - 1) in _PRICED) and len(tokens.words[i]) == _PENCE  # "slid 8% to 240p"
    if tokens.words[i] in _LINES and not pays and tokens.lows[i + 1] in ("p", "i") and tokens.glued(i + 1):
        return Block("resolution", i, i + 2)  # "1080p" pays nothing
    return None


_DIGIT_BLOCKS = (
    _screen, _rating, _drive, _release, _footnote, _counter, _day, _dotted, _idiom, _list_number,
    free_number, international, emergency, street, postcode, _citation, _score, _named, _rank,
)  # fmt: skip
_ELSEWHERE = (*BLOCKS_ELSEWHERE, *_DIGIT_BLOCKS)


def find_block(tokens: Tokens, i: int, tables: BlockTables, *, money: bool, known: bool) -> Block | None:
    """The block at the number at token `i`.

    `money` says that a currency stands before it, `known` that a unit or a scale touches it behind.
    """
    if tokens.shapes[i] is Shape.WORD:
        named = tokens.is_name(i) and tokens.lows[i] not in tables.articles
        name = _named(tokens, i, tables) if named else _voted(tokens, i) or _score(tokens, i, tables)
        return _idiom(tokens, i, tables) or name or _rank(tokens, i, tables) or _numbered(tokens, i, tables)
    if money:
        return _screen(tokens, i, tables)
    for block_of in _ELSEWHERE if tables.score_words else _DIGIT_BLOCKS:
        block = block_of(tokens, i, tables)
        if block is not None:
            return block
    block = letters_touch(tokens, i, tables) or letters_follow(tokens, i, known)
    if block is None and not known:
        block = _numbered(tokens, i, tables) or _year(tokens, i, tables) or _capitalised_name(tokens, i, tables)
    return block
