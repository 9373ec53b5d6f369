/*
 * population: how many people of concern, out of any input. Its vocabulary is UNHCR's: population types and their codes
 * (https://www.unhcr.org/refugee-statistics/methodology/definition/), in every spelling that its publications use.
 */
#ifndef POPULATION_H
#define POPULATION_H

#include <stdbool.h>
#include "decimal.h"
#include "reading.h"
#include "scan.h"

enum population_type {
	POP_REF, /* refugees */
	POP_ROC, /* people in refugee-like situations */
	POP_ASY, /* asylum-seekers */
	POP_OIP, /* other people in need of international protection */
	POP_IDP, /* internally displaced people */
	POP_IOC, /* people in IDP-like situations */
	POP_RET, /* returned refugees */
	POP_RDP, /* returned IDPs */
	POP_RST, /* resettlement arrivals */
	POP_NAT, /* naturalisation */
	POP_STA, /* stateless people */
	POP_OOC, /* others of concern */
	POP_VDA, /* Venezuelans displaced abroad */
	POP_HST, /* host community */
	POP_TOT, /* all of them, as the source states it */
	POP_TYPES,
	POP_UNKNOWN = POP_TYPES, /* a label that no vocabulary has */
};

enum population_status { POP_ACTUAL, POP_PROJECTED, POP_REDACTED, POP_NONE, POP_STATUSES = POP_NONE };

/* One figure. POP_NONE: its column is there, and nothing is known. */
struct population_figure {
	enum population_status status;
	enum population_type type;
	struct str label;               /* of the type; the source's own for POP_UNKNOWN */
	struct dec persons;             /* nothing for POP_REDACTED and POP_NONE */
	struct str plain;               /* as text, where the source has it as we write it: POP_PLAIN digits at most; or empty */
};
#define POP_PLAIN 8

#define POP_FIGURES 64 /* as many as bits of a mask */

/*
 * The figures of one place and year that stand together, at least one. Texts and figures are borrowed until the next call.
 * Where each year has a column of its own, its figure may be POP_NONE: then only the place and year stand there.
 */
struct population {
	struct str operation, iso3;     /* of asylum; the latter an ISO 3166-1 alpha-3 code or empty */
	struct str origin, origin_iso3; /* of origin, where the source names it */
	struct str year;                /* as given: 2019, or an ISO date; empty where nothing tells */
	enum population_status status;  /* of the record; of its figures, unless they are hidden or not known */
	bool padded;                    /* place and year may be read beyond their ends, */
	bool bare;                      /* and may stand in CSV as they are: see struct record */
	bool plain;                     /* the figures that are not simply 0 are more, of known types, plain and padded, or missing */
	bool same;                      /* place, year and status are those of the one before: of the same list */
	size_t place;                   /* while it stays, operation and iso3 are the same, and no origin is known; 0: that may be */
	bool by_origin;                 /* the source names countries of origin: its figures are parts of others */
	struct pos at;
	size_t n;                       /* figures: 1 to POP_FIGURES */
	unsigned types;                 /* while it stays, the figures are of the same types in the same order; 0: for this once */
	uint64_t missing;               /* of them, those that were seen at a glance to be POP_NONE: bit i for figure i */
	/* private: see population_figure() */
	const struct population_figure *figure; /* of plain ones nothing counts but type, label and text */
	uint64_t notable;               /* which of them are not simply 0: bit i for figure i */
};

/* The number that the text of a plain figure is. */
static inline uint64_t
population_plain(struct str text)
{
	return digits_number(digits_begin(digits_load8(text.s), text.n));
}

/* The figure number i; of one that is simply 0, or plain, what is to be said of it is written to *made. */
static inline const struct population_figure *
population_figure(const struct population *fact, size_t i, struct population_figure *made)
{
	const struct population_figure *figure = &fact->figure[i];
	bool notable = fact->notable >> i & 1;

	if (notable && (!fact->plain || fact->missing >> i & 1))
		return figure;
	*made = (struct population_figure){.status = fact->status, .type = figure->type, .label = figure->label};
	if (notable) {
		made->persons = dec_small(population_plain(figure->plain), 0, false);
		made->plain = figure->plain;
	}
	return made;
}

/* Which figures there are, or only those that are not simply 0: bit i for figure i. */
static inline uint64_t
population_figures(const struct population *fact, bool without_zeros)
{
	return without_zeros ? fact->notable : scan_within(UINT64_MAX, fact->n);
}

struct population_how {
	struct reading_how reading;
	enum population_type type_in;   /* what a bare total or value counts; POP_UNKNOWN: nobody knows */
	bool asylum;                    /* where a country of asylum is known, nobody asks for that of origin: it may be left out, */
	                                /* unless it says that the row is a sum: see country_is_sum() */
	bool lists;                     /* the figures of a list may come together, under the place in the input of the first */
};

struct population_reader {
	struct reading in;
	size_t found;                  /* how many figures were given out */
	/* private */
	const struct population_how *how;
	struct population fact;
	struct population_figure one;  /* of a record that is no row */
	unsigned barren[COLUMNS_KEPT]; /* the shapes without figures, of those that are kept */
	unsigned learned;              /* the shape whose columns with figures are these: */
	struct population_figure *figure;
	size_t *column;                /* where in the record each of them stands */
	size_t figures, figure_cap, column_cap;
	size_t known;                  /* of the figures that were read last */
	bool cells;                    /* place and year are values of the record, and nothing else */
	bool wide;                     /* each type has a column of its own, */
	bool years;                    /* or each year */
	bool each;                     /* for tests, which set it: no record is taken as a whole */
	bool straight;                 /* all that is needed of a plain record is in columns, their figures side by side: */
	size_t place[5];               /* operation, iso3, origin, origin_iso3, year; as many as the shape has: in none */
	size_t next;                   /* the figure of the row that comes next; figures: none */
	enum read then;                /* what comes behind the figures that were given out: READ_OK, or what is wrong with the next */
	size_t page, closed;           /* the page; the part of the input whose totals are over, JSON having come */
	char total[MEM_PAD];           /* the figure of a line, as it stands there, if it is plain */
	size_t given;                  /* the JSON value that the last fact stood in; 0: in none */
	struct str operation, iso3;    /* of the page, as it was named then, and with the codes that were stated then: */
	size_t named, coded;
	size_t place_number;           /* that of them */
	size_t list;                   /* the last list of pairs: which value it is, and */
	bool list_is_ours;             /* whether it counts people */
	bool point_told;               /* a point that looks as if it grouped thousands was told */
	size_t list_page, list_part;   /* where the last one below the heading of people stood, */
	struct buf list_year;          /* and of which year it was */
	size_t passed;                 /* the last part of the input of which JSON was left out, and told */
	size_t no_pair;                /* the last list that has something else than pairs, */
	struct pos no_pair_at;         /* and where the first of that stands */
	struct buf newest;             /* the newest year with a total on this page */
	struct buf year;               /* of the last total */
	bool year_open;                /* it stood alone on a line: its figure may be on the next one */
	struct population_figure listed[PAIRS_MAX]; /* the figures of a list that is given together, */
	struct population_pair {                   /* and the labels that made their types */
		char label[24];
		size_t n;                          /* 0: none */
	} pair[PAIRS_MAX];
};

const char *population_code(enum population_type);  /* "REF"; empty for POP_UNKNOWN */
const char *population_label(enum population_type); /* "Refugees" */
const char *population_status(enum population_status);
/* The type that a code or a label stands for; POP_UNKNOWN for none. */
enum population_type population_type(struct str);
bool population_knows(struct str name);

/* Reads from the source, which stays the caller's, as does how. */
void population_open(struct population_reader *, struct source *, const struct population_how *);
void population_close(struct population_reader *);
/* The next figures. */
enum read population_next(struct population_reader *, const struct population **);

#endif
