/*
 * The elements of all feed formats in one table: what each means where it
 * stands.
 */
#ifndef FEED_ELEMENT_H
#define FEED_ELEMENT_H

#include "feed/events.h"

/* The values that feeds and posts have; by rank the better element wins. */
enum element_field {
	ELEMENT_TITLE, ELEMENT_SUMMARY, ELEMENT_CONTENT, ELEMENT_LINK, ELEMENT_ID, ELEMENT_AUTHOR, ELEMENT_PUBLISHED,
	ELEMENT_UPDATED, ELEMENT_COMMENTS, ELEMENT_LANGUAGE, ELEMENT_RIGHTS, ELEMENT_GENERATOR, ELEMENT_IMAGE,
	ELEMENT_TTL, ELEMENT_PERIOD, ELEMENT_FREQUENCY, ELEMENT_FIELDS,
};

enum element_role {
	ELEMENT_PASS,     /* a wrapper, or nothing we know: its children count */
	ELEMENT_SKIP,     /* it and all in it say nothing about the post */
	ELEMENT_FEED,     /* rss, rdf:RDF, feed, channel */
	ELEMENT_ITEM,
	ELEMENT_PICTURE,  /* image of a channel: its url counts, nothing else in it */
	ELEMENT_PERSON,   /* author: text of its own, or name and email inside */
	ELEMENT_NAME, ELEMENT_EMAIL, /* inside a person */
	ELEMENT_VALUE,    /* plain text or HTML in a title-like field */
	ELEMENT_BODY,     /* HTML */
	ELEMENT_DATE,
	ELEMENT_ADDRESS,  /* <link>, in both forms; guid */
	ELEMENT_CATEGORY, /* text or term= */
	ELEMENT_TERM,     /* a category in text=, others inside */
	ELEMENT_WORDS,    /* a list of categories with commas */
	ELEMENT_ENCLOSURE,
	ELEMENT_MEDIA,    /* a file like an enclosure, with elements of its own inside */
	ELEMENT_HREF,     /* an address in href= or url= */
	ELEMENT_RESTS,    /* skipHours, skipDays */
	ELEMENT_REST,     /* one of them */
};

struct element {
	enum events_ns ns; /* EVENTS_NONE stands for Atom's too */
	const char *name;
	enum element_role role;
	enum element_field field;
	int rank;
};

/* The row of an element; one with ELEMENT_PASS when it is not known. */
const struct element *element_find(enum events_ns ns, struct str name);

#endif
