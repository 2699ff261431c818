"""What a run of words is: an agency, a desk, a role, a place, an organisation, a suffix, or a name."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.text import fold, is_cased
from pipeline.bylines.tokens import Token

_DOMAIN = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2,4}|info|news)$", re.IGNORECASE)
_INITIALS = re.compile(r"^(?:[^\W\d_]\.?-?){1,4}$")
_USER_NAME = re.compile(r"^(?=.*[^\W\d_])[\w.-]{2,30}$")
_GLUE = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][^\W\d_]{3})")
_FAR_EASTERN_DESKS = ("編集部", "編輯部", "编辑部", "編集局", "取材班", "편집국", "편집부", "취재팀")
_FAR_EASTERN = (
    *_FAR_EASTERN_DESKS,
    "社",
    "新聞",
    "新聞デジタル",
    "事務所",
    "通信",
    "ニュース",
    "网",
    "報",
    "报",
    "뉴스",
    "일보",
    "신문",
)
_SMALL_WORDS = frozenset(
    ("of", "the", "for", "and", "at", "in", "on", "&", "für", "der", "die", "das", "des", "und", "im", "zu", "von", "e.v.", "de",
     "la", "le", "les", "du", "el", "los", "las", "del", "y", "da", "do", "dos", "e", "di", "della", "per", "van", "het", "en", "w", "i",
     "na", "og", "och", "for", "wire", "services", "news", "report", "gmbh", "inc", "ltd", "sur", "et", "à", "dla", "al")
)  # fmt: skip
_MAX_NAME_WORDS = 8
_ARTICLES = frozenset(("the", "die", "der", "das", "le", "la", "les", "el", "los", "las", "il", "o", "a", "l'"))


def is_agency(words: Sequence[Token]) -> str | None:
    """The agency that the words name. Short forms that are words or initials, too, count only in capitals."""
    name = lexicon().agencies.get(joined(words))
    if name is None:
        return None
    text = "".join(word.text for word in words)
    return (
        name if len(text) > 3 or text.isupper() or text in ("dpa", "epd", "afp", "sda", "ots", "apa", "sid") else None
    )


def is_desk(words: Sequence[Token]) -> bool:
    """Whether the words are a desk or an unnamed writer as such ("Redaktion", "Staff Reporter")."""
    return joined(words) in lexicon().desks


def has_desk_word(words: Sequence[Token]) -> bool:
    """Whether a word makes the phrase a desk ("BR24 Redaktion", "MM-Redaktion")."""
    return words[-1].text.endswith(_FAR_EASTERN_DESKS) or any(
        word.key in lexicon().desk_words or word.key.rpartition("-")[2] in lexicon().desk_words for word in words
    )


def is_role(words: Sequence[Token]) -> bool:
    """Whether the words are a job: a role word first or last, or only words of roles with one among them."""
    keys = [word.key for word in words]
    heads = lexicon().role_heads
    if not any(_is_head(key) for key in keys):
        return False
    return all(key in lexicon().role_words or _is_head(key) for key in keys) or (
        _is_head(keys[-1]) or keys[0] in heads or (len(keys) > 2 and not looks_like_name(words))
    )


def _is_head(key: str) -> bool:
    """A role word, also at the end of a compound ("usa-korrespondent", "sportredakteurin")."""
    heads = lexicon().role_heads
    return key in heads or key.rstrip(".,s") in heads or key.rpartition("-")[2] in heads or _is_german_compound(key)


_COMPOUNDS = ("redakteur", "redakteurin", "korrespondent", "korrespondentin", "reporter", "reporterin", "journalist",
              "journalistin", "redaktör", "redaktør", "reporteren", "redaktor", "redaktorin", "chefin")  # fmt: skip


def _is_german_compound(key: str) -> bool:
    return len(key) > 11 and key.endswith(_COMPOUNDS)


def is_role_part(words: Sequence[Token]) -> bool:
    """Whether every word is one that stands beside a role word ("health", "science and")."""
    return bool(words) and all(word.key in lexicon().role_words for word in words)


def is_place(words: Sequence[Token]) -> bool:
    """Whether the words are a place of the lexicon."""
    return joined(words) in lexicon().places


def is_suffix(word: Token) -> str | None:
    """ "name" for Jr. and III, "degree" for PhD, None for another word."""
    use = lexicon().suffixes.get(word.key)
    if use == "degree-capitals":
        return "degree" if word.text[:1].isupper() and not word.text[1:].islower() else None
    if use == "degree" and len(word.text) < 4 and word.text[:1].islower():
        return None
    return use


def is_organisation(words: Sequence[Token], publisher: str | None) -> bool:
    """Whether the words are an organisation: the publisher, a domain, a word such as "News", or an acronym."""
    key = joined(words)
    if " & " in key or (publisher and is_publisher(key, publisher)):
        return not (has_given_name(words) and looks_like_name(words))
    if len(words) == 1:
        text = words[0].text
        if is_domain(words) or (text.isupper() and 2 <= len(text) <= 5 and "." not in text and text.isascii()):
            return key not in lexicon().given_names
    if any(word.text.islower() and word.key not in _SMALL_WORDS for word in words[1:]):
        return False
    return (
        words[-1].text.endswith(_FAR_EASTERN)
        or any(
            word.key in lexicon().organisation_words and (word.text[:1].isupper() or len(words) < 3) for word in words
        )
        or bool(_DOMAIN.match(words[-1].text))
    )


def is_domain(words: Sequence[Token]) -> bool:
    """Whether the words are one domain name ("hessenschau.de")."""
    return len(words) == 1 and bool(_DOMAIN.match(words[0].text)) and not is_initials(words[0])


def is_publisher(key: str, publisher: str) -> bool:
    """Whether a folded phrase is the outlet's name, or whole words of it, without regard to articles."""
    words, outlet = _bare(key), _bare(fold(publisher))
    return bool(words) and ("".join(words) == "".join(outlet) or (key[:1].isascii() and set(words) <= set(outlet)))


def shares_word(key: str, publisher: str) -> bool:
    """Whether a folded phrase and the outlet's name have a word in common ("MDR Thüringen", "mdr.de")."""
    return not set(_bare(key)).isdisjoint(_bare(fold(publisher)))


@lru_cache(maxsize=4096)
def _bare(key: str) -> tuple[str, ...]:
    words = [word for word in re.split(r"[\W_]+", key) if word and word not in _ARTICLES]
    if len(words) > 1 and words[-1] in ("de", "com", "at", "ch", "org", "net", "fr", "es", "it", "uk", "co"):
        words.pop()
    return tuple(words)


def looks_like_name(words: Sequence[Token]) -> bool:
    """Whether the words have the shape of a person's name in their script."""
    if not words or len(words) > _MAX_NAME_WORDS or any(word.kind != "word" for word in words):
        return False
    if not is_cased(words[0].text):
        return (
            not words[-1].text.endswith(_FAR_EASTERN)
            and len(words) <= 5
            and sum(len(word.text) for word in words) <= 30
            and not _has_digit(words)
        )
    if _has_digit(words) or words[-1].key in _ARTICLES:
        return False
    if any(word.key.endswith("'s") for word in words):
        return False
    proper = [word for word in words if word.key not in lexicon().particles or word.text[:1].isupper()]
    return 0 < len(proper) <= 6 and all(_is_proper(word) for word in proper)


def _has_digit(words: Sequence[Token]) -> bool:
    return any(character.isdigit() for word in words for character in word.text)


def _is_proper(word: Token) -> bool:
    """Capitalised, an initial, or a particle glued to a capital (d'Ancona, al-Masri)."""
    text = word.text
    if text[:1].isupper() or not is_cased(text):
        return len(text) > 1 or text[:1].isalpha()
    head, _, tail = text.replace("’", "'").partition("'")
    if not tail:
        head, _, tail = text.partition("-")
    return len(head) <= 3 and tail[:1].isupper()


def unglued(tokens: Sequence[Token]) -> list[Token]:
    """Names with a job, a date or furniture glued on ("KleinRedakteur", "LazareTwitter") as two words."""
    parts: list[Token] = []
    for index, token in enumerate(tokens):
        follows = tokens[index + 1].key if index + 1 < len(tokens) else ""
        behind_word = bool(parts) and parts[-1].kind == "word"
        parts.extend(_halves(token, follows) if behind_word and token.kind == "word" else [token])
    return parts


def _halves(word: Token, follows: str) -> list[Token]:
    match = _GLUE.search(word.text)
    if match is None or match.start() < 3:
        return [word]
    first, second = word.text[: match.start()], word.text[match.start() :]
    key, known = fold(second), lexicon()
    modifies = key in known.role_words and follows in known.role_words
    if modifies or key in known.role_heads or key in known.furniture or key in known.calendar | known.name_calendar:
        return [Token("word", first, fold(first)), Token("word", second, key)]
    return [word]


def is_user_name(words: Sequence[Token]) -> bool:
    """Whether one word may be the name under which somebody writes ("gizmo", "c1ph4")."""
    if len(words) != 1 or not _USER_NAME.match(words[0].text):
        return False
    key = words[0].key
    known = lexicon()
    return key not in known.particles and key not in known.role_words and key not in known.calendar | known.noise


def has_given_name(words: Sequence[Token]) -> bool:
    """Whether the first word is a given name of the lexicon."""
    return bool(words) and words[0].key.partition("-")[0] in lexicon().given_names


def is_initials(word: Token) -> bool:
    """Whether the word is made of initials ("J.", "J.R.")."""
    return bool(_INITIALS.match(word.text)) and word.text.isupper()


def joined(words: Sequence[Token]) -> str:
    """The folded words with single spaces."""
    return " ".join(word.key for word in words)
