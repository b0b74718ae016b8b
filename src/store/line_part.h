/*
 * Writing the posts of a part, grouped by feed: {"do":…,"posts":{feed:[…]}}.
 */
#ifndef STORE_LINE_PART_H
#define STORE_LINE_PART_H

#include "store/line.h"

struct line_part_writer {
	struct buf *out;
	enum line_part what;
	struct buf feed; /* whose list is open */
	size_t began;    /* where in out the part begins */
	int64_t n;       /* posts */
	int64_t again;   /* of these, other names of one that is among them, for the caller to count */
};

/* Behind another part the comma comes first. */
void line_part_begin(struct line_part_writer *p, struct buf *out, enum line_part what, struct str tag);

/* Posts of one feed must come one after the other. title, link and published count only where the part keeps. */
void line_part_add(struct line_part_writer *p, struct str feed, struct str guid, struct str title, struct str link, int64_t published);

/* Closes it, or takes it out again when it has no posts. Returns how many. */
int64_t line_part_end(struct line_part_writer *p);

#endif
