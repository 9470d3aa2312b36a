#!/usr/bin/env python3
"""Puts the medians of a run, dated, with machine, load and versions, at the head of the results in README.md.

usage: publish.py README LOAD_BEFORE PYTHON_OF_THE_PEERS RESULTS.csv [REPORT.csv]"""
import datetime
import os
import platform
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
MARK = "<!-- results -->\n"


def versions(python):
    code = ("import importlib.metadata as m\n"
            "for p in ('duckdb', 'duckdb-cli', 'polars', 'pandas'):\n"
            "    try: print(p, m.version(p))\n"
            "    except m.PackageNotFoundError: pass")
    peers = subprocess.run([python, "-c", code], capture_output=True, text=True).stdout.split("\n")
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    found = re.search(r"Swift version (\S+)", swift)
    return ", ".join(p for p in ["Swift " + found.group(1) if found else "", *peers, "libcsv 3.0.3"] if p)


def processor():
    with open("/proc/cpuinfo") as f:
        names = [line.split(":", 1)[1].strip() for line in f if line.startswith("model name")]
    return f"{len(names)} × {names[0] if names else platform.machine()}"


def main():
    readme, before, python, *files = sys.argv[1:]
    with open("/proc/loadavg") as f:
        after = f.read().split()[0]
    parts = [f"### {datetime.date.today().isoformat()}\n\n{processor()}; load {before} before and {after} after; {versions(python)}."]
    for path, base, what in zip(files, ("telbank-1t", "duckdb"), ("", "rapporteer, ")):
        table = subprocess.run([sys.executable, os.path.join(HERE, "summarize.py"), path, base], capture_output=True, text=True, check=True).stdout
        parts.append(table.strip().replace("### ", "#### " + what))
    with open(readme, encoding="utf-8") as f:
        text = f.read()
    head, _, tail = text.partition(MARK)
    with open(readme, "w", encoding="utf-8") as f:
        f.write(head + MARK + "\n" + "\n\n".join(parts) + "\n" + tail)


main()
