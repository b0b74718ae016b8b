/*
 * The hosts and platforms that pages are asked of in a run: how many of a host
 * are under way, who wants to be left alone, where nobody answers.
 */
#ifndef SYNC_FULLTEXT_PLACE_H
#define SYNC_FULLTEXT_PLACE_H

#include "base/map.h"
#include "net/fetch.h"
#include "store/store.h"
#include "sync/fulltext_why.h"

/* Zero-initialise. */
struct fulltext_places {
	struct map map;      /* struct place by the name of a host or platform */
	struct arena arena;
};

/* What an earlier run was told is known by this one. */
int fulltext_place_read(struct fulltext_places *p, struct store *s, struct err *err);

/* Whether url may be asked for now, is to wait for others of its host, or is not to be asked for, with why. */
enum fulltext_turn { FULLTEXT_TURN_NOW, FULLTEXT_TURN_LATER, FULLTEXT_TURN_NEVER };
enum fulltext_turn fulltext_place_turn(struct fulltext_places *p, struct str url, struct fulltext_why *why);

/* It is asked for; and this came of it. Who wants to be left alone is noted in the cache, too. */
void fulltext_place_begin(struct fulltext_places *p, struct str url);
int fulltext_place_end(struct fulltext_places *p, struct store *s, struct str url, const struct fetch_answer *answer, struct err *err);

void fulltext_place_free(struct fulltext_places *p);

#endif
