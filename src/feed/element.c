#include "feed/element.h"

/* In order of the names, which are in lower case. */
static const struct element rows[] = {
	{ EVENTS_DCTERMS, "abstract", ELEMENT_BODY, ELEMENT_SUMMARY, 3 },
	{ EVENTS_NONE, "abstract", ELEMENT_BODY, ELEMENT_SUMMARY, 4 },
	{ EVENTS_DC, "author", ELEMENT_PERSON, ELEMENT_AUTHOR, 4 },
	{ EVENTS_ITUNES, "author", ELEMENT_PERSON, ELEMENT_AUTHOR, 3 },
	{ EVENTS_NONE, "author", ELEMENT_PERSON, ELEMENT_AUTHOR, 4 },
	{ EVENTS_NONE, "body", ELEMENT_BODY, ELEMENT_CONTENT, 3 },
	{ EVENTS_XHTML, "body", ELEMENT_BODY, ELEMENT_CONTENT, 3 },
	{ EVENTS_ITUNES, "category", ELEMENT_TERM, 0, 0 },
	{ EVENTS_MEDIA, "category", ELEMENT_CATEGORY, 0, 0 },
	{ EVENTS_NONE, "category", ELEMENT_CATEGORY, 0, 0 },
	{ EVENTS_NONE, "channel", ELEMENT_FEED, 0, 0 },
	{ EVENTS_NONE, "comments", ELEMENT_ADDRESS, ELEMENT_COMMENTS, 4 },
	{ EVENTS_MEDIA, "content", ELEMENT_MEDIA, 0, 0 },
	{ EVENTS_NONE, "content", ELEMENT_BODY, ELEMENT_CONTENT, 4 },
	{ EVENTS_DC, "contributor", ELEMENT_SKIP, 0, 0 },
	{ EVENTS_NONE, "contributor", ELEMENT_SKIP, 0, 0 },
	{ EVENTS_NONE, "copyright", ELEMENT_VALUE, ELEMENT_RIGHTS, 4 },
	{ EVENTS_NONE, "created", ELEMENT_DATE, ELEMENT_PUBLISHED, 2 },
	{ EVENTS_DC, "creator", ELEMENT_PERSON, ELEMENT_AUTHOR, 4 },
	{ EVENTS_DC, "date", ELEMENT_DATE, ELEMENT_UPDATED, 3 },
	{ EVENTS_NONE, "date", ELEMENT_DATE, ELEMENT_PUBLISHED, 1 },
	{ EVENTS_NONE, "day", ELEMENT_REST, 0, 0 },
	{ EVENTS_DC, "description", ELEMENT_BODY, ELEMENT_SUMMARY, 3 },
	{ EVENTS_MEDIA, "description", ELEMENT_BODY, ELEMENT_SUMMARY, 1 },
	{ EVENTS_NONE, "description", ELEMENT_BODY, ELEMENT_SUMMARY, 4 },
	{ EVENTS_NONE, "div", ELEMENT_BODY, ELEMENT_CONTENT, 2 },
	{ EVENTS_XHTML, "div", ELEMENT_BODY, ELEMENT_CONTENT, 2 },
	{ EVENTS_NONE, "email", ELEMENT_EMAIL, 0, 0 },
	{ EVENTS_NONE, "enclosure", ELEMENT_ENCLOSURE, 0, 0 },
	{ EVENTS_CONTENT, "encoded", ELEMENT_BODY, ELEMENT_CONTENT, 4 },
	{ EVENTS_NONE, "entry", ELEMENT_ITEM, 0, 0 },
	{ EVENTS_NONE, "feed", ELEMENT_FEED, 0, 0 },
	{ EVENTS_NONE, "fullitem", ELEMENT_BODY, ELEMENT_CONTENT, 4 },
	{ EVENTS_NONE, "generator", ELEMENT_VALUE, ELEMENT_GENERATOR, 4 },
	{ EVENTS_NONE, "guid", ELEMENT_ADDRESS, ELEMENT_ID, 4 },
	{ EVENTS_NONE, "hour", ELEMENT_REST, 0, 0 },
	{ EVENTS_NONE, "icon", ELEMENT_ADDRESS, ELEMENT_IMAGE, 2 },
	{ EVENTS_NONE, "id", ELEMENT_ADDRESS, ELEMENT_ID, 4 },
	{ EVENTS_ITUNES, "image", ELEMENT_HREF, ELEMENT_IMAGE, 2 },
	{ EVENTS_NONE, "image", ELEMENT_PICTURE, 0, 0 },
	{ EVENTS_NONE, "info", ELEMENT_SKIP, 0, 0 },
	{ EVENTS_DCTERMS, "issued", ELEMENT_DATE, ELEMENT_PUBLISHED, 3 },
	{ EVENTS_NONE, "issued", ELEMENT_DATE, ELEMENT_PUBLISHED, 4 },
	{ EVENTS_NONE, "item", ELEMENT_ITEM, 0, 0 },
	{ EVENTS_ITUNES, "keywords", ELEMENT_WORDS, 0, 0 },
	{ EVENTS_MEDIA, "keywords", ELEMENT_WORDS, 0, 0 },
	{ EVENTS_NONE, "keywords", ELEMENT_CATEGORY, 0, 0 },
	{ EVENTS_DC, "language", ELEMENT_VALUE, ELEMENT_LANGUAGE, 3 },
	{ EVENTS_NONE, "language", ELEMENT_VALUE, ELEMENT_LANGUAGE, 4 },
	{ EVENTS_NONE, "lastbuilddate", ELEMENT_DATE, ELEMENT_UPDATED, 4 },
	{ EVENTS_ITUNES, "link", ELEMENT_HREF, ELEMENT_IMAGE, 1 },
	{ EVENTS_NONE, "link", ELEMENT_ADDRESS, ELEMENT_LINK, 4 },
	{ EVENTS_RDF, "link", ELEMENT_ADDRESS, ELEMENT_LINK, 3 },
	{ EVENTS_NONE, "logo", ELEMENT_ADDRESS, ELEMENT_IMAGE, 3 },
	{ EVENTS_NONE, "managingeditor", ELEMENT_PERSON, ELEMENT_AUTHOR, 4 },
	{ EVENTS_DCTERMS, "modified", ELEMENT_DATE, ELEMENT_UPDATED, 3 },
	{ EVENTS_NONE, "modified", ELEMENT_DATE, ELEMENT_UPDATED, 4 },
	{ EVENTS_NONE, "name", ELEMENT_NAME, 0, 0 },
	{ EVENTS_FEEDBURNER, "origlink", ELEMENT_ADDRESS, ELEMENT_LINK, 5 },
	{ EVENTS_ITUNES, "owner", ELEMENT_SKIP, 0, 0 },
	{ EVENTS_MEDIA, "peerlink", ELEMENT_MEDIA, 0, 0 },
	{ EVENTS_NONE, "product", ELEMENT_ITEM, 0, 0 },
	{ EVENTS_NONE, "pubdate", ELEMENT_DATE, ELEMENT_PUBLISHED, 4 },
	{ EVENTS_NONE, "published", ELEMENT_DATE, ELEMENT_PUBLISHED, 5 },
	{ EVENTS_NONE, "rdf", ELEMENT_FEED, 0, 0 },
	{ EVENTS_RDF, "rdf", ELEMENT_FEED, 0, 0 },
	{ EVENTS_DC, "rights", ELEMENT_VALUE, ELEMENT_RIGHTS, 3 },
	{ EVENTS_NONE, "rights", ELEMENT_VALUE, ELEMENT_RIGHTS, 4 },
	{ EVENTS_NONE, "rss", ELEMENT_FEED, 0, 0 },
	{ EVENTS_NONE, "skipdays", ELEMENT_RESTS, 0, 0 },
	{ EVENTS_NONE, "skiphours", ELEMENT_RESTS, 0, 0 },
	{ EVENTS_NONE, "source", ELEMENT_SKIP, 0, 0 },
	{ EVENTS_DC, "subject", ELEMENT_CATEGORY, 0, 0 },
	{ EVENTS_ITUNES, "subtitle", ELEMENT_BODY, ELEMENT_SUMMARY, 1 },
	{ EVENTS_NONE, "subtitle", ELEMENT_BODY, ELEMENT_SUMMARY, 4 },
	{ EVENTS_ITUNES, "summary", ELEMENT_BODY, ELEMENT_SUMMARY, 2 },
	{ EVENTS_NONE, "summary", ELEMENT_BODY, ELEMENT_SUMMARY, 4 },
	{ EVENTS_NONE, "tag", ELEMENT_WORDS, 0, 0 }, /* Naver Blog */
	{ EVENTS_NONE, "tagline", ELEMENT_BODY, ELEMENT_SUMMARY, 4 },
	{ EVENTS_NONE, "tags", ELEMENT_WORDS, 0, 0 },
	{ EVENTS_NONE, "textinput", ELEMENT_SKIP, 0, 0 },
	{ EVENTS_MEDIA, "thumbnail", ELEMENT_MEDIA, 0, 0 },
	{ EVENTS_DC, "title", ELEMENT_VALUE, ELEMENT_TITLE, 2 },
	{ EVENTS_ITUNES, "title", ELEMENT_VALUE, ELEMENT_TITLE, 1 },
	{ EVENTS_MEDIA, "title", ELEMENT_VALUE, ELEMENT_TITLE, 1 },
	{ EVENTS_NONE, "title", ELEMENT_VALUE, ELEMENT_TITLE, 3 },
	{ EVENTS_RDF, "title", ELEMENT_VALUE, ELEMENT_TITLE, 2 },
	{ EVENTS_NONE, "ttl", ELEMENT_VALUE, ELEMENT_TTL, 4 },
	{ EVENTS_NONE, "updated", ELEMENT_DATE, ELEMENT_UPDATED, 5 },
	{ EVENTS_SYNDICATION, "updatefrequency", ELEMENT_VALUE, ELEMENT_FREQUENCY, 4 },
	{ EVENTS_SYNDICATION, "updateperiod", ELEMENT_VALUE, ELEMENT_PERIOD, 4 },
	{ EVENTS_NONE, "uri", ELEMENT_ADDRESS, ELEMENT_LINK, 2 },
	{ EVENTS_NONE, "url", ELEMENT_ADDRESS, ELEMENT_IMAGE, 3 },
	{ EVENTS_NONE, "xhtml", ELEMENT_BODY, ELEMENT_CONTENT, 3 },
};
enum { ROWS = sizeof rows / sizeof *rows };

static const struct element unknown = { .role = ELEMENT_PASS };

/* The first row that is not before the name. */
static size_t
find_first(struct str name)
{
	size_t low = 0, high = ROWS;

	while (low < high) {
		size_t at = low + (high - low) / 2;

		if (str_cmp(str_of(rows[at].name), name) < 0)
			low = at + 1;
		else
			high = at;
	}
	return low;
}

const struct element *
element_find(enum events_ns ns, struct str name)
{
	char lower[16]; /* longer than any of the names */

	if (name.n > sizeof lower)
		return &unknown;
	for (size_t i = 0; i < name.n; i++)
		lower[i] = str_lower(name.p[i]);
	name.p = lower;
	if (ns == EVENTS_ATOM10 || ns == EVENTS_ATOM03)
		ns = EVENTS_NONE;
	for (size_t i = find_first(name); i < ROWS && str_is(name, rows[i].name); i++)
		if (rows[i].ns == ns)
			return &rows[i];
	return &unknown;
}
