/*
 * The values of one feed or post in the making: the best element for each
 * field wins.
 */
#ifndef FEED_TARGET_H
#define FEED_TARGET_H

#include "base/vec.h"
#include "feed/element.h"
#include "feed/parse.h"

struct target {
	struct arena *arena;
	struct str value[ELEMENT_FIELDS];
	int rank[ELEMENT_FIELDS];
	vec(struct str) categories;
	vec(struct enclosure) enclosures;
	size_t files; /* that were offered as enclosures */
	struct str base; /* of its content, when xml:base gives one */
};

/* Whether a value of that rank would be taken: ask before making it, an arena never shrinks. */
bool target_wants(const struct target *t, enum element_field field, int rank);

/* The same for one more enclosure; counts it. */
bool target_wants_file(struct target *t);

/* Takes a value, already in the target's arena, for a field. */
void target_set(struct target *t, enum element_field field, int rank, struct str value);
void target_add_category(struct target *t, struct str name);
void target_add_enclosure(struct target *t, struct str url, struct str type, struct str length);

/* Empties it for the next post; its arena is reset. */
void target_clear(struct target *t);
void target_free(struct target *t);

/* As a post; dates without a zone are zone_min minutes east of UTC. */
void target_post(struct target *t, int64_t now, int zone_min, struct post *ret);

/* Into the fields of a feed. */
void target_feed(struct target *t, int64_t now, int zone_min, struct feed *ret);

#endif
