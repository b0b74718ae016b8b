/*
 * Why no text of a post comes, or no more of it, on its way from where that is
 * found to the cache and to whoever waits.
 */
#ifndef SYNC_FULLTEXT_WHY_H
#define SYNC_FULLTEXT_WHY_H

#include "net/fetch.h"
#include "store/full.h"

struct fulltext_why {
	enum full_how how;
	int64_t until;       /* its server wants to be left alone; CLOCK_NONE */
	bool is_excused;     /* it is the network's fault: the page was not tried */
	struct err code;     /* its text is for the cache: store/full_why.h */
	struct err told;     /* in words; "" where they are those of the code */
};

/* The format makes the code. */
void fulltext_why_set(struct fulltext_why *why, enum full_how how, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Whether an answer brought no page, and why. */
bool fulltext_why_answer(struct fulltext_why *why, const struct fetch_answer *answer);

/* Appends it in words, particles settled. */
void fulltext_why_tell(const struct fulltext_why *why, struct buf *out);

#endif
