/*
 * Tags as most are: names of ASCII letters, values of plain text without
 * references, no declaration of a namespace. What is anything else only a
 * parser can read.
 */
#ifndef FEED_XML_TAG_H
#define FEED_XML_TAG_H

#include "feed/events.h"

enum { XML_TAG_ATTRS = 8 };

struct xml_tag {
	struct str name;                         /* with its prefix */
	struct events_attr attrs[XML_TAG_ATTRS]; /* so are theirs, and no vocabulary is said */
	size_t n_attrs;
	bool is_end, is_empty;
};

/* Reads the well-formed tag of an element that s begins with; its bytes, 0 for what is left to a parser. */
size_t xml_tag_read(struct str s, struct xml_tag *ret);

/* Bytes at the start of s that are white space of XML. */
size_t xml_tag_blanks(struct str s);

#endif
