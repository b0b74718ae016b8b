/*
 * What build.c and build_start.c share: the state of one feed in the making.
 */
#ifndef FEED_BUILD_STATE_H
#define FEED_BUILD_STATE_H

#include "base/limits.h"
#include "base/mem.h"
#include "feed/build.h"
#include "feed/target.h"
#include "feed/value.h"

struct build_frame {
	const struct element *row;
	struct str base;
	bool is_wrapped; /* in an element that nobody knows */
};

/* A row found before. */
struct build_known {
	char name[16];
	size_t n; /* of the name; 0 where nothing is */
	enum events_ns ns;
	const struct element *row;
};

enum { BUILD_KNOWN = 64 };

struct build {
	const struct parse_input *in;
	const struct parse_sink *sink;
	struct feed *feed;
	struct arena post_arena;
	struct target of_feed, of_post;
	struct build_frame frames[LIMIT_XML_DEPTH + 4];
	struct buf bases[LIMIT_XML_DEPTH + 4]; /* of the frames that say xml:base */
	size_t bases_seen;
	size_t depth;
	size_t item_depth;    /* of the item we are in, 0 outside */
	size_t skip_depth;    /* of an element that says nothing, 0 for none */
	size_t capture_depth; /* of the element whose content is collected, 0 for none */
	enum value_mode mode;
	struct buf text, person, name, email;
	struct str category; /* term of a category element, in the target's arena */
	bool is_permalink;   /* of the guid being collected */
	struct build_known known[BUILD_KNOWN];
	bool is_atom, is_full;
	struct korean *korean;
	size_t count, skip;
	struct mem_trail behind; /* of the text that the events are of */
};

/* Where values go: the post we are in, else the feed. */
static inline struct target *
build_target(struct build *b)
{
	return b->item_depth ? &b->of_post : &b->of_feed;
}

static inline struct build_frame *
build_top(struct build *b)
{
	return &b->frames[b->depth];
}

/* The rank of a value that stands here: one inside an unknown element counts only where there is none beside it. */
static inline int
build_rank(struct build *b, int rank)
{
	enum { AT_HOME = 8 };

	return build_top(b)->is_wrapped ? rank : rank + AT_HOME;
}

/* An address in the text of an element or an attribute, made absolute, in the target's arena. */
struct str build_start_address(struct build *b, struct str text);

/* What the start of a known element, the innermost frame, does. */
void build_start_known(struct build *b, const struct element *row, const struct events_element *e);

/* True for an element that means what its row says where it stands. */
bool build_start_is_at_home(struct build *b, const struct element *row);

#endif
