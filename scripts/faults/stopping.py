"""The program is killed or asked to stop: f01, f02, f03, f13, f14."""
import fcntl
import os
import random
import signal
import time

from . import tracing
from .workshop import Broken, need

CALLS = ["openat", "write", "pwrite64", "fsync", "fdatasync", "close", "renameat", "renameat2", "mkdirat", "unlinkat",
         "unlink", "fchmod", "flock"]


def killed_at_calls(workshop, is_short):
    counts = tracing.counted(workshop, CALLS)
    kills = {}
    for call, count in counts.items():
        for place in tracing.chosen(count, is_short):
            outcome, hit = tracing.inject(workshop, call, "signal=KILL", place)
            if outcome.code == 0 and hit is None:
                continue
            if not workshop.is_old_or_new():
                raise Broken(f"gedood bij {call} nummer {place}: een wijk is niet heel")
            kills[call] = kills.get(call, 0) + 1
            # Clearing up is the work of the next run; a good run each time would take the night itself.
            if place % 9 == 1:
                workshop.check_new(workshop.run())
    if not kills:
        raise Broken("strace heeft niets gedood")
    return f"{sum(kills.values())} keer gedood: " + ", ".join(f"{n} bij {call}" for call, n in kills.items())


def killed_at_random(workshop, is_short):
    generator = random.Random(workshop.seed)
    length = workshop.run().seconds
    leftovers = old = 0
    times = 40 if is_short else 200
    for _ in range(times):
        workshop.restore()
        process = workshop.start(stdout=-3, stderr=-3)
        time.sleep(generator.random() * length)
        process.kill()
        process.wait()
        if not workshop.is_old_or_new():
            raise Broken("een wijk is niet heel")
        old += workshop.is_like(workshop.old)
        leftovers += bool(workshop.leftovers())
    workshop.check_new(workshop.run())
    return f"{times} keer gedood binnen {length:.2f} s; {old} keer oud; {leftovers} keer resten, daarna opgeruimd"


def stopped(workshop, is_short):
    generator = random.Random(workshop.seed)
    length = workshop.run().seconds
    codes = {}
    for number in [signal.SIGTERM] * (10 if is_short else 40) + [signal.SIGINT, signal.SIGHUP] * 5:
        workshop.restore()
        process = workshop.start(stdout=-3, stderr=-3)
        time.sleep(0.02 + generator.random() * length)
        process.send_signal(number)
        code = process.wait(10)
        code = code if code >= 0 else 128 - code
        codes[code] = codes.get(code, 0) + 1
        if code not in (0, 128 + number):
            raise Broken(f"na signaal {number} code {code}")
        if not workshop.is_like(workshop.new if code == 0 else workshop.old) or workshop.leftovers():
            raise Broken(f"na signaal {number} is het rapport niet heel of bleef er iets achter: {workshop.leftovers()}")
    if 143 not in codes:
        raise Broken(f"nooit op tijd gestopt: {codes}")
    return "codes " + ", ".join(f"{code} ({n} keer)" for code, n in sorted(codes.items()))


def locked(workshop, is_short):
    with open(workshop.reports() / ".wijkbeeld" / "slot", "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        outcome = workshop.run()
        workshop.check_failed(outcome, [75], "loopt al")
    if outcome.seconds > 1:
        raise Broken(f"de tweede ronde wachtte {outcome.seconds:.1f} s")
    need("strace")
    # A run that is held inside its publication keeps the second one out, too.
    first = workshop.start(prefix=tracing.traced("/dev/null", ["fsync"], ["fsync:delay_enter=3000000:when=1"]),
                           stdout=-3, stderr=-3)
    time.sleep(2)
    second = workshop.run()
    first.wait(60)
    if second.code != 75 or second.seconds > 1:
        raise Broken(f"tijdens het publiceren: {second}")
    workshop.check_new(workshop.run())
    return f"75 na {outcome.seconds * 1000:.0f} ms; ook tijdens het publiceren"


def left_lock(workshop, is_short):
    process = workshop.start(stdout=-3, stderr=-3)
    time.sleep(0.1)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if not (workshop.reports() / ".wijkbeeld" / "slot").exists():
        raise Broken("er is geen slotbestand")
    workshop.check_new(workshop.run())
    return "het slot van een gedode ronde houdt niets tegen"


FAULTS = {"f01": killed_at_calls, "f02": killed_at_random, "f03": stopped, "f13": locked, "f14": left_lock}
