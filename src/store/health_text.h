/*
 * How a feed is, in words.
 */
#ifndef STORE_HEALTH_TEXT_H
#define STORE_HEALTH_TEXT_H

#include "store/health.h"

/* What had to be mended to read a feed. */
struct health_repair {
	unsigned bit;      /* FEED_FIX_; 0: behind the last one */
	const char *code;  /* for programs */
	const char *words; /* not translated yet */
};

const struct health_repair *health_text_repairs(void);

/* Appends what had to be mended, with commas between. */
void health_text_mended(struct buf *line, const struct feeds_row *row);

/* Appends its state and, where it fails, why and what to do. */
void health_text_state(struct buf *line, const struct health *health);

/* The same and when it is asked again, where it has moved, what was mended and what is missing. */
void health_text_line(struct buf *line, const struct health *health);

/* Why most of the full texts that could not be found were not, and when they are looked for again; nothing where there are none. */
void health_text_pages(struct buf *line, const struct health *health);

#endif
