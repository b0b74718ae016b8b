/*
 * The namespace declarations in force at one place of an XML document.
 */
#ifndef FEED_SCOPE_H
#define FEED_SCOPE_H

#include "base/vec.h"
#include "feed/events.h"

struct scope_name {
	struct str prefix;
	enum events_ns ns;
	bool is_rss10;
	size_t depth; /* of the element that declares it */
};

/* Zero-initialise; prefixes given to it have to stay where they are. */
struct scope {
	vec(struct scope_name) names; /* the last one of a prefix counts */
	size_t depth;
	bool has_unbound; /* a prefix that nobody declares was met */
};

/* At the start and the end of an element; declarations of its own are made in between. */
void scope_open(struct scope *s);
void scope_close(struct scope *s);

/* An attribute of the element just opened; what declares nothing is passed over. */
void scope_declare(struct scope *s, struct str attr_name, struct str uri);

/* The vocabulary of an element or attribute by its name with prefix; *local is the name without. A prefix that nobody declares stands for what people use it for. */
enum events_ns scope_element(struct scope *s, struct str qname, struct str *local, bool *is_rss10);
enum events_ns scope_attr(struct scope *s, struct str qname, struct str *local);

void scope_free(struct scope *s);

#endif
