"""Faults in system calls, by strace: the n-th call fails, or kills the program."""
import re
import tempfile

from .workshop import Broken, Skipped, need


def counted(workshop, calls, *arguments):
    """How often a good run makes each call in its busiest thread (strace counts per thread)."""
    need("strace")
    workshop.restore()
    with tempfile.NamedTemporaryFile("r") as log:
        outcome = workshop.run(*arguments, prefix=traced(log.name, calls))
        if outcome.code != 0:
            raise Skipped("strace mag hier niet meekijken" if "ptrace" in outcome.err else f"strace: {outcome}")
        counts = {}
        for line in log:
            found = re.match(r"(\d+) +(\w+)\(", line)
            if found:
                counts[found.groups()] = counts.get(found.groups(), 0) + 1
    return {call: max((n for (_, name), n in counts.items() if name == call), default=0) for call in calls}


def traced(log, calls, injections=()):
    prefix = ["strace", "-f", "-qq", "-y", "-o", log, "-e", "trace=" + ",".join(calls), "-e", "signal=none"]
    for injection in injections:
        prefix += ["-e", "inject=" + injection]
    # Much faster, but strace 6.1 then sends no signals.
    return prefix if any("signal=" in injection for injection in injections) else [*prefix, "--seccomp-bpf"]


def chosen(count, is_short, dense=12, step=7):
    """The places 1…count, or a sample of them."""
    return [n for n in range(1, count + 1) if not is_short or n <= dense or n % step == 0]


def in_libraries(workshop, call, error, step):
    """Fails calls within the libraries that make Word, Excel and pictures; their files are temporary."""
    arguments = ("rapporteer", "wijkbeeld.yaml", "--stil", "--formaat", "docx,xlsx")
    hits = 0
    for place in range(step, counted(workshop, [call], *arguments)[call] + 1, step):
        outcome, hit = inject(workshop, call, f"error={error}", place, *arguments)
        if hit is None or outcome.code == 0 or "(E610)" in outcome.err:
            continue
        hits += 1
        workshop.check_failed(outcome, (71, 73, 74))
    return hits


def inject(workshop, call, fault, place, *arguments):
    """Runs with one injected fault; gives the outcome and the line of the log, or None when no call was hit."""
    workshop.restore()
    with tempfile.NamedTemporaryFile("r") as log:
        outcome = workshop.run(*arguments, prefix=traced(log.name, [call], [f"{call}:{fault}:when={place}"]))
        text = log.read()
    hit = next((line for line in text.splitlines() if "INJECTED" in line or "killed by" in line), None)
    return outcome, hit


def errors(workshop, call, error, is_short, codes, check=None):
    """Lets the n-th call fail for every n; the number of failures that were provoked."""
    hits = 0
    for place in chosen(counted(workshop, [call])[call], is_short):
        outcome, hit = inject(workshop, call, f"error={error}", place)
        if hit is None:
            continue
        hits += 1
        try:
            (check or workshop.check_any)(outcome, codes)
        except Broken as broken:
            raise Broken(f"{call} nummer {place} met {error}: {broken} [{hit[:160]}]") from None
    return hits
