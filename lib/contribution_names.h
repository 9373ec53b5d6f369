/* contribution_names: what the names in a contribution say, each of them worked out for struct names. */
#ifndef CONTRIBUTION_NAMES_H
#define CONTRIBUTION_NAMES_H

#include "mem.h"
#include "names.h"
#include "str.h"

/* A donor, as it is printed, with its country and kind. */
names_learn contribution_donor;
/* What the source calls a kind of donor, or several: the type; DONOR_TYPES for what is none. */
names_learn contribution_types;
/* The recipients in a cell, "AFG", "AFG,JOR" or "Egypt | Iraq": codes where they are countries, with ';' between them. */
names_learn contribution_recipients;
/* The name of one recipient: it may hold anything. */
names_learn contribution_place;
/* A unit, by our name for it if we have one. */
names_learn contribution_unit;

/* Adds a name with one space for each run of blanks; sources have two where something was cut out. */
void contribution_collapse(struct str name, struct buf *);

#endif
