/*
 * An XML document while it is read (feed/xml.h), by expat and beside it
 * (feed/xml_plain.h): what both need, and how either gives an event.
 */
#ifndef FEED_XML_GIVE_H
#define FEED_XML_GIVE_H

#include <expat.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/vec.h"
#include "feed/passage.h"
#include "feed/scope.h"

struct xml {
	XML_Parser parser;
	const struct events_sink *sink;
	struct scope scope;
	vec(struct events_attr) attrs;
	size_t text_bytes; /* of the current text node */
	enum events_end end;
	bool was_deep, is_stopped;
	/* what goes by the parser */
	size_t fed;        /* bytes it has been given */
	size_t at;         /* of them to the end of the last tag or start of a section, which is_section tells */
	bool is_section;
	bool has_doctype;  /* then all goes through it, which counts what entities grow to */
	size_t uncut;      /* bytes to come that are to be given to it as they are */
	size_t missed;     /* how many they were when the last part ended in something else; 0: it did not */
	vec(size_t) own;   /* open elements that the parser has not seen: where the name of each begins */
	struct buf names;  /* of those */
	bool is_known;     /* what it tells now is known already */
	const char *passed; /* up to here it is known what has been passed */
	char piece[PASSAGE_PIECE];
};

/* Ends it, with this. */
void xml_give_up(struct xml *xml, enum events_end end);

/* Whether what is open now is passed over; text in it counts as of what is around it. */
static inline bool
xml_give_is_deep(const struct xml *xml)
{
	return xml->scope.depth > LIMIT_XML_DEPTH;
}

/* The element that was opened last (scope_open()), with the attributes in xml. */
void xml_give_start(struct xml *xml, struct str name);

void xml_give_end(struct xml *xml, struct str name);
void xml_give_text(struct xml *xml, struct str text);

/* Says how far it has come, where somebody asks and `least` bytes have been passed since it was said last. */
void xml_give_passed(struct xml *xml, const char *to, size_t least);

#endif
