/*
 * Texts that are nearly the same: keys under which a copy of a text is found,
 * and whether two texts that share one are copies.
 */
#ifndef STORE_NEAR_H
#define STORE_NEAR_H

#include "store/letters.h"

enum {
	NEAR_KEYS = 3,
	NEAR_TEXT_MAX = 16384, /* letters of a text that are looked at */
	NEAR_TITLE_MAX = 512,
};

/* Zero-initialise. */
struct near {
	struct letters title, text;
	struct letters label; /* of what stands in brackets before the title, which is left out there */
};

void near_set(struct near *n, struct str title, struct str text);

/* The first half of it: what near_may_be_copy() looks at. */
void near_set_title(struct near *n, struct str title);
void near_free(struct near *n);

/* The keys of a text; none for texts too short to tell. Two copies share at least one, nearly always. */
size_t near_keys(const struct near *n, int64_t keys[NEAR_KEYS]);

/*
 * Whether one is a copy of the other: most of the shorter text stands in the
 * longer one. Under one title a summary is enough; under two titles the texts
 * must be long, of one size and with one beginning, and the titles none of a
 * series: the same numbers, and not one word in place of another. Short texts,
 * which templates fill, must be the same but for what one has around them.
 */
bool near_is_copy(const struct near *a, const struct near *b);

/* Whether it can be, by the titles alone: most texts that share a key need not be read for that. */
bool near_may_be_copy(const struct near *a, const struct near *b);

#endif
