/*
 * XML as a stream of events, from expat (xml.h) or, where the bytes are not
 * well formed, from a reader that never gives up (lenient.h). Input is valid
 * UTF-8.
 */
#ifndef FEED_EVENTS_H
#define FEED_EVENTS_H

#include "base/str.h"

/* The vocabularies that feeds are written in; what is none of them is EVENTS_OTHER. */
enum events_ns {
	EVENTS_NONE,  /* no namespace, and those of RSS 0.90 and 1.0 */
	EVENTS_RDF,
	EVENTS_ATOM10, EVENTS_ATOM03,
	EVENTS_CONTENT, EVENTS_DC, EVENTS_DCTERMS, EVENTS_ITUNES, EVENTS_MEDIA, EVENTS_FEEDBURNER,
	EVENTS_SYNDICATION,
	EVENTS_XHTML, EVENTS_SVG, EVENTS_MATHML, EVENTS_XLINK, EVENTS_XML,
	EVENTS_SOSIK, /* what our own OPML says beside the others' */
	EVENTS_OTHER,
};

struct events_attr {
	enum events_ns ns;
	struct str name, value;
};

struct events_element {
	enum events_ns ns;
	struct str name;
	const struct events_attr *attrs;
	size_t n_attrs;
	bool is_rss10; /* its namespace is the one of RSS 1.0 */
};

/* A value other than 0 ends the stream. */
struct events_sink {
	int (*start)(void *user, const struct events_element *element);
	int (*end)(void *user, struct str name);
	int (*text)(void *user, struct str text);
	void (*passed)(void *user, const char *to); /* what stands before is not looked at again by the reader; NULL: nobody asks */
	void *user;
};

enum events_end { EVENTS_WHOLE, EVENTS_BROKEN, EVENTS_TRUNCATED, EVENTS_LIMIT, EVENTS_STOPPED };

/* The vocabulary of a namespace name; of a prefix that nobody declared. */
enum events_ns events_ns_of(struct str uri, bool *is_rss10);
enum events_ns events_ns_of_prefix(struct str prefix);

/* The value of an attribute without namespace, empty when there is none. */
struct str events_attr_of(const struct events_element *element, const char *name);

#endif
