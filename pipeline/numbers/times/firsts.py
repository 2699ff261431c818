"""Which characters a pattern can begin with: so that only the rules that can match at a place are tried there."""

from string import digits

_LOOKAROUNDS = ("(?=", "(?!", "(?<=", "(?<!")


def first_chars(pattern: str) -> set[str]:
    """The characters that a match of the pattern may begin with.

    It knows what the rules' tables use at their start: literals, classes, digits, groups, alternatives, lookarounds
    and an optional first element.
    """
    found: set[str] = set()
    for branch in _branches(pattern):
        found |= _first_of_sequence(branch)
    return found


def _first_of_sequence(sequence: str) -> set[str]:
    found: set[str] = set()
    while sequence:
        element, rest = _split_first(sequence)
        if not element.startswith(_LOOKAROUNDS):
            found |= _first_of_element(element)
            if not rest.startswith("?"):
                return found
            rest = rest[1:]
        sequence = rest
    return found


def _first_of_element(element: str) -> set[str]:
    if element[0] == "(":
        return first_chars(element[element.index(">") + 1 : -1] if element.startswith("(?P<") else _inside(element))
    if element[0] == "[":
        return _members(element[1:-1])
    if element == r"\d":
        return set(digits)
    return {element[-1]}


def _inside(group: str) -> str:
    return group[3:-1] if group.startswith("(?:") else group[1:-1]


def _members(body: str) -> set[str]:
    members: set[str] = set()
    i = 0
    while i < len(body):
        if body[i + 1 : i + 2] == "-" and i + 2 < len(body):
            members |= {chr(c) for c in range(ord(body[i]), ord(body[i + 2]) + 1)}
            i += 3
        else:
            members.add(body[i])
            i += 1
    return members


def _split_first(sequence: str) -> tuple[str, str]:
    """The first element of a sequence and what follows it."""
    if sequence[0] == "\\":
        end = 2
    elif sequence[0] == "[":
        end = sequence.index("]", 1) + 1
    elif sequence[0] == "(":
        end = _closing(sequence)
    else:
        end = 1
    return sequence[:end], sequence[end:]


def _closing(sequence: str) -> int:
    depth = 0
    for i, char in _plain_chars(sequence):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return i + 1
    raise ValueError(f"unbalanced pattern: {sequence[:60]}")


def _branches(pattern: str) -> list[str]:
    depth, start = 0, 0
    branches = []
    for i, char in _plain_chars(pattern):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            branches.append(pattern[start:i])
            start = i + 1
    return [*branches, pattern[start:]]


def _plain_chars(pattern: str) -> list[tuple[int, str]]:
    """The characters that are neither escaped nor within a class."""
    out = []
    in_class = escaped = False
    for i, char in enumerate(pattern):
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
        else:
            out.append((i, char))
    return out
