#!/usr/bin/env python3
"""Write the man page from what the program says of its own commands (--experimental-dump-help)."""
import json
import sys

EXITS = [
    ("0", "klaar; waarschuwingen staan in het rapport"), ("64", "de opdracht is niet begrepen"),
    ("65", "gegevens geweigerd; bij status: het rapport is verouderd"), ("66", "een bestand ontbreekt of is niet te lezen"),
    ("70", "interne fout"), ("71", "grens van het systeem: geheugen of open bestanden"),
    ("73", "de uitvoer kan niet worden gemaakt"), ("74", "lezen of schrijven mislukt"),
    ("75", "later opnieuw: er loopt al een ronde of een bestand is nog in ontvangst"),
    ("78", "de configuratie, de definities of de toestand"), ("143", "gestopt met SIGTERM"),
]
FILES = [
    ("wijkbeeld.yaml", "de configuratie van een regio; alle paden daarin gelden vanaf haar map"),
    ("reports/", "de uitvoer: een map per wijk, index.html en status.json"),
    ("reports/.wijkbeeld/", "de toestand: welke cijfers eerder zijn gepubliceerd"),
    ("/usr/share/wijkbeeld/definities", "ziektegroepen, indicatoren, indelingen, meldingen en grenzen"),
    ("/usr/share/doc/wijkbeeld/BEHEER.md", "uitleg voor de systeembeheerder"),
]


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ")
    return "\\&" + text if text[:1] in ".'" else text


def shown(argument):
    """An option with its value, or a positional argument."""
    value = argument.get("valueName", "").upper()
    if argument["kind"] == "positional":
        return f"[{value}]" if argument["isOptional"] else value
    names = ", ".join(("--" if name["kind"] == "long" else "-") + name["name"] for name in argument.get("names", []))
    return names if argument["kind"] == "flag" else f"{names} {value}"


def arguments(command):
    return [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]


def section(title):
    return [f".SH {title}"]


def entry(head, text):
    return [".TP", f".B {escaped(head)}", escaped(text)]


def page(tool):
    root = tool["command"]
    lines = ['.\\" Made by scripts/pakket --handleiding; do not edit.',
             '.TH WIJKBEELD 1 "" "wijkbeeld" "Gebruikersopdrachten"', *section("NAAM"),
             f"wijkbeeld \\- {escaped(root['abstract'])}", *section("GEBRUIK"), ".B wijkbeeld", "OPDRACHT [OPTIES]"]
    lines += section("OPDRACHTEN")
    for command in root["subcommands"]:
        if command["commandName"] == "help":
            continue
        positional = " ".join(shown(a) for a in arguments(command) if a["kind"] == "positional")
        lines += [f".SS {escaped(command['commandName'])} {escaped(positional)}".rstrip(), escaped(command["abstract"])]
        if command.get("discussion"):
            lines += [".PP", escaped(command["discussion"])]
        for argument in arguments(command):
            names = {name["name"] for name in argument.get("names", [])}
            if not names & {"help", "version"}:
                lines += entry(shown(argument), argument.get("abstract") or "")
    lines += section("EXITCODES")
    for code, text in EXITS:
        lines += entry(code, text + ".")
    lines += [".PP", escaped("Is de code niet 0, dan is wat er al stond niet veranderd, tenzij de melding zegt dat het "
                             "nieuwe rapport er staat.")]
    lines += section("BESTANDEN")
    for name, text in FILES:
        lines += entry(name, text + ".")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page(json.load(sys.stdin)))
