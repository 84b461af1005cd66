"""Measures the Python implementation of Open Job Description: requests as lines of JSON on stdin, milliseconds on stdout."""

import json
import logging
import sys
import tempfile
import threading
import time
from importlib.metadata import version
from pathlib import Path

from openjd.expr import parse_expression
from openjd.model import DocumentType, StepParameterSpaceIterator, create_job, decode_job_template, document_string_to_object
from openjd.sessions import LOG, ActionState, Session, SessionState

EXTENSIONS = ["TASK_CHUNKING", "REDACTED_ENV_VARS", "FEATURE_BUNDLE_1", "EXPR"]
folder = tempfile.TemporaryDirectory()
LOG.setLevel(logging.INFO)
LOG.addHandler(logging.FileHandler(Path(folder.name) / "session.log"))
LOG.propagate = False


def decoded(template):
    return decode_job_template(template=template, supported_extensions=EXTENSIONS)


class OpenSession:
    """A session that runs one task after the other."""

    def __init__(self, request):
        self.job = create_job(job_template=decoded(request["template"]), job_parameter_values={})
        self.ended = threading.Event()
        self.session = Session(session_id="bench", job_parameter_values={}, callback=self.on_status)

    def on_status(self, _, status):
        if status.state not in (ActionState.RUNNING,):
            self.ended.set()

    def run(self, count):
        for _ in range(count):
            self.ended.clear()
            self.session.run_task(step_script=self.job.steps[0].script, task_parameter_values={})
            self.ended.wait()
            while self.session.state == SessionState.RUNNING:
                time.sleep(0)


sessions = {}
kept = {}


def tasks(request):
    key = json.dumps(request["template"])
    if key not in sessions:
        sessions[key] = OpenSession(request)
    return lambda: sessions[key].run(request["count"])


def from_object(request):
    template = request["template"]
    return lambda: decoded(template)


def from_yaml(request):
    return lambda: decoded(document_string_to_object(document=request["text"], document_type=DocumentType.YAML))


def create(request):
    template = decoded(request["template"])
    return lambda: create_job(job_template=template, job_parameter_values={})


def space_of(request):
    key = json.dumps(request["template"])
    if key not in kept:
        job = create_job(job_template=decoded(request["template"]), job_parameter_values={})
        kept[key] = StepParameterSpaceIterator(space=job.steps[0].parameterSpace)
    return kept[key]


def iterate(request):
    space = space_of(request)

    def work():
        left = request["count"]
        for _ in space:
            left -= 1
            if left == 0:
                return

    return work


def random_access(request):
    space = space_of(request)
    size = len(space)

    def work():
        for index in range(request["count"]):
            space[(index * 7919) % size]

    return work


def expression(request):
    parsed = parse_expression(request["source"])

    def work():
        for _ in range(request["count"]):
            parsed.evaluate()

    return work


MEASURES = {
    "tasks": tasks,
    "object": from_object,
    "yaml": from_yaml,
    "create": create,
    "iterate": iterate,
    "random": random_access,
    "expression": expression,
}


def ms_per_call(work, at_least_ms):
    """One call, or as many as take that long: as bench/measure/time.mjs does."""
    calls = 0
    batch = 1
    start = time.perf_counter()
    while True:
        for _ in range(batch):
            work()
        calls += batch
        batch *= 2
        elapsed_ms = (time.perf_counter() - start) * 1000
        if elapsed_ms >= at_least_ms:
            return elapsed_ms / calls


def answer(value):
    print(json.dumps(value), flush=True)


answer({"versions": ", ".join(f"{name} {version(name)}" for name in ("openjd-model", "openjd-sessions"))})
for line in sys.stdin:
    request = json.loads(line)
    work = MEASURES[request["measure"]](request)
    answer({"ms": ms_per_call(work, request.get("atLeastMs", 0))})
for opened in sessions.values():
    opened.session.cleanup()
