#include "html/markdown_emph.h"

#include "text/utf8.h"
#include "text/wrap_class.h"

enum { KINDS = 3, LENGTHS = 3 }; /* of marks; lengths that differ: what is left by 3 */

static const struct {
	char mark;
	const char *once, *twice;
} kinds[KINDS] = {
	{ '*', "em", "strong" },
	{ '_', "em", "strong" },
	{ '~', "del", "del" },
};

static size_t
kind_of(char mark)
{
	size_t i = 0;

	while (i + 1 < KINDS && kinds[i].mark != mark)
		i++;
	return i;
}

/* ---- what a run can do */

static bool
is_space(int32_t cp)
{
	return cp < 0 || cp == ' ' || cp == '\n' || cp == '\t' || cp == 0xa0 || cp == 0x3000;
}

static bool
is_letter_of_east(int32_t cp)
{
	return wrap_class(cp) == WRAP_CLASS_HANGUL || wrap_class(cp) == WRAP_CLASS_HAN;
}

static bool
is_mark(int32_t cp)
{
	return !is_space(cp) && (wrap_class(cp) == WRAP_CLASS_OTHER || wrap_class(cp) == WRAP_CLASS_EMOJI);
}

/* Whether a run holds fast to the text on its one side, inside. */
static bool
is_flanking(int32_t inside, int32_t outside)
{
	if (is_space(inside))
		return false;
	return !is_mark(inside) || is_space(outside) || is_mark(outside) || is_letter_of_east(outside);
}

size_t
markdown_emph_add(struct markdown_emph *e, struct str text, size_t at, size_t n)
{
	struct str head = str_sub(text, 0, at), tail = str_sub(text, at + n, text.n);
	int32_t before = utf8_last(&head), after = utf8_next(&tail);
	bool is_left = is_flanking(after, before), is_right = is_flanking(before, after);
	struct markdown_emph_run run = { .mark = text.p[at], .n = n, .left = n, .before = e->last };

	run.can_open = is_left && (run.mark != '_' || !is_right || is_mark(before));
	run.can_close = is_right && (run.mark != '_' || !is_left || is_mark(after));
	if (run.mark == '~' && n != 2) /* one stands between numbers, and ends a friendly line */
		run.can_open = run.can_close = false;
	*vec_add(&e->runs) = run;
	if (e->last)
		e->runs.v[e->last - 1].after = e->runs.n;
	e->last = e->runs.n;
	return e->last;
}

/* ---- pairs */

static struct markdown_emph_run *
run_at(const struct markdown_emph *e, size_t number)
{
	return &e->runs.v[number - 1];
}

static void
forget(struct markdown_emph *e, size_t number)
{
	const struct markdown_emph_run *run = run_at(e, number);

	if (run->before)
		run_at(e, run->before)->after = run->after;
	if (run->after)
		run_at(e, run->after)->before = run->before;
	else
		e->last = run->before;
}

static bool
fits(const struct markdown_emph_run *opener, const struct markdown_emph_run *closer)
{
	if (!opener->can_open || opener->mark != closer->mark)
		return false;
	if (closer->mark == '~')
		return true;
	if (!closer->can_open && !opener->can_close)
		return true;
	return closer->n % LENGTHS == 0 || (opener->n + closer->n) % LENGTHS != 0;
}

static void
join(struct markdown_emph *e, struct markdown_emph_run *opener, struct markdown_emph_run *closer)
{
	size_t n = opener->left >= 2 && closer->left >= 2 ? 2 : 1, kind = kind_of(closer->mark);
	const char *name = n == 2 ? kinds[kind].twice : kinds[kind].once;
	struct markdown_emph_tag *open = arena_new(e->arena, struct markdown_emph_tag, 2), *close = open + 1;

	*open = (struct markdown_emph_tag){ name, opener->opened };
	opener->opened = open;
	close->name = name;
	*(closer->last_closed ? &closer->last_closed->next : &closer->closed) = close;
	closer->last_closed = close;
	opener->left -= n;
	closer->left -= n;
}

/* The number of the run that the closer ends, 0 for none. */
static size_t
find_opener(const struct markdown_emph *e, const struct markdown_emph_run *closer, size_t bottom)
{
	size_t i = closer->before;

	while (i > bottom && !fits(run_at(e, i), closer))
		i = run_at(e, i)->before;
	return i > bottom ? i : 0;
}

/* Joins the closer to the opener; the next run to look at. */
static size_t
take_pair(struct markdown_emph *e, size_t opener, size_t closer)
{
	size_t next = run_at(e, closer)->after;

	join(e, run_at(e, opener), run_at(e, closer));
	run_at(e, opener)->after = closer;
	run_at(e, closer)->before = opener;
	if (!run_at(e, opener)->left)
		forget(e, opener);
	if (run_at(e, closer)->left)
		return closer;
	forget(e, closer);
	return next;
}

/* The first run behind bottom. */
static size_t
first_behind(const struct markdown_emph *e, size_t bottom)
{
	size_t first = 0;

	for (size_t i = e->last; i > bottom; i = run_at(e, i)->before)
		first = i;
	return first;
}

void
markdown_emph_pair(struct markdown_emph *e, size_t bottom)
{
	/* Below these there is no opener for closers of a kind: so that none is looked for again and again. */
	size_t bottoms[KINDS][2][LENGTHS], at = first_behind(e, bottom);

	for (size_t i = 0; i < KINDS * 2 * LENGTHS; i++)
		bottoms[i / (2 * LENGTHS)][i / LENGTHS % 2][i % LENGTHS] = bottom;
	while (at) {
		struct markdown_emph_run *run = run_at(e, at);
		size_t *low = &bottoms[kind_of(run->mark)][run->can_open][run->n % LENGTHS], opener, next = run->after;

		opener = run->can_close ? find_opener(e, run, *low) : 0;
		if (opener) {
			at = take_pair(e, opener, at);
			continue;
		}
		if (run->can_close) {
			*low = run->before > bottom ? run->before : bottom;
			if (!run->can_open)
				forget(e, at);
		}
		at = next;
	}
	while (e->last > bottom)
		forget(e, e->last);
}

void
markdown_emph_write(struct buf *html, const struct markdown_emph *e, size_t number)
{
	const struct markdown_emph_run *run = run_at(e, number);

	for (const struct markdown_emph_tag *tag = run->closed; tag; tag = tag->next)
		(void)buf_printf(html, "</%s>", tag->name);
	(void)buf_fill(html, run->mark, run->left);
	for (const struct markdown_emph_tag *tag = run->opened; tag; tag = tag->next)
		(void)buf_printf(html, "<%s>", tag->name);
}
