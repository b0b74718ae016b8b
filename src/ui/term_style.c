#include "ui/term_style.h"

#include <curses.h>
#include <string.h>
#include <term.h>

#include "ui/term_entry.h"

/* BYTES: two colours by red, green and blue, with all letters, take 60. OLD_PAIRS: pairs that letters can name; that there is one
 * at all they have to say, or what is plain is taken for colourless. */
enum { LOOKS = 256, BYTES = 72, OLD_PAIRS = 256 };

/* What puts a look on where none is, as it was asked of curses; each where its hash says. One terminal a process. */
static struct known {
	struct theme_look look;
	bool is_known;
	size_t n;
	char bytes[BYTES];
} looks[LOOKS];

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

/* Black and the darkest of blues are numbers of the palette for the terminal: it has those, or some very near. */
static int
to_number(int color)
{
	if (color < COLOR_RGB)
		return color;
	return color_to_rgb(color) < TERM_ENTRY_PALETTE ? color_of_256(color) : color_to_rgb(color);
}

struct theme_look
term_style_of(const struct theme *theme, const struct screen *s, const struct screen_cell *cell)
{
	struct theme_look look = theme_look(theme, cell->style);
	struct screen_tint tint = screen_tint_of(s, cell);

	if (tint.fg)
		look.fg = theme_fit(theme, (int)tint.fg);
	if (tint.bg)
		look.bg = theme_fit(theme, (int)tint.bg);
	return look;
}

/* Lets curses put it on where none is, which it believes again afterwards. */
static void
ask(const struct theme_look *look, struct buf *out)
{
	int pair = 0, none = 0;

	if (look->fg >= 0 || look->bg >= 0)
		pair = alloc_pair(to_number(look->fg), to_number(look->bg));
	if (pair < 0)
		pair = 0;
	sink = out;
	(void)vid_puts(to_attrs(look->attrs) | (attr_t)COLOR_PAIR(pair < OLD_PAIRS ? pair : OLD_PAIRS - 1), 0, &pair, add_byte);
	sink = NULL;
	(void)vid_puts(A_NORMAL, 0, &none, add_byte);
}

static struct known *
place_of(const struct theme_look *look)
{
	unsigned hash = ((unsigned)look->fg * 41 + (unsigned)look->bg) * 43 + look->attrs;

	return &looks[(hash ^ hash >> 8 ^ hash >> 16) % LOOKS];
}

static void
put_on(struct buf *out, const struct theme_look *look)
{
	struct known *known = place_of(look);
	size_t before = out->n;

	if (known->is_known && term_style_is(&known->look, look)) {
		(void)buf_add_bytes(out, known->bytes, known->n);
		return;
	}
	ask(look, out);
	if (out->n - before > BYTES)
		return;
	*known = (struct known){ .look = *look, .is_known = true, .n = out->n - before };
	memcpy(known->bytes, out->p + before, known->n);
}

/* Most have no time to be waited in them, of which curses would have to know. */
static void
put_string(struct buf *out, const char *capability)
{
	if (!strchr(capability, '$')) {
		(void)buf_puts(out, capability);
		return;
	}
	sink = out;
	(void)tputs(capability, 1, add_byte);
}

/*
 * Curses would say how to get from one look to the other, but the way back to the terminal's own colours it writes itself and
 * does not give to who asks.
 */
void
term_style_change(struct buf *out, const struct theme_look *from, const struct theme_look *to)
{
	bool is_reset = from->attrs && exit_attribute_mode; /* which puts off colours, too */

	if (is_reset)
		put_string(out, exit_attribute_mode);
	if (!is_reset && orig_pair && ((from->fg >= 0 && to->fg < 0) || (from->bg >= 0 && to->bg < 0)))
		put_string(out, orig_pair);
	put_on(out, to);
}
