/*
 * Writing the posts of a part, grouped by feed: {"do":…,"posts":{feed:[…]}}.
 */
#ifndef STORE_PART_H
#define STORE_PART_H

#include "store/line.h"

struct part {
	struct buf *out;
	enum line_part what;
	struct buf feed; /* whose list is open */
	size_t began;    /* where in out the part begins */
	int64_t n;       /* posts */
};

/* Behind another part the comma comes first. */
void part_begin(struct part *p, struct buf *out, enum line_part what, struct str tag);

/* Posts of one feed must come one after the other. title, link and published count only where the part keeps. */
void part_add(struct part *p, struct str feed, struct str guid, struct str title, struct str link, int64_t published);

/* Closes it, or takes it out again when it has no posts. Returns how many. */
int64_t part_end(struct part *p);

#endif
