"""Writing fails: f04 to f08, f10, f11, f23, f28, f35."""
import os
import pathlib
import re
import resource
import shutil
import subprocess
import tempfile

from . import tracing
from .workshop import Broken, Workshop, need, need_root


def disk_full(workshop, is_short):
    need_root()
    need("mount", "umount")
    inputs = size(workshop.old)
    # A report is written beside the old one; of its names a tmpfs asks nothing.
    report = sum((p.stat().st_size + 4095) // 4096 * 4096 for p in (workshop.new / "reports").rglob("*")
                 if p.is_file() and ".wijkbeeld" not in p.parts)
    done = 0
    # Room for nothing, a block, parts of the set, and nearly all of it.
    for room in [0, 16 << 10, 64 << 10, report // 4, report // 2, report * 3 // 4]:
        mount = workshop.root / "vol"
        mount.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={inputs + room + (256 << 10)}", "tmpfs", mount], check=True)
        before = workshop.w
        try:
            shutil.copytree(workshop.old, mount / "w", symlinks=True)
            free = os.statvfs(mount).f_bavail * 4096
            if free > room:
                (mount / "vulling").write_bytes(b"x" * (free - room))
            workshop.w = mount / "w"
            outcome = workshop.run()
            workshop.check_failed(outcome, [74, 73], "schijf")
            done += 1
        finally:
            workshop.w = before
            subprocess.run(["umount", mount], check=True)
    return f"{done} keer een volle schijf, van 0 tot {report * 3 // 4 >> 10} KiB ruimte"


def size(folder):
    """What a folder takes on a tmpfs: whole blocks, and one per name."""
    return sum((path.lstat().st_size + 8191) // 4096 * 4096 for path in folder.rglob("*"))


def failing_writes(workshop, is_short):
    hits = {}
    for call in ("write", "pwrite64"):
        for error in ("ENOSPC", "EIO", "EDQUOT"):
            hits[error] = hits.get(error, 0) + tracing.errors(workshop, call, error, is_short, (74, 73))
    hits["EINTR"] = tracing.errors(workshop, "write", "EINTR", is_short, (), only_new(workshop))
    inner = tracing.in_libraries(workshop, "write", "ENOSPC", 70 if is_short else 9)
    return ", ".join(f"{n} keer {error}" for error, n in hits.items()) + f"; {inner} keer ENOSPC bij Word en Excel"


def only_new(workshop):
    return lambda outcome, _: workshop.check_new(outcome)


def short_writes(workshop, is_short):
    sizes = sorted({path.stat().st_size for path in (workshop.new / "reports").rglob("*")
                    if path.is_file() and path.name not in ("status.json", "slot")})
    sizes = [size for size in sizes if size > 2048]
    if is_short:
        sizes = sizes[::9] + sizes[-1:]
    failed = 0
    for number in sizes:
        workshop.restore()
        outcome = workshop.run(limits=[(resource.RLIMIT_FSIZE, number - 1)])
        workshop.check_any(outcome, (74, 73))
        failed += outcome.code == 74
    if failed == 0:
        raise Broken("de grens werd nergens bereikt")
    return f"{len(sizes)} grenzen, {failed} keer 74, nooit een te kort bestand"


def failing_syncs(workshop, is_short):
    hits = tracing.errors(workshop, "fsync", "EIO", is_short, (74, 73))
    hits += tracing.errors(workshop, "fdatasync", "EIO", is_short, (74, 73))
    return f"{hits} keer; ook na de wissel klopt de melding"


def failing_closes_and_renames(workshop, is_short):
    hits = {}
    for call, error in [("close", "EIO"), ("renameat2", "EACCES"), ("renameat", "EACCES"), ("mkdirat", "EACCES"),
                        ("fchmod", "EPERM"), ("unlinkat", "EBUSY")]:
        hits[call] = tracing.errors(workshop, call, error, is_short, (71, 73, 74, 66, 78),
                                    any_leftover(workshop) if call == "unlinkat" else None)
    return ", ".join(f"{n} keer {call}" for call, n in hits.items())


def any_leftover(workshop):
    """What cannot be removed may stay; the next run removes it."""
    def check(outcome, codes):
        if not workshop.is_like(workshop.new if outcome.code == 0 or "(E610)" in outcome.err else workshop.old):
            raise Broken(str(outcome))
        workshop.check_new(workshop.run())
    return check


def size_limit(workshop, is_short):
    outcome = workshop.run(limits=[(resource.RLIMIT_FSIZE, 4096)])
    workshop.check_failed(outcome, [74, 73], "groter")
    return str(outcome.code)


def read_only(workshop, is_short):
    need_root()
    need("setpriv")
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    reports = workshop.reports()
    outcome = workshop.run(prefix=nobody)
    workshop.check_failed(outcome, [73], "reports")
    # What is not read first cannot be complained about first.
    shutil.rmtree(workshop.w / "invoer")
    workshop.check_failed(workshop.run(prefix=nobody), [73], "reports")
    shutil.copytree(workshop.old / "invoer", workshop.w / "invoer")
    subprocess.run(["mount", "--bind", reports, reports], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", reports], check=True)
        workshop.check_failed(workshop.run(), [73], "alleen-lezen")
    finally:
        subprocess.run(["umount", reports], check=True)
    return "als andere gebruiker en op een schijf die alleen-lezen is; nog voor het lezen"


def links(workshop, is_short):
    victim = workshop.root / "slachtoffer"
    shutil.rmtree(victim, ignore_errors=True)
    victim.mkdir()
    (victim / "heel").write_text("heel", encoding="utf-8")
    names = [workshop.slugs[0], "index.html", "status.json", ".wijkbeeld", ".wijkbeeld/slot",
             ".wijkbeeld/toestand.sqlite", ".wijkbeeld/toestand.sqlite-journal"]
    names += created(workshop)
    for name in names:
        workshop.restore()
        place = workshop.reports() / name
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)
        is_folder = "." not in pathlib.PurePath(name).name or name == ".wijkbeeld"
        place.symlink_to(victim if is_folder else victim / "heel")
        outcome = workshop.run()
        if outcome.code not in (0, 73, 78):
            raise Broken(f"verwijzing op {name}: {outcome}")
        if [p.name for p in victim.iterdir()] != ["heel"] or (victim / "heel").read_text() != "heel":
            raise Broken(f"door de verwijzing op {name} heen geschreven")
    return f"{len(names)} plaatsen; het doel bleef heel"


def created(workshop):
    """Names that a good run makes and removes in the output folder, as far as they are the same each run."""
    if shutil.which("strace") is None:
        return []
    seen = []
    for _ in range(2):
        workshop.restore()
        with tempfile.NamedTemporaryFile("r") as log:
            workshop.run(prefix=tracing.traced(log.name, ["openat", "mkdirat"]))
            made = set(re.findall(r"(?:mkdirat|openat)\(\d+<[^>]*/reports(/[^>]*)?>, \"([^\"/.][^\"]*)\".*(?:O_CREAT|0700)",
                                  log.read()))
        seen.append({f"{folder.strip('/')}/{name}".strip("/") for folder, name in made})
    stable = seen[0] & seen[1]
    return sorted(name for name in stable if name.count("/") == 1 and name.startswith(".wijkbeeld"))


def modes(workshop, is_short):
    need_root()
    for mask in (0o000, 0o077):
        shutil.rmtree(workshop.w)
        shutil.copytree(workshop.old, workshop.w, ignore=shutil.ignore_patterns("reports"))
        outcome = workshop.run(umask=mask)
        if outcome.code != 0:
            raise Broken(str(outcome))
        for path in [workshop.reports(), *workshop.reports().rglob("*")]:
            inner = path.relative_to(workshop.w).parts
            is_closed = "intern" in inner or ".wijkbeeld" in inner
            expected = (0o700 if is_closed else 0o750) if path.is_dir() else 0o640
            if ".wijkbeeld" in inner and not path.is_dir():
                expected = 0o600
            if path.stat().st_mode & 0o777 != expected:
                raise Broken(f"{'/'.join(inner)} heeft {path.stat().st_mode & 0o777:o}, verwacht {expected:o}")
    return "met umask 000 en 077"


def order(workshop, is_short):
    """Every file is synced before the swap, the output folder after it."""
    need("strace")
    with tempfile.NamedTemporaryFile("r") as log:
        outcome = workshop.run(prefix=tracing.traced(log.name, ["openat", "fsync", "renameat", "renameat2"]))
        lines = log.read().splitlines()
    workshop.check_new(outcome)
    # The folder that is swapped; what libraries write meanwhile in others is not published.
    staged = next((re.search(r"renameat2\(\d+<([^>]*)>", line) for line in lines if "renameat2" in line), None)
    if staged is None:
        raise Broken("er is niets gewisseld")
    opened, synced = set(), set()
    swapped = ended = False
    for line in lines:
        made = re.search(r"O_CREAT.*= \d+<(" + re.escape(staged[1]) + r"/[^>]*)>", line)
        kept = re.search(r"fsync\(\d+<([^>]*)>\)\s*= 0", line)
        if "renameat2" in line:
            if opened - synced:
                raise Broken(f"niet vastgelegd voor de wissel: {len(opened - synced)} van {len(opened)} bestanden")
            swapped = True
        elif made and not swapped:
            opened.add(made[1])
        elif kept and not swapped:
            synced.add(kept[1])
        elif kept and kept[1].endswith("/reports"):
            ended = True
    if not (opened and ended):
        raise Broken(f"gemaakt {len(opened)}, map vastgelegd {ended}")
    return f"{len(opened)} bestanden vastgelegd voor de wissel, de map erna"


FAULTS = {"f04": disk_full, "f05": failing_writes, "f06": short_writes, "f07": failing_syncs,
          "f08": failing_closes_and_renames, "f10": size_limit, "f11": read_only, "f23": links, "f28": modes,
          "f35": order}
