#include "feed/parse.h"

#include <stdio.h>

#include "base/limits.h"
#include "feed/build.h"
#include "feed/jsonfeed.h"
#include "feed/lenient.h"
#include "feed/recover.h"
#include "feed/xml.h"
#include "text/url.h"
#include "text/utf8.h"

enum { PARSE_LARGE = 3 << 19 }; /* a feed that is worth looking through before it is read */

/* The name of the element whose start tag is at the head of text. */
static struct str
tag_name(struct str text)
{
	size_t n = 1;

	while (n < text.n && (str_is_alpha(text.p[n]) || str_is_digit(text.p[n])))
		n++;
	return str_sub(text, 1, n);
}

/* What is no feed and begins as pages do, with or without what should stand first in them. */
static bool
is_html(struct str text)
{
	static const char *const names[] = { "html", "head", "title", "meta", "link", "base", "style", "script", "noscript",
		"body", "frameset", "frame", "iframe", "div", "p", "a", "b", "i", "u", "br", "hr", "img", "span", "font", "center",
		"table", "form", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "header", "nav", "main", "section", "article", "footer" };
	struct str name = tag_name(recover_root(text));

	if (str_starts_icase(str_trim(text), "<!doctype html"))
		return true;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_is_icase(name, names[i]))
			return true;
	return false;
}

/* JSON, also behind a line that is none. */
static bool
is_json(struct str text)
{
	enum { HEAD = 4 << 10 };

	if (str_starts(str_trim(text), "{"))
		return true;
	return str_find_char(text, '{') < str_find_char(text, '<') && str_has(str_sub(text, 0, HEAD), "jsonfeed.org/version");
}

/* A list in JSON, which is no feed whatever is in it. */
static bool
is_list(struct str text)
{
	text = str_trim(text);
	if (!str_starts(text, "["))
		return false;
	text = str_trim(str_sub(text, 1, text.n));
	return str_starts(text, "{") || str_starts(text, "\"") || str_starts(text, "]");
}

static enum feed_problem
problem_of(struct str text, const struct feed *feed, size_t count)
{
	if (feed->format != FEED_UNKNOWN && !count && (feed->repairs & FEED_FIX_LIMIT))
		return FEED_BROKEN; /* an entity bomb and the like */
	if (feed->format != FEED_UNKNOWN && !count && (feed->repairs & (FEED_FIX_MARKUP | FEED_FIX_TRUNCATED)) &&
	    (str_has(text, "</item>") || str_has(text, "</entry>")))
		return FEED_BROKEN; /* it has whole posts, and not one was found */
	if (feed->format != FEED_UNKNOWN && (count || feed->title.n || feed->link.n || feed->id.n || !feed->repairs))
		return FEED_OK;
	if (!str_trim(text).n)
		return FEED_EMPTY;
	if (feed->format == FEED_UNKNOWN && is_list(text))
		return FEED_IS_JSON;
	if (is_html(text))
		return FEED_IS_HTML;
	return feed->format == FEED_UNKNOWN ? FEED_IS_OTHER : FEED_BROKEN;
}

/* What an end of events means for the repairs. */
static unsigned
repairs_of(enum events_end end, bool is_full)
{
	if (is_full)
		return FEED_FIX_LIMIT;
	switch (end) {
	case EVENTS_BROKEN:
		return FEED_FIX_MARKUP;
	case EVENTS_TRUNCATED:
		return FEED_FIX_TRUNCATED;
	case EVENTS_LIMIT:
		return FEED_FIX_LIMIT;
	default:
		return 0;
	}
}

/* One reading of the text, by expat or the lenient reader; the posts there were before are passed over. */
struct reading {
	struct arena *a;
	const struct parse_input *in;
	const struct parse_sink *sink;
	struct feed *feed;
	struct korean korean;
	bool is_spent; /* it is large, and nobody needs the bytes any more */
	size_t count; /* posts given so far */
};

enum reader {
	READER_EXPAT,
	READER_SPENDING, /* the same for a text that is not needed any more */
	READER_LENIENT,
};

static enum events_end
read_text(struct reading *r, struct str text, enum reader reader, unsigned *repairs)
{
	struct build *b = build_new(r->a, r->in, r->sink, r->feed, &r->korean, r->count);
	struct events_sink events = build_sink(b);
	bool has_unbound = false;
	enum events_end end;

	if (reader == READER_SPENDING)
		build_spend(b, text);
	end = reader == READER_LENIENT ? lenient_events(text, &events) : xml_events(text, &events, &has_unbound);
	r->count = build_count(b) > r->count ? build_count(b) : r->count;
	*repairs = repairs_of(end, build_is_full(b)) | (has_unbound ? FEED_FIX_MARKUP : 0);
	if (build_is_full(b))
		end = EVENTS_STOPPED;
	build_free(b);
	return end;
}

/*
 * How expat is to read it. A large text is not to be held twice, as it came and as what was made of it: it goes as
 * it is read, where it is certain that it need not be read again.
 */
static enum reader
reader_of(const struct reading *r, struct str text)
{
	return r->is_spent && xml_is_fine(text) ? READER_SPENDING : READER_EXPAT;
}

/* Well-formed XML by expat; where that stops, once more by the lenient reader. */
static void
read_mended(struct reading *r, struct str text)
{
	unsigned repairs;
	enum events_end end = read_text(r, text, reader_of(r, text), &repairs);

	r->feed->repairs |= repairs;
	if (end != EVENTS_BROKEN && end != EVENTS_TRUNCATED)
		return;
	end = read_text(r, text, READER_LENIENT, &repairs);
	r->feed->repairs |= end == EVENTS_BROKEN ? 0 : repairs;
}

/* True when the bytes may be read as they are: UTF-8 by what they say, or by saying nothing, and XML without entities of its own. */
static bool
may_be_clean(const struct parse_input *in)
{
	struct str bytes = in->bytes, root;

	if (str_starts(bytes, "\xef\xbb\xbf"))
		bytes = str_sub(bytes, 3, bytes.n);
	if (!str_starts(bytes, "<") || str_find_char(str_sub(bytes, 0, 4), '\0') < 4 || !charset_says_utf8(bytes, in->content_type))
		return false;
	root = recover_root(bytes);
	return !str_has(str_sub(bytes, 0, bytes.n - root.n), "<!DOCTYPE");
}

/* Most feeds need no mending: the bytes go to expat as they are, which looks at each of them. False when something is wrong with them; posts before are given. */
static bool
read_clean(struct reading *r)
{
	unsigned repairs;
	enum events_end end;

	if (!may_be_clean(r->in))
		return false;
	r->korean.text = r->in->bytes;
	end = read_text(r, r->in->bytes, reader_of(r, r->in->bytes), &repairs);
	if (end == EVENTS_BROKEN || end == EVENTS_TRUNCATED)
		return false;
	r->feed->repairs = repairs;
	(void)snprintf(r->feed->encoding, sizeof r->feed->encoding, "utf-8");
	return true;
}

/* The text mended, as XML. */
static enum feed_problem
read_xml(struct reading *r, struct str text)
{
	struct buf filtered = BUF_CAPPED(4 * LIMIT_FEED_BYTES);
	struct mem_trail behind = { r->is_spent ? str_sub(text, PARSE_KEPT, text.n).p : NULL };
	enum feed_problem problem = FEED_TOO_LARGE;

	r->feed->repairs |= recover_filter(&filtered, text, &behind);
	r->korean = (struct korean){ .text = text, .url = r->in->url };
	if (!filtered.full) {
		read_mended(r, buf_str(&filtered));
		problem = problem_of(r->is_spent ? buf_str(&filtered) : text, r->feed, r->count);
	}
	buf_free(&filtered);
	return problem;
}

/* The text of any charset. */
static enum feed_problem
read_any(struct reading *r, struct charset *set)
{
	struct str bytes = r->in->bytes;
	struct mem_trail behind = { r->is_spent ? str_sub(bytes, PARSE_KEPT, bytes.n).p : NULL };
	struct buf text = BUF_CAPPED(2 * LIMIT_FEED_BYTES);
	struct charset_found found;
	enum feed_problem problem = FEED_TOO_LARGE;

	if (charset_decode_behind(set, bytes, r->in->content_type, &behind, &text, &found) == 0) {
		(void)snprintf(r->feed->encoding, sizeof r->feed->encoding, "%s", found.name);
		r->feed->repairs = found.is_repaired || found.is_label_wrong ? FEED_FIX_CHARSET : 0;
		problem = is_json(buf_str(&text)) ? jsonfeed_parse(r->a, r->in, r->sink, r->feed, buf_str(&text)) :
			read_xml(r, buf_str(&text));
	}
	buf_free(&text);
	return problem;
}

enum feed_problem
parse_feed(struct arena *a, struct charset *set, const struct parse_input *in, const struct parse_sink *sink,
	struct feed *feed)
{
	struct reading r = { .a = a, .in = in, .sink = sink, .feed = feed, .korean.url = in->url,
		.is_spent = in->is_spent && in->bytes.n >= PARSE_LARGE };
	enum feed_problem problem;

	*feed = (struct feed){ .updated = CLOCK_NONE, .ttl_min = -1 };
	problem = read_clean(&r) ? problem_of(in->bytes, feed, r.count) : read_any(&r, set);
	if (problem == FEED_OK && !feed->link.n)
		feed->link = arena_dup(a, in->url); /* of a feed that names no site */
	return problem;
}
