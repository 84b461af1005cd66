"""What Python itself makes of the functions that the language takes from it: one JSON line for each call read."""

import json
import math
import sys
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath
from shlex import quote


def path_facts(cls, text, other):
    path = cls(text)
    facts = {
        "text": str(path),
        "name": path.name,
        "stem": path.stem,
        "suffix": path.suffix,
        "suffixes": path.suffixes,
        "parent": str(path.parent),
        "parts": list(path.parts),
        "joined": str(path / other),
        "posix": path.as_posix(),
    }
    return facts


def text_facts(text):
    if any(unicodedata.category(character) == "Cn" for character in text):
        return {}  # a character of a later Unicode than this Python's
    return {
        "upper": text.upper(),
        "lower": text.lower(),
        "capitalize": text.capitalize(),
        "title": text.title(),
        "strip": text.strip(),
        "split": text.split(),
        "isdigit": text.isdigit(),
        "isalpha": text.isalpha(),
        "isalnum": text.isalnum(),
        "isspace": text.isspace(),
        "isupper": text.isupper(),
        "islower": text.islower(),
        "repr_py": repr(text),
        "repr_sh": quote(text),
        "repr_json": json.dumps(text),
        "zfill": text.zfill(5),
        "center": text.center(6),
    }


def number_facts(a, b, places):
    facts = {"text": repr(a + 0.0), "round": repr(round(a))}
    exact = format(round(a, places), f".{places}f") if places > 0 else repr(int(round(a, places)))
    facts["places"] = exact
    if b != 0 and math.isfinite(a / b):
        facts["floordiv"] = repr(math.floor(a // b))
        facts["mod"] = repr(a % b + 0.0)
        facts["div"] = repr(a / b + 0.0)
    return facts


for line in sys.stdin:
    call, *args = json.loads(line)
    if call == "text":
        answer = text_facts(*args)
    elif call == "number":
        answer = number_facts(*args)
    else:
        answer = path_facts(PureWindowsPath if call == "WINDOWS" else PurePosixPath, *args)
    print(json.dumps(answer))
