# Answers for the differential test: reads [pattern, text] as JSON lines, writes what Python's re makes of them.
import json
import re
import signal
import sys
import warnings


class TooSlow(Exception):
    pass


def too_slow(*_):
    raise TooSlow


def describe(match):
    return match and [match.start(), match.end(), [match.group(), *match.groups()]]


def answer(pattern, text):
    try:
        regex = re.compile(pattern)
    except re.error as error:
        return {"refused": str(error)}
    # Python's engine backtracks.
    signal.setitimer(signal.ITIMER_REAL, 1)
    try:
        return {
            "match": describe(regex.match(text)),
            "all": [describe(match) for match in regex.finditer(text)],
            "replaced": regex.sub(lambda _: "<>", text),
        }
    except TooSlow:
        return {"tooSlow": True}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


warnings.simplefilter("ignore")
signal.signal(signal.SIGALRM, too_slow)
for line in sys.stdin:
    print(json.dumps(answer(*json.loads(line))))
