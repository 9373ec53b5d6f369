/*
 * finance: what was budgeted, funded and spent, out of any input.
 *
 * UNHCR's pages have three charts: the totals, the budget by pillar, the expenditure by pillar, in millions of US dollars. A
 * pillar is one of the four groups of people that UNHCR has budgeted for since 2010: p1 Refugee programme, p2 Stateless
 * programme, p3 Reintegration projects, p4 Internally displaced person projects.
 */
#ifndef FINANCE_H
#define FINANCE_H

#include <stdbool.h>
#include "amount.h"
#include "reading.h"

enum pillar { PILLAR_TOTAL, PILLAR_1, PILLAR_2, PILLAR_3, PILLAR_4, PILLARS };

enum unit { UNIT_NONE, UNIT_USD, UNIT_KUSD, UNIT_MUSD, UNITS };

/* The figures of a row, by the columns that hold them. */
enum money { MONEY_BUDGET, MONEY_FUNDING, MONEY_EXPENDITURE, MONEYS };

struct figure {
	bool known;
	struct dec value;
};

/* One row. The texts are borrowed. */
struct finance {
	struct str operation, iso3, year;
	enum pillar pillar;
	struct amount money[MONEYS];
	enum unit unit;
	struct str part;       /* what of the operation's year it is: a plan, or the day of a revision; mostly empty */
	struct figure percent; /* how much of the budget is funded, as the source says */
	bool added;            /* a part of a sum: of all that have the same operation, iso3, year, pillar */
	struct str head;       /* operation to pillar as they stand in the input, if that is how CSV has them; mostly empty */
	struct pos at;
};

struct finance_how {
	struct reading_how reading;
	enum unit unit_in; /* of figures whose unit is stated nowhere */
};

/* What the columns of a shape make of its records: learned once. A column that there is none of has the number SIZE_MAX. */
struct finance_shape {
	unsigned serial;        /* the shape's */
	bool chart, money, transactions;
	bool row;               /* records are rows as they stand; false: that was not asked yet, or they are not */
	bool activity, plan;    /* they have an activity's identifier; a plan or a revision */
	bool placed;            /* both operation and iso3 have columns */
	bool own;               /* the same of year, pillar and unit, and there is nothing but those and figures: as we write it */
	bool head;              /* then: operation, iso3, year and pillar come first, in that order */
	enum unit unit;         /* the one in the columns' names */
	bool units;             /* they have several */
	bool named;             /* the names say it themselves: it is not only known where such tables come from */
	size_t operation, iso3, year, pillar, unit_column, percent, figure[MONEYS];
};

struct finance_reader {
	struct reading in;
	/* private */
	const struct finance_how *how;
	struct finance_shape shape; /* of the record at hand */
	struct finance_shape kept[COLUMNS_KEPT]; /* and those of others, as struct columns has them */
	struct finance row;    /* the one at hand, which is none of a chart */
	struct charts *charts; /* those at hand */
	bool giving;           /* they are whole and are given out, and */
	bool pending;          /* the record at hand is still to be looked at behind them */
	size_t page;           /* where the last chart stood */
	enum read ended;       /* what comes behind everything; READ_OK: not yet */
};

/* A name that can be copied whole, NUL behind it. */
#define NAME_MAX 16
struct name {
	char text[NAME_MAX];
	size_t n;
};
extern const struct name pillar_names[PILLARS], unit_names[UNITS], money_names[MONEYS];

/* Writes a name to where there is room for NAME_MAX bytes; gives its end. */
static inline char *
name_put(char *to, const struct name *name)
{
	memcpy(to, name->text, NAME_MAX);
	return to + name->n;
}

static inline const char *
pillar_name(enum pillar pillar)
{
	return pillar_names[pillar].text;
}

/* "musd"; empty for UNIT_NONE */
static inline const char *
unit_name(enum unit unit)
{
	return unit_names[unit].text;
}

static inline const char *
money_name(enum money money)
{
	return money_names[money].text;
}

/* What a word stands for; PILLARS, UNITS for none. */
enum pillar pillar_of(struct str);
enum unit unit_of(struct str);
bool finance_knows(struct str name);

/* Converts exactly from one unit to another; false if that cannot be kept. Neither may be UNIT_NONE. */
bool unit_convert(struct dec *, enum unit from, enum unit to);

/* Reads from the source, which stays the caller's, as does how. */
void finance_open(struct finance_reader *, struct source *, const struct finance_how *);
void finance_close(struct finance_reader *);
/*
 * The next n rows, also such as have no figure at all: all years of a chart, or one row of anything else. Those of OCHA FTS and
 * of IATI's budgets come as they stand there; IATI's transactions are parts of sums. They are the caller's to change until the
 * next call.
 */
enum read finance_next(struct finance_reader *, struct finance **row, size_t *n);

#endif
