#include "feed/blogroll_entry.h"

#include "base/limits.h"
#include "text/clean.h"
#include "text/entity.h"
#include "text/nfc.h"
#include "text/url.h"
#include "text/tag.h"
#include "text/utf8.h"

/* True for "host.example/…": a name with a dot in it, and nothing that makes it something else. */
static bool
is_host(struct str text)
{
	struct str host = str_sub(text, 0, str_find_char(text, '/'));
	size_t dot = str_find_char(host, '.');

	return dot > 0 && dot + 1 < host.n && str_find_char(host, '@') == host.n && str_find_char(host, ':') >= dot;
}

/* "feed:https://…", "feed://…", "//host/…" and "host/…" with their scheme. */
static void
add_scheme(struct buf *out, struct str url)
{
	if (str_starts_icase(url, "feed://")) {
		(void)buf_puts(out, "http");
		url = str_sub(url, 4, url.n);
	} else if (str_starts_icase(url, "feed:")) {
		url = str_sub(url, 5, url.n);
	} else if (str_starts(url, "//")) {
		(void)buf_puts(out, "https:");
	} else if (!str_has(url, "://") && is_host(url)) {
		(void)buf_puts(out, "https://");
	}
	(void)buf_add(out, url);
}

/* A reference that was escaped once too often. */
static void
unescape(struct buf *out, struct str url)
{
	size_t at;

	while ((at = str_find(url, str_lit("&amp;"))) < url.n) {
		(void)buf_add(out, str_sub(url, 0, at + 1));
		url = str_sub(url, at + 5, url.n);
	}
	(void)buf_add(out, url);
}

/* The address in the arena, empty when it is no web address. */
static struct str
settle(struct arena *a, struct str text)
{
	struct buf plain = BUF_CAPPED(LIMIT_URL), whole = BUF_CAPPED(LIMIT_URL), url = BUF_CAPPED(LIMIT_URL);
	struct str ret = STR_NONE;

	unescape(&plain, str_trim(text));
	add_scheme(&whole, buf_str(&plain));
	url_resolve(&url, STR_NONE, buf_str(&whole));
	if (!plain.full && !whole.full && !url.full && url_is_web(buf_str(&url)) && clean_is(buf_str(&url)))
		ret = arena_dup(a, buf_str(&url));
	buf_free(&plain);
	buf_free(&whole);
	buf_free(&url);
	return ret;
}

/* Appends one clean line, the spaces of HTML as such. */
static void
add_clean(struct buf *out, struct str text)
{
	struct buf spaced = { 0 };

	for (size_t at; (at = str_find(text, str_lit("\u00a0"))) < text.n; text = str_sub(text, at + 2, text.n)) {
		(void)buf_add(&spaced, str_sub(text, 0, at));
		(void)buf_putc(&spaced, ' ');
	}
	(void)buf_add(&spaced, text);
	clean_line(out, buf_str(&spaced));
	buf_free(&spaced);
}

/* The same in the arena. */
static struct str
line(struct arena *a, struct str text, size_t max)
{
	struct buf clean = { 0 };
	struct str ret;

	add_clean(&clean, utf8_prefix(text, max * 2));
	ret = arena_dup(a, str_trim(utf8_prefix(buf_str(&clean), max)));
	buf_free(&clean);
	return ret;
}

static struct blogroll_feed *
add(struct blogroll_entries *e, struct blogroll_feed feed)
{
	struct blogroll_feed *ret;

	if (e->feeds.n == LIMIT_ROLL_FEEDS) {
		e->is_full = true;
		return NULL;
	}
	ret = vec_add(&e->feeds);
	*ret = feed;
	return ret;
}

/* What other readers have in the place of an address. */
static enum blogroll_problem
problem_of(struct str url)
{
	static const struct { const char *prefix; enum blogroll_problem problem; } kinds[] = {
		{ "query:", BLOGROLL_QUERY }, { "exec:", BLOGROLL_COMMAND }, { "filter:", BLOGROLL_FILTER }, { "$(", BLOGROLL_COMMAND },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_starts(url, kinds[i].prefix))
			return kinds[i].problem;
	return BLOGROLL_NO_ADDRESS;
}

struct blogroll_feed *
blogroll_entry_add(struct blogroll_entries *e, struct str url, int64_t number)
{
	struct blogroll_feed feed = { .url = settle(e->a, url), .number = number };

	if (!feed.url.n) {
		feed.problem = problem_of(str_trim(url));
		feed.what = line(e->a, url, LIMIT_NAME);
	}
	return add(e, feed);
}

void
blogroll_entry_problem(struct blogroll_entries *e, enum blogroll_problem problem, struct str what, int64_t number)
{
	(void)add(e, (struct blogroll_feed){ .problem = problem, .what = line(e->a, what, LIMIT_NAME), .number = number });
}

void
blogroll_entry_line(struct blogroll_entries *e, struct blogroll_feed *feed, struct str text)
{
	struct buf out = { 0 };

	while (text.n) {
		int32_t cp = utf8_next(&text);

		utf8_add(&out, cp != '\t' && clean_is_control(cp) ? ' ' : cp);
	}
	if (out.n <= LIMIT_ROLL_LINE)
		feed->line = arena_dup(e->a, str_trim(buf_str(&out)));
	else {
		feed->problem = BLOGROLL_UNCLEAR;
		feed->what = line(e->a, feed->url, LIMIT_NAME);
	}
	buf_free(&out);
}

/* Programs write the address, or a part of it, for a feed that has no name. */
static bool
is_address(struct str text, struct str url)
{
	struct buf label = { 0 };
	bool is_one;

	url_label(&label, url);
	is_one = str_eq(text, url) || str_eq(text, buf_str(&label)) || str_eq_icase(text, url_host(url));
	buf_free(&label);
	return is_one;
}

void
blogroll_entry_name(struct blogroll_entries *e, struct blogroll_feed *feed, struct str name)
{
	struct buf plain = { 0 };
	struct str text = name;

	if (str_find_char(name, '&') < name.n) {
		entity_decode(&plain, utf8_prefix(name, LIMIT_TITLE * 2));
		text = buf_str(&plain);
	}
	text = line(e->a, text, LIMIT_NAME);
	buf_free(&plain);
	if (text.n && !is_address(text, feed->url))
		feed->name = text;
}

/* Blanks and commas become "_", what may not begin a tag goes. */
static struct str
tag_of(struct arena *a, struct str name)
{
	struct buf clean = { 0 }, tag = { 0 }, nfc = { 0 };
	struct str rest, ret;

	add_clean(&clean, utf8_prefix(name, LIMIT_NAME));
	rest = buf_str(&clean);
	while (rest.n && strchr("+-#/ ", rest.p[0]))
		rest = str_sub(rest, 1, rest.n);
	while (rest.n && strchr("/ ", rest.p[rest.n - 1]))
		rest.n--;
	for (size_t i = 0; i < rest.n; i++) {
		bool is_gap = rest.p[i] == ' ' || rest.p[i] == ',';

		if (!is_gap)
			(void)buf_putc(&tag, rest.p[i]);
		else if (!str_ends(buf_str(&tag), "_"))
			(void)buf_putc(&tag, '_');
	}
	nfc_add(&nfc, buf_str(&tag));
	ret = arena_dup(a, tag_fit(buf_str(&nfc)));
	buf_free(&clean);
	buf_free(&tag);
	buf_free(&nfc);
	return ret;
}

void
blogroll_entry_tag(struct blogroll_entries *e, struct blogroll_feed *feed, struct str name)
{
	struct str tag = tag_of(e->a, name), *more;

	for (size_t i = 0; i < feed->n_tags; i++)
		if (str_eq_icase(feed->tags[i], tag))
			return;
	if (!tag.n || feed->n_tags == LIMIT_CATEGORIES)
		return;
	more = arena_new(e->a, struct str, feed->n_tags + 1);
	for (size_t i = 0; i < feed->n_tags; i++)
		more[i] = feed->tags[i];
	more[feed->n_tags++] = tag;
	feed->tags = more;
}
