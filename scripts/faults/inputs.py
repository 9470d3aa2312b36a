"""The input is wrong: f12, f15 to f21, f24, f32, f33."""
import gzip
import hashlib
import os
import random
import shutil
import threading
import time

from .workshop import Broken, Workshop

LIST = "invoer/praktijken/duinrand-de-linde.csv"
SHARED = "invoer/ses_woa_2023.csv"


def missing(workshop, is_short):
    shared = workshop.w / SHARED
    shared.unlink()
    workshop.check_failed(workshop.run(), [66], "ses_woa_2023.csv")
    shared.mkdir()
    workshop.check_failed(workshop.run(), [66], "ses_woa_2023.csv")
    workshop.restore()
    (workshop.w / LIST).unlink()
    workshop.check_failed(workshop.run(), [66], "01990011")
    said = "weg, een map"
    if os.geteuid() == 0 and shutil.which("setpriv"):
        workshop.restore()
        for path in [workshop.root, workshop.w, *workshop.w.rglob("*")]:
            os.chown(path, 65534, 65534)
        shared.chmod(0)
        nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        outcome = workshop.run(prefix=nobody)
        os.chown(workshop.root, 0, 0)
        workshop.check_failed(outcome, [66], "ses_woa_2023.csv")
        said += ", zonder rechten"
    return said


def growing(workshop, is_short):
    config = workshop.w / "wijkbeeld.yaml"
    text = config.read_text(encoding="utf-8")
    path = workshop.w / LIST
    whole = path.read_bytes()
    config.write_text(text.replace("rusttijd: 0", "rusttijd: 10"), encoding="utf-8")
    path.write_bytes(whole)
    workshop.check_failed(workshop.run(), [75], "ontvangst")
    # An upload that goes on during the run; the time of the file cannot tell.
    config.write_text(text, encoding="utf-8")
    codes = {}
    for _ in range(5 if is_short else 20):
        path.write_bytes(whole[: len(whole) // 2])
        stop = threading.Event()
        thread = threading.Thread(target=grow, args=(path, whole[len(whole) // 2:], stop))
        thread.start()
        outcome = workshop.run()
        stop.set()
        thread.join()
        codes[outcome.code] = codes.get(outcome.code, 0) + 1
        workshop.check_failed(outcome, [65, 75])
    path.write_bytes(whole)
    Workshop.age(path)
    part = path.with_name(path.name + ".part")
    part.write_bytes(b"")
    workshop.check_failed(workshop.run(), [75], "ontvangst")
    part.unlink()
    told = path.with_name(path.name + ".sha256")
    told.write_text("0" * 64 + "  x\n", encoding="utf-8")
    workshop.check_failed(workshop.run(), [65], "controlegetal")
    return "groeiend: " + ", ".join(f"{code} ({n} keer)" for code, n in sorted(codes.items()))


def grow(path, rest, stop):
    with open(path, "ab", buffering=0) as file:
        for start in range(0, len(rest), 97):
            if stop.is_set():
                return
            file.write(rest[start:start + 97])
            time.sleep(0.002)


def halves(workshop, is_short):
    """Every prefix of a small practice list; what is left of it may never be counted silently."""
    path = workshop.w / LIST
    full = path.read_bytes()
    lines = full.count(b"\n")
    codes = {}
    for cut in range(0, len(full), 37 if is_short else 1):
        path.write_bytes(full[:cut])
        Workshop.age(path)
        outcome = workshop.run()
        codes[outcome.code] = codes.get(outcome.code, 0) + 1
        if outcome.code == 0:
            # Only a cut between two records can pass, or one in the last cell of a record (there need not be
            # a line end), with nine tenths of the rows.
            last = full[:cut].rsplit(b"\n", 1)[1]
            is_whole = last.count(b";") in (0, full.split(b"\n")[0].count(b";"))
            if not is_whole or full[:cut + 1].count(b"\n") - 1 < (lines - 1) * 9 // 10:
                raise Broken(f"afgekapt na {cut} bytes en toch gelezen")
            workshop.restore()
        elif outcome.code not in (65, 66, 75):
            raise Broken(f"afgekapt na {cut} bytes: {outcome}")
        elif not workshop.is_like(workshop.old):
            raise Broken("er is iets gepubliceerd")
    return f"{sum(codes.values())} stukken: " + ", ".join(f"{code} ({n} keer)" for code, n in sorted(codes.items()))


def shrunken(workshop, is_short):
    path = workshop.w / LIST
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[: len(lines) * 6 // 10]))
    Workshop.age(path)
    outcome = workshop.run()
    workshop.check_failed(outcome, [65], "E526", str(len(lines) - 1))
    accepted = workshop.run("rapporteer", "wijkbeeld.yaml", "--stil", "--accepteer-krimp")
    # Episodes of patients that are gone are refused for another reason (E306).
    if accepted.code != 0 and "E306" not in accepted.err or "E526" in accepted.err:
        raise Broken(f"--accepteer-krimp: {accepted}")
    workshop.restore()
    path.write_bytes(b"".join(lines[: len(lines) * 95 // 100]))
    Workshop.age(path)
    if workshop.run().code != 0:
        raise Broken("5 % minder is geweigerd")
    return "40 % minder is 65 met beide aantallen; --accepteer-krimp; 5 % minder mag"


def flips(workshop, is_short):
    generator = random.Random(workshop.seed)
    path = workshop.w / LIST
    whole = path.read_bytes()
    codes = {}
    for _ in range(40 if is_short else 250):
        data = bytearray(whole)
        for _ in range(generator.randint(1, 3)):
            data[generator.randrange(len(data))] ^= 1 << generator.randrange(8)
        path.write_bytes(data)
        Workshop.age(path)
        outcome = workshop.run("controleer", "wijkbeeld.yaml", "--formaat", "json")
        codes[outcome.code] = codes.get(outcome.code, 0) + 1
        if outcome.code not in (0, 65, 66):
            raise Broken(str(outcome))
    told = path.with_name(path.name + ".sha256")
    told.write_text(hashlib.sha256(whole).hexdigest() + "\n", encoding="utf-8")
    for _ in range(10):
        data = bytearray(whole)
        data[generator.randrange(len(data))] ^= 1
        path.write_bytes(data)
        Workshop.age(path)
        workshop.check_failed(workshop.run(), [65], "controlegetal")
    return ", ".join(f"code {code} ({n} keer)" for code, n in sorted(codes.items())) + "; met .sha256 altijd 65"


def no_table(workshop, is_short):
    generator = random.Random(workshop.seed)
    kinds = {
        "willekeurige bytes": generator.randbytes((10 if is_short else 100) << 20),
        "gzip": gzip.compress(b"a;b\n1;2\n" * 1000),
        "xlsx": b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml",
        "HTML": b"<!DOCTYPE html><html><body>x</body></html>",
        "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
        "NUL-bytes": b"a;b\n\x00\x00\x00\n",
        "UTF-16 zonder BOM": "patientnummer;geslacht\n1;M\n".encode("utf-16-le"),
        "leeg": b"",
    }
    slowest = largest = 0
    for name, data in kinds.items():
        path = workshop.w / LIST
        path.write_bytes(data)
        Workshop.age(path)
        good = workshop.run("cellen", "wijkbeeld.yaml").peak
        outcome = workshop.run("cellen", LIST)
        if outcome.code != 65:
            raise Broken(f"{name}: {outcome}")
        slowest, largest = max(slowest, outcome.seconds), max(largest, outcome.peak - good)
        workshop.check_failed(workshop.run(), [65])
    if slowest > 1 or largest > 64 << 10:
        raise Broken(f"{slowest:.1f} s en {largest >> 10} MB meer")
    return f"{len(kinds)} soorten, hoogstens {slowest:.2f} s en {max(0, largest) >> 10} MB meer"


def open_quote(workshop, is_short):
    path = workshop.w / LIST
    header = path.read_bytes().split(b"\n")[0] + b"\n"
    row = path.read_bytes().split(b"\n")[1] + b"\n"
    size = (30 if is_short else 250) << 20
    piece = row * ((1 << 20) // len(row))
    with open(path, "wb") as file:
        # Piece by piece: what Python held at the start of the program would count as the program's.
        file.write(header + row * 3 + b'"')
        for _ in range(size // len(piece)):
            file.write(piece)
    Workshop.age(path)
    outcome = workshop.run()
    workshop.check_failed(outcome, [65], "regel 5")
    more = (outcome.peak - workshop.peak) >> 10
    if more > 64:
        raise Broken(f"{more} MB meer dan een goede ronde")
    return f"{size >> 20} MB: regel 5 genoemd, {outcome.seconds:.1f} s, {max(0, more)} MB meer"


def endless(workshop, is_short):
    path = workshop.w / LIST
    path.unlink()
    os.mkfifo(path)
    outcome = workshop.run(timeout=10)
    workshop.check_failed(outcome, [66])
    path.unlink()
    path.symlink_to("/dev/zero")
    workshop.check_failed(workshop.run(timeout=10), [66])
    config = workshop.w / "wijkbeeld.yaml"
    config.write_text(config.read_text(encoding="utf-8") + "symlinks_toestaan: true\n", encoding="utf-8")
    workshop.check_failed(workshop.run(timeout=10), [66])
    return "een pijp, /dev/zero, en die met symlinks_toestaan: 66"


def linked(workshop, is_short):
    path = workshop.w / LIST
    path.unlink()
    path.symlink_to("/etc/passwd")
    outcome = workshop.run()
    workshop.check_failed(outcome, [66], "symlink")
    if "root:" in outcome.err + outcome.out:
        raise Broken("de inhoud staat in de melding")
    return "geweigerd, niets van de inhoud getoond"


def one_bad_source(workshop, is_short):
    said = []
    for name, data in [(SHARED, b"\x89PNG\r\n\x1a\n\x00\x00"), (LIST, None)]:
        workshop.restore()
        path = workshop.w / name
        path.write_bytes(data or path.read_bytes()[:3001])
        Workshop.age(path)
        workshop.check_failed(workshop.run(), [65])
        outcome = workshop.run("rapporteer", "wijkbeeld.yaml", "--stil", "--deels")
        if outcome.code != 65:
            raise Broken(f"--deels met {name}: {outcome}")
        changed = [slug for slug in workshop.slugs if not same_chapter(workshop, slug)]
        expected = workshop.slugs if name == SHARED else [s for s in workshop.slugs if s != "duinrand"]
        if changed != expected:
            raise Broken(f"--deels met {name} schreef {changed}, verwacht {expected}")
        page = (workshop.reports() / "index.html").read_text(encoding="utf-8")
        if "niet volledig" not in page:
            raise Broken("index.html zegt niet dat de ronde niet volledig is")
        said.append(f"{os.path.basename(name)}: {len(changed)} wijken")
    return "niets zonder --deels; ermee " + ", ".join(said)


def same_chapter(workshop, slug):
    parts = (slug, "hoofdstuk-2.md")
    return workshop.reports().joinpath(*parts).read_bytes() == workshop.old.joinpath("reports", *parts).read_bytes()


def stale(workshop, is_short):
    path = workshop.w / LIST
    os.utime(path, (time.time() - 401 * 86_400,) * 2)
    workshop.check_failed(workshop.run(), [65], "ouder")
    workshop.restore()
    if workshop.run().code != 0:
        raise Broken("een goede ronde mislukt")
    fresh = workshop.run("status", "wijkbeeld.yaml", "--max-leeftijd", "36u")
    late = workshop.run("status", "wijkbeeld.yaml", "--max-leeftijd", "0m")
    time.sleep(1.1)
    late = workshop.run("status", "wijkbeeld.yaml", "--max-leeftijd", "0m")
    if (fresh.code, late.code) != (0, 65):
        raise Broken(f"status geeft {fresh.code} en {late.code}")
    (workshop.reports() / "status.json").unlink()
    absent = workshop.run("status", "wijkbeeld.yaml")
    if absent.code != 66:
        raise Broken(f"zonder status.json: {absent}")
    return "401 dagen oud is 65; status geeft 0, 65 en 66"


FAULTS = {"f12": missing, "f15": growing, "f16": halves, "f17": shrunken, "f18": flips, "f19": no_table,
          "f20": open_quote, "f21": endless, "f24": linked, "f32": one_bad_source, "f33": stale}
