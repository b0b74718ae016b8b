#include "text/clean.h"

#include <unictype.h>

#include "text/clean_escape.h"
#include "text/emoji.h"
#include "text/nfc.h"
#include "text/plain.h"
#include "text/utf8.h"
#include "text/width.h"

enum {
	CLEAN_MARKS = 8, /* combining marks kept of one base: more is an attack, not a language */
	CLEAN_TAB = 4,
};

enum clean_mode { CLEAN_INLINE, CLEAN_TEXT };

struct cleaner {
	struct buf *out;
	size_t start;      /* in out */
	enum clean_mode mode;
	size_t line;       /* in out: what is measured for tabs begins here … */
	int col;           /* … at this column */
	bool has_unplain;  /* something that normalisation may change was added */
};

/*
 * Invisible and format characters, and others that are never shown. U+2060 stays: it keeps words
 * together (text/wrap.h).
 */
static bool
is_dropped(int32_t cp)
{
	if (cp < 0xa0)
		return cp < 0x20 || cp >= 0x7f;
	if (cp == 0x2060)
		return false;
	if ((cp >= 0xfff9 && cp <= 0xfffb) || (cp & 0xfffe) == 0xfffe)
		return true;
	return (cp >= 0xfdd0 && cp <= 0xfdef) || uc_is_property_default_ignorable_code_point((ucs4_t)cp);
}

/*
 * Blanks that are a space to us; U+00A0 and the other non-breaking ones are not. In code the wide
 * ones keep their columns.
 */
static bool
is_blank(int32_t cp, enum clean_mode mode)
{
	if ((cp >= '\t' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029)
		return true;
	if (mode == CLEAN_TEXT)
		return false;
	return cp == 0x3000 || cp == 0x1680 || cp == 0x205f || (cp >= 0x2000 && cp <= 0x200a && cp != 0x2007);
}

/* True when cp is kept where it goes on an emoji, and only there. */
static bool
is_part(int32_t cp)
{
	return cp == EMOJI_ZWJ || cp == EMOJI_KEYCAP || emoji_is_tail(cp);
}

static void
add_tab(struct cleaner *c)
{
	int cols;

	c->col += width_str(str_sub(buf_str(c->out), c->line, c->out->n));
	cols = CLEAN_TAB - c->col % CLEAN_TAB;
	(void)buf_fill(c->out, ' ', (size_t)cols);
	c->col += cols;
	c->line = c->out->n;
}

static void
add_blank(struct cleaner *c, int32_t cp, struct str *rest)
{
	if (c->mode == CLEAN_TEXT && cp == '\t') {
		add_tab(c);
		return;
	}
	if (cp == '\r' && rest->n && rest->p[0] == '\n')
		*rest = str_sub(*rest, 1, rest->n);
	if (c->mode == CLEAN_TEXT && (cp == '\n' || cp == '\r')) {
		(void)buf_putc(c->out, '\n');
		c->line = c->out->n;
		c->col = 0;
		return;
	}
	(void)buf_putc(c->out, ' ');
}

static void
add_char(struct cleaner *c, struct str *rest)
{
	struct str from = *rest;
	int32_t cp = utf8_next(rest);

	if (is_blank(cp, c->mode)) {
		add_blank(c, cp, rest);
	} else if (cp < 0xa0 && is_dropped(cp)) {
		*rest = str_sub(from, clean_escape_len(from), from.n);
	} else if (is_part(cp) ? emoji_goes_on(str_sub(buf_str(c->out), c->start, c->out->n), cp, *rest) : !is_dropped(cp)) {
		utf8_add(c->out, cp);
		c->has_unplain = c->has_unplain || cp < 0x1f000 || cp > 0x1faff;
	}
}

/* Where the marks of a base pass CLEAN_MARKS, the rest of them goes; the bytes from start on only get fewer. */
static void
limit_marks(struct buf *out, size_t start)
{
	struct str rest = str_sub(buf_str(out), start, out->n);
	size_t to = start, marks = 0;

	while (rest.n) {
		const char *from = rest.p;
		size_t n = plain_len(rest); /* no mark among them */

		if (n) {
			rest = str_sub(rest, n, rest.n);
			marks = 0;
		} else {
			int32_t cp = utf8_next(&rest);

			n = (size_t)(rest.p - from);
			marks = width_char(cp) == 0 && cp != 0x2060 ? marks + 1 : 0;
		}
		if (marks > CLEAN_MARKS)
			continue;
		memmove(out->p + to, from, n);
		to += n;
	}
	buf_truncate(out, to);
}

/* Puts what was added from start on into NFC, and limits its marks. */
static void
settle(struct buf *out, size_t start)
{
	struct str added = str_sub(buf_str(out), start, out->n);
	struct buf made = { 0 };

	if (!nfc_is(added)) {
		nfc_add(&made, added);
		buf_truncate(out, start);
		(void)buf_add(out, buf_str(&made));
		buf_free(&made);
	}
	limit_marks(out, start);
}

static void
clean_as(struct buf *out, struct str s, enum clean_mode mode)
{
	struct cleaner c = { .out = out, .start = out->n, .mode = mode, .line = out->n };

	while (s.n) {
		size_t n = plain_len(s);

		(void)buf_add(out, str_sub(s, 0, n));
		s = str_sub(s, n, s.n);
		if (s.n)
			add_char(&c, &s);
	}
	if (c.has_unplain)
		settle(out, c.start);
}

/* Folds runs of spaces from start on to one, with none at the ends. */
static void
fold_spaces(struct buf *out, size_t start)
{
	size_t to = start;

	for (size_t i = start; i < out->n; i++)
		if (out->p[i] != ' ' || (to > start && out->p[to - 1] != ' '))
			out->p[to++] = out->p[i];
	if (to > start && out->p[to - 1] == ' ')
		to--;
	buf_truncate(out, to);
}

bool
clean_is_control(int32_t cp)
{
	if (cp < 0xa0)
		return cp < 0x20 || cp >= 0x7f;
	return cp == 0x61c || cp == 0x200e || cp == 0x200f || (cp >= 0x2028 && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069);
}

bool
clean_is_hidden(int32_t cp)
{
	return clean_is_control(cp) || (is_dropped(cp) && cp != EMOJI_ZWJ && !emoji_is_tail(cp));
}

void
clean_line(struct buf *out, struct str s)
{
	size_t start = out->n;

	clean_as(out, s, CLEAN_INLINE);
	fold_spaces(out, start);
}

void
clean_inline(struct buf *out, struct str s)
{
	clean_as(out, s, CLEAN_INLINE);
}

struct str
clean_inlined(struct buf *scratch, struct str s)
{
	if (plain_len(s) == s.n)
		return s;
	buf_clear(scratch);
	clean_inline(scratch, s);
	return buf_str(scratch);
}

void
clean_text(struct buf *out, struct str s)
{
	clean_as(out, s, CLEAN_TEXT);
}

bool
clean_is(struct str s)
{
	struct buf made = { 0 };
	bool is_same;

	if (plain_lines_len(s) == s.n)
		return true;
	clean_text(&made, s);
	is_same = str_eq(s, buf_str(&made));
	buf_free(&made);
	return is_same;
}
