"""The surroundings are odd: f09, f22, f29, f30, f31, f34."""
import os
import random
import resource
import re
import shutil
import subprocess

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
    codes, unloaded = {}, 0
    for megabytes in list(range(20, 200, 20 if is_short else 6)) + [250, 300, 400]:
        workshop.restore()
        outcome = workshop.run(limits=[(resource.RLIMIT_AS, megabytes << 20)])
        codes[outcome.code] = codes.get(outcome.code, 0) + 1
        if outcome.code == 0:
            workshop.check_new(outcome)
        elif not workshop.is_like(workshop.old):
            raise Broken(f"met {megabytes} MB: {outcome}")
        elif outcome.code not in (70, 71):
            # Too little to load the program at all; then nothing of it can speak.
            if workshop.run("--version", limits=[(resource.RLIMIT_AS, megabytes << 20)]).code == 0:
                raise Broken(f"met {megabytes} MB: {outcome}")
            unloaded = megabytes
        elif f"(code {outcome.code})" not in outcome.err:
            raise Broken(f"met {megabytes} MB geen melding: {outcome}")
    workshop.check_new(workshop.run())
    said = ", ".join(f"code {code} ({n} keer)" for code, n in sorted(codes.items()))
    return f"{said}; tot {unloaded} MB is het programma niet te laden"


def clock_and_locale(workshop, is_short):
    languages = locales(workshop)
    for env in [{"TZ": "Pacific/Kiritimati"}, {"TZ": "America/Adak"}, {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
                {"LC_ALL": "nl_NL.ISO-8859-1"}, {"LC_ALL": "C"}]:
        workshop.restore()
        workshop.check_new(workshop.run(env={**os.environ, **env, "LOCPATH": str(workshop.root / "talen")}))
    return f"2 tijdzones en 3 talen, dezelfde bytes; echt aanwezig: {languages}"


def locales(workshop):
    """Makes the languages that Debian does not install by itself; without them their test says little."""
    folder = workshop.root / "talen"
    folder.mkdir(exist_ok=True)
    if shutil.which("localedef") is None:
        return "geen"
    made = [name for name, source, letters in [("tr_TR.UTF-8", "tr_TR", "UTF-8"), ("nl_NL.ISO-8859-1", "nl_NL", "ISO-8859-1")]
            if subprocess.run(["localedef", "-i", source, "-f", letters, folder / name], capture_output=True).returncode == 0]
    return " en ".join(made) or "geen"


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
            head, rows = records(path.read_bytes())
            generator.shuffle(rows)
            path.write_bytes(head + b"".join(rows))
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


def records(data):
    """Everything up to the header, and the rows below it; a line end within quotes is part of its row."""
    found = re.findall(rb'(?:[^"\n]|"[^"]*")*(?:\n|$)', data)
    found = [row for row in found if row]
    if found and not found[-1].endswith(b"\n"):
        found[-1] += b"\r\n" if found[0].endswith(b"\r\n") else b"\n"
    place = next(n for n, row in enumerate(found) if re.search(rb"(?i)pati[^;,\t]*(nr|num|id)", row))
    return b"".join(found[:place + 1]), found[place + 1:]


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
