#include "ui/term_style.h"

#include <curses.h>
#include <term.h>

#include "ui/term_entry.h"

/* CHANGE_BYTES: two colours by red, green and blue, with all letters, take 60. OLD_PAIRS: pairs that letters can name; that there is one
 * at all they have to say, or what is plain is taken for colourless. */
enum { CHANGES = 512, CHANGE_BYTES = 72, OLD_PAIRS = 256 };

/* One terminal a process. */
static struct {
	struct theme_look look; /* that curses believes is on */
	struct change {         /* that were needed before, each where its hash says */
		struct theme_look from, to;
		size_t n;           /* 0: none */
		char bytes[CHANGE_BYTES];
	} changes[CHANGES];
} style = { .look = TERM_STYLE_NONE };

static struct buf *sink; /* of add_byte(), which curses calls; NULL: nobody wants them */

static int
add_byte(int c)
{
	if (sink)
		(void)buf_putc(sink, (char)c);
	return c;
}

static attr_t
to_attrs(unsigned attrs)
{
	static const struct {
		unsigned ours;
		attr_t theirs;
	} table[] = {
		{ THEME_BOLD, A_BOLD }, { THEME_ITALIC, A_ITALIC }, { THEME_UNDERLINE, A_UNDERLINE }, { THEME_REVERSE, A_REVERSE },
		{ THEME_DIM, A_DIM },
	};
	attr_t result = A_NORMAL;

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (attrs & table[i].ours)
			result |= table[i].theirs;
	return result;
}

bool
term_style_eq(const struct screen_cell *a, const struct screen_cell *b)
{
	return a->style == b->style && a->fg == b->fg && a->bg == b->bg;
}

bool
term_style_is(const struct theme_look *a, const struct theme_look *b)
{
	return a->fg == b->fg && a->bg == b->bg && a->attrs == b->attrs;
}

/* Black and the darkest of blues are numbers of the palette for the terminal: it has those, or some very near. */
static int
to_number(int color)
{
	if (color < COLOR_RGB)
		return color;
	return color_to_rgb(color) < TERM_ENTRY_PALETTE ? color_of_256(color) : color_to_rgb(color);
}

struct theme_look
term_style_of(const struct theme *theme, const struct screen_cell *cell)
{
	struct theme_look look = theme_look(theme, cell->style);

	if (cell->fg)
		look.fg = theme_fit(theme, (int)cell->fg);
	if (cell->bg)
		look.bg = theme_fit(theme, (int)cell->bg);
	return look;
}

/* Lets curses change from the look that it believes in to another one. */
static void
ask(const struct theme_look *to, struct buf *out)
{
	int pair = 0;

	if (to->fg >= 0 || to->bg >= 0)
		pair = alloc_pair(to_number(to->fg), to_number(to->bg));
	if (pair < 0)
		pair = 0;
	sink = out;
	(void)vid_puts(to_attrs(to->attrs) | (attr_t)COLOR_PAIR(pair < OLD_PAIRS ? pair : OLD_PAIRS - 1), 0, &pair, add_byte);
	style.look = *to;
}

static struct change *
place_of(const struct theme_look *from, const struct theme_look *to)
{
	unsigned hash = (unsigned)from->fg * 31 + (unsigned)from->bg * 37 + from->attrs;

	hash = hash * 61 + (unsigned)to->fg * 41 + (unsigned)to->bg * 43 + to->attrs;
	return &style.changes[(hash ^ hash >> 9 ^ hash >> 18) % CHANGES];
}

/* Of what goes back to the terminal's own colour, but not wholly, vid_puts() leaves the other one on. */
static bool
loses_color(const struct theme_look *from, const struct theme_look *to)
{
	return (from->fg >= 0 && to->fg < 0) || (from->bg >= 0 && to->bg < 0);
}

void
term_style_change(struct buf *out, const struct theme_look *from, const struct theme_look *to)
{
	struct change *change = place_of(from, to);
	size_t before = out->n;

	if (change->n && term_style_is(&change->from, from) && term_style_is(&change->to, to)) {
		(void)buf_add_bytes(out, change->bytes, change->n);
		return;
	}
	if (!term_style_is(&style.look, from))
		ask(from, NULL);
	if (loses_color(from, to))
		ask(&TERM_STYLE_NONE, out);
	ask(to, out);
	change->n = 0;
	if (out->n - before > CHANGE_BYTES)
		return;
	*change = (struct change){ .from = *from, .to = *to, .n = out->n - before };
	for (size_t i = 0; i < change->n; i++)
		change->bytes[i] = out->p[before + i];
}

void
term_style_settle(void)
{
	if (!term_style_is(&style.look, &TERM_STYLE_NONE))
		ask(&TERM_STYLE_NONE, NULL);
}
