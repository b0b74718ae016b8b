#include "feed/xml.h"

#include <expat.h>

#include "feed/passage.h"
#include "feed/xml_plain.h"
#include "feed/xml_give.h"

#if XML_MAJOR_VERSION < 2 || (XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION < 4)
#error "expat 2.4.1 or later is needed: older ones have no limit for entity bombs"
#endif

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

static void
on_start(void *user, const char *name, const char **atts)
{
	struct xml *xml = user;

	note_place(xml, false);
	if (xml->is_known)
		return;
	xml->text_bytes = 0;
	scope_open(&xml->scope);
	if (xml_give_is_deep(xml))
		xml->was_deep = true;
	else if (take_attrs(xml, atts))
		xml_give_start(xml, str_of(name));
	else
		xml_give_up(xml, EVENTS_LIMIT);
}

static void
on_end(void *user, const char *name)
{
	note_place(user, false);
	xml_give_end(user, str_of(name));
}

static void
on_text(void *user, const char *text, int n)
{
	xml_give_text(user, str_new(text, (size_t)n));
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

enum {
	PART = 1 << 20,   /* expat takes int lengths, and a long text is handed on sooner */
	MISSED = 4 << 10, /* bytes that it is given as they are where the last part ended in no tag; four times as many the next time */
};

/*
 * Most of a feed is tags and texts as all have them. The parser, which looks at each letter and hands texts on in
 * lines and references, is given what stands before the first of them and whatever is anything else: to the end of
 * the next tag, or of the start of a section.
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

/* Gives it a part, behind the start tags of the elements that it has not seen and that are open there. */
static enum XML_Status
parse(struct xml *xml, struct str part, bool is_last)
{
	struct buf tags = { 0 };
	enum XML_Status status = XML_STATUS_OK;

	for (size_t i = 0; i < xml->own.n; i++) {
		size_t end = i + 1 < xml->own.n ? xml->own.v[i + 1] : xml->names.n;

		(void)buf_putc(&tags, '<');
		(void)buf_add(&tags, str_sub(buf_str(&xml->names), xml->own.v[i], end));
		(void)buf_putc(&tags, '>');
	}
	xml->is_known = true;
	if (tags.n)
		status = XML_Parse(xml->parser, tags.p, (int)tags.n, false);
	xml->is_known = false;
	if (status == XML_STATUS_OK)
		status = XML_Parse(xml->parser, part.n ? part.p : "", (int)part.n, is_last);
	xml->fed += tags.n + part.n;
	xml->own.n = 0;
	buf_clear(&xml->names);
	buf_free(&tags);
	return status;
}

/* Whether what the parser has been given ends where a text may begin. */
static bool
is_at_text(const struct xml *xml)
{
	return xml->sink && !xml->is_stopped && xml->at == xml->fed && xml->scope.depth && !xml->has_doctype;
}

/* Gives it all of the bytes, or as many as it takes. */
static enum events_end
run(struct xml *xml, struct str bytes)
{
	enum XML_Status status;
	bool is_last;

	do {
		struct str part = next_part(xml, bytes);

		bytes = str_sub(bytes, part.n, bytes.n);
		is_last = !bytes.n;
		status = parse(xml, part, is_last);
		if (status == XML_STATUS_OK && is_at_text(xml)) {
			xml_plain_take(xml, &bytes);
		} else { /* a comment, say, that it would look at again with each part */
			xml->missed = xml->missed ? xml->missed * 4 : MISSED;
			xml->missed = xml->missed < PART ? xml->missed : PART;
			xml->uncut = xml->missed;
		}
		xml_give_passed(xml, bytes.p, 0);
	} while (status == XML_STATUS_OK && !is_last && !xml->is_stopped);
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
	vec_free(&xml.own);
	buf_free(&xml.names);
	return end;
}
