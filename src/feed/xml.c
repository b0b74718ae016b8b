#include "feed/xml.h"

#include <expat.h>

#include "base/limits.h"
#include "base/vec.h"
#include "feed/passage.h"
#include "feed/scope.h"

#if XML_MAJOR_VERSION < 2 || (XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION < 4)
#error "expat 2.4.1 or later is needed: older ones have no limit for entity bombs"
#endif

struct xml {
	XML_Parser parser;
	const struct events_sink *sink;
	struct scope scope;
	vec(struct events_attr) attrs;
	size_t text_bytes; /* of the current text node */
	enum events_end end;
	bool was_deep, is_stopped;
	/* texts that go by the parser */
	size_t fed;        /* bytes it has been given */
	size_t at;         /* of them to the end of the last tag or start of a section, which is_section tells */
	bool is_section;
	bool has_doctype;  /* then all goes through it, which counts what entities grow to */
	size_t uncut;      /* bytes to come that are to be given to it as they are */
};

static void
stop(struct xml *xml, enum events_end end)
{
	xml->end = end;
	xml->is_stopped = true;
	XML_StopParser(xml->parser, XML_FALSE);
}

static void
note_place(struct xml *xml, bool is_section)
{
	xml->at = (size_t)XML_GetCurrentByteIndex(xml->parser) + (size_t)XML_GetCurrentByteCount(xml->parser);
	xml->is_section = is_section;
}

/* False when there are too many. */
static bool
take_attrs(struct xml *xml, const char **atts)
{
	xml->attrs.n = 0;
	for (size_t i = 0; atts[i]; i += 2)
		scope_declare(&xml->scope, str_of(atts[i]), str_of(atts[i + 1]));
	for (; *atts; atts += 2) {
		struct events_attr attr = { .value = str_of(atts[1]) };

		if (xml->attrs.n == LIMIT_XML_ATTRS)
			return false;
		if (str_starts(str_of(atts[0]), "xmlns") && (!atts[0][5] || atts[0][5] == ':'))
			continue;
		attr.ns = scope_attr(&xml->scope, str_of(atts[0]), &attr.name);
		*vec_add(&xml->attrs) = attr;
	}
	return true;
}

/* Whether what is open now is passed over; text in it counts as of what is around it. */
static bool
is_deep(const struct xml *xml)
{
	return xml->scope.depth > LIMIT_XML_DEPTH;
}

static void
on_start(void *user, const char *name, const char **atts)
{
	struct xml *xml = user;
	struct events_element element = { 0 };

	xml->text_bytes = 0;
	note_place(xml, false);
	scope_open(&xml->scope);
	if (is_deep(xml)) {
		xml->was_deep = true;
		return;
	}
	if (!take_attrs(xml, atts)) {
		stop(xml, EVENTS_LIMIT);
		return;
	}
	element.ns = scope_element(&xml->scope, str_of(name), &element.name, &element.is_rss10);
	element.attrs = xml->attrs.v;
	element.n_attrs = xml->attrs.n;
	if (xml->sink->start(xml->sink->user, &element))
		stop(xml, EVENTS_STOPPED);
}

static void
on_end(void *user, const char *name)
{
	struct xml *xml = user;
	bool ignored, was_deep = is_deep(xml);
	struct str local;

	(void)scope_element(&xml->scope, str_of(name), &local, &ignored);
	xml->text_bytes = 0;
	note_place(xml, false);
	scope_close(&xml->scope);
	if (!was_deep && xml->sink->end(xml->sink->user, local))
		stop(xml, EVENTS_STOPPED);
}

static void
hand_on(struct xml *xml, struct str text)
{
	xml->text_bytes += text.n;
	if (xml->text_bytes > LIMIT_XML_TEXT)
		stop(xml, EVENTS_LIMIT);
	else if (xml->sink->text(xml->sink->user, text))
		stop(xml, EVENTS_STOPPED);
}

static void
on_text(void *user, const char *text, int n)
{
	hand_on(user, str_new(text, (size_t)n));
}

static void
on_section(void *user)
{
	note_place(user, true);
}

static void
on_doctype(void *user, const char *name, const char *system, const char *public, int has_subset)
{
	struct xml *xml = user;

	(void)name, (void)system, (void)public, (void)has_subset;
	xml->has_doctype = true;
}

static enum events_end
end_of(const struct xml *xml, enum XML_Status status)
{
	if (xml->is_stopped)
		return xml->end;
	if (status == XML_STATUS_OK)
		return xml->was_deep ? EVENTS_LIMIT : EVENTS_WHOLE;
	switch (XML_GetErrorCode(xml->parser)) {
	case XML_ERROR_NO_ELEMENTS:
	case XML_ERROR_UNCLOSED_TOKEN:
	case XML_ERROR_PARTIAL_CHAR:
	case XML_ERROR_UNCLOSED_CDATA_SECTION:
		return EVENTS_TRUNCATED;
	case XML_ERROR_AMPLIFICATION_LIMIT_BREACH:
	case XML_ERROR_NO_MEMORY:
		return EVENTS_LIMIT;
	default:
		return EVENTS_BROKEN;
	}
}

enum { PART = 1 << 20 }; /* expat takes int lengths, and a long text is handed on sooner */

/*
 * Most of a feed is a few long texts, which the parser looks at letter by letter and hands on in lines and
 * references. It is given what stands before one; where it has passed a tag or the start of a section there,
 * it need not see what of the text is fine.
 */
static struct str
next_part(struct xml *xml, struct str bytes)
{
	struct str part = str_sub(bytes, 0, PART);
	size_t uncut = xml->uncut < part.n ? xml->uncut : part.n;

	xml->uncut -= uncut;
	if (xml->sink)
		part.n = uncut + passage_find(str_sub(part, uncut, part.n));
	return part;
}

/* Whether what the parser has been given ends where a text may begin. */
static bool
is_at_text(const struct xml *xml)
{
	return xml->sink && !xml->is_stopped && xml->at == xml->fed && xml->scope.depth && !xml->has_doctype;
}

/* Hands on a text of an element that is fine; what is left of it begins with a reference that is the parser's. */
static struct str
hand_on_pieces(struct xml *xml, struct str text)
{
	char piece[PASSAGE_PIECE];
	size_t n;

	while (!xml->is_stopped && (n = passage_take(piece, &text)))
		hand_on(xml, str_new(piece, n));
	return text;
}

/* Hands on what is fine of a text that the parser would hand on next, and takes it off *bytes. */
static void
take_text(struct xml *xml, struct str *bytes)
{
	struct str text = passage_text(*bytes, xml->is_section ? PASSAGE_SECTION : PASSAGE_TEXT), left;
	size_t fine = passage_fine(text);

	if (fine > LIMIT_XML_TEXT - xml->text_bytes)
		fine = 0;
	left = str_sub(text, fine, text.n);
	if (fine && xml->is_section)
		hand_on(xml, str_sub(text, 0, fine));
	else if (fine)
		left.n += hand_on_pieces(xml, str_sub(text, 0, fine)).n;
	*bytes = str_sub(*bytes, text.n - left.n, bytes->n);
	if (xml->is_section)
		xml->uncut = left.n + strlen("]]>");
}

/* Gives it all of the bytes, or as many as it takes. */
static enum events_end
run(struct xml *xml, struct str bytes)
{
	enum XML_Status status = XML_STATUS_OK;

	do {
		struct str part = next_part(xml, bytes);

		bytes = str_sub(bytes, part.n, bytes.n);
		status = XML_Parse(xml->parser, part.n ? part.p : "", (int)part.n, !bytes.n);
		xml->fed += part.n;
		if (status == XML_STATUS_OK && is_at_text(xml))
			take_text(xml, &bytes);
		else
			xml->uncut = PART; /* a comment, say, that it would look at again with each part */
		if (xml->sink && xml->sink->passed)
			xml->sink->passed(xml->sink->user, bytes.p);
	} while (status == XML_STATUS_OK && bytes.n && !xml->is_stopped);
	return end_of(xml, status);
}

bool
xml_is_fine(struct str bytes)
{
	struct xml xml = { .parser = XML_ParserCreate("UTF-8"), .end = EVENTS_BROKEN };
	enum events_end end = xml.parser ? run(&xml, bytes) : EVENTS_BROKEN;

	if (xml.parser)
		XML_ParserFree(xml.parser);
	return end != EVENTS_BROKEN && end != EVENTS_TRUNCATED;
}

enum events_end
xml_events(struct str bytes, const struct events_sink *sink, bool *has_unbound)
{
	struct xml xml = { .sink = sink, .end = EVENTS_BROKEN };
	enum events_end end;

	*has_unbound = false;
	xml.parser = XML_ParserCreate("UTF-8");
	if (!xml.parser)
		return EVENTS_LIMIT;
	XML_SetUserData(xml.parser, &xml);
	XML_SetElementHandler(xml.parser, on_start, on_end);
	XML_SetCharacterDataHandler(xml.parser, on_text);
	XML_SetStartCdataSectionHandler(xml.parser, on_section);
	XML_SetStartDoctypeDeclHandler(xml.parser, on_doctype);
	end = run(&xml, bytes);
	*has_unbound = xml.scope.has_unbound;
	XML_ParserFree(xml.parser);
	scope_free(&xml.scope);
	vec_free(&xml.attrs);
	return end;
}
