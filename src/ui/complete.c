#include "ui/complete.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/hangul.h"
#include "text/nfc.h"
#include "text/width.h"
#include "ui/paragraph.h"
#include "ui/theme.h"

enum { GAP = 2, CANDIDATES_MAX = 500 };

void
complete_begin(struct complete *c, const struct prompt *p, size_t from)
{
	char *plain;

	complete_end(c);
	c->from = from;
	c->typed = arena_dup(&c->arena, str_sub(buf_str(&p->text), from, p->at));
	plain = arena_take(&c->arena, c->typed.n + 1);
	c->plain = str_new(plain, 0);
	for (size_t i = 0; i < c->typed.n; i++)
		if (c->typed.p[i] != '"')
			plain[c->plain.n++] = c->typed.p[i];
}

static bool
begins(struct str name, struct str stem)
{
	struct buf a = { 0 }, b = { 0 };
	bool is;

	nfc_fold(&a, name);
	nfc_fold(&b, stem);
	is = a.n >= b.n && str_eq(str_sub(buf_str(&a), 0, b.n), buf_str(&b));
	buf_free(&a);
	buf_free(&b);
	return is;
}

/* A name of ours typed while the input method was on. */
static bool
begins_decoded(struct str name, struct str stem)
{
	struct buf latin = { 0 };
	bool is;

	if (!str_is_ascii(name) || str_is_ascii(stem))
		return false;
	hangul_decode(&latin, stem);
	is = begins(name, buf_str(&latin));
	buf_free(&latin);
	return is;
}

static bool
is_there(const struct complete *c, struct str word)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->words[i], word))
			return true;
	return false;
}

static void
insert(struct complete *c, size_t at, struct str word)
{
	if (c->n == c->cap) {
		c->cap = c->cap ? c->cap * 2 : 32;
		c->words = mem_realloc(c->words, c->cap, sizeof *c->words);
	}
	memmove(&c->words[at + 1], &c->words[at], (c->n - at) * sizeof *c->words);
	c->words[at] = arena_dup(&c->arena, word);
	c->n++;
}

void
complete_add(struct complete *c, struct str name, struct str word)
{
	bool is_first = begins(name, c->plain) || begins_decoded(name, c->plain);

	if (c->n == CANDIDATES_MAX || (!is_first && !hangul_matches(name, c->plain)) || is_there(c, word))
		return;
	insert(c, is_first ? c->n_first++ : c->n, word);
}

static int
by_name(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

void
complete_sort(struct str *names, size_t n)
{
	if (n)
		qsort(names, n, sizeof *names, by_name);
}

/* Replaces what stands between the word's start and the cursor. */
static void
put(struct complete *c, struct prompt *p, struct str word, bool has_blank)
{
	struct buf text = { 0 };

	(void)buf_printf(&text, "%.*s%s", STR(word), has_blank ? " " : "");
	prompt_put(p, c->from, buf_str(&text));
	buf_free(&text);
}

/* Latin letters in the midst of a name are only worth a look where no name begins so. */
static void
settle(struct complete *c)
{
	if (!c->is_open && c->n_first && str_is_ascii(c->plain))
		c->n = c->n_first;
}

void
complete_step(struct complete *c, struct prompt *p, int step, bool has_blank)
{
	settle(c);
	if (!c->n)
		return;
	if (c->n == 1) {
		put(c, p, c->words[0], has_blank && !str_ends(c->words[0], "/"));
		complete_end(c);
		return;
	}
	if (!c->is_open)
		c->at = step > 0 ? 0 : c->n - 1;
	else
		c->at = (c->at + c->n + 1 + (size_t)step) % (c->n + 1);
	c->is_open = true;
	put(c, p, c->at < c->n ? c->words[c->at] : c->typed, false);
}

void
complete_show(struct complete *c)
{
	settle(c);
	c->is_shown = c->n > 0;
	c->at = c->n;
}

void
complete_end(struct complete *c)
{
	free(c->words);
	arena_free(&c->arena);
	*c = (struct complete){ .hint = c->hint };
}

void
complete_free(struct complete *c)
{
	complete_end(c);
	buf_free(&c->hint);
}

/* The first candidate that is drawn, so that the one in the prompt is seen. */
static size_t
first_shown(const struct complete *c, int cols)
{
	size_t first = c->at < c->n ? c->at : 0;
	int used = c->at < c->n ? width_str(c->words[c->at]) : 0;

	while (first && used + GAP + width_str(c->words[first - 1]) <= cols - 2 * GAP)
		used += GAP + width_str(c->words[--first]);
	return first;
}

static void
draw_words(const struct complete *c, struct screen *s, struct screen_box box)
{
	int col = box.col, end = box.col + box.cols;
	size_t i = first_shown(c, box.cols);

	if (i)
		col += screen_put(s, box.row, col, GAP, THEME_MUTED, str_lit("< "));
	for (; i < c->n && col < end; i++) {
		unsigned style = THEME_BAR | (i == c->at ? THEME_SELECTED : 0);

		if (col + width_str(c->words[i]) > end - GAP && i + 1 < c->n && i != c->at) {
			(void)screen_put(s, box.row, end - 1, 1, THEME_MUTED, str_lit(">"));
			return;
		}
		col += screen_put(s, box.row, col, end - col, style, c->words[i]) + GAP;
	}
}

bool
complete_draw(const struct complete *c, struct screen *s, struct screen_box box)
{
	if (!c->is_open && !c->is_shown && !c->hint.n)
		return false;
	if (!c->is_open && !c->is_shown) {
		box.rows = paragraph_rows(buf_str(&c->hint), box.cols);
		box.row -= box.rows - 1;
	}
	screen_fill(s, (struct screen_box){ box.row, 0, box.rows, s->cols }, THEME_BAR);
	if (c->is_open || c->is_shown)
		draw_words(c, s, box);
	else
		(void)paragraph_draw(s, box, THEME_BAR, buf_str(&c->hint));
	return true;
}
