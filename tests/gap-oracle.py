#!/usr/bin/env python3
"""Compares gap-calc with an implementation of its own: random tables of money, random options, Python's fractions.

usage: gap-oracle.py GAP-CALC [TABLES [SEED]]

Every table has figures in all the spellings that the tools read. GAP-CALC reads it under several sets of options, and what it
has to answer is computed again here. Standard output has to be the same to the byte, and so has the exit status; standard error
has to be empty exactly when the status is 0. Tables on which they disagree are kept in a folder of their own.
"""
import csv
import io
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

PLACES = ["operation", "iso3", "year", "pillar"]
MONEYS = ["budget", "funding", "expenditure"]
GAPS = ["against", "gap", "gap_pct", "covered_pct"]
PILLARS = ["total", "p1", "p2", "p3", "p4"]
POWER = {"usd": 0, "kusd": 3, "musd": 6}
MISSING = ["", "", "", "-", "NA", "N/A", "n/a", ".."]
OPERATIONS = [("Mali", "MLI"), ("Niger", "NER"), ("Chad", "TCD"), ("Kenya", "KEN"), ("Burundi", "BDI")]
STRANGE = [("Nowhere, with a comma", ""), ('Nowhere "in quotes"', ""), ("Île de Nulle Part", "")]


# Numbers. A figure is a Fraction or None.

def half_even(number, decimals):
    """A number rounded half to even to so many decimals; Python's round() of a Fraction is exactly that."""
    return Fraction(round(number * 10**decimals), 10**decimals)


def fixed(number, decimals):
    digits = str(abs(int(number * 10**decimals))).rjust(decimals + 1, "0")
    sign = "-" if number < 0 else ""
    return sign + (digits[:-decimals] + "." + digits[-decimals:] if decimals else digits)


def plain(number):
    """All the digits that a number has: its denominator divides a power of ten."""
    decimals = 0
    while (number * 10**decimals).denominator != 1:
        decimals += 1
    return fixed(number, decimals)


def significant(number, digits):
    """What the tools make of a figure with a fraction and more than so many significant digits."""
    if number.denominator == 1 or number == 0:
        return number
    text = plain(abs(number))
    decimals = len(text.split(".")[1])
    if len(text.replace(".", "").lstrip("0")) <= digits:
        return number
    power = 0
    while abs(number) * Fraction(10)**power < 10**(digits - 1):
        power += 1
    while abs(number) * Fraction(10)**power >= 10**digits:
        power -= 1
    return min(power, decimals) and Fraction(round(number * Fraction(10)**power)) / Fraction(10)**power


class Numbers:
    """Random figures, and random spellings of them."""

    def __init__(self, rng):
        self.rng = rng

    def digits(self, n):
        return self.rng.randint(10**(n - 1), 10**n - 1)

    def figure(self):
        kind = self.rng.random()
        if kind < 0.04:
            return Fraction(0)
        if kind < 0.08:  # noise of binary fractions, behind the 15th digit
            return Fraction(self.digits(17), 10**self.rng.randint(3, 13))
        if kind < 0.12:  # small
            return Fraction(self.digits(5), 10**self.rng.randint(5, 12))
        if kind < 0.2:  # whole
            return Fraction(self.digits(self.rng.randint(1, 15)))
        if kind < 0.23:  # so large that a neighbour differs by a trillionth of a per cent
            return Fraction(self.digits(11) * 10**4)
        if kind < 0.26:
            return -Fraction(self.digits(6), 10**self.rng.randint(0, 4))
        return Fraction(self.digits(self.rng.randint(1, 11)), 10**self.rng.randint(0, 9))

    def covering(self, budget):
        """What covers a budget: any figure, or one that makes the percentage hard to round."""
        kind = self.rng.random()
        if budget is None or kind < 0.3:
            return self.figure()
        if kind < 0.4:
            return budget
        if budget >= 10**13:
            return Fraction(int(budget * self.rng.randint(0, 12000) / 10000) + self.rng.randint(-1, 1))
        if kind < 0.65:  # a tie at the second decimal of the percentage
            value = budget * Fraction(2 * self.rng.randint(0, 12000) + 1, 20000)
        elif kind < 0.8:  # just beside a percentage with two decimals
            value = budget * (Fraction(self.rng.randint(0, 12000), 10000) + self.rng.choice([-1, 1]) * Fraction(1, 10**15))
        else:
            value = budget * Fraction(self.rng.randint(0, 1300), 1000)
        exact = value.denominator
        while exact % 2 == 0:
            exact //= 2
        while exact % 5 == 0:
            exact //= 5
        short = exact == 1 and value * 10**12 % 1 == 0 and len(plain(value).replace(".", "").lstrip("-0")) <= 15
        return value if short else self.figure()

    def spelling(self, number):
        """One of the ways to write it, without and with what the tools have to see through."""
        text = plain(number)
        kind = self.rng.random()
        if kind < 0.6:
            return text
        sign, text = ("-", text[1:]) if text[0] == "-" else ("", text)
        if kind < 0.7:
            whole, point, part = text.partition(".")
            by = self.rng.choice([",", " ", "\u00a0", "\u202f"])
            return sign + f"{int(whole):,}".replace(",", by) + point + part
        if kind < 0.75:
            return self.rng.choice([sign + "$", "$" + sign]) + text
        if kind < 0.8:
            return (sign or "+") + text
        if kind < 0.85 and text.startswith("0."):
            return sign + text[1:]
        if kind < 0.9:
            return sign + text + ("" if "." in text else ".") + "0" * self.rng.randint(1, 3)
        if kind < 0.95:
            power = self.rng.randint(-7, 7)
            return sign + plain(abs(number) / Fraction(10)**power) + self.rng.choice("eE") + str(power)
        return "  " + sign + text + " "


# Tables.

def table(rng):
    """The rows of a random table, as (cells as written, row as it has to be read), and its columns."""
    numbers = Numbers(rng)
    columns = ["operation", "year", "budget", "expenditure"]
    columns += [c for c, chance in (("iso3", 0.6), ("pillar", 0.8), ("funding", 0.6), ("unit", 0.8)) if rng.random() < chance]
    columns += ["note"] if rng.random() < 0.2 else []
    if "iso3" in columns and rng.random() < 0.2:
        columns.remove("operation")  # UNHCR's name for the code stands in then
    rng.shuffle(columns)
    known = OPERATIONS[:rng.randint(1, len(OPERATIONS))]
    operations = known + STRANGE[:rng.randint(0, 3)] if "operation" in columns else known
    years = range(2010, 2010 + rng.randint(2, 7))
    units = rng.choice([["usd"], ["musd"], ["usd", "kusd", "musd"]])
    twice = rng.random() < 0.1
    keys = [(o, y, p) for o in operations for y in years for p in (PILLARS if "pillar" in columns else PILLARS[:1])]
    rows = []
    for key in rng.sample(keys, rng.randint(1, min(len(keys), 60))):
        for _ in range(2 if twice and rng.random() < 0.1 else 1):
            rows.append(row_of(rng, numbers, columns, key, rng.choice(units)))
    if rng.random() < 0.5:
        rows.sort(key=lambda pair: PILLARS.index(pair[1]["pillar"]))
    return rows, columns


def row_of(rng, numbers, columns, key, unit):
    (operation, iso3), year, pillar = key
    row = {"operation": operation, "iso3": iso3, "year": str(year), "pillar": pillar, "unit": unit if "unit" in columns else ""}
    cells = dict(row, note=rng.choice(["", "a, b", 'say "no"', "x"]))
    if pillar == "total" and rng.random() < 0.2:
        cells["pillar"] = rng.choice(["", "Total"])
    row["budget"] = numbers.figure() if rng.random() < 0.92 else None
    for money in ("funding", "expenditure"):
        row[money] = numbers.covering(row["budget"]) if money in columns and rng.random() < 0.7 else None
    for money in MONEYS:
        cells[money] = rng.choice(MISSING) if row[money] is None else numbers.spelling(row[money])
    return cells, row


def written(rng, rows, columns):
    """The table as the bytes of a CSV file, with one of the delimiters and line ends."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=rng.choice(",,,;\t"), lineterminator=rng.choice(["\n", "\n", "\r\n"]),
                        quoting=rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    writer.writerow(columns)
    writer.writerows([cells[c] for c in columns] for cells, _ in rows)
    return ("\ufeff" * (rng.random() < 0.1) + out.getvalue()).encode()


# What gap-calc has to make of it.

class Refused(Exception):
    """Malformed input: the exit status is 3."""


def read(rows, options):
    """The rows after the options that choose and convert rows."""
    for _, row in rows:
        row = dict(row)
        for money in MONEYS:
            if row[money] is not None and options.get("precision") != "raw":
                row[money] = significant(row[money], 15)
        row["unit"] = row["unit"] or options.get("unit-in", "")
        known = any(row[m] is not None for m in MONEYS)
        if not in_years(row, options) and "change" not in options:
            continue
        if "country" in options and row["iso3"] not in options["country"]:
            continue
        if "unit" in options and known:
            for money in MONEYS:
                if row[money] is not None:
                    row[money] *= Fraction(10)**(POWER[row["unit"]] - POWER[options["unit"]])
            row["unit"] = options["unit"]
        if "pillar" in options and row["pillar"] not in options["pillar"]:
            continue
        if known or "complete" in options:
            yield row


def in_years(row, options):
    """A change needs the year before, too, whether or not that is wanted itself."""
    return "years" not in options or int(row["year"]) in options["years"]


def against_of(row, options):
    for money in [options["against"]] if "against" in options else ["funding", "expenditure"]:
        if row[money] is not None:
            return money
    return None


def groups(rows, options):
    """The sums of --group-by, in the order in which each group first appeared."""
    members = {}
    for row in rows:
        members.setdefault(tuple(row[c] for c in options["group-by"]), []).append(row)
    sums = []
    for key, group in members.items():
        if "pillar" not in options["group-by"]:
            group = [r for r in group if r["pillar"] == "total"] or group
        both = [r for r in group if r["budget"] is not None and against_of(r, options)]
        if len({r["unit"] for r in both}) > 1 or len({against_of(r, options) for r in both}) > 1:
            raise Refused
        if not both:
            continue
        total = dict.fromkeys(PLACES, "")
        total.update(zip(options["group-by"], key))
        total["unit"] = both[0]["unit"]
        for money in MONEYS:
            figures = [r[money] for r in both]
            total[money] = None if None in figures else sum(figures)
        sums.append(total)
    return sums


def left_out(rows, options):
    """The rows of pillars that no sum has: their place and year has no total, others of their group have."""
    if "pillar" in options["group-by"]:
        return {}
    totals = [r for r in rows if r["pillar"] == "total"]
    have = {tuple(r[c] for c in ("operation", "iso3", "year")) for r in totals}
    sums = {tuple(r[c] for c in options["group-by"]) for r in totals}
    return {(r["operation"], r["iso3"], r["year"], r["pillar"]): r for r in rows if r["pillar"] != "total"
            and (r["operation"], r["iso3"], r["year"]) not in have and tuple(r[c] for c in options["group-by"]) in sums}


def said(rows, options):
    """Standard error of a run that goes well."""
    left = list(left_out(list(read(rows, options)), options).values()) if "group-by" in options else []
    return f"gap-calc: -: warning: {left[0]['operation'] or left[0]['iso3']} {left[0]['year']} {left[0]['pillar']} is left out " \
           f"of a sum of totals, as is every row of a pillar without its total ({len(left)})\n" if left else ""


def percent(part, whole):
    return "" if part is None or whole in (None, 0) else fixed(half_even(part / whole * 100, 2), 2)


def number(value, options):
    if value is None:
        return ""
    precision = options.get("precision", "raw")
    return plain(value if precision == "raw" else half_even(value, int(precision)))


def gap_of(row, options):
    against = against_of(row, options)
    return None if against is None or row["budget"] is None else row["budget"] - row[against]


def wanted(row, options):
    against = against_of(row, options)
    if "below" not in options:
        return True
    return bool(against and row["budget"]) and row[against] / row["budget"] * 100 < options["below"]


def expected(rows, options):
    """Standard output, as lists of fields, and the exit status."""
    places = options.get("group-by", PLACES)
    table_ = [list(places) + MONEYS + ["unit"] + GAPS + ["change", "change_pct"] * ("change" in options)]
    rows = list(read(rows, options))
    if "group-by" in options:
        try:
            rows = groups(rows, options)
        except Refused:
            return table_, 3
    gaps = {}
    for row in rows:
        thing = tuple(row[c] for c in ("operation", "iso3", "unit", "pillar"))
        if gap_of(row, options) is not None:
            gaps.setdefault((thing, int(row["year"] or 0)), set()).add(gap_of(row, options))
    for row in rows:
        if not (wanted(row, options) and ("change" not in options or in_years(row, options))):
            continue
        against, gap = against_of(row, options), gap_of(row, options)
        fields = [row[c] for c in places] + [number(row[m], options) for m in MONEYS] + [row["unit"], against or "",
                  number(gap, options), percent(gap, row["budget"]), percent(against and row[against], row["budget"])]
        if "change" in options:
            thing = tuple(row[c] for c in ("operation", "iso3", "unit", "pillar"))
            before = gaps.get((thing, int(row["year"]) - 1), set())
            change = gap - min(before) if gap is not None and len(before) == 1 else None
            fields += [number(change, options), percent(change, abs(min(before)) if before else None)]  # of a negative gap, too, up is up
        table_.append(fields)
    return table_, 0 if len(table_) > 1 else 1


def passed_through(rows, columns, options):
    """The same of --need and --have: all columns as they stand, but for blanks around a value, and the gap behind them."""
    table_ = [columns + GAPS[1:]]
    for cells, row in rows:
        rounded = next(read([(cells, row)], {"complete": True, "precision": options.get("precision", "")}))
        need, have = rounded[options["need"]], rounded[options["have"]]
        gap = need - have if need is not None and have is not None else None
        if "below" in options and not (gap is not None and need and have / need * 100 < options["below"]):
            continue
        table_.append([cells[c].strip() for c in columns] + [number(gap, options), percent(gap, need),
                      percent(have, need) if gap is not None else ""])
    return table_, 0 if len(table_) > 1 else 1


# Options.

def choose_columns(rng, rows, columns):
    """The same for --need and --have."""
    o = dict(zip(("need", "have"), rng.sample([m for m in MONEYS if m in columns], 2)))
    if rng.random() < 0.3:
        o["below"] = limit(rng, rows)
    if rng.random() < 0.3:
        o["precision"] = rng.choice(["raw", "0", "2"])
    return o


def choose(rng, rows, columns):
    """A random set of options that makes sense with the table."""
    o = {}
    if rng.random() < 0.3:
        o["against"] = rng.choice(["funding", "expenditure"])
    if rng.random() < 0.5:
        o["group-by"] = rng.sample(["operation", "year", "pillar"], rng.randint(1, 3))
    if rng.random() < 0.3:
        o["below"] = limit(rng, rows)
    if rng.random() < 0.3 and ("group-by" not in o or "year" in o["group-by"]):
        o["change"] = True
    if rng.random() < 0.2 and not ("change" in o and "group-by" in o):
        first = rng.randint(2010, 2015)
        o["years"] = range(first, first + rng.randint(1, 4))
    if rng.random() < 0.15:
        o["country"] = rng.sample(["MLI", "NER", "TCD"], 2)
    if rng.random() < 0.2:
        o["pillar"] = rng.sample(PILLARS, rng.randint(1, 3))
    if "unit" not in columns and rng.random() < 0.7:
        o["unit-in"] = rng.choice(list(POWER))
    if rng.random() < 0.4 and ("unit" in columns or "unit-in" in o):
        o["unit"] = rng.choice(list(POWER))
    if rng.random() < 0.3:
        o["precision"] = rng.choice(["raw", "0", "1", "2", "6"])
    if rng.random() < 0.15 and "group-by" not in o:
        o["complete"] = True
    return o


def limit(rng, rows):
    """A percentage for --below: any, or one that a row has exactly, or nearly."""
    figures = [(r["budget"], r["expenditure"]) for _, r in rows if r["budget"] and r["expenditure"] is not None]
    if not figures or rng.random() < 0.4:
        return Fraction(rng.randint(0, 12000), 100)
    covered = [significant(e, 15) / significant(b, 15) * 100 for b, e in figures]
    beside = [c for c in covered if 0 < abs(c - half_even(c, 2)) < Fraction(1, 10**8)]
    return half_even(rng.choice(beside or covered), rng.choice([0, 1, 2, 2, 2, 4]))


def command_line(options):
    for name, value in options.items():
        if value is True:
            yield f"--{name}"
        elif name == "years":
            yield f"--years={value[0]}-{value[-1]}" if len(value) > 1 else f"--years={value[0]}"
        elif isinstance(value, list):
            yield f"--{name}=" + ",".join(value)
        else:
            yield f"--{name}=" + (plain(value) if isinstance(value, Fraction) else value)


# Running.

def disagreement(tool, rows, columns, options, data):
    """What is wrong with gap-calc's answer; empty if nothing is."""
    ran = subprocess.run([tool, *command_line(options)], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         timeout=60, check=False)
    out = io.StringIO()
    table_, status = passed_through(rows, columns, options) if "need" in options else expected(rows, options)
    csv.writer(out, lineterminator="\n").writerows(table_)
    have, want = ran.stdout.decode().splitlines(), out.getvalue().splitlines()
    wrong = []
    if ran.returncode != status:
        wrong.append(f"exit status {ran.returncode}, not {status}")
    if ran.stderr.decode() != said(rows, options) if status == 0 else ran.stderr == b"":
        wrong.append("standard error is " + ("empty" if ran.stderr == b"" else ran.stderr.decode().rstrip()))
    if ran.stdout != out.getvalue().encode():
        lines = [(i, h, w) for i, (h, w) in enumerate(zip(have, want), 1) if h != w]
        wrong.append(f"line {lines[0][0]} is {lines[0][1]}\n#   instead of {lines[0][2]}" if lines else
                     f"{len(have)} lines, not {len(want)}")
    return wrong


def run_table(tool, seed, number_):
    """Runs all cases of one table: how many there are, and what is wrong with each that disagrees."""
    rng = random.Random(f"{seed}/{number_}")
    rows, columns = table(rng)
    if not any(row[m] is not None for _, row in rows for m in MONEYS):
        return 0, []
    data = written(rng, rows, columns)
    cases = [{}, choose_columns(rng, rows, columns)] + [choose(rng, rows, columns) for _ in range(5)]
    wrongs = [(options, disagreement(tool, rows, columns, options, data), data, number_) for options in cases]
    return len(cases), [w for w in wrongs if w[1]]


def report(tool, wrongs):
    """Shows disagreements, and keeps the tables."""
    folder = tempfile.mkdtemp(prefix="gap-oracle-")
    for options, wrong, data, number_ in wrongs:
        name = f"{folder}/{number_}.csv"
        with open(name, "wb") as file:
            file.write(data)
        print("#", tool, *command_line(options), name)
        print("#   " + "\n#   ".join(wrong))


def main():
    if not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    tool, tables = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 250
    seed = sys.argv[3] if len(sys.argv) > 3 else "poc-tools"
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda number_: run_table(tool, seed, number_), range(tables)))
    cases, wrongs = sum(r[0] for r in results), [w for r in results for w in r[1]]
    if not wrongs:
        print(f"{cases} cases agree")
        return 0
    report(tool, wrongs[:10])
    print(f"{len(wrongs)} of {cases} cases disagree")
    return 1


if __name__ == "__main__":
    sys.exit(main())
