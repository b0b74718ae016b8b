#include "feed/jsonmend.h"

#include "feed/feed.h"

enum { DEPTH = 64 };

struct mend {
	struct buf *out;
	size_t start;        /* in out */
	char closers[DEPTH]; /* of what is open */
	size_t depth;
	/* the last place in out where all that is open could be closed */
	size_t safe, safe_depth;
	unsigned fixed;
};

static bool
is_hex4(struct str s)
{
	for (size_t i = 0; i < 4; i++)
		if (i >= s.n || (!str_is_digit(s.p[i]) && (str_lower(s.p[i]) < 'a' || str_lower(s.p[i]) > 'f')))
			return false;
	return true;
}

/* Half of a surrogate pair: "d800" to "dfff"; is_low tells which. */
static bool
is_half(struct str hex, bool is_low)
{
	static const char high_digits[] = "89ab", low_digits[] = "cdef";

	return is_hex4(hex) && str_lower(hex.p[0]) == 'd' && strchr(is_low ? low_digits : high_digits, str_lower(hex.p[1]));
}

/* The bytes of the escape at the start of s that may stay; 0 when it is none. */
static size_t
escape_length(struct str s)
{
	struct str hex = str_sub(s, 2, 6);

	if (s.n < 2)
		return 0;
	if (s.p[1] != 'u')
		return strchr("\"\\/bfnrt", s.p[1]) ? 2 : 0;
	if (is_half(hex, false))
		return str_starts(str_sub(s, 6, 8), "\\u") && is_half(str_sub(s, 8, 12), true) ? 12 : 0;
	return is_hex4(hex) && !is_half(hex, true) && !str_is(hex, "0000") ? 6 : 0;
}

/* An escape, a control character or a plain byte inside a string. */
static void
take_char(struct mend *m, struct str *s)
{
	size_t n = 1;

	if (s->p[0] == '\\') {
		n = escape_length(*s);
		if (!n) { /* of a half pair nothing stays, of "\'" the mark */
			m->fixed |= FEED_FIX_CONTROL;
			*s = str_sub(*s, s->n > 1 && s->p[1] == 'u' ? 6 : 1, s->n);
			return;
		}
	} else if ((unsigned char)s->p[0] < ' ') {
		m->fixed |= FEED_FIX_CONTROL;
		if (str_is_space(s->p[0]))
			buf_puts(m->out, s->p[0] == '\n' ? "\\n" : " ");
		*s = str_sub(*s, 1, s->n);
		return;
	}
	buf_add(m->out, str_sub(*s, 0, n));
	*s = str_sub(*s, n, s->n);
}

/* False when it does not end. */
static bool
take_string(struct mend *m, struct str *s)
{
	buf_putc(m->out, '"');
	*s = str_sub(*s, 1, s->n);
	while (s->n && s->p[0] != '"')
		take_char(m, s);
	if (!s->n)
		return false;
	buf_putc(m->out, '"');
	*s = str_sub(*s, 1, s->n);
	return true;
}

/* Takes a comma and blanks that were just written back. */
static void
drop_comma(struct mend *m)
{
	size_t n = m->out->n;

	while (n > m->start && str_is_space(m->out->p[n - 1]))
		n--;
	if (n > m->start && m->out->p[n - 1] == ',') {
		buf_truncate(m->out, n - 1);
		m->fixed |= FEED_FIX_MARKUP;
	}
}

/* A bracket; false when it closes nothing, or too much is open. */
static bool
take_bracket(struct mend *m, char c)
{
	if (c == '{' || c == '[') {
		if (m->depth == DEPTH)
			return false;
		m->closers[m->depth++] = c == '{' ? '}' : ']';
		buf_putc(m->out, c);
		return true;
	}
	if (!m->depth || m->closers[m->depth - 1] != c)
		return false;
	drop_comma(m);
	buf_putc(m->out, c);
	m->depth--;
	m->safe = m->out->n;
	m->safe_depth = m->depth;
	return true;
}

unsigned
jsonmend_add(struct buf *out, struct str text)
{
	struct mend m = { .out = out, .start = out->n, .safe = out->n };
	bool is_good = true;

	while (text.n && is_good && (m.depth || out->n == m.start)) {
		char c = text.p[0];

		if (c == '"') {
			is_good = take_string(&m, &text);
			continue;
		}
		if (strchr("{}[]", c) && c)
			is_good = take_bracket(&m, c);
		else
			buf_putc(out, c);
		text = str_sub(text, 1, text.n);
	}
	if (is_good && !m.depth)
		return m.fixed;
	buf_truncate(out, m.safe);
	while (m.safe_depth)
		buf_putc(out, m.closers[--m.safe_depth]);
	return m.fixed | FEED_FIX_TRUNCATED;
}
