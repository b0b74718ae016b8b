#include "ui/article.h"

#include "base/mem.h"
#include "base/tr.h"
#include "base/vec.h"
#include "html/doc_read.h"
#include "html/outline.h"
#include "store/full.h"
#include "store/posts_fold.h"
#include "text/date.h"
#include "text/url.h"
#include "text/utf8.h"
#include "text/width.h"
#include "ui/article_full.h"
#include "ui/headline.h"

enum { LETTERS_A_MINUTE = 500, LINK_INDENT = 6 };

struct lines {
	struct arena *arena;
	vec(struct layout_line) v;
};

static int
read_full(struct article *a, struct store *store, struct err *err)
{
	struct full full;

	if (!a->post.full)
		return 0;
	if (full_get(store, &a->arena, a->post.id, &full, err) < 0)
		return -1;
	a->why_not = full.error;
	return 0;
}

int
article_load(struct article *a, struct store *store, int64_t id, struct err *err)
{
	struct article fresh = { 0 };
	struct str xhtml;

	if (posts_get(store, &fresh.arena, id, &fresh.post, err) < 0 || posts_text(store, &fresh.arena, id, &xhtml, err) < 0)
		goto failed;
	if (read_full(&fresh, store, err) < 0)
		goto failed;
	if (posts_fold_others(store, &fresh.arena, &fresh.post, &fresh.others, &fresh.n_others, err) < 0)
		goto failed;
	if (!xhtml.n)
		doc_read_text(&fresh.arena, fresh.post.excerpt, &fresh.doc);
	else if (doc_read(&fresh.arena, xhtml, &fresh.doc, err) < 0)
		goto failed;
	outline_find(&fresh.arena, &fresh.doc, fresh.post.title);
	fresh.folded = arena_new(&fresh.arena, bool, fresh.doc.n_sections);
	article_free(a);
	*a = fresh;
	return 0;
failed:
	article_free(&fresh);
	return -1;
}

void
article_free(struct article *a)
{
	arena_free(&a->arena);
	arena_free(&a->line_arena);
	*a = (struct article){ 0 };
}

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
	*vec_add(&l->v) = line;
}

static void
add_wrapped(struct lines *l, uint8_t role, struct str text, int cols, int hang)
{
	const struct wrap_opts opts = { .cols = cols, .hang = hang, .mode = WRAP_WORD };
	struct wrap_line *wrapped;
	size_t n = wrap_text(l->arena, text, &opts, &wrapped);

	for (size_t i = 0; i < n; i++) {
		struct buf shown = { 0 };

		if (i)
			(void)buf_fill(&shown, ' ', (size_t)hang);
		wrap_show(&shown, str_sub(text, wrapped[i].at, wrapped[i].at + wrapped[i].n));
		add_line(l, role, arena_dup(l->arena, buf_str(&shown)));
		buf_free(&shown);
	}
}

/* "also in: A, B" */
static void
add_others(struct lines *l, const struct article *a, int cols)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < a->n_others; i++)
		(void)buf_printf(&text, "%s%.*s", i ? ", " : "", STR(a->others[i].feed_name));
	if (text.n)
		add_wrapped(l, ARTICLE_META, arena_printf(l->arena, tr("also in: %s"), buf_cstr(&text)), cols, 0);
	buf_free(&text);
}

static void
add_meta(struct lines *l, const struct posts_row *post, int cols)
{
	int64_t minutes = (post->letters + LETTERS_A_MINUTE - 1) / LETTERS_A_MINUTE;
	struct buf text = { 0 };

	(void)buf_add(&text, post->feed_name);
	if (post->author.n && !str_eq(post->author, post->feed_name))
		(void)buf_printf(&text, " · %.*s", STR(post->author));
	add_wrapped(l, ARTICLE_META, arena_dup(l->arena, buf_str(&text)), cols, 0);
	buf_clear(&text);
	if (post->published != CLOCK_NONE)
		date_full(&text, post->published);
	if (minutes > 0) {
		(void)buf_puts(&text, text.n ? " · " : "");
		(void)buf_printf(&text, tr_n("%lld minute to read", "%lld minutes to read", (unsigned long)minutes), (long long)minutes);
	}
	if (post->is_changed)
		(void)buf_printf(&text, "%s%s", text.n ? " · " : "", tr("changed"));
	if (*article_full_which(post))
		(void)buf_printf(&text, "%s%s", text.n ? " · " : "", article_full_which(post));
	if (text.n)
		add_wrapped(l, ARTICLE_META, arena_dup(l->arena, buf_str(&text)), cols, 0);
	buf_clear(&text);
	headline_tags(post, &text);
	if (text.n)
		add_wrapped(l, ARTICLE_TAGS, arena_dup(l->arena, buf_str(&text)), cols, 0);
	buf_free(&text);
}

static void
add_head(struct lines *l, const struct article *a, int cols)
{
	const struct posts_row *post = &a->post;
	struct str title = post->title.n ? post->title : str_of(tr("(untitled)"));

	add_wrapped(l, ARTICLE_TITLE, title, cols, 0);
	add_meta(l, post, cols);
	add_others(l, a, cols);
	add_line(l, 0, STR_NONE);
	if (post->has_text)
		return;
	add_wrapped(l, LAYOUT_LABEL, article_full_above(post), cols, 0);
	add_line(l, 0, STR_NONE);
}

static void
add_link(struct lines *l, struct str label, struct str url, int cols)
{
	struct buf text = { 0 };

	(void)buf_printf(&text, "%.*s ", STR(label));
	url_show(&text, url);
	add_wrapped(l, ARTICLE_LINK, arena_dup(l->arena, buf_str(&text)), cols, cols > 4 * LINK_INDENT ? LINK_INDENT : 0);
	buf_free(&text);
}

static void
add_tail(struct lines *l, const struct article *a, int cols)
{
	struct buf below = { 0 };
	struct str rest, line;

	add_line(l, 0, STR_NONE);
	article_full_below(a, &below);
	rest = arena_dup(l->arena, buf_str(&below));
	while (str_line(&rest, &line))
		add_wrapped(l, LAYOUT_LABEL, line, cols, 0);
	if (below.n)
		add_line(l, 0, STR_NONE);
	buf_free(&below);
	if (a->post.link.n)
		add_link(l, str_of(tr("Page:")), a->post.link, cols);
	for (size_t i = 0; i < a->n_others; i++)
		if (a->others[i].link.n)
			add_link(l, arena_printf(l->arena, "%.*s:", STR(a->others[i].feed_name)), a->others[i].link, cols);
	for (size_t i = 0; i < a->doc.n_links; i++)
		add_link(l, arena_printf(l->arena, "[%zu]", i + 1), a->doc.links[i].url, cols);
}

void
article_lay_out(struct article *a, int cols)
{
	const struct layout_opts opts = { .cols = cols, .wrap = WRAP_WORD, .has_refs = true, .folded = a->folded };
	struct lines lines = { .arena = &a->line_arena };

	arena_reset(&a->line_arena);
	a->layout = (struct layout){ 0 };
	layout_doc(&a->line_arena, &a->doc, &opts, &a->layout);
	add_head(&lines, a, cols);
	a->head = lines.v.n;
	for (size_t i = 0; i < a->layout.n; i++)
		*vec_add(&lines.v) = a->layout.lines[i];
	add_tail(&lines, a, cols);
	a->n = lines.v.n;
	a->lines = arena_new(&a->line_arena, struct layout_line, a->n);
	memcpy(a->lines, lines.v.v, a->n * sizeof *a->lines);
	a->cols = cols;
	vec_free(&lines.v);
}

size_t
article_section_line(const struct article *a, size_t section)
{
	size_t line = a->cols && section < a->doc.n_sections ? a->layout.section_line[section] : SIZE_MAX;

	return line == SIZE_MAX ? SIZE_MAX : line + a->head;
}

int
article_section_at(const struct article *a, size_t line)
{
	size_t end = line < a->n ? line + 1 : a->n;

	for (size_t i = end; i-- > a->head;)
		if (a->lines[i].block < a->doc.n)
			return a->doc.blocks[a->lines[i].block].section;
	return -1;
}

size_t
article_next_heading(const struct article *a, size_t line, int direction)
{
	size_t best = SIZE_MAX;

	for (size_t i = 0; i < a->doc.n_sections; i++) {
		size_t at = article_section_line(a, i);

		if (at == SIZE_MAX)
			continue;
		if (direction > 0 && at > line)
			return at;
		if (direction < 0 && at < line)
			best = at;
	}
	return best;
}

void
article_fold_all(struct article *a, bool folded)
{
	for (size_t i = 0; i < a->doc.n_sections; i++)
		a->folded[i] = folded;
}

struct article_place
article_place_of(const struct article *a, size_t line)
{
	if (line < a->head)
		return (struct article_place){ ARTICLE_IN_HEAD, line, 0 };
	for (size_t i = line; i < a->n; i++)
		if (a->lines[i].block < a->doc.n)
			return (struct article_place){ ARTICLE_IN_TEXT, a->lines[i].block, a->lines[i].at };
	return (struct article_place){ ARTICLE_IN_TAIL, line < a->n ? a->n - line : 0, 0 };
}

size_t
article_line_of(const struct article *a, struct article_place place)
{
	size_t found = a->head;

	if (place.part == ARTICLE_IN_HEAD)
		return place.block < a->head ? place.block : a->head;
	if (place.part == ARTICLE_IN_TAIL)
		return place.block < a->n ? a->n - place.block : 0;
	for (size_t i = a->head; i < a->n; i++) {
		const struct layout_line *line = &a->lines[i];

		if (line->block >= a->doc.n)
			continue;
		if (line->block > place.block || (line->block == place.block && line->at > place.at))
			break;
		found = i;
	}
	return found;
}

void
article_position(const struct article *a, size_t line, int64_t *section, int64_t *letter)
{
	struct article_place place = article_place_of(a, line);
	int in = article_section_at(a, line);
	size_t from = in >= 0 ? a->doc.sections[in].block : 0;

	*section = in + 1;
	*letter = 0;
	if (place.part != ARTICLE_IN_TEXT)
		return;
	for (size_t i = from; i < place.block; i++)
		*letter += (int64_t)utf8_count(a->doc.blocks[i].text);
	*letter += (int64_t)utf8_count(str_sub(a->doc.blocks[place.block].text, 0, place.at));
}

size_t
article_line_at(const struct article *a, int64_t section, int64_t letter)
{
	struct article_place place = { ARTICLE_IN_TEXT, 0, 0 };
	struct str rest;

	if (section <= 0 && letter <= 0)
		return 0;
	if (section > 0 && (size_t)section <= a->doc.n_sections)
		place.block = a->doc.sections[section - 1].block;
	for (; place.block < a->doc.n; place.block++) {
		int64_t n = (int64_t)utf8_count(a->doc.blocks[place.block].text);

		if (letter < n || (letter == 0 && n == 0))
			break;
		letter -= n;
	}
	if (place.block >= a->doc.n)
		return 0;
	rest = a->doc.blocks[place.block].text;
	while (letter-- > 0)
		(void)utf8_next(&rest);
	place.at = a->doc.blocks[place.block].text.n - rest.n;
	return article_line_of(a, place);
}
