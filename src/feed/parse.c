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

/* Bytes of text that are looked at to tell what they are. */
enum { SAMPLE = 64 << 10 };

/* True when the text is Korean beyond doubt: a .kr host, or many Hangul syllables. */
static bool
is_korean(struct str text, struct str url)
{
	struct str rest = utf8_prefix(text, SAMPLE);
	size_t hangul = 0, letters = 0;

	if (str_ends(url_host(url), ".kr"))
		return true;
	while (rest.n) {
		int32_t c = utf8_next(&rest);

		letters += c > 0x7f;
		hangul += c >= 0xac00 && c <= 0xd7a3;
	}
	return hangul >= 20 && hangul * 2 > letters;
}

static bool
is_html(struct str text)
{
	static const char *const names[] = { "html", "head", "body", "script", "div", "p>" };
	struct str root = recover_root(text), name = str_sub(root, 1, root.n);

	if (str_starts_icase(str_trim(text), "<!doctype html"))
		return true;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_starts_icase(name, names[i]))
			return true;
	return false;
}

static enum feed_problem
problem_of(struct str text, const struct feed *feed, size_t count)
{
	if (feed->format != FEED_UNKNOWN && (count || feed->title.n || feed->link.n || feed->id.n || !feed->repairs))
		return FEED_OK;
	if (!str_trim(text).n)
		return FEED_EMPTY;
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

/* Well-formed XML by expat; where that stops, once more by the lenient reader, without the posts there were. */
static size_t
parse_xml(struct arena *a, const struct parse_input *in, const struct parse_sink *sink, struct feed *feed, struct str text)
{
	bool korean = is_korean(text, in->url), is_full;
	struct build *b = build_new(a, in, sink, feed, korean, 0);
	struct events_sink events = build_sink(b);
	enum events_end end = xml_events(text, &events);
	size_t count = build_count(b);

	is_full = build_is_full(b);
	build_free(b);
	feed->repairs |= repairs_of(end, is_full);
	if (is_full || end == EVENTS_WHOLE || end == EVENTS_LIMIT)
		return count;

	b = build_new(a, in, sink, feed, korean, count);
	events = build_sink(b);
	end = lenient_events(text, &events);
	feed->repairs |= repairs_of(end == EVENTS_BROKEN ? EVENTS_WHOLE : end, build_is_full(b));
	count = build_count(b) > count ? build_count(b) : count;
	build_free(b);
	return count;
}

enum feed_problem
parse_feed(struct arena *a, struct charset *set, const struct parse_input *in, const struct parse_sink *sink,
	struct feed *feed)
{
	struct buf text = BUF_CAPPED(2 * LIMIT_FEED_BYTES), filtered = BUF_CAPPED(4 * LIMIT_FEED_BYTES);
	struct charset_found found = { 0 };
	enum feed_problem problem;
	size_t count;

	*feed = (struct feed){ .updated = CLOCK_NONE, .ttl_min = -1 };
	if (charset_decode(set, in->bytes, in->content_type, &text, &found, NULL) < 0) {
		buf_free(&text);
		return FEED_TOO_LARGE;
	}
	(void)snprintf(feed->encoding, sizeof feed->encoding, "%s", found.name);
	feed->repairs = found.is_repaired || found.is_label_wrong ? FEED_FIX_CHARSET : 0;
	if (str_starts(str_trim(buf_str(&text)), "{")) {
		problem = jsonfeed_parse(a, in, sink, feed, buf_str(&text));
	} else {
		feed->repairs |= recover_filter(&filtered, buf_str(&text));
		count = filtered.full ? 0 : parse_xml(a, in, sink, feed, buf_str(&filtered));
		problem = filtered.full ? FEED_TOO_LARGE : problem_of(buf_str(&text), feed, count);
	}
	buf_free(&text);
	buf_free(&filtered);
	return problem;
}
