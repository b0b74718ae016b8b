/*
 * Looks for what is wrong with cache and journal. Each finding is told in one
 * line: what, where, and what to do. Nothing is changed unless the store is
 * open for writing and a repair is wanted.
 */
#ifndef STORE_DOCTOR_H
#define STORE_DOCTOR_H

#include <stdbool.h>

#include "store/store.h"

/* What was looked at. */
enum doctor_part {
	DOCTOR_FILES,   /* modes, symlinks, copies of earlier versions */
	DOCTOR_CONFIG,  /* feeds and config file: of who looks at them */
	DOCTOR_JOURNAL,
	DOCTOR_CACHE,   /* SQLite's own check */
	DOCTOR_ORPHANS, /* rows that belong to nothing */
	DOCTOR_COUNTS,  /* kept counts that are not what is counted */
	DOCTOR_INDEX,
	DOCTOR_QUEUE,   /* posts that wait for the index */
	DOCTOR_PARTS
};

/* The word for programs: "files", "index". */
const char *doctor_word(enum doctor_part part);

struct doctor {
	struct store *s;
	bool wants_repair;
	void (*found)(void *user, enum doctor_part part, const char *text, bool is_repaired);
	void *user;
	int64_t left; /* findings that stand, counted here */
};

/* printf of a finding to found(). */
void doctor_tell(struct doctor *d, enum doctor_part part, bool is_repaired, const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The same of what is good to know and mends itself: nothing that stands. */
void doctor_note(struct doctor *d, enum doctor_part part, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The cache: a repair takes orphans away, counts anew, and empties a faulty index, whose posts then wait. */
int doctor_cache(struct doctor *d, struct err *err);

#endif
