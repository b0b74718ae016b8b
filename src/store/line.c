#include "store/line.h"

#include <stdio.h>

#include "base/clock.h"
#include "base/tr.h"
#include "store/line_feed.h"
#include "store/line_tag.h"
#include "text/utf8.h"

enum { MORE_BYTES = 32 /* for how many parts more there are */ };

static const char *const part_names[LINE_PARTS] = {
	[LINE_READ] = "read", [LINE_UNREAD] = "unread", [LINE_STAR] = "star", [LINE_UNSTAR] = "unstar",
	[LINE_HIDE] = "hide", [LINE_UNHIDE] = "unhide", [LINE_TAG] = "tag", [LINE_UNTAG] = "untag",
	[LINE_PURGE] = "purge",
};

const char *
line_part_name(enum line_part part)
{
	return part_names[part];
}

enum line_part
line_part_of(const char *name)
{
	enum line_part part = 0;

	while (part < LINE_PARTS && (!name || strcmp(part_names[part], name) != 0))
		part++;
	return part;
}

enum line_part
line_inverse(enum line_part part)
{
	return part ^ 1;
}

bool
line_is_keeping(enum line_part part)
{
	return part == LINE_STAR || part == LINE_TAG;
}

void
line_text(struct buf *out, struct str s)
{
	struct buf mended = { 0 };

	if (!utf8_is_valid(s)) {
		(void)utf8_repair(&mended, s);
		s = buf_str(&mended);
	}
	(void)buf_putc(out, '"');
	for (size_t i = 0, from = 0; i <= s.n; i++) {
		if (i < s.n && s.p[i] != '"' && s.p[i] != '\\' && (unsigned char)s.p[i] >= ' ')
			continue;
		(void)buf_add(out, str_sub(s, from, i));
		from = i + 1;
		if (i == s.n)
			break;
		if ((unsigned char)s.p[i] < ' ')
			(void)buf_printf(out, "\\u%04x", (unsigned)s.p[i]);
		else
			(void)buf_printf(out, "\\%c", s.p[i]);
	}
	(void)buf_putc(out, '"');
	buf_free(&mended);
}

void
line_kept_post(struct buf *out, struct str guid, struct str title, struct str link, int64_t published)
{
	(void)buf_putc(out, '[');
	line_text(out, guid);
	(void)buf_putc(out, ',');
	line_text(out, title);
	(void)buf_putc(out, ',');
	line_text(out, link);
	if (published == CLOCK_NONE)
		(void)buf_puts(out, ",null]");
	else
		(void)buf_printf(out, ",%lld]", (long long)published);
}

void
line_begin(struct buf *out, int64_t seq, const char *what)
{
	(void)buf_printf(out, "{\"seq\":%lld,\"time\":%lld,\"do\":\"%s\"", (long long)seq, (long long)clock_now(), what);
}

void
line_member(struct buf *out, const char *key, struct str value)
{
	(void)buf_printf(out, ",\"%s\":", key);
	line_text(out, value);
}

void
line_number(struct buf *out, const char *key, int64_t value)
{
	(void)buf_printf(out, ",\"%s\":%lld", key, (long long)value);
}

json_t *
line_parse(struct str text)
{
	json_t *line = json_loadb(text.n ? text.p : "", text.n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);

	if (json_is_object(line))
		return line;
	json_decref(line);
	return NULL;
}

struct str
line_str(const json_t *line, const char *key)
{
	const json_t *value = json_object_get(line, key);

	return str_new(json_string_value(value), json_string_length(value));
}

int64_t
line_int(const json_t *line, const char *key)
{
	return json_integer_value(json_object_get(line, key));
}

int64_t
line_first(const json_t *line)
{
	int64_t first = line_int(line, "with");

	return first ? first : line_int(line, "seq");
}

static struct str
text_of(const json_t *value)
{
	return str_new(json_string_value(value), json_string_length(value));
}

/* A post of a part; title, link and date only where it keeps. */
static void
add_post(struct buf *out, const json_t *post, bool keeps)
{
	const json_t *date = json_array_get(post, 3);

	if (!json_is_array(post))
		line_text(out, text_of(post));
	else if (!keeps)
		line_text(out, text_of(json_array_get(post, 0)));
	else
		line_kept_post(out, text_of(json_array_get(post, 0)), text_of(json_array_get(post, 1)), text_of(json_array_get(post, 2)),
		    json_is_integer(date) ? json_integer_value(date) : CLOCK_NONE);
}

static void
add_posts(struct buf *out, json_t *feeds, bool keeps)
{
	const char *uid, *between = "";
	json_t *posts, *post;
	size_t i;

	json_object_foreach(feeds, uid, posts) {
		(void)buf_puts(out, between);
		line_text(out, str_of(uid));
		(void)buf_puts(out, ":[");
		json_array_foreach(posts, i, post) {
			if (i)
				(void)buf_putc(out, ',');
			add_post(out, post, keeps);
		}
		(void)buf_putc(out, ']');
		between = ",";
	}
}

/* One part with another verb in it. */
static int
add_part(struct buf *out, const json_t *part, bool is_inverse)
{
	enum line_part what = line_part_of(json_string_value(json_object_get(part, "do")));

	if (what == LINE_PARTS || (what == LINE_PURGE && is_inverse) || !json_object_get(part, "posts"))
		return -1;
	what = is_inverse ? line_inverse(what) : what;
	(void)buf_printf(out, "{\"do\":\"%s\"", part_names[what]);
	if (json_object_get(part, "tag"))
		line_member(out, "tag", line_str(part, "tag"));
	(void)buf_puts(out, ",\"posts\":{");
	add_posts(out, json_object_get(part, "posts"), line_is_keeping(what));
	(void)buf_putc(out, '}');
	if (line_int(part, "again"))
		(void)buf_printf(out, ",\"again\":%lld", (long long)line_int(part, "again"));
	(void)buf_putc(out, '}');
	return 0;
}

int
line_parts(struct buf *out, const json_t *line, bool is_inverse)
{
	const json_t *parts = json_object_get(line, "parts");
	size_t n = json_array_size(parts);

	if (!n)
		return -1;
	(void)buf_putc(out, '[');
	for (size_t i = 0; i < n; i++) {
		if (i)
			(void)buf_putc(out, ',');
		if (add_part(out, json_array_get(parts, is_inverse ? n - 1 - i : i), is_inverse) < 0)
			return -1;
	}
	(void)buf_putc(out, ']');
	return 0;
}

/* The same for people. */
static const char *const part_words[LINE_PARTS] = {
	[LINE_READ] = N_("read"), [LINE_UNREAD] = N_("unread"), [LINE_STAR] = N_("star"), [LINE_UNSTAR] = N_("no star"),
	[LINE_HIDE] = N_("hide"), [LINE_UNHIDE] = N_("show again"), [LINE_TAG] = "+", [LINE_UNTAG] = "-",
	[LINE_PURGE] = N_("purge"),
};

/* What was done to a feed, for people. */
static const char *
feed_word(struct str verb)
{
	if (str_is(verb, "subscribe"))
		return tr("subscribe");
	return str_is(verb, "unsubscribe") ? tr("unsubscribe") : tr("move");
}

/* With the number of its posts, unless that is below 0. */
static void
describe_part(struct buf *out, const json_t *part, int64_t n)
{
	enum line_part what = line_part_of(json_string_value(json_object_get(part, "do")));

	if (what == LINE_PARTS)
		return;
	if (out->n)
		(void)buf_puts(out, ", ");
	if (what == LINE_TAG || what == LINE_UNTAG)
		(void)buf_printf(out, "%c%.*s", what == LINE_TAG ? '+' : '-', STR(line_str(part, "tag")));
	else
		(void)buf_puts(out, tr(part_words[what]));
	if (n >= 0)
		(void)buf_printf(out, tr_n(" (%lld post)", " (%lld posts)", (unsigned long)n), (long long)n);
}

int64_t
line_posts(const json_t *part)
{
	const char *feed;
	json_t *posts;
	int64_t n = line_int(part, "n") - line_int(part, "again"); /* of line_sum(); other names of the same */

	json_object_foreach(json_object_get(part, "posts"), feed, posts)
		n += (int64_t)json_array_size(posts);
	return n;
}

/* The part of a sum that does the same, else a new one at *at; that is behind it then. */
static json_t *
sum_part(json_t *sum, const json_t *part, size_t *at)
{
	json_t *parts = json_object_get(sum, "parts"), *same;
	size_t i;

	json_array_foreach(parts, i, same)
		if (str_eq(line_str(same, "do"), line_str(part, "do")) && str_eq(line_str(same, "tag"), line_str(part, "tag"))) {
			*at = i + 1;
			return same;
		}
	same = json_object();
	(void)json_object_set(same, "do", json_object_get(part, "do"));
	if (json_object_get(part, "tag"))
		(void)json_object_set(same, "tag", json_object_get(part, "tag"));
	(void)json_array_insert_new(parts, (*at)++, same);
	return same;
}

/* The feeds of all lines, where there are several. */
static void
sum_feeds(json_t *sum, json_t *feeds)
{
	json_t *all = json_object_get(sum, "feeds");

	if (!feeds)
		return;
	all = all ? json_copy(all) : json_array();
	(void)json_array_extend(all, feeds);
	(void)json_object_set_new(sum, "feeds", all);
}

void
line_sum(json_t *sum, const json_t *line, bool is_before)
{
	static const char *const copied[] = { "do", "url", "tags", "as" };
	json_t *part, *same;
	size_t i, at;

	for (i = 0; i < sizeof copied / sizeof *copied; i++)
		if (json_object_get(line, copied[i]))
			(void)json_object_set(sum, copied[i], json_object_get(line, copied[i]));
	sum_feeds(sum, json_object_get(line, "feeds"));
	if (!json_object_get(sum, "parts"))
		(void)json_object_set_new(sum, "parts", json_array());
	at = is_before ? 0 : json_array_size(json_object_get(sum, "parts"));
	json_array_foreach(json_object_get(line, "parts"), i, part) {
		same = sum_part(sum, part, &at);
		(void)json_object_set_new(same, "n", json_integer(line_posts(same) + line_posts(part)));
	}
}

/* What does not fit is cut off by whole parts, and they are counted. */
static void
shorten(struct buf *out, size_t size)
{
	struct buf more = { 0 };
	size_t end = 0, n = 0;

	for (size_t i = 0; i + 1 < out->n && out->n >= size; i++)
		if (out->p[i] == ',' && out->p[i + 1] == ' ') {
			end = i + MORE_BYTES < size ? i : end;
			n = end == i ? 1 : n + 1;
		}
	if (!end)
		return;
	(void)buf_printf(&more, tr(" and %zu more"), n);
	buf_truncate(out, end);
	(void)buf_add(out, buf_str(&more));
	buf_free(&more);
}

int64_t
line_describe(const json_t *line, char *text, size_t size)
{
	const json_t *parts = json_object_get(line, "parts");
	int64_t n = line_posts(json_array_get(parts, 0));
	struct buf out = { 0 };
	json_t *part;
	bool is_even = n > 0, is_joined = json_object_get(line, "as");
	bool has_moved = line_feed_adopts(json_object_get(line, "feeds"));
	size_t i;

	json_array_foreach(parts, i, part)
		is_even &= line_posts(part) == n;
	if (!is_joined)
		line_feed_describe(&out, json_object_get(line, "feeds"));
	line_tag_describe(&out, json_object_get(line, is_joined ? "as" : "tags"));
	is_even &= !out.n;
	json_array_foreach(is_joined || has_moved ? NULL : parts, i, part)
		describe_part(&out, part, is_even ? -1 : line_posts(part));
	if (!out.n)
		(void)buf_printf(&out, "%s %.*s", feed_word(line_str(line, "do")), STR(line_str(line, "url")));
	shorten(&out, size);
	(void)snprintf(text, size, "%.*s", STR(utf8_prefix(buf_str(&out), size - 1)));
	buf_free(&out);
	return is_even ? n : 0;
}
