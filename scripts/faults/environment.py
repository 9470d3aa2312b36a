"""The surroundings are odd: f09, f22, f29, f30, f31, f34."""
import os
import random
import resource
import shutil

from . import tracing
from .workshop import Broken, Workshop, same


def full_device(workshop, is_short):
    for arguments in [("--help",), ("--version",), ("definities",), ("controleer", "wijkbeeld.yaml"),
                      ("controleer", "wijkbeeld.yaml", "--formaat", "json"), ("inspecteer", "invoer/ernst.csv"),
                      ("cellen", "invoer/ernst.csv"), ("status", "wijkbeeld.yaml"), ("rapporteer", "wijkbeeld.yaml")]:
        with open("/dev/full", "wb") as full:
            # --help and --version take no other option.
            outcome = workshop.run(*arguments, stdout=full)
        if outcome.code != 74:
            raise Broken(f"{' '.join(arguments)}: {outcome}")
    if not workshop.is_like(workshop.new):
        raise Broken("na rapporteer op een volle uitvoer staat er geen heel rapport")
    workshop.restore()
    config = workshop.w / "wijkbeeld.yaml"
    config.write_text(config.read_text(encoding="utf-8").replace("uitvoer: reports", "uitvoer: /dev/full"),
                      encoding="utf-8")
    workshop.check_failed(workshop.run(), [73, 74, 78])
    return "9 opdrachten geven 74; als uitvoermap 73"


def little_memory(workshop, is_short):
    codes = {}
    for megabytes in list(range(20, 200, 20 if is_short else 6)) + [250, 300, 400]:
        workshop.restore()
        outcome = workshop.run(limits=[(resource.RLIMIT_AS, megabytes << 20)])
        codes[outcome.code] = codes.get(outcome.code, 0) + 1
        if outcome.code == 0:
            workshop.check_new(outcome)
        elif not workshop.is_like(workshop.old):
            raise Broken(f"met {megabytes} MB: {outcome}")
        elif outcome.code not in (70, 71, 127):
            raise Broken(f"met {megabytes} MB: {outcome}")
        elif outcome.code != 127 and f"(code {outcome.code})" not in outcome.err:
            raise Broken(f"met {megabytes} MB geen melding: {outcome}")
    workshop.check_new(workshop.run())
    return ", ".join(f"code {code} ({n} keer)" for code, n in sorted(codes.items())) + "; 127 = de lader van het systeem"


def clock_and_locale(workshop, is_short):
    for env in [{"TZ": "Pacific/Kiritimati"}, {"TZ": "America/Adak"}, {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
                {"LC_ALL": "nl_NL.ISO-8859-1"}, {"LC_ALL": "C"}]:
        workshop.restore()
        workshop.check_new(workshop.run(env={**os.environ, **env}))
    return "5 tijdzones en talen, dezelfde bytes"


def bare(workshop, is_short):
    outcome = workshop.run(env={})
    workshop.check_new(outcome)
    loud = workshop.run("rapporteer", "wijkbeeld.yaml", env={})
    if "\x1b" in loud.out + loud.err or "\r" in loud.out + loud.err:
        raise Broken("kleuren of voortgang zonder terminal")
    if outcome.out or outcome.err:
        raise Broken(f"een stille goede ronde zegt iets: {outcome}")
    elsewhere = workshop.run("rapporteer", str(workshop.w / "wijkbeeld.yaml"), "--stil", env={}, cwd="/")
    workshop.check_new(elsewhere)
    return "zonder omgeving, ook vanuit een andere map"


def shuffled(workshop, is_short):
    generator = random.Random(workshop.seed)
    for _ in range(3 if is_short else 20):
        workshop.restore()
        workshop.check_new(workshop.run())
    for _ in range(2 if is_short else 6):
        workshop.restore()
        for path in [*workshop.w.glob("invoer/praktijken/*.csv"), *workshop.w.glob("invoer/episoden/*.csv"),
                     workshop.w / "invoer/ketenzorg.csv"]:
            lines = path.read_bytes().splitlines(keepends=True)
            rows = lines[1:]
            generator.shuffle(rows)
            path.write_bytes(b"".join([lines[0], *rows]))
            # Other names give another order of reading, too.
            if "ketenzorg" not in path.name:
                path.rename(path.with_name(f"{generator.randrange(10 ** 6)}.csv"))
        Workshop.age(workshop.w)
        outcome = workshop.run("rapporteer", "wijkbeeld.yaml", "--stil", "--accepteer-krimp")
        if outcome.code != 0:
            raise Broken(str(outcome))
        for slug in workshop.slugs:
            if not same(workshop.reports() / slug / "tabellen", workshop.new / "reports" / slug / "tabellen"):
                raise Broken(f"tabellen van {slug} hangen af van de volgorde")
    return "herhaald, en met geschudde rijen en andere bestandsnamen"


def few_files(workshop, is_short):
    codes = {}
    for number in range(4, 24):
        workshop.restore()
        outcome = workshop.run(limits=[(resource.RLIMIT_NOFILE, number)])
        codes[outcome.code] = codes.get(outcome.code, 0) + 1
        workshop.check_any(outcome, (71, 66, 73, 74))
    hits = 0
    if shutil.which("strace"):
        hits = tracing.errors(workshop, "openat", "EMFILE", is_short, (71, 66, 73, 74))
    return ", ".join(f"code {code} ({n} keer)" for code, n in sorted(codes.items())) + f"; {hits} keer EMFILE bij openat"


FAULTS = {"f09": full_device, "f22": little_memory, "f29": clock_and_locale, "f30": bare, "f31": shuffled,
          "f34": few_files}
