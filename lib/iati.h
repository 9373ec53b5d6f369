/*
 * iati: what UNHCR's activities in the International Aid Transparency Initiative are called.
 *
 * An identifier is XM-DAC-41121 (UNHCR), the year, and the operation behind its region: XM-DAC-41121-2019-AFR-MLI. The last
 * part is an ISO 3166 code for the operation in a country, and UNHCR's own word for any other (AFR-CODRO, AME-RB, HQ).
 */
#ifndef IATI_H
#define IATI_H

#include <stdbool.h>
#include "decimal.h"
#include "reading.h"
#include "vocabulary.h"

/* What the columns of its CSV files hold: in `iati_words`. */
enum iati_column {
	IATI_COLUMN_ACTIVITY = COLUMN_IATI, /* the identifier */
	IATI_COLUMN_TYPE,                   /* of a transaction; see enum iati_type */
	IATI_COLUMN_DATE,
	IATI_COLUMN_VALUE,
	IATI_COLUMN_CURRENCY,
	IATI_COLUMN_VALUE_USD,
	IATI_COLUMN_DESCRIPTION,
	IATI_COLUMN_PROVIDER,
	IATI_COLUMN_PROVIDER_TYPE,
};

extern const struct vocabulary iati_words;

/* The types of transactions that are figures to us: https://iatistandard.org/en/iati-standard/203/codelists/transactiontype */
enum iati_type { IATI_OTHER, IATI_INCOMING = 1, IATI_DISBURSEMENT = 3, IATI_EXPENDITURE = 4, IATI_COMMITMENT = 11 };

struct iati {
	struct str year;      /* borrowed from the identifier */
	struct str operation; /* UNHCR's name of the country (static), else all behind the year (borrowed); empty: UNHCR as a whole */
	struct str iso3;      /* borrowed; empty for what is no country */
};

/* Takes an identifier apart; false if it is none of UNHCR's. */
bool iati_read(struct str identifier, struct iati *);
/* The same of the record's identifier; READ_BAD, reported, if it is none of UNHCR's. */
enum read iati_activity(const struct reading *, struct iati *);

/* Whether the columns are those of transactions. */
bool iati_has_transactions(const struct columns *);
enum iati_type iati_type(const struct reading *);
/* What the transaction is worth in US dollars; READ_BAD, reported, where that is not stated. */
enum read iati_value(const struct reading *, struct dec *);

#endif
