#!/usr/bin/env python3
"""Compares poc-extract with an implementation of its own: random tables of people, written in several ways.

usage: people-oracle.py POC-EXTRACT [TABLES [SEED]]

Every table is written as CSV with few quotes, with quotes around everything, with blanks around its fields, and as JSON with and
without escapes in its names: some ways are read by short cuts and others are not, and all have to give the pairs and the sums that
are worked out here. Standard output has to be the same to the byte, status 0, standard error empty.
"""
import csv
import io
import json
import random
import subprocess
import sys

PLACES = ["year", "operation", "iso3", "origin", "origin_iso3"]
TYPES = [("refugees", "REF", "Refugees"), ("asylum seekers", "ASY", "Asylum-seekers"), ("idps", "IDP", "IDPs"),
         ("returned refugees", "RET", "Returned refugees"), ("stateless", "STA", "Stateless"), ("hst", "HST", "Host community")]
NAMES = [("Mali", "MLI"), ("Niger", "NER"), ("Côte d'Ivoire", "CIV"), ("Nowhere, with a comma", "XAA"), ("Éire", "IRL"),
         ('Nowhere "in quotes"', "XBB"), ("Saint Vincent and the Grenadines, the long name of it", "VCT"), ("", "")]
HIDDEN, MISSING = "*", ["", "-", "NA", ".."]


def figure(dice):
    """A cell, and what it says: a number, None for nothing, HIDDEN."""
    kind = dice.random()
    if kind < 0.6:
        return "0", 0
    if kind < 0.85:
        number = dice.randrange(10 ** dice.randint(1, 12))
        return str(number), number
    if kind < 0.9:
        return HIDDEN, HIDDEN
    if kind < 0.95:
        return dice.choice(MISSING), None
    number = dice.randrange(10 ** 7)
    return dice.choice([f"{number:,}", f"{number:010d}", f"{number:08d}", f"{number}.0"]), number


def table(dice):
    """Rows of a place with cells, and what each cell says."""
    rows = []
    years = sorted(dice.sample(range(1951, 2030), 2))
    for _ in range(dice.randint(1, 40)):
        operation, origin = dice.choice(NAMES[:-1]), dice.choice(NAMES)
        cells = [figure(dice) for _ in TYPES]
        rows.append(([str(dice.choice(years)), *operation, *origin], [c for c, _ in cells], [v for _, v in cells]))
    return rows


def written(rows, way):
    """The table as text, in one of the ways, and how it is called."""
    names = PLACES + [name for name, _, _ in TYPES]
    flat = [place + cells for place, cells, _ in rows]
    if way.startswith("json"):
        text = json.dumps([dict(zip(names, row)) for row in flat], ensure_ascii=way == "json-escapes")
        return text.replace('"refugees"', '"\\u0072efugees"') if way == "json-escapes" else text
    out = io.StringIO()
    if way == "blanks":
        flat = [[f" {x} " if not set(x) & set(',"') else x for x in row] for row in flat]
    csv.writer(out, lineterminator="\r\n" if way == "blanks" else "\n",
               quoting=csv.QUOTE_ALL if way == "quoted" else csv.QUOTE_MINIMAL).writerows([names] + flat)
    return out.getvalue()


def csv_of(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def row_of(value, code, label):
    return ["redacted" if value == HIDDEN else "actual", code, label, "" if value == HIDDEN else str(value)]


def pairs(rows, zeros):
    out = [["operation", "iso3", "origin", "origin_iso3", "year", "status", "code", "population_type", "persons"]]
    for place, _, values in rows:
        for value, (_, code, label) in zip(values, TYPES):
            if value is not None and (value != 0 or zeros):
                out.append([*place[1:], place[0], *row_of(value, code, label)])
    return csv_of(out)


def sums(rows, zeros):
    groups = {}
    for place, _, values in rows:
        if any(value is not None for value in values):
            group = groups.setdefault((place[1], place[2], place[0]), {})
            for value, kind in zip(values, TYPES):
                if value is not None:
                    group.setdefault(kind, []).append(value)
    out = [["operation", "iso3", "year", "status", "code", "population_type", "persons"]]
    for key, group in groups.items():
        for kind in sorted(group, key=TYPES.index):
            known = [value for value in group[kind] if value != HIDDEN]
            value = sum(known) if known else HIDDEN
            if value == HIDDEN or value != 0 or zeros:
                out.append([*key, *row_of(value, *kind[1:])])
    return csv_of(out)


def main():
    program, tables = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60
    dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    for number in range(tables):
        rows = table(dice)
        for way in ["few", "quoted", "blanks", "json", "json-escapes"]:
            zeros = dice.random() < 0.5
            text = written(rows, way)
            for by, want in (["--by=pair"], pairs(rows, zeros)), ([], sums(rows, zeros)):
                if want.count("\n") == 1:
                    continue
                said = subprocess.run([program, *by] + ["--zeros"] * zeros, input=text.encode(), capture_output=True)
                if (said.returncode, said.stdout.decode(), said.stderr.decode()) != (0, want, ""):
                    sys.exit(f"table {number}, {way} {by}: status {said.returncode}, {said.stderr.decode()}\n{text}\n"
                             f"got\n{said.stdout.decode()}\ninstead of\n{want}")


main()
