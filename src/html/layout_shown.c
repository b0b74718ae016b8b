#include "html/layout_shown.h"

#include "html/doc.h"
#include "text/url.h"
#include "text/utf8.h"

struct sign {
	char plain;
	const char *raised, *lowered;
};

static const struct sign signs[] = {
	{ '0', "⁰", "₀" }, { '1', "¹", "₁" }, { '2', "²", "₂" }, { '3', "³", "₃" }, { '4', "⁴", "₄" }, { '5', "⁵", "₅" },
	{ '6', "⁶", "₆" }, { '7', "⁷", "₇" }, { '8', "⁸", "₈" }, { '9', "⁹", "₉" }, { '+', "⁺", "₊" }, { '-', "⁻", "₋" },
	{ '=', "⁼", "₌" }, { '(', "⁽", "₍" }, { ')', "⁾", "₎" }, { 'n', "ⁿ", NULL }, { 'i', "ⁱ", NULL }, { ' ', " ", " " },
};

static const char *
sign_for(char c, bool is_raised)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i].plain == c)
			return is_raised ? signs[i].raised : signs[i].lowered;
	return NULL;
}

/* Appends s in signs of its own; false, and nothing, where one is missing. */
static bool
add_signs(struct buf *out, struct str s, bool is_raised)
{
	size_t start = out->n;

	for (size_t i = 0; i < s.n; i++) {
		const char *sign = sign_for(s.p[i], is_raised);

		if (!sign) {
			buf_truncate(out, start);
			return false;
		}
		(void)buf_puts(out, sign);
	}
	return true;
}

/* "st" of 1st, "TM"; and what has brackets of its own. */
static bool
is_clear(struct str s)
{
	bool is_word = s.n == 2;

	for (size_t i = 0; i < s.n; i++)
		is_word = is_word && str_is_alpha(s.p[i]);
	return is_word || s.p[0] == '[' || s.p[0] == '(';
}

/* The number of the note that s begins with, "[2]", taken from it; empty for none. */
static struct str
take_note(struct str *s)
{
	struct str rest = str_sub(*s, 1, s->n), number;

	if (s->p[0] != '[' || !str_cut(rest, ']', &number, &rest))
		return STR_NONE;
	for (size_t i = 0; i < number.n; i++)
		if (!str_is_digit(number.p[i]))
			return STR_NONE;
	*s = rest;
	return number;
}

/* Notes without their brackets: those are of links. */
static bool
add_notes(struct buf *out, struct str s)
{
	size_t start = out->n;

	while (s.n) {
		struct str number = take_note(&s);

		if (!number.n) {
			buf_truncate(out, start);
			return false;
		}
		(void)buf_puts(out, out->n > start ? " " : "");
		(void)add_signs(out, number, true);
	}
	return true;
}

static bool
add_shifted(struct buf *out, struct str s, bool is_raised)
{
	bool is_single = utf8_count(s) == 1;

	if (!str_trim(s).n)
		return false;
	if (add_signs(out, s, is_raised) || (is_raised && add_notes(out, s)))
		return true;
	if (is_clear(s))
		return false;
	(void)buf_puts(out, is_raised ? "^" : "_");
	(void)buf_printf(out, is_single ? "%.*s" : "(%.*s)", STR(s));
	return true;
}

bool
layout_shown(struct buf *out, struct str s, unsigned style)
{
	size_t start = out->n;

	if (style & (DOC_SUP | DOC_SUB))
		return add_shifted(out, s, style & DOC_SUP);
	if (!(style & DOC_LINK) || !str_has(s, "://") || !str_has(s, "%"))
		return false;
	url_show(out, s);
	if (!str_eq(str_sub(buf_str(out), start, out->n), s))
		return true;
	buf_truncate(out, start);
	return false;
}
