"""What comes out: f25, f26, f27, f36, f37."""
import csv
import os
import random
import resource
import shutil
import subprocess
import zipfile

from .workshop import Broken, Skipped, Workshop, need

CANARIES = ["Kanariepiet", "0612345698", "piet@voorbeeld.invalid", "Verzonnenlaan 7", "111222333"]


def odd_names(workshop, is_short):
    config = workshop.w / "wijkbeeld.yaml"
    text = config.read_text(encoding="utf-8")
    said = {}
    for name in ["../../x", "/tmp/x", "..", ".wijkbeeld", "x/../../y", "index.html", "status.json", "é", "-rf", "'; rm -rf ~",
                 "naam\\nmet regel", "", "漢字"]:
        workshop.restore()
        before = names(workshop)
        config.write_text(text.replace("naam: Duinrand", 'naam: "' + name + '"'), encoding="utf-8")
        outcome = workshop.run()
        made = names(workshop) - before
        if outcome.code not in (0, 78):
            raise Broken(f"{name!r}: {outcome}")
        for path in made:
            parts = path.split("/")
            if parts[0] != "reports" or not all(c in "abcdefghijklmnopqrstuvwxyz0123456789-" for c in parts[1]):
                raise Broken(f"{name!r} maakte {path}")
        said[outcome.code] = said.get(outcome.code, 0) + 1
    return ", ".join(f"code {code} ({n} keer)" for code, n in sorted(said.items())) + "; alleen mappen met een veilige naam"


def names(workshop):
    found = set()
    for folder, folders, files in os.walk(workshop.root):
        if folder.startswith((str(workshop.old), str(workshop.new))):
            continue
        found |= {os.path.relpath(os.path.join(folder, name), workshop.w) for name in folders + files}
    return {name for name in found if not name.startswith("reports/.wijkbeeld/")}


def formulas(workshop, is_short):
    path = workshop.w / "invoer/activiteiten.csv"
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    place = rows[0].index("activiteit")
    planted = ['=HYPERLINK("http://voorbeeld.invalid";"x")', "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "  =1+1",
               "<script>alert(1)</script>", "a | b", "[x](http://voorbeeld.invalid)"]
    for number, value in enumerate(planted):
        rows[1 + number % (len(rows) - 1)][place] = value
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    Workshop.age(path)
    outcome = workshop.run()
    if outcome.code != 0:
        raise Broken(str(outcome))
    cells = 0
    for table in workshop.reports().rglob("*.csv"):
        text = table.read_text(encoding="utf-8-sig")
        for row in csv.reader(text.splitlines(), delimiter=";" if ";" in text.split("\n")[0] else ","):
            for cell in row:
                cells += 1
                if cell.lstrip(" \t\r\n")[:1] in ("=", "+", "@") or cell[:1] in ("\t", "\r"):
                    raise Broken(f"{table.name}: een cel is een formule")
                if cell.lstrip().startswith("-") and not is_number(cell):
                    raise Broken(f"{table.name}: een cel begint met een min")
    for page in workshop.reports().rglob("*.html"):
        if "<script>alert" in page.read_text(encoding="utf-8"):
            raise Broken(f"{page.name}: de tekst is uitvoerbaar")
    for page in workshop.reports().rglob("*.md"):
        if "<script>" in page.read_text(encoding="utf-8"):
            raise Broken(f"{page.name}: de tekst is uitvoerbaar")
    return f"{cells} cellen bekeken"


def is_number(text):
    try:
        float(text.replace(",", "."))
        return True
    except ValueError:
        return False


def canaries(workshop, is_short):
    path = workshop.w / "invoer/praktijken/duinrand-de-linde.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    head = lines[0] + ";achternaam;telefoon;email;adres;bsn;opmerking"
    tail = ";" + ";".join(CANARIES) + ";" + " ".join(CANARIES)
    whole = "\n".join([head, *(line + tail for line in lines[1:])]) + "\n"
    broken_row = ";".join(CANARIES) + "\n"
    variants = [whole, whole + broken_row * 3, whole + broken_row * 900, whole + '"' + broken_row,
                whole.split("\n", 1)[1], head.replace("geslacht", "x") + "\n" + whole.split("\n", 1)[1], whole[:-9]]
    looked = 0
    for variant in variants:
        workshop.restore()
        path.write_text(variant, encoding="utf-8")
        Workshop.age(path)
        for arguments in [("rapporteer", "wijkbeeld.yaml"), ("controleer", "wijkbeeld.yaml"),
                          ("controleer", "wijkbeeld.yaml", "--formaat", "json"),
                          ("inspecteer", "invoer/praktijken/duinrand-de-linde.csv"), ("status", "wijkbeeld.yaml")]:
            outcome = workshop.run(*arguments, limits=[(resource.RLIMIT_CORE, 0)])
            look((outcome.out + outcome.err).encode(), " ".join(arguments))
        for file in workshop.reports().rglob("*"):
            if file.is_file():
                looked += 1
                look(file.read_bytes(), file.name)
                if zipfile.is_zipfile(file):
                    with zipfile.ZipFile(file) as archive:
                        for name in archive.namelist():
                            look(archive.read(name), f"{file.name}/{name}")
    return f"{len(variants)} soorten invoer, {looked} bestanden, 0 keer gevonden"


def look(data, name):
    lower = data.lower()
    for canary in CANARIES:
        for value in (canary.encode().lower(), canary.encode("utf-16-le").lower()):
            if value in lower:
                raise Broken(f"een geplante waarde staat in {name}")


def state(workshop, is_short):
    file = workshop.reports() / ".wijkbeeld" / "toestand.sqlite"
    if not file.exists():
        raise Skipped("er is nog geen toestandsbestand")
    whole = file.read_bytes()
    half = len(whole) // 2
    generator = random.Random(workshop.seed)
    for name, data in [("afgekapt", whole[:100]), ("leeg", b""), ("beschadigd", whole[:half] + generator.randbytes(len(whole) - half)),
                       ("weg", None), ("alles vreemd", generator.randbytes(5000))]:
        workshop.restore()
        file.unlink()
        if data is not None:
            file.write_bytes(data)
        outcome = workshop.run()
        if outcome.code != 78 or "--nieuwe-reeks" not in outcome.err:
            raise Broken(f"{name}: {outcome}")
        if not workshop.is_like(workshop.old):
            raise Broken(f"{name}: er is gepubliceerd")
        again = workshop.run("rapporteer", "wijkbeeld.yaml", "--stil", "--nieuwe-reeks")
        if again.code != 0:
            raise Broken(f"{name} met --nieuwe-reeks: {again}")
    return "afgekapt, leeg, beschadigd, weg, vreemd: 78; met --nieuwe-reeks weer goed"


def opened(workshop, is_short):
    need("soffice")
    folder = workshop.new / "reports" / workshop.slugs[0]
    target = workshop.root / "geopend"
    target.mkdir(exist_ok=True)
    made = []
    for name in ["hoofdstuk-2.docx", "hoofdstuk-2.xlsx", "hoofdstuk-2.html", "intern/datakwaliteit.csv"]:
        source = folder / name
        if not source.exists():
            continue
        subprocess.run(["soffice", f"-env:UserInstallation=file://{workshop.root}/office", "--headless", "--convert-to",
                        "pdf", "--outdir", str(target), str(source)], check=True, capture_output=True, timeout=180)
        result = target / (source.stem + ".pdf")
        if not result.exists() or result.stat().st_size < 2000:
            raise Broken(f"{name} is niet te openen")
        result.rename(target / (source.name + ".pdf"))
        made.append(source.suffix[1:])
    quality = (folder / "intern/datakwaliteit.csv").read_bytes()
    # Above the header stands the line that says not to share it.
    if not quality.startswith(b"\xef\xbb\xbf") or b"\r\n" not in quality or b";" not in quality.split(b"\n")[1]:
        raise Broken("datakwaliteit.csv is niet in de vorm voor Nederlands Excel")
    for table in (folder / "tabellen").glob("*.csv"):
        data = table.read_bytes()
        if data.startswith(b"\xef\xbb\xbf") or b"\r" in data or not data.endswith(b"\n"):
            raise Broken(f"{table.name} is niet in de vorm voor machines")
    shutil.rmtree(target)
    return "geopend: " + ", ".join(made)


FAULTS = {"f25": odd_names, "f26": formulas, "f27": canaries, "f36": state, "f37": opened}
