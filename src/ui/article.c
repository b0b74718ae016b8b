#include "ui/article.h"

#include "base/mem.h"
#include "html/doc_read.h"
#include "html/outline.h"
#include "store/full.h"
#include "store/full_why.h"
#include "store/posts_fold.h"
#include "text/josa.h"
#include "text/utf8.h"
#include "ui/article_around.h"

static int
read_full(struct article *a, struct store *store, struct err *err)
{
	struct buf words = { 0 }, settled = { 0 };
	struct full full;

	if (!a->post.full)
		return 0;
	if (full_get(store, &a->arena, a->post.id, &full, err) < 0)
		return -1;
	full_why_text(&words, full.error, full.held_until);
	josa_apply(&settled, buf_str(&words));
	a->is_retried = full.is_wanted;
	a->why_not = arena_dup(&a->arena, buf_str(&settled));
	buf_free(&words);
	buf_free(&settled);
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
	fresh.closed = arena_new(&fresh.arena, bool, fresh.doc.n);
	fresh.picture_rows = arena_new(&fresh.arena, uint16_t, fresh.doc.n);
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

void
article_lay_out(struct article *a, int cols, enum wrap_mode wrap)
{
	const struct layout_opts opts = { .cols = cols, .wrap = wrap, .has_refs = true, .folded = a->folded,
		.pictures = a->picture_rows, .has_wide_tables = a->has_wide_tables, .closed = a->closed };
	article_around_lines lines = { 0 };

	arena_reset(&a->line_arena);
	a->layout = (struct layout){ 0 };
	layout_doc(&a->line_arena, &a->doc, &opts, &a->layout);
	article_around_head(&lines, a, cols, wrap);
	a->head = lines.n;
	for (size_t i = 0; i < a->layout.n; i++)
		*vec_add(&lines) = a->layout.lines[i];
	article_around_tail(&lines, a, cols, wrap);
	a->n = lines.n;
	a->lines = arena_new(&a->line_arena, struct layout_line, a->n);
	memcpy(a->lines, lines.v, a->n * sizeof *a->lines);
	a->cols = cols;
	vec_free(&lines);
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

struct str
article_run_link(const struct article *a, const struct layout_run *run)
{
	if (run->link == ARTICLE_PAGE || run->role == ARTICLE_TITLE)
		return a->post.link;
	return run->link && run->link <= a->doc.n_links ? a->doc.links[run->link - 1].url : STR_NONE;
}

static bool
is_of(const struct layout_line *line, struct article_place place)
{
	return line->block == place.block && line->at == place.at;
}

/* The last line of what begins with that byte or holds it. */
static size_t
line_of_text(const struct article *a, struct article_place place)
{
	size_t found = a->head;

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

struct article_place
article_place_of(const struct article *a, size_t line)
{
	struct article_place place = { .part = ARTICLE_IN_TEXT };

	if (line < a->head)
		return (struct article_place){ .part = ARTICLE_IN_HEAD, .block = line };
	for (size_t i = line; i < a->n; i++) {
		if (a->lines[i].block >= a->doc.n)
			continue;
		place.block = a->lines[i].block;
		place.at = a->lines[i].at;
		place.above = line_of_text(a, place) - line;
		return place;
	}
	return (struct article_place){ .part = ARTICLE_IN_TAIL, .block = line < a->n ? a->n - line : 0 };
}

size_t
article_line_of(const struct article *a, struct article_place place)
{
	size_t found;

	if (place.part == ARTICLE_IN_HEAD)
		return place.block < a->head ? place.block : a->head;
	if (place.part == ARTICLE_IN_TAIL)
		return place.block < a->n ? a->n - place.block : 0;
	found = line_of_text(a, place);
	for (size_t k = 0; k < place.above && found > a->head; k++, found--) {
		if (a->lines[found - 1].block < a->doc.n && !is_of(&a->lines[found - 1], place))
			break;
	}
	return found;
}

/* How many letters of a block stand before byte at, in all for SIZE_MAX; the rows of a table count as such. */
static int64_t
letters_before(const struct doc_block *b, size_t at)
{
	if (b->kind == DOC_TABLE)
		return (int64_t)(at < b->n_rows ? at : b->n_rows);
	return (int64_t)utf8_count(str_sub(b->text, 0, at));
}

/* The byte where a letter of the block begins. */
static size_t
byte_at(const struct doc_block *b, int64_t letter)
{
	struct str rest = b->text;

	if (b->kind == DOC_TABLE)
		return (size_t)letter;
	while (letter-- > 0)
		(void)utf8_next(&rest);
	return b->text.n - rest.n;
}

void
article_position(const struct article *a, struct article_place place, int64_t *section, int64_t *letter)
{
	const struct doc *doc = &a->doc;
	size_t block = place.part == ARTICLE_IN_TEXT ? place.block : doc->n;
	int in = place.part == ARTICLE_IN_TEXT ? doc->blocks[block].section : doc->n ? doc->blocks[doc->n - 1].section : -1;

	*section = *letter = 0;
	if (place.part == ARTICLE_IN_HEAD)
		return;
	*section = in + 1;
	for (size_t i = in >= 0 ? doc->sections[in].block : 0; i < block; i++)
		*letter += letters_before(&doc->blocks[i], SIZE_MAX);
	if (block < doc->n)
		*letter += letters_before(&doc->blocks[block], place.at);
}

struct article_place
article_place_at(const struct article *a, int64_t section, int64_t letter)
{
	struct article_place place = { .part = ARTICLE_IN_TEXT };
	size_t line;

	if (section <= 0 && letter <= 0)
		return (struct article_place){ .part = ARTICLE_IN_HEAD };
	if (section > 0 && (size_t)section <= a->doc.n_sections)
		place.block = a->doc.sections[section - 1].block;
	for (; place.block < a->doc.n; place.block++) {
		int64_t n = letters_before(&a->doc.blocks[place.block], SIZE_MAX);

		if (letter < n || (letter == 0 && n == 0))
			break;
		letter -= n;
	}
	if (place.block >= a->doc.n)
		return (struct article_place){ .part = ARTICLE_IN_TAIL, .block = a->n - a->head - a->layout.n };
	place.at = byte_at(&a->doc.blocks[place.block], letter);
	line = line_of_text(a, place);
	while (line > a->head && is_of(&a->lines[line - 1], place)) {
		place.above++;
		line--;
	}
	return place;
}
