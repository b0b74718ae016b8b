#include "text/wrap_cut.h"

#include <unigbrk.h>

#include "text/emoji.h"
#include "text/plain.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap_class.h"

enum { NBSP = 0xa0, WJ = 0x2060 };

/* How well a line ends between two pieces. */
enum place { PLACE_NEVER, PLACE_HARD, PLACE_SPACE, PLACE_GOOD, PLACES };

/* What stays together in any case: a base with its marks; at most two columns wide, or a keycap of three. */
struct piece {
	size_t at, end;
	int32_t first, last; /* code points */
	int cols;
};

static bool
is_flag_letter(int32_t cp)
{
	return cp >= 0x1f1e6 && cp <= 0x1f1ff;
}

/* True when next, of that width, belongs to the piece. Spacing marks (of Indic scripts) do while there is room. */
static bool
is_joined(const struct piece *p, int32_t next, int cols)
{
	if (plain_is_simple(next))
		return false;
	if (cols == 0 || next == EMOJI_KEYCAP)
		return true;
	if (p->cols + cols > 2)
		return false;
	if (is_flag_letter(next))
		return is_flag_letter(p->first) && is_flag_letter(p->last);
	return next > 0x300 && p->last > 0x300 && !uc_is_grapheme_break((ucs4_t)p->last, (ucs4_t)next);
}

static int
cols_of(int32_t cp)
{
	int cols = width_char(cp);

	return cols > 0 ? cols : 0;
}

static struct piece
piece_at(struct str text, size_t at)
{
	struct str rest = str_sub(text, at, text.n), ahead;
	struct piece p = { .at = at };
	int32_t cp;
	int cols;

	p.first = p.last = utf8_next(&rest);
	p.cols = cols_of(p.first);
	for (ahead = rest; ahead.n; rest = ahead) {
		cp = utf8_next(&ahead);
		if (plain_is_simple(cp))
			break;
		cols = p.last == EMOJI_ZWJ ? 0 : cols_of(cp);
		if (!is_joined(&p, cp, cols))
			break;
		p.last = cp;
		p.cols += cols;
	}
	p.end = text.n - rest.n;
	return p;
}

/* True when a line may not end between the two pieces. */
static bool
is_forbidden(const struct piece *a, const struct piece *b)
{
	if (a->last == WJ || b->first == WJ || a->last == NBSP || b->first == NBSP)
		return true;
	return wrap_class_is_open(a->first) || wrap_class_is_closing(b->first);
}

/* Where an address may break: after its delimiters, not inside "://" and not before a closing bracket. */
static bool
is_good_in_url(const struct piece *a, const struct piece *b)
{
	if (a->last >= 0x80 || !a->first || !strchr("/?&=#%-_.,:;~+", (int)a->first))
		return false;
	if ((a->first == ':' || a->first == '/') && b->first == '/')
		return false;
	return b->first != NBSP && b->first != ')' && b->first != ']' && b->first != '}';
}

static bool
is_han_or_hangul(enum wrap_class c)
{
	return c == WRAP_CLASS_HANGUL || c == WRAP_CLASS_HAN;
}

/*
 * Where a word breaks best: between syllables and scripts, before opening and after closing marks.
 * Digits keep the unit behind them.
 */
static bool
is_good(const struct piece *a, const struct piece *b)
{
	enum wrap_class x = wrap_class(a->first), y = wrap_class(b->first);

	if (x == WRAP_CLASS_EMOJI || y == WRAP_CLASS_EMOJI)
		return true;
	if (is_han_or_hangul(x) && is_han_or_hangul(y))
		return true;
	if (is_han_or_hangul(x))
		return y != WRAP_CLASS_OTHER || wrap_class_is_open(b->first);
	if (!is_han_or_hangul(y))
		return false;
	return x == WRAP_CLASS_LETTER || (x == WRAP_CLASS_DIGIT && y == WRAP_CLASS_HAN) ||
		wrap_class_is_closing(a->first);
}

/* Words are joined over a space because a line may not end there, but for the parts of a date. */
static enum place
place_at_space(struct str text, const struct piece *a, const struct piece *space)
{
	struct piece next = piece_at(text, wrap_word_skip(text, space->at));

	return is_forbidden(a, &next) ? PLACE_NEVER : PLACE_SPACE;
}

static enum place
find_place(struct str text, const struct piece *a, const struct piece *b, bool is_url)
{
	if (a->first == ' ')
		return PLACE_NEVER; /* the space goes with what is before it */
	if (b->first == ' ')
		return place_at_space(text, a, b);
	if (is_url && is_good_in_url(a, b))
		return PLACE_GOOD;
	if (is_forbidden(a, b))
		return PLACE_NEVER;
	return !is_url && is_good(a, b) ? PLACE_GOOD : PLACE_HARD;
}

static struct wrap_cut
choose(const struct wrap_cut best[PLACES], bool is_forced)
{
	for (int place = PLACE_GOOD; place >= (is_forced ? PLACE_NEVER : PLACE_SPACE); place--)
		if (best[place].end)
			return best[place];
	return (struct wrap_cut){ 0 };
}

struct wrap_cut
wrap_cut_word(struct str text, const struct wrap_word *word, int room, bool is_forced)
{
	struct wrap_cut best[PLACES] = { 0 };
	struct piece last = { 0 }, p;
	int cols = 0;

	for (size_t at = word->at; at < word->end; at = p.end, last = p) {
		p = piece_at(text, at);
		if (at > word->at)
			best[find_place(text, &last, &p, word->is_url)] = (struct wrap_cut){ at, cols };
		if (cols + p.cols > room) {
			best[PLACE_NEVER] = (struct wrap_cut){ at > word->at ? at : p.end, at > word->at ? cols : p.cols };
			return choose(best, is_forced);
		}
		cols += p.cols;
	}
	return (struct wrap_cut){ word->end, cols };
}
