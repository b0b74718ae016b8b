#include "feed/events.h"

struct known {
	const char *name;
	enum events_ns ns;
};

/* Namespace names in lower case without "http:" and a final "/" or "#". */
static const struct known by_uri[] = {
	{ "//www.w3.org/1999/02/22-rdf-syntax-ns", EVENTS_RDF },
	{ "//www.w3.org/2005/atom", EVENTS_ATOM10 },
	{ "//purl.org/atom/ns", EVENTS_ATOM03 },
	{ "//example.com/newformat", EVENTS_ATOM03 },
	{ "//example.com/necho", EVENTS_ATOM03 },
	{ "//purl.org/echo", EVENTS_ATOM03 },
	{ "uri/of/echo/namespace", EVENTS_ATOM03 },
	{ "//purl.org/pie", EVENTS_ATOM03 },
	{ "//purl.org/rss/1.0/modules/content", EVENTS_CONTENT },
	{ "//purl.org/dc/elements/1.1", EVENTS_DC },
	{ "//purl.org/dc/elements/1.0", EVENTS_DC },
	{ "//purl.org/dc/terms", EVENTS_DCTERMS },
	{ "//www.itunes.com/dtds/podcast-1.0.dtd", EVENTS_ITUNES },
	{ "//example.com/dtds/podcast-1.0.dtd", EVENTS_ITUNES },
	{ "//search.yahoo.com/mrss", EVENTS_MEDIA },
	{ "//rssnamespace.org/feedburner/ext/1.0", EVENTS_FEEDBURNER },
	{ "//purl.org/rss/1.0/modules/syndication", EVENTS_SYNDICATION },
	{ "//www.w3.org/1999/xhtml", EVENTS_XHTML },
	{ "//www.w3.org/2000/svg", EVENTS_SVG },
	{ "//www.w3.org/1998/math/mathml", EVENTS_MATHML },
	{ "//www.w3.org/1999/xlink", EVENTS_XLINK },
	{ "//www.w3.org/xml/1998/namespace", EVENTS_XML },
	{ "//purl.org/rss/1.0", EVENTS_NONE },
	{ "//my.netscape.com/rdf/simple/0.9", EVENTS_NONE },
	{ "//channel.netscape.com/rdf/simple/0.9", EVENTS_NONE },
	{ "//backend.userland.com/rss", EVENTS_NONE },
	{ "//backend.userland.com/rss2", EVENTS_NONE },
	{ "//backend.userland.com/rss091", EVENTS_NONE },
	{ "//blogs.law.harvard.edu/tech/rss", EVENTS_NONE },
	{ "//purl.org/net/rss1.1", EVENTS_NONE },
	{ "urn:sosik:opml", EVENTS_SOSIK },
	{ NULL, EVENTS_OTHER },
};

static const struct known by_prefix[] = {
	{ "", EVENTS_NONE }, { "rdf", EVENTS_RDF }, { "rss", EVENTS_NONE }, { "atom", EVENTS_ATOM10 },
	{ "atom10", EVENTS_ATOM10 }, { "atom03", EVENTS_ATOM03 }, { "content", EVENTS_CONTENT }, { "dc", EVENTS_DC },
	{ "dcterms", EVENTS_DCTERMS }, { "itunes", EVENTS_ITUNES }, { "media", EVENTS_MEDIA },
	{ "feedburner", EVENTS_FEEDBURNER }, { "sy", EVENTS_SYNDICATION },
	{ "xhtml", EVENTS_XHTML }, { "svg", EVENTS_SVG }, { "xlink", EVENTS_XLINK }, { "xml", EVENTS_XML },
	{ "sosik", EVENTS_SOSIK }, { NULL, EVENTS_OTHER },
};

static enum events_ns
look_up(const struct known *table, struct str name)
{
	while (table->name && !str_is_icase(name, table->name))
		table++;
	return table->ns;
}

enum events_ns
events_ns_of(struct str uri, bool *is_rss10)
{
	uri = str_trim(uri);
	while (uri.n && (uri.p[uri.n - 1] == '/' || uri.p[uri.n - 1] == '#'))
		uri.n--;
	*is_rss10 = str_is_icase(uri, "http://purl.org/rss/1.0");
	if (!uri.n || str_starts_icase(uri, "http://backend.userland.com/rss"))
		return EVENTS_NONE;
	if (str_starts_icase(uri, "https:")) /* a common slip: names are no addresses */
		uri = str_sub(uri, strlen("https:"), uri.n);
	else if (str_starts_icase(uri, "http:"))
		uri = str_sub(uri, strlen("http:"), uri.n);
	return look_up(by_uri, uri);
}

enum events_ns
events_ns_of_prefix(struct str prefix)
{
	return look_up(by_prefix, prefix);
}

struct str
events_attr_of(const struct events_element *element, const char *name)
{
	for (size_t i = 0; i < element->n_attrs; i++)
		if (element->attrs[i].ns == EVENTS_NONE && str_is_icase(element->attrs[i].name, name))
			return element->attrs[i].value;
	return STR_NONE;
}
