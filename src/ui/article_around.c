#include "ui/article_around.h"

#include "base/tr.h"
#include "html/reading.h"
#include "text/date.h"
#include "text/url.h"
#include "text/width.h"
#include "ui/article_full.h"
#include "ui/headline.h"

enum { TITLE_ROWS = 6 };

struct lines {
	article_around_lines *to;
	struct arena *arena;
	int cols;
	enum wrap_mode wrap;
};

/* A line of one run; an empty text makes a blank line. */
static void
add_line(struct lines *l, uint8_t role, struct str text)
{
	struct layout_line line = { .block = UINT32_MAX };

	if (text.n) {
		line.runs = arena_new(l->arena, struct layout_run, 1);
		line.n = 1;
		*line.runs = (struct layout_run){ .text = text, .cols = width_str(text), .role = role };
	}
	*vec_add(l->to) = line;
}

/* Of the title, too, a search knows which letters a line shows. */
static void
say_which(struct layout_line *line, const struct wrap_line *wrapped)
{
	line->runs->at = (uint32_t)wrapped->at;
	line->runs->n = (uint32_t)wrapped->n;
}

static void
add_wrapped(struct lines *l, uint8_t role, struct str text)
{
	const struct wrap_opts opts = { .cols = l->cols, .mode = l->wrap };
	struct wrap_line *wrapped;
	size_t n = wrap_text(l->arena, text, &opts, &wrapped);

	for (size_t i = 0; i < n; i++) {
		struct buf shown = { 0 };

		wrap_show(&shown, str_sub(text, wrapped[i].at, wrapped[i].at + wrapped[i].n));
		add_line(l, role, arena_dup(l->arena, buf_str(&shown)));
		if (role == ARTICLE_TITLE && shown.n)
			say_which(&l->to->v[l->to->n - 1], &wrapped[i]);
		buf_free(&shown);
	}
}

/* What buf holds, as lines, where it holds something; it is empty then. */
static void
add_buf(struct lines *l, uint8_t role, struct buf *buf)
{
	if (buf->n)
		add_wrapped(l, role, arena_dup(l->arena, buf_str(buf)));
	buf_clear(buf);
}

/* Adds a part of a line, " · " before it. Lines end between parts: its blanks are hard where it fits on a line. */
static void
add_part(const struct lines *l, struct buf *line, struct str part)
{
	bool fits = width_str(part) + 2 <= l->cols;

	if (!part.n)
		return;
	(void)buf_puts(line, line->n ? " · " : "");
	for (size_t i = 0; i < part.n; i++) {
		if (part.p[i] == ' ' && fits)
			(void)buf_puts(line, "\u00a0");
		else
			(void)buf_putc(line, part.p[i]);
	}
}

/* ---- above */

/* One that would fill the screen is cut off: what is under it is to be in sight. */
static void
add_title(struct lines *l, struct str title)
{
	size_t first = l->to->n, last = first + TITLE_ROWS - 1;
	struct buf row = { 0 };
	struct str rest, shown;

	add_wrapped(l, ARTICLE_TITLE, title);
	if (l->to->n - first <= TITLE_ROWS || !l->to->v[last].n)
		return;
	rest = str_sub(title, l->to->v[last].runs->at, title.n);
	wrap_fit(&row, rest, l->cols);
	shown = arena_dup(l->arena, str_trim(buf_str(&row)));
	buf_free(&row);
	l->to->n = last;
	add_line(l, ARTICLE_TITLE, shown);
	l->to->v[last].runs->at = (uint32_t)(title.n - rest.n);
	l->to->v[last].runs->n = (uint32_t)str_common(rest, shown); /* the mark behind a row that was cut off is none of the text */
}

/* "also in: A, B" */
static void
add_others(struct lines *l, const struct article *a)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < a->n_others; i++)
		(void)buf_printf(&text, "%s%.*s", i ? ", " : "", STR(a->others[i].feed_name));
	if (text.n)
		add_wrapped(l, ARTICLE_META, arena_printf(l->arena, tr("also in: %s"), buf_cstr(&text)));
	buf_free(&text);
}

/* How long it takes to read, in how many sections. */
static void
add_length(const struct lines *l, struct buf *line, const struct doc *doc)
{
	int minutes = reading_minutes(doc);

	if (minutes)
		add_part(l, line, arena_printf(l->arena, tr("about %d min"), minutes));
	if (doc->n_sections > 1)
		add_part(l, line, arena_printf(l->arena, tr_n("%zu section", "%zu sections", doc->n_sections), doc->n_sections));
}

/* What the feed calls it. */
static void
add_categories(struct lines *l, const struct posts_row *post)
{
	struct buf names = { 0 };

	for (size_t i = 0; i < post->n_categories; i++)
		(void)buf_printf(&names, "%s%.*s", i ? ", " : "", STR(post->categories[i]));
	if (names.n)
		add_wrapped(l, ARTICLE_META, arena_printf(l->arena, tr("categories: %s"), buf_cstr(&names)));
	buf_free(&names);
}

static void
add_meta(struct lines *l, const struct article *a)
{
	const struct posts_row *post = &a->post;
	struct buf source = { 0 }, line = { 0 }, date = { 0 };

	posts_source(&source, post);
	add_part(l, &line, buf_str(&source));
	if (!str_eq(post->author, post->feed_name))
		add_part(l, &line, post->author);
	add_buf(l, ARTICLE_META, &line);
	if (post->published != CLOCK_NONE)
		date_full(&date, post->published);
	add_part(l, &line, buf_str(&date));
	if (post->has_text)
		add_length(l, &line, &a->doc);
	if (post->is_changed)
		add_part(l, &line, str_of(tr("changed")));
	add_part(l, &line, str_of(article_full_which(post)));
	add_buf(l, ARTICLE_META, &line);
	headline_tags(post, &line);
	add_buf(l, ARTICLE_TAGS, &line);
	add_categories(l, post);
	buf_free(&source);
	buf_free(&date);
	buf_free(&line);
}

static struct lines
lines_of(article_around_lines *to, struct article *a, int cols, enum wrap_mode wrap)
{
	return (struct lines){ to, &a->line_arena, cols, wrap };
}

void
article_around_head(article_around_lines *to, struct article *a, int cols, enum wrap_mode wrap)
{
	struct lines l = lines_of(to, a, cols, wrap);
	const struct posts_row *post = &a->post;

	if (post->title.n)
		add_title(&l, post->title);
	else
		add_line(&l, ARTICLE_TITLE, str_of(tr("(untitled)")));
	add_meta(&l, a);
	add_others(&l, a);
	add_line(&l, 0, STR_NONE);
	if (post->has_text)
		return;
	add_wrapped(&l, LAYOUT_LABEL, article_full_above(post));
	add_line(&l, 0, STR_NONE);
}

/* ---- below */

/* The address begins behind its label, by a blank that is hard, and goes on at the left: so it can be copied. */
static void
add_link(struct lines *l, struct str label, struct str url, uint16_t number)
{
	struct buf text = { 0 };
	size_t first = l->to->n;

	(void)buf_printf(&text, "%.*s\u00a0", STR(label));
	url_show(&text, url);
	add_buf(l, ARTICLE_LINK, &text);
	for (size_t i = first; i < l->to->n; i++)
		if (l->to->v[i].n)
			l->to->v[i].runs->link = number;
	buf_free(&text);
}

/* What there is to say of the full text. */
static void
add_full(struct lines *l, const struct article *a)
{
	struct buf below = { 0 };
	struct str rest, line;

	article_full_below(a, &below);
	rest = arena_dup(l->arena, buf_str(&below));
	while (str_line(&rest, &line))
		add_wrapped(l, LAYOUT_LABEL, line);
	if (below.n)
		add_line(l, 0, STR_NONE);
	buf_free(&below);
}

void
article_around_tail(article_around_lines *to, struct article *a, int cols, enum wrap_mode wrap)
{
	struct lines l = lines_of(to, a, cols, wrap);

	add_line(&l, 0, STR_NONE);
	add_full(&l, a);
	if (a->post.link.n)
		add_link(&l, str_of(tr("Page:")), a->post.link, ARTICLE_PAGE);
	for (size_t i = 0; i < a->n_others; i++)
		if (a->others[i].link.n)
			add_link(&l, arena_printf(l.arena, "%.*s:", STR(a->others[i].feed_name)), a->others[i].link, 0);
	for (size_t i = 0; i < a->doc.n_links; i++)
		add_link(&l, arena_printf(l.arena, "[%zu]", i + 1), a->doc.links[i].url, (uint16_t)(i + 1));
}
