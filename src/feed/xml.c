#include "feed/xml.h"

#include <expat.h>

#include "base/limits.h"
#include "base/vec.h"

#if XML_MAJOR_VERSION < 2 || (XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION < 4)
#error "expat 2.4.1 or later is needed: older ones have no limit for entity bombs"
#endif

#define NS_SEPARATOR '\x1f'

struct xml {
	XML_Parser parser;
	const struct events_sink *sink;
	vec(struct events_attr) attrs;
	int depth;
	size_t text_bytes; /* of the current text node */
	enum events_end end;
};

static void
stop(struct xml *xml, enum events_end end)
{
	xml->end = end;
	XML_StopParser(xml->parser, XML_FALSE);
}

/* "uri SEP local SEP prefix", "uri SEP local" or "local". */
static enum events_ns
split_name(const char *text, struct str *local, bool *is_rss10)
{
	struct str uri, rest;

	*is_rss10 = false;
	if (!str_cut(str_of(text), NS_SEPARATOR, &uri, &rest)) {
		*local = uri;
		return EVENTS_NONE;
	}
	str_cut(rest, NS_SEPARATOR, local, NULL);
	return events_ns_of(uri, is_rss10);
}

static void
on_start(void *user, const char *name, const char **atts)
{
	struct xml *xml = user;
	struct events_element element = { 0 };
	bool ignored;

	xml->text_bytes = 0;
	xml->attrs.n = 0;
	if (++xml->depth > LIMIT_XML_DEPTH) {
		stop(xml, EVENTS_LIMIT);
		return;
	}
	element.ns = split_name(name, &element.name, &element.is_rss10);
	for (; *atts; atts += 2) {
		struct events_attr attr = { .value = str_of(atts[1]) };

		if (xml->attrs.n == LIMIT_XML_ATTRS) {
			stop(xml, EVENTS_LIMIT);
			return;
		}
		attr.ns = split_name(atts[0], &attr.name, &ignored);
		*vec_add(&xml->attrs) = attr;
	}
	element.attrs = xml->attrs.v;
	element.n_attrs = xml->attrs.n;
	if (xml->sink->start(xml->sink->user, &element))
		stop(xml, EVENTS_STOPPED);
}

static void
on_end(void *user, const char *name)
{
	struct xml *xml = user;
	struct str local;
	bool ignored;
	enum events_ns ns = split_name(name, &local, &ignored);

	xml->text_bytes = 0;
	xml->depth--;
	if (xml->sink->end(xml->sink->user, ns, local))
		stop(xml, EVENTS_STOPPED);
}

static void
on_text(void *user, const char *text, int n)
{
	struct xml *xml = user;

	xml->text_bytes += (size_t)n;
	if (xml->text_bytes > LIMIT_XML_TEXT)
		stop(xml, EVENTS_LIMIT);
	else if (xml->sink->text(xml->sink->user, str_new(text, (size_t)n)))
		stop(xml, EVENTS_STOPPED);
}

static enum events_end
end_of(const struct xml *xml, enum XML_Status status)
{
	if (status == XML_STATUS_OK)
		return EVENTS_WHOLE;
	switch (XML_GetErrorCode(xml->parser)) {
	case XML_ERROR_ABORTED:
		return xml->end;
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

enum events_end
xml_events(struct str bytes, const struct events_sink *sink)
{
	enum { PART = 1 << 20 }; /* expat takes int lengths, and a long text is handed on sooner */
	struct xml xml = { .sink = sink, .end = EVENTS_BROKEN };
	enum XML_Status status = XML_STATUS_OK;
	enum events_end end;

	xml.parser = XML_ParserCreateNS("UTF-8", NS_SEPARATOR);
	if (!xml.parser)
		return EVENTS_LIMIT;
	XML_SetUserData(xml.parser, &xml);
	XML_SetElementHandler(xml.parser, on_start, on_end);
	XML_SetCharacterDataHandler(xml.parser, on_text);
	do {
		struct str part = str_sub(bytes, 0, PART);

		bytes = str_sub(bytes, part.n, bytes.n);
		status = XML_Parse(xml.parser, part.n ? part.p : "", (int)part.n, !bytes.n);
	} while (status == XML_STATUS_OK && bytes.n);
	end = end_of(&xml, status);
	XML_ParserFree(xml.parser);
	vec_free(&xml.attrs);
	return end;
}
