/*
 * The feeds that a dump or another machine's journal speaks of, and which each of them is here:
 * one of the same id, else one that has, or had, one of its addresses.
 */
#ifndef STORE_RESTORE_ORIGIN_H
#define STORE_RESTORE_ORIGIN_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "store/store.h"

struct origin {
	struct str uid;  /* here */
	struct str url;  /* where it is from now on */
	struct str line; /* what stands behind it there */
	bool is_active;  /* subscribed there */
	bool is_settled; /* subscribed here: it stays where it is, whatever the lines say */
	vec(struct str) urls; /* that it has had there, the last one last */
};

/* Zero-initialise, with the store. */
struct origins {
	struct store *s;
	struct arena a;
	struct map by_uid; /* by their id there -> struct origin */
	vec(struct origin *) list;
};

/* Reads of all lines which feeds there are and what addresses they have; what is no line is passed over. */
int restore_origin_read(struct origins *o, struct str lines, struct err *err);

/* The feed of that id there, under the same id here where no line told of it. */
struct origin *restore_origin_at(struct origins *o, struct str there);

/* Whether its login has been taken out of an address. */
bool restore_origin_is_masked(struct str url);

void restore_origin_free(struct origins *o);

#endif
