#include "cmd/cmd_search_tell.h"

#include "base/clock.h"
#include "cmd/cmd_json.h"
#include "html/doc_read.h"
#include "html/hit.h"
#include "store/feeds.h"
#include "store/posts_json.h"
#include "text/clean.h"
#include "text/json_out.h"
#include "text/say.h"
#include "text/utf8.h"
#include "text/wrap.h"

enum { FEED_COLS = 16, INDENT = 8 };

static const char found_sgr[] = "1;33", section_sgr[] = "36";

struct told {
	const struct cmd_search *search;
	const struct posts_row *row;
	struct str *feed_tags;         /* of its feed */
	size_t n_feed_tags;
	struct find_match_span *title; /* what stands in the title */
	size_t n_title;
	struct doc doc;
	struct hit hit;
};

/* ---- text */

static void
add_part(struct buf *out, struct str part, const char *sgr)
{
	(void)(sgr ? buf_printf(out, "\033[%sm", sgr) : 0);
	clean_inline(out, part);
	(void)(sgr ? buf_puts(out, "\033[m") : 0);
}

/* Appends [from, to) of a text, with what was found in it marked. */
static void
add_marked(struct buf *out, struct str text, size_t from, size_t to, const struct find_match_span *spans, size_t n, bool has_colours)
{
	for (size_t i = 0; i < n && has_colours; i++) {
		size_t start = spans[i].from > from ? spans[i].from : from, end = spans[i].to < to ? spans[i].to : to;

		if (start >= end)
			continue;
		add_part(out, str_sub(text, from, start), NULL);
		add_part(out, str_sub(text, start, end), found_sgr);
		from = end;
	}
	add_part(out, str_sub(text, from, to), NULL);
}

static void
add_tags(struct buf *line, const struct str *tags, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		(void)buf_puts(line, " #");
		clean_inline(line, tags[i]);
	}
}

static void
tell_line(const struct told *told)
{
	const struct posts_row *row = told->row;
	struct buf line = { 0 };
	struct tm day;

	clock_local(posts_time(row), &day);
	(void)buf_printf(&line, "%7lld %s%s %04d-%02d-%02d  ", (long long)row->id, row->is_read ? " " : "●",
		row->is_starred ? "★" : " ", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
	wrap_fit(&line, row->feed_name, FEED_COLS);
	(void)buf_puts(&line, "  ");
	add_marked(&line, row->title, 0, row->title.n, told->title, told->n_title, told->search->look.has_colours);
	add_tags(&line, row->tags, row->n_tags);
	add_tags(&line, told->feed_tags, told->n_feed_tags);
	(void)buf_putc(&line, '\n');
	say_raw(buf_str(&line));
	buf_free(&line);
}

static void
tell_section(const struct told *told)
{
	const struct cmd_search *search = told->search;
	struct buf line = { 0 }, fitted = { 0 };
	bool has_colours = search->look.has_colours;

	if (told->hit.section < 0)
		return;
	hit_section(&line, &told->doc, told->hit.section);
	(void)buf_fill(&fitted, ' ', INDENT);
	add_part(&fitted, buf_str(&line), has_colours ? section_sgr : NULL);
	(void)buf_putc(&fitted, '\n');
	say_raw(buf_str(&fitted));
	buf_free(&fitted);
	buf_free(&line);
}

static void
tell_snippet(struct arena *a, const struct told *told)
{
	const struct cmd_article_look *look = &told->search->look;
	const struct wrap_opts opts = { .cols = look->cols > 2 * INDENT ? look->cols - INDENT : look->cols, .mode = look->wrap };
	const struct hit *hit = &told->hit;
	struct wrap_line *lines;
	size_t n = hit->text.n ? wrap_text(a, hit->text, &opts, &lines) : 0;

	for (size_t i = 0; i < n; i++) {
		struct buf line = { 0 };

		(void)buf_fill(&line, ' ', INDENT);
		add_marked(&line, hit->text, lines[i].at, lines[i].at + lines[i].n, hit->spans, hit->n_spans, look->has_colours);
		(void)buf_putc(&line, '\n');
		say_raw(buf_str(&line));
		buf_free(&line);
	}
}

/* ---- JSON */

/* Places in characters (code points), as programs count them. */
static json_t *
spans_of(struct str text, const struct find_match_span *spans, size_t n)
{
	json_t *array = json_array();

	for (size_t i = 0; i < n; i++) {
		json_int_t from = (json_int_t)utf8_count(str_sub(text, 0, spans[i].from));
		json_int_t to = from + (json_int_t)utf8_count(str_sub(text, spans[i].from, spans[i].to));

		json_array_append_new(array, json_pack("[I, I]", from, to));
	}
	return array;
}

static void
add_hit(json_t *object, const struct told *told)
{
	const struct hit *hit = &told->hit;

	json_object_set_new(object, "title_spans", spans_of(told->row->title, told->title, told->n_title));
	json_out_text(object, "snippet", hit->text);
	json_object_set_new(object, "spans", spans_of(hit->text, hit->spans, hit->n_spans));
	json_object_set_new(object, "section", hit->section < 0 ? json_null() : json_integer(hit->section + 1));
	if (hit->section < 0)
		json_object_set_new(object, "section_title", json_null());
	else
		json_out_text(object, "section_title", told->doc.sections[hit->section].title);
}

static void
add_retry(json_t *object, const struct retry *retry)
{
	json_t *array = json_array();

	for (size_t i = 0; i < retry->n; i++) {
		json_t *change = json_object();

		json_out_text(change, "from", retry->changes[i].from);
		json_out_text(change, "to", retry->changes[i].to);
		json_out_text(change, "how", str_of(retry_name(retry->changes[i].how)));
		json_array_append_new(array, change);
	}
	json_object_set_new(object, "instead", array);
}

static void
tell_json(const struct told *told, const double *score)
{
	const struct posts_row *row = told->row;
	json_t *object = json_pack("{s:i, s:I, s:b, s:b}", "v", 1, "id", (json_int_t)row->id, "read", row->is_read, "starred",
		row->is_starred);

	posts_json(object, row);
	json_out_texts(object, "feed_tags", told->feed_tags, told->n_feed_tags);
	cmd_json_story(object, row);
	json_object_set_new(object, "score", score ? json_real(*score) : json_null());
	add_hit(object, told);
	add_retry(object, told->search->retry);
	cmd_json_out(object);
}

/* ---- for xargs */

void
cmd_search_tell_id(const struct cmd_search *search, int64_t id)
{
	struct buf line = { 0 };

	buf_printf(&line, "%lld", (long long)id);
	buf_add(&line, search->id_end);
	say_raw(buf_str(&line));
	buf_free(&line);
}

/* ---- all */

/* Where the words stand. A post without a text has its excerpt. */
static int
find_hit(struct arena *a, struct told *told, struct err *err)
{
	const struct cmd_search *search = told->search;
	struct str xhtml;

	told->hit.section = -1;
	if (!search->match.n)
		return 0;
	told->n_title = find_match_spans(a, &search->match, told->row->title, FIND_MATCH_TITLE, &told->title);
	if (posts_text(search->store, a, told->row->id, &xhtml, err) < 0)
		return -1;
	if (!xhtml.n)
		doc_read_text(a, told->row->excerpt, &told->doc);
	else if (cmd_article_read(a, xhtml, told->row->title, &told->doc, err) < 0)
		return -1;
	hit_find(a, &told->doc, &search->match, HIT_LETTERS, &told->hit);
	return 0;
}

int
cmd_search_tell(const struct cmd_search *search, const struct posts_row *row, const double *score, struct err *err)
{
	struct told told = { .search = search, .row = row };
	struct arena a = { 0 };
	int rc;

	if (search->id_end.n) {
		cmd_search_tell_id(search, row->id);
		return 0;
	}
	rc = feeds_tags(search->store, &a, row->feed_id, &told.feed_tags, &told.n_feed_tags, err);
	if (!rc)
		rc = find_hit(&a, &told, err);
	if (!rc && search->is_json) {
		tell_json(&told, score);
	} else if (!rc) {
		tell_line(&told);
		tell_section(&told);
		tell_snippet(&a, &told);
	}
	arena_free(&a);
	return rc;
}
