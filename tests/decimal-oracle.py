#!/usr/bin/env python3
"""Compares lib/decimal with Python's integers, fractions and decimals.

usage: decimal-oracle.py PROGRAM [CASES [SEED]]

PROGRAM is tests/decimal-calc.c, built. Every expectation is worked out here from what lib/decimal.h promises, by other
means than those of lib/decimal.c; that includes which cases have to be refused.
"""
import random
import re
import subprocess
import sys
from collections import Counter
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

DIGITS, SCALE = 36, 64
EXACT = Context(prec=1000, Emax=MAX_EMAX, Emin=MIN_EMIN, rounding=ROUND_HALF_EVEN)
BLANKS = (" ", "\u00a0", "\u202f", "\u2009", "\u2007")
AROUND = "".join(BLANKS) + "\r"
NUMBER = re.compile(
    r"(?P<sign>[-+]?\$?|\$[-+])"
    r"(?:(?P<whole>[0-9]*)(?:\.(?P<part>[0-9]+))?(?:[eE](?P<exponent>[-+]?[0-9]+))?"
    r"|(?P<groups>[0-9]{1,3}(?:(?P<by>[, \u00a0\u202f\u2009\u2007])[0-9]{3})(?:(?P=by)[0-9]{3})*)(?:\.(?P<grouppart>[0-9]+))?)"
)


# What the header promises. A number is (integer with its sign, scale).

def zeros(coefficient):
    text = str(abs(coefficient))
    return len(text) - len(text.rstrip("0"))


def fit(coefficient, scale):
    """The number as lib/decimal has to hold coefficient * 10^-scale, or None."""
    if coefficient == 0:
        return 0, min(max(scale, 0), SCALE)
    digits = len(str(abs(coefficient)))
    if scale <= 0:
        return (coefficient * 10**-scale, 0) if digits - scale <= DIGITS else None
    excess = max(0, digits - DIGITS, scale - SCALE)
    if excess > min(scale, zeros(coefficient)):
        return None
    return coefficient // 10**excess, scale - excess


def fixed(number):
    coefficient, scale = number
    digits = str(abs(coefficient)).rjust(scale + 1, "0")
    split = len(digits) - scale
    return "-" * (coefficient < 0) + digits[:split] + "." * (scale > 0) + digits[split:]


def plain(number):
    text = fixed(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown(number):
    return "refused" if number is None else fixed(number)


def parse(text, significant=0):
    """The number a text stands for; "not" or "refused" otherwise."""
    match = NUMBER.fullmatch(text.strip(AROUND))
    if not match:
        return "not"
    part = match["part"] or match["grouppart"] or ""
    whole = re.sub("[^0-9]", "", match["groups"] or match["whole"] or "")
    if not whole + part:
        return "not"
    exponent = max(-10**6, min(10**6, int(match["exponent"] or 0)))  # no text here is long enough to tell the difference
    coefficient = int(whole + part) * (-1 if "-" in match["sign"] else 1)
    scale = len(part) - exponent
    value = EXACT.create_decimal((coefficient < 0, tuple(map(int, str(abs(coefficient)))), -scale))
    if 0 < significant <= DIGITS and coefficient:
        bare = EXACT.normalize(value)
        if bare.as_tuple().exponent < 0 and len(bare.as_tuple().digits) > significant:
            context = Context(prec=significant, rounding=ROUND_HALF_EVEN, Emax=MAX_EMAX, Emin=MIN_EMIN)
            sign, digits, exponent = context.normalize(value).as_tuple()
            coefficient, scale = int("".join(map(str, digits))) * (-1 if sign else 1), -exponent
            if scale < 0 and -scale <= SCALE:
                coefficient, scale = coefficient * 10**-scale, 0
    return fit(coefficient, scale) or "refused"


def fraction(number):
    return Fraction(number[0], 10 ** number[1])


def sum_of(a, b, sign):
    scale = max(a[1], b[1])
    exact = (fraction(a) + sign * fraction(b)) * 10**scale
    assert exact.denominator == 1
    return fit(exact.numerator, scale)


def percent(part, whole, decimals):
    if whole[0] == 0 or decimals > 10:
        return None
    quotient = round(fraction(part) / fraction(whole) * 100 * 10**decimals)  # round() of a fraction is half to even
    return (quotient, decimals) if len(str(abs(quotient))) <= DIGITS else None


def rounded(number, decimals):
    if number[1] <= decimals:
        return number
    value = EXACT.scaleb(Decimal(number[0]), -number[1])
    value = EXACT.quantize(value, Decimal((0, (1,), -decimals)))
    return int(EXACT.scaleb(value, decimals)), decimals


# The cases.

def digits(random, most):
    """Digits of a random length; often the numbers at the edges: 999.., 1000.., ..500."""
    n = random.randint(1, most)
    kind = random.randrange(8)
    if kind == 0:
        return "9" * n
    if kind == 1:
        return "1" + "0" * (n - 1)
    if kind == 2:
        return "".join(random.choices("0123456789", k=max(1, n // 2))) + random.choice("05") + "0" * (n - max(1, n // 2))
    if kind == 3:
        return "".join(random.choices("0123456789", k=n)) + "5" + "0" * random.randrange(6) + random.choice(["", "1"])
    if kind == 4:
        return "".join(random.choices("09", k=n))
    return "".join(random.choices("0123456789", k=n))


def operand(random):
    """A number that fits; small ones as often as those at the limits."""
    while True:
        most = random.choice([2, 5, 12, 18, 20, 36])
        scale = random.choice([0, 0, 1, 2, random.randint(0, 12), random.randint(0, SCALE)])
        number = int(digits(random, most)) * random.choice([1, 1, -1]), scale
        if random.randrange(20) == 0:
            number = 0, scale
        if len(str(abs(number[0]))) <= DIGITS:
            return number


def near(random, number):
    """A number next to a given one, or the same with another scale."""
    coefficient, scale = number
    more = random.randint(0, max(0, min(SCALE - scale, DIGITS - len(str(abs(coefficient))))))
    other = coefficient * 10**more + random.choice([0, 0, 1, -1]), scale + more
    return other if len(str(abs(other[0]))) <= DIGITS else number


def complement(random):
    """Two numbers whose sum needs far fewer digits, or one more, than they have."""
    n = random.randint(30, DIGITS)
    a = int("9" * n), random.randint(0, SCALE)
    b = random.choice([1, -1, 10**random.randint(0, DIGITS - n), 2]), random.randint(max(0, a[1] - n - 1), a[1])
    return random.choice([(a, b), (b, a), ((-a[0], a[1]), b)])


def grouped(random):
    by = random.choice((",", ",") + BLANKS)
    groups = [digits(random, 3)[:3] if random.randrange(20) else ""]
    for _ in range(random.randint(1, 5)):
        groups.append("%03d" % random.randrange(1000) if random.randrange(12) else digits(random, 4))
    text = by.join(groups)
    if random.randrange(12) == 0:
        text = text.replace(by, random.choice((",", "  ") + BLANKS), 1)
    if random.randrange(12) == 0:
        text += by
    return text + random.choice(["", "", ".", ".5", ".125", ".1,000", "e3"])


def exponent(random):
    return random.choice("eE") + random.choice(["", "+", "-", "-"]) + str(random.choice([
        random.randrange(10), random.randrange(80), random.randrange(80), 999999999, 10**17, "00%d" % random.randrange(40), "",
    ]))


def ordinary(random):
    text = random.choice(["", "", "0", "00"]) + digits(random, random.choice([3, 6, 18, 20, 36, 40, 150]))
    split = random.randint(0, len(text))
    kind = random.randrange(6)
    if kind == 0:
        text = "0." + "0" * random.randrange(random.choice([4, 70])) + text
    elif kind < 5:
        text = text[:split] + "." + text[split:]
    if random.randrange(6) == 0:
        text += "0" * random.choice([1, 3, 40, 100])
    return text + (exponent(random) if random.randrange(3) == 0 else "")


def tie(random, significant):
    """A text at the middle between two numbers of so many digits, or a little beside it."""
    text = random.choice("123456789") + "".join(random.choices("0123456789", k=significant - 1))
    text += random.choice(["5", "4" + "9" * random.randrange(40)]) + "0" * random.choice([0, 3, 30, 100]) + random.choice(["", "1"])
    split = random.randint(0, min(len(text), significant + 3))
    return text[:split] + "." + text[split:] + (exponent(random) if random.randrange(6) == 0 else "")


def text_case(random):
    significant = random.choice([0, 0, 15, 15, 1, random.randint(1, 40)])
    kind = random.randrange(10)
    if kind < 2:
        text = grouped(random)
    elif kind < 4:
        text = tie(random, significant or 15)
    else:
        text = ordinary(random)
    text = random.choice(["", "", "", "-", "+", "$", "-$", "$-", "$+", "--", "$$"]) + text
    if random.randrange(10) == 0:
        place = random.randint(0, len(text))
        text = text[:place] + random.choice("0123456789.,-+$eE x() \u00a0\u2009\u200b") + text[place:]
    if random.randrange(10) == 0:
        text = random.choice(AROUND) + text + random.choice(AROUND)
    number = parse(text, significant)
    return "parse%d" % significant, [text], number if isinstance(number, str) else fixed(number)


def pair(random):
    a = operand(random)
    kind = random.randrange(4)
    if kind == 0:
        return complement(random)
    if kind == 1:
        b = near(random, a)
        return a, (random.choice([1, -1]) * b[0], b[1])
    return a, operand(random)


def percent_case(random):
    decimals = random.choice([0, 1, 2, 2, random.randint(0, 10), 11])
    part, whole = pair(random)
    if random.randrange(3) == 0 and decimals <= 10 and whole[0]:
        # (2k + 1) / 2 of the last place, or a little beside it
        exact = Fraction(2 * random.randrange(10 ** random.randint(1, 8)) + 1, 2 * 100 * 10**decimals) * fraction(whole)
        for scale in range(SCALE + 1):
            if (exact * 10**scale).denominator == 1:
                number = fit((exact * 10**scale).numerator, scale)
                part = near(random, number) if number else part
                break
    return "percent%d" % decimals, [part, whole], shown(percent(part, whole, decimals))


def number_case(random):
    op = random.choice(["add", "sub", "cmp", "percent", "percent", "shift", "round", "plain"])
    if op == "percent":
        return percent_case(random)
    a, b = pair(random)
    if op == "plain":
        return op, [a], plain(a)
    if op == "shift":
        n = random.choice([0, 3, -3, random.randint(-110, 110), 2147483647, -2147483648])
        return op + str(n), [a], shown(fit(a[0], max(min(a[1] - n, 10**4), -(10**4))))
    if op == "round":
        n = random.choice([0, 1, 2, random.randint(0, SCALE), max(0, a[1] - 1), 70])
        return op + str(n), [a], fixed(rounded(a, n))
    if op == "cmp":
        return op, [a, b], str((fraction(a) > fraction(b)) - (fraction(a) < fraction(b)))
    return op, [a, b], shown(sum_of(a, b, 1 if op == "add" else -1))


def main(program, count="40000", seed="1"):
    source = random.Random(int(seed))
    cases = [(text_case if source.random() < 0.5 else number_case)(source) for _ in range(int(count))]
    lines = ["\t".join([op] + [a if isinstance(a, str) else fixed(a) for a in operands]) for op, operands, _ in cases]
    run = subprocess.run([program], input="".join(line + "\n" for line in lines).encode(), stdout=subprocess.PIPE)
    answers = run.stdout.decode().split("\n")[:-1]
    if run.returncode != 0 or len(answers) != len(lines):
        sys.exit(f"{program} ended with {run.returncode} after {len(answers)} of {len(lines)} answers")
    wrong = [(line, case[2], answer) for line, case, answer in zip(lines, cases, answers) if case[2] != answer]
    for line, expected, answer in wrong[:10]:
        print(f"{line!r}: {answer}, expected {expected}")
    if wrong:
        sys.exit(f"{len(wrong)} of {len(cases)} cases disagree (seed {seed})")
    kinds = Counter((re.sub("[-0-9]", "", op), expected if expected in ("not", "refused") else "done") for op, _, expected in cases)
    print(", ".join(f"{op} {end} {n}" for (op, end), n in sorted(kinds.items())))
    print(f"{len(cases)} cases agree")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
