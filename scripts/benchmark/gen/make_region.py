#!/usr/bin/env python3
"""Turns the benchmark data into a delivery as the product takes it: configuration, practice lists, episodes (own layouts), inhabitants (CBS).

usage: make_region.py SIZE [DIR]     SIZE S: one wijk of 8 PC4s, a file per practice; M: 20 wijken, a file per wijk; also L, XL
BENCH_CBS names a file of CBS Kerncijfers per postcode (machine-name form: pc4,aantal_inwoners,...), downloaded from cbs.nl.
Reads SIZE_p8.csv and SIZE_e8.csv (gen/make_data.sh), writes DIR (default: $BENCH_DATA/region_SIZE):
  wijkbeeld.yaml  invoer/praktijken/*.csv  invoer/episoden/*.csv  invoer/cbs_pc4.csv  region.json (wijk -> PC4s and practices, for checks)
PC4s and inhabitants are real (CBS); patients are invented and spread over the PC4s by inhabitants: 92 % in the wijk of their practice, 2 % far away.
Files are UTF-8, `;`, CRLF; dirt, free text and quoted line breaks of the benchmark data are kept."""
import bisect
import csv
import json
import os
import shutil
import sys
import zlib
from itertools import accumulate

BENCH = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CBS = os.environ.get("BENCH_CBS", "")  # CBS Kerncijfers per postcode, machine-name form
CONFIG = """regio: Meetregio
peildatum: 2026-10-01
uitvoer: reports
bronnen:
  praktijklijst: [invoer/praktijken/*.csv]
  episoden: [invoer/episoden/*.csv]
  inwoners: [{bestand: invoer/cbs_pc4.csv, indeling: cbs-kerncijfers-pc4, jaar: 2022, codering: utf-8}]
wijken:
"""
PATIENTS = b"patientnummer;geboortedatum;geslacht;postcode;inschrijfdatum;uitschrijfdatum;praktijk_agb\r\n"
EPISODES = b"patientnummer;praktijk_agb;icpc;begindatum;einddatum;omschrijving\r\n"
PER_PRACTICE, STEP = 2500, 37  # as gen.c numbers its practices


def inhabitants():
    """[(PC4, inhabitants)] of the CBS file, PC4s with fewer than 900 left out."""
    with open(CBS, encoding="utf-8-sig", newline="") as f:
        rows = [(r[0], int(r[1])) for r in csv.reader(f) if r and len(r[0]) == 4 and r[0].isdigit()]
    return sorted((p, n) for p, n in rows if n >= 900)


def wijken_of(size, areas):
    """[[(PC4, inhabitants)]]: one wijk of 8 PC4s at S, else 20 of about equal size."""
    if size == "S":
        return [[a for a in areas if "2311" <= a[0] <= "2318"]]
    total, parts, seen = sum(n for _, n in areas), [[] for _ in range(20)], 0
    for a in areas:
        parts[min(19, (seen + a[1] // 2) * 20 // total)].append(a)
        seen += a[1]
    return parts


class Spread:
    """A PC4 by weight from a hash."""

    def __init__(self, areas):
        self.names = [p.encode() for p, _ in areas]
        self.cumulative = list(accumulate(n for _, n in areas))

    def pick(self, h):
        return self.names[bisect.bisect_right(self.cumulative, h % self.cumulative[-1])]


class Files:
    """Output files by key, each with its header, written in blocks."""

    def __init__(self, folder, header):
        os.makedirs(folder)
        self.folder, self.header, self.parts = folder, header, {}

    def add(self, key, line):
        part = self.parts.setdefault(key, [self.header])
        part.append(line)
        if len(part) > 20000:
            self.flush(key)

    def flush(self, key):
        with open(os.path.join(self.folder, key + ".csv"), "ab") as f:
            f.write(b"".join(self.parts[key]))
        self.parts[key] = []

    def close(self):
        for key in self.parts:
            self.flush(key)


def main():
    size = sys.argv[1]
    home = os.environ.get("BENCH_HOME") or os.path.join(BENCH, ".bench")
    data = os.environ.get("BENCH_DATA") or os.path.join(home, "data")
    target = sys.argv[2] if len(sys.argv) > 2 else os.path.join(data, "region_" + size)
    patients, episodes = (os.path.join(data, f"{size}_{x}8.csv") for x in "pe")
    work = f"{target}.{os.getpid()}"
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(os.path.join(work, "invoer"))
    areas = inhabitants()
    wijken = wijken_of(size, areas)
    region, local = Spread(areas), [Spread(w) for w in wijken]
    practices = -(-{"S": 25000, "M": 600000, "L": 5000000, "XL": 18000000}[size] // PER_PRACTICE)
    cumulative = list(accumulate(sum(n for _, n in w) for w in wijken))
    wijk_of = [bisect.bisect_right(cumulative, i * cumulative[-1] // practices) for i in range(practices)]
    agb_of = [b"0%d" % (1000000 + i * STEP) for i in range(practices)]
    index_of = {a: i for i, a in enumerate(agb_of)}
    key_of = [a.decode() for a in agb_of] if size == "S" else ["wijk%02d" % (w + 1) for w in wijk_of]

    practice_of = {}  # patient -> practice of the first row
    out = Files(os.path.join(work, "invoer", "praktijken"), PATIENTS)
    with open(patients, "rb") as f:
        next(f)
        for line in f:
            pid, born, sex, pc, ins, uit, agb = line.rstrip(b"\r\n").split(b";")
            pid = pid.lstrip(b"x")
            i = index_of[agb]
            practice_of.setdefault(pid, i)
            quoted = pc[:1] == b'"'
            four = pc[1:5] if quoted else pc[:4]
            if four[:1].isdigit() and four[:1] != b"0" and four[:2] != b"97":
                h = zlib.crc32(pid + agb)
                to = (local[wijk_of[i]] if h % 100 < 94 else region).pick(h // 100)
                pc = (b'"' if quoted else b"") + to + pc[5 if quoted else 4:]
            out.add(key_of[i], b";".join((pid, born, sex, pc, ins, uit, agb)) + b"\r\n")
    out.close()
    out = Files(os.path.join(work, "invoer", "episoden"), EPISODES)
    i = 0
    with open(episodes, "rb") as f:
        next(f)
        for line in f:
            pid, mark, rest = line.partition(b";")
            if mark and pid.isdigit():
                i = practice_of.get(pid, i)  # an episode of an unknown patient stays in the practice of the line above
                line = pid + b";" + agb_of[i] + b";" + rest
            out.add(key_of[i], line)  # anything else is the second line of a quoted description
    out.close()
    shutil.copyfile(CBS, os.path.join(work, "invoer", "cbs_pc4.csv"))
    names = ["Meetwijk %02d" % (i + 1) for i in range(len(wijken))]
    listed = [[a.decode() for a, w in zip(agb_of, wijk_of) if w == i] for i in range(len(wijken))]
    with open(os.path.join(work, "wijkbeeld.yaml"), "w", encoding="utf-8") as f:
        f.write(CONFIG)
        for name, w, agbs in zip(names, wijken, listed):
            f.write(f"  - naam: {name}\n    postcodes: [{', '.join(p for p, _ in w)}]\n    praktijken: [{', '.join(json.dumps(a) for a in agbs)}]\n")
    with open(os.path.join(work, "region.json"), "w", encoding="utf-8") as f:
        json.dump([{"naam": n, "postcodes": [p for p, _ in w], "praktijken": a} for n, w, a in zip(names, wijken, listed)], f, indent=1)
    shutil.rmtree(target, ignore_errors=True)
    os.rename(work, target)


main()
