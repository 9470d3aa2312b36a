#!/usr/bin/env python3
"""Interleaved whole-process benchmark of the counting job: every tool once per round, rounds repeated; checks that all print the same counts.

usage: bench.py [--telbank PATH] [--sizes S M] [--rounds 5] [--tools a b ...] [--out results.csv] [--list]
Output, tidy CSV: size,tool,run,wall_s,user_s,sys_s,cpu_s,maxrss_kb,exit,sha   (sha: of the sorted output lines)
Last line on stderr per size: "all tools agree" or which tools gave which counts. Exit 1 when they differ or a tool failed.
Standard library only. Run setup.sh and gen/make_data.sh first."""
import argparse
import csv
import hashlib
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.environ.get("BENCH_HOME") or os.path.join(HERE, ".bench")
VENV = os.environ.get("BENCH_VENV") or os.path.join(HOME, "venv")
DATA = os.environ.get("BENCH_DATA") or os.path.join(HOME, "data")
PYTHON = os.path.join(VENV, "bin", "python")
MEASURE = os.path.join(HOME, "build", "measure")
PEILDATUM = "2026-10-01"
COLUMNS = "size tool run wall_s user_s sys_s cpu_s maxrss_kb exit sha".split()
DEFAULT = ["floor-libcsv", "floor-pair", "reader-telbank", "telbank-1t", "telbank-2t", "duckdb-tuned", "duckdb-py", "polars-inmem"]


def tools(telbank, p, e, p8, e8):
    """name -> command. p, e: Windows-1252 exports; p8, e8: the same in UTF-8 for peers that cannot read Windows-1252."""
    def py(script, *args):
        return [PYTHON, os.path.join(HERE, "peers", script), *args]

    def bank(threads):
        return [telbank, p, e, "--peildatum", PEILDATUM, "--draden", str(threads)]

    cli = os.path.join(HERE, "peers", "job_duckdb_cli.sh")
    duckdb = os.path.join(VENV, "bin", "duckdb")
    return {
        "telbank-1t": bank(1),
        "telbank-2t": bank(2),
        "reader-telbank": [telbank, p, e, "--lezen"],
        "oracle-python": py("oracle.py", p, e),
        "duckdb-tuned": py("job_duckdb_tuned.py", p8, e8, "2"),
        "duckdb-py": py("job_duckdb.py", p8, e8, "utf-8", "2"),
        "duckdb-py-1t": py("job_duckdb.py", p8, e8, "utf-8", "1"),
        "duckdb-py-varchar": py("job_duckdb.py", p8, e8, "utf-8", "2", "varchar"),
        "duckdb-cli": [cli, p8, e8, "2", duckdb],
        "duckdb-cli-1t": [cli, p8, e8, "1", duckdb],
        "polars-inmem": py("job_polars.py", p8, e8, "utf8", "in-memory"),
        "polars-stream": py("job_polars.py", p8, e8, "utf8", "streaming"),
        "polars-1t": ["env", "POLARS_MAX_THREADS=1", *py("job_polars.py", p8, e8, "utf8", "in-memory")],
        "pandas": py("job_pandas.py", p, e),
        "floor-libcsv": ["/bin/sh", "-c", '"$0" csvempty "$1" && "$0" csvempty "$2"', os.path.join(HOME, "build", "limits"), p, e],
        # Two at once: their wall time shows what the machine gives a second core.
        "floor-pair": ["/bin/sh", "-c", '"$0" "$@" >/dev/null & "$0" "$@" >/dev/null; wait', *bank(1)],
        "start-true": ["/bin/true"],
        "start-telbank": [telbank, "--help"],
        "start-python": [PYTHON, "-c", "pass"],
        "start-import-duckdb": [PYTHON, "-c", "import duckdb; duckdb.sql('select 1').fetchall()"],
        "start-import-polars": [PYTHON, "-c", "import polars"],
    }


def run(command, limit):
    """One run: (wall, user, sys, maxrss_kb, exit, sha of the sorted output, last error line)."""
    with tempfile.TemporaryDirectory() as tmp:
        result = os.path.join(tmp, "result")
        with open(os.path.join(tmp, "out"), "w+b") as out, open(os.path.join(tmp, "err"), "w+b") as err:
            subprocess.run([MEASURE, result, str(limit), *command], stdin=subprocess.DEVNULL, stdout=out, stderr=err)
            out.seek(0)
            sha = hashlib.sha256(b"".join(sorted(line.rstrip(b"\r\n") + b"\n" for line in out))).hexdigest()[:12]
            err.seek(0)
            said = err.read()[-400:].decode("utf-8", "replace").strip().split("\n")[-1]
        with open(result) as f:
            wall, user, system, rss, code = f.read().split()
    return float(wall), float(user), float(system), int(rss), int(code), sha, said


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--telbank", default=".build/release/telbank", help="the product's benchmark executable (default: %(default)s)")
    ap.add_argument("--sizes", nargs="+", default=["S"])
    ap.add_argument("--rounds", type=int, default=5)
    ap.add_argument("--warmup", type=int, default=1, help="rounds that are run and checked but not reported")
    ap.add_argument("--tools", nargs="+", default=DEFAULT)
    ap.add_argument("--limit", type=int, default=120, help="seconds per run, 0 = none")
    ap.add_argument("--budget", type=float, default=0, help="seconds per size: no new round is begun past it (0 = none)")
    ap.add_argument("--out", default="-")
    ap.add_argument("--list", action="store_true", help="print the names of the tools")
    a = ap.parse_args()
    if a.list:
        print("\n".join(tools("telbank", "p", "e", "p8", "e8")))
        return 0
    if any("telbank" in t for t in a.tools) and not os.access(a.telbank, os.X_OK):
        print(f"no executable at {a.telbank}: build it (swift build -c release) or give --telbank PATH", file=sys.stderr)
        return 2
    if not os.access(MEASURE, os.X_OK):
        print("run setup.sh first", file=sys.stderr)
        return 2
    telbank = os.path.abspath(a.telbank)
    ok = True
    f = sys.stdout if a.out == "-" else open(a.out, "a", newline="")
    w = csv.writer(f, lineterminator="\n")
    if a.out == "-" or os.path.getsize(a.out) == 0:
        w.writerow(COLUMNS)
    for size in a.sizes:
        files = [os.path.join(DATA, f"{size}_{x}.csv") for x in ("p", "e", "p8", "e8")]
        if not all(map(os.path.exists, files)):
            print(f"no data for {size}: run gen/make_data.sh {size}", file=sys.stderr)
            return 2
        commands = tools(telbank, *files)
        answers, failed, begun = {}, {}, time.monotonic()
        for r in range(-a.warmup, a.rounds):
            if r > -a.warmup and a.budget and time.monotonic() - begun > a.budget:
                print(f"{size}: stopped after {max(0, r)} rounds", file=sys.stderr)
                break
            for t in a.tools:
                if t in failed:
                    continue
                wall, user, system, rss, code, sha, said = run(commands[t], a.limit)
                if not t.startswith(("start-", "floor-", "reader-")):
                    if code:
                        failed[t] = f"exit {code} {said}"
                    else:
                        answers.setdefault(sha, set()).add(t)
                if r >= 0:
                    w.writerow([size, t, r, f"{wall:.4f}", f"{user:.4f}", f"{system:.4f}", f"{user + system:.4f}", rss, code, sha])
                    f.flush()
        if failed:
            print(f"{size}: FAILED {failed}", file=sys.stderr)
        if len(answers) > 1:
            print(f"{size}: DIFFERENT COUNTS " + "; ".join(f"{s}: {' '.join(sorted(t))}" for s, t in answers.items()), file=sys.stderr)
        elif not failed:
            print(f"{size}: all tools agree", file=sys.stderr)
        ok = ok and not failed and len(answers) <= 1
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
