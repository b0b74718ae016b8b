#include "feed/xml_give.h"

void
xml_give_up(struct xml *xml, enum events_end end)
{
	xml->end = end;
	xml->is_stopped = true;
	XML_StopParser(xml->parser, XML_FALSE);
}

void
xml_give_start(struct xml *xml, struct str name)
{
	struct events_element element = { .attrs = xml->attrs.v, .n_attrs = xml->attrs.n };

	element.ns = scope_element(&xml->scope, name, &element.name, &element.is_rss10);
	if (xml->sink->start(xml->sink->user, &element))
		xml_give_up(xml, EVENTS_STOPPED);
}

void
xml_give_end(struct xml *xml, struct str name)
{
	bool ignored, was_deep = xml_give_is_deep(xml);
	struct str local;

	(void)scope_element(&xml->scope, name, &local, &ignored);
	xml->text_bytes = 0;
	scope_close(&xml->scope);
	if (!was_deep && xml->sink->end(xml->sink->user, local))
		xml_give_up(xml, EVENTS_STOPPED);
}

void
xml_give_text(struct xml *xml, struct str text)
{
	xml->text_bytes += text.n;
	if (xml->text_bytes > LIMIT_XML_TEXT)
		xml_give_up(xml, EVENTS_LIMIT);
	else if (xml->sink->text(xml->sink->user, text))
		xml_give_up(xml, EVENTS_STOPPED);
}

void
xml_give_passed(struct xml *xml, const char *to, size_t least)
{
	if (!xml->sink || !xml->sink->passed || (xml->passed && to < xml->passed + least))
		return;
	xml->sink->passed(xml->sink->user, to);
	xml->passed = to;
}
