"""A private copy of the sample in which faults are provoked, and what must hold afterwards."""
import filecmp
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import time

CHECKOUT = pathlib.Path(__file__).resolve().parent.parent.parent
YESTERDAY = time.time() - 86_400
# What may change on a run that fails: the time of the run and the log of the state.
MAY_CHANGE = {".wijkbeeld", "status.json"}
# These run the program thousands of times. A call of the system is the same call in a region without
# patients, of which tables, run records and the state are made; reading needs some.
BARE = {"f01", "f05", "f07", "f08", "f34"}
SMALL = {"f16"}


class Broken(Exception):
    """A promise was not kept; the text says what was seen."""


class Skipped(Exception):
    """The fault cannot be provoked here; the text says why."""


def need(*tools):
    for tool in tools:
        if shutil.which(tool) is None:
            raise Skipped(f"{tool} ontbreekt")


def need_root():
    if os.geteuid() != 0:
        raise Skipped("alleen als root")


class Outcome:
    def __init__(self, code, out, err, seconds, peak):
        self.code, self.out, self.err, self.seconds, self.peak = code, out, err, seconds, peak

    def __str__(self):
        return f"code {self.code}: {(self.err or self.out).strip()[:300]}"


class Workshop:
    """The folder `w` is worked in; `old` and `new` are what a run may leave there."""

    def __init__(self, program, definitions, seed, is_small=False, is_bare=False):
        self.program, self.definitions, self.seed = str(program), str(definitions), seed
        self.is_small, self.is_bare = is_small, is_bare
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="wijkbeeld-fouten-"))
        os.chmod(self.root, 0o755)
        self.w, self.old, self.new = (self.root / name for name in ("w", "old", "new"))
        self._sample(self.w)
        self._good()
        shutil.copytree(self.w, self.old, symlinks=True)
        for folder in (self.w, self.old):
            config = folder / "wijkbeeld.yaml"
            text = config.read_text(encoding="utf-8")
            config.write_text(re.sub(r"(?m)^peildatum:.*", "peildatum: 2026-10-02", text), encoding="utf-8")
        self._good()
        shutil.copytree(self.w, self.new, symlinks=True)
        self.slugs = sorted(p.name for p in (self.new / "reports").iterdir()
                            if p.is_dir() and not p.name.startswith("."))
        self.restore()

    def close(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def _sample(self, folder):
        shutil.copytree(CHECKOUT / "data" / "voorbeeld", folder)
        config = folder / "wijkbeeld.yaml"
        text = config.read_text(encoding="utf-8")
        text = re.sub(r"(?m)^uitvoer:.*", "uitvoer: reports", text)
        config.write_text(text, encoding="utf-8")
        if self.is_small or self.is_bare:
            self._cut(folder)
            kinds = "praktijklijst|episoden|referentie" if self.is_bare else "episoden|referentie"
            text = config.read_text(encoding="utf-8")
            config.write_text(re.sub(rf"(?m)^  ({kinds}):.*\n", "", text), encoding="utf-8")
        self.age(folder)

    @staticmethod
    def _cut(folder):
        """Leaves two wijken of one practice with few patients: all files are written, and a run is short."""
        config = folder / "wijkbeeld.yaml"
        text = config.read_text(encoding="utf-8")
        names = {"duinrand-de-linde": 60, "polderzicht-zuid": 400}
        files = ", ".join(f"invoer/praktijken/{name}.csv" for name in names)
        text = text.replace("[invoer/praktijken/*.csv]", f"[{files}]")
        text = text.replace('["01990011", "01990022", "01990033"]', '["01990011"]')
        text = text.replace('["01990044", "01990055"]', '["01990055"]')
        text = text[:text.index("  - naam: Havenkwartier")]
        config.write_text(re.sub(r"(?m)^  (ketenzorg|praktijkspiegel):.*\n", "", text), encoding="utf-8")
        for name, patients in names.items():
            path = folder / "invoer" / "praktijken" / f"{name}.csv"
            path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:patients + 1]))

    def _good(self):
        outcome = self.run()
        if outcome.code != 0:
            raise Broken(f"een goede ronde mislukt: {outcome}")
        self.peak = outcome.peak

    @staticmethod
    def age(folder):
        """Gives all inputs the time of yesterday: young files may be 'nog in ontvangst'."""
        for path in [folder] if folder.is_file() else folder.rglob("*"):
            if path.is_file() and not path.is_symlink() and "reports" not in path.parts:
                os.utime(path, (YESTERDAY, YESTERDAY))

    def restore(self):
        """Puts the state of before the fault back, hidden folders included."""
        shutil.rmtree(self.w, ignore_errors=True)
        shutil.copytree(self.old, self.w, symlinks=True)

    def command(self, *arguments):
        arguments = arguments or ("rapporteer", "wijkbeeld.yaml", "--stil", *self.formats())
        return [self.program, *arguments, "--definities", self.definitions]

    def formats(self):
        return ("--formaat", "csv,json") if self.is_bare or self.is_small else ()

    def start(self, *arguments, prefix=(), env=None, cwd=None, **keywords):
        """Starts the program in a session of its own."""
        return subprocess.Popen([*prefix, *self.command(*arguments)], cwd=cwd or self.w, env=env,
                                start_new_session=True, **keywords)

    def run(self, *arguments, prefix=(), env=None, limits=(), umask=-1, cwd=None, stdout=None, timeout=120):
        """Runs the program to its end; `limits` are pairs for setrlimit."""
        def prepare():
            for kind, value in limits:
                resource.setrlimit(kind, (value, value))
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            begin = time.monotonic()
            process = self.start(*arguments, prefix=prefix, env=env, cwd=cwd, stdout=stdout or out, stderr=err,
                                 preexec_fn=prepare if limits else None, umask=umask)
            usage = self._wait(process, begin + timeout)
            out.seek(0), err.seek(0)
            code = process.returncode
            return Outcome(code if code >= 0 else 128 - code, out.read().decode("utf-8", "replace"),
                           err.read().decode("utf-8", "replace"), time.monotonic() - begin, usage.ru_maxrss)

    @staticmethod
    def _wait(process, end):
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                process.returncode = os.waitstatus_to_exitcode(status)
                return usage
            if time.monotonic() > end:
                os.killpg(process.pid, signal.SIGKILL)
                _, _, usage = os.wait4(process.pid, 0)
                process.returncode = -9
                raise Broken(f"het programma hangt: {process.args}")
            time.sleep(0.002)

    # What stands in the output folder.

    def reports(self):
        return self.w / "reports"

    def is_like(self, which):
        """Whether everything published is byte for byte that of `old` or `new`."""
        return same(self.reports(), which / "reports")

    def is_old_or_new(self):
        """Whether every wijk is complete: all of the old set or all of the new one."""
        reports = self.reports()
        for slug in self.slugs:
            if not any(same(reports / slug, which / "reports" / slug) for which in (self.old, self.new)):
                return False
        names = {p.name for p in reports.iterdir()} - MAY_CHANGE
        return names == set(self.slugs) | {"index.html"}

    def leftovers(self):
        """Names in the output and state folders that no finished run leaves there."""
        known = {p.name for p in (self.new / "reports").iterdir()}
        found = [p.name for p in self.reports().iterdir() if p.name not in known]
        state = self.reports() / ".wijkbeeld"
        known = {p.name for p in (self.new / "reports" / ".wijkbeeld").iterdir()}
        # What SQLite needs to undo a change that failed, it clears itself when it next opens the state.
        known.add("toestand.sqlite-journal")
        return found + ([p.name for p in state.iterdir() if p.name not in known] if state.is_dir() else [])

    # What must hold.

    def check_failed(self, outcome, codes, *words):
        """A run that ends with an error: the code, one sentence, the old set, nothing left behind."""
        if outcome.code not in codes:
            raise Broken(f"verwacht {'/'.join(map(str, codes))}, {outcome}")
        if outcome.code not in (64, 143) and f"(code {outcome.code})" not in outcome.err:
            raise Broken(f"geen melding met de code, {outcome}")
        for word in words:
            if word not in outcome.err:
                raise Broken(f"'{word}' ontbreekt in de melding: {outcome}")
        if not self.is_like(self.old):
            raise Broken(f"het oude rapport is veranderd, {outcome}")
        if self.leftovers():
            raise Broken(f"er bleef iets achter: {self.leftovers()}, {outcome}")

    def check_any(self, outcome, codes=(71, 73, 74)):
        """A run with an injected error: nothing noticed, or failed, or failed after the swap."""
        if outcome.code == 0 or "(E610)" in outcome.err:
            if not self.is_like(self.new):
                raise Broken(f"het nieuwe rapport is niet heel, {outcome}")
            if outcome.code not in (0, 74):
                raise Broken(f"verwacht 0 of 74, {outcome}")
        elif outcome.code == 127:
            # The loader of the system failed before the program could say anything.
            if not self.is_like(self.old):
                raise Broken(f"het oude rapport is veranderd, {outcome}")
        else:
            self.check_failed(outcome, codes)

    def check_new(self, outcome):
        if outcome.code != 0 or not self.is_like(self.new):
            raise Broken(f"het nieuwe rapport is er niet, {outcome}")
        if self.leftovers():
            raise Broken(f"er bleef iets achter: {self.leftovers()}")


def same(left, right):
    """Whether two folders hold the same names with the same bytes."""
    compared = filecmp.dircmp(left, right, ignore=sorted(MAY_CHANGE), hide=[])
    return same_compared(compared)


def same_compared(compared):
    if compared.left_only or compared.right_only or compared.funny_files:
        return False
    _, different, errors = filecmp.cmpfiles(compared.left, compared.right, compared.common_files, shallow=False)
    return not different and not errors and all(same_compared(below) for below in compared.subdirs.values())
