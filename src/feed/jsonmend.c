#include "feed/jsonmend.h"

#include "feed/feed.h"

enum { DEPTH = 64 };

/* What the last token was; a blank is none. */
enum token { TOKEN_OPEN, TOKEN_COMMA, TOKEN_COLON, TOKEN_VALUE };

struct mend {
	struct buf *out;
	struct str text;     /* what is left */
	size_t start;        /* in out */
	char closers[DEPTH]; /* of what is open */
	size_t depth;
	enum token last;
	/* the last place in out where all that is open could be closed */
	size_t safe, safe_depth;
	unsigned fixed;
};

/* ---- strings */

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
		return s.p[1] && strchr("\"\\/bfnrt", s.p[1]) ? 2 : 0;
	if (is_half(hex, false))
		return str_starts(str_sub(s, 6, 8), "\\u") && is_half(str_sub(s, 8, 12), true) ? 12 : 0;
	return is_hex4(hex) && !is_half(hex, true) && !str_is(hex, "0000") ? 6 : 0;
}

static void
skip(struct mend *m, size_t n)
{
	m->text = str_sub(m->text, n, m->text.n);
}

static void
copy(struct mend *m, size_t n)
{
	buf_add(m->out, str_sub(m->text, 0, n));
	skip(m, n);
}

/* An escape, a control character or a plain byte inside a string. */
static void
take_char(struct mend *m)
{
	char c = m->text.p[0], next = m->text.n > 1 ? m->text.p[1] : '\0';
	size_t n = c == '\\' ? escape_length(m->text) : 1;

	if (c != '\\' && c != '"' && (unsigned char)c >= ' ') {
		copy(m, 1);
	} else if (c == '\\' && n) {
		copy(m, n);
	} else if (c == '"') { /* one that ends nothing */
		m->fixed |= FEED_FIX_MARKUP;
		buf_puts(m->out, "\\\"");
		skip(m, 1);
	} else if (c == '\\') { /* of a half pair nothing stays, of "\'" the mark */
		m->fixed |= FEED_FIX_CONTROL;
		skip(m, next == 'u' ? 6 : 1);
		if (next == '\'')
			copy(m, 1);
	} else {
		m->fixed |= FEED_FIX_CONTROL;
		if (str_is_space(c))
			buf_puts(m->out, c == '\n' ? "\\n" : " ");
		skip(m, 1);
	}
}

static struct str
after_blanks(struct str s)
{
	size_t n = 0;

	while (n < s.n && str_is_space(s.p[n]))
		n++;
	return str_sub(s, n, s.n);
}

static bool
is_word_char(char c)
{
	return str_is_alpha(c) || str_is_digit(c) || c == '_' || c == '$' || c == '-' || c == '+' || c == '.' || (c & 0x80);
}

static size_t
word_length(struct str s)
{
	size_t n = 0;

	while (n < s.n && is_word_char(s.p[n]))
		n++;
	return n;
}

/* Whether a name and a colon stand at the start of s, in quotes or not. */
static bool
is_key(struct str s)
{
	enum { LONGEST = 64 };
	char quote = s.n && (s.p[0] == '"' || s.p[0] == '\'') ? s.p[0] : '\0';
	struct str rest = str_sub(s, quote != '\0', s.n);
	size_t n = word_length(str_sub(rest, 0, LONGEST));

	rest = str_sub(rest, n, rest.n);
	if (!n || (quote && (!rest.n || rest.p[0] != quote)))
		return false;
	return str_starts(after_blanks(str_sub(rest, quote != '\0', rest.n)), ":");
}

static bool
is_in_object(const struct mend *m)
{
	return m->depth && m->closers[m->depth - 1] == '}';
}

/* Whether what stands behind a quote in a value makes it the end of the string; one in the middle of a sentence is not. */
static bool
ends_value(const struct mend *m, struct str rest)
{
	rest = after_blanks(rest);
	if (!rest.n || strchr("}]", rest.p[0]))
		return true;
	if (str_starts(rest, "//") || str_starts(rest, "/*"))
		return true;
	if (rest.p[0] == '"' || rest.p[0] == '\'')
		return !is_in_object(m) || is_key(rest);
	if (rest.p[0] != ',')
		return false;
	rest = after_blanks(str_sub(rest, 1, rest.n));
	if (is_in_object(m))
		return !rest.n || strchr("\"'},/", rest.p[0]) || is_key(rest);
	return !rest.n || strchr("\"'{[],/-", rest.p[0]) || (rest.p[0] & 0x80) == 0;
}

/* False when it does not end. */
static bool
take_string(struct mend *m)
{
	bool is_name = is_in_object(m) && m->last != TOKEN_COLON;
	char quote = m->text.p[0];

	if (quote != '"')
		m->fixed |= FEED_FIX_MARKUP;
	buf_putc(m->out, '"');
	skip(m, 1);
	while (m->text.n && (m->text.p[0] != quote || (!is_name && !ends_value(m, str_sub(m->text, 1, m->text.n)))))
		take_char(m);
	if (!m->text.n)
		return false;
	buf_putc(m->out, '"');
	skip(m, 1);
	return true;
}

/* ---- words */

static bool
is_number(struct str s)
{
	size_t n = str_starts(s, "-"), from = n;

	while (n < s.n && str_is_digit(s.p[n]))
		n++;
	if (n == from || (s.p[from] == '0' && n > from + 1))
		return false;
	s = str_sub(s, n, s.n);
	for (n = 0; n < s.n; n++)
		if (!str_is_digit(s.p[n]) && !strchr(".eE+-", s.p[n]))
			return false;
	return !s.n || str_is_digit(s.p[s.n - 1]);
}

/* Whether a number is one that every machine has. What is larger, as an id may be, is kept as a string. */
static bool
is_small(struct str number)
{
	enum { SURE = 18 };

	return number.n <= SURE && str_find_char(number, 'e') == number.n && str_find_char(number, 'E') == number.n;
}

/* A number, true, false, null; what other languages write for them; a name without quotes. */
static void
take_word(struct mend *m)
{
	static const char *const words[][2] = { { "true", "true" }, { "false", "false" }, { "null", "null" }, { "nan", "null" },
		{ "-infinity", "null" }, { "infinity", "null" }, { "undefined", "null" }, { "none", "null" } };
	size_t n = word_length(m->text);
	struct str word = str_sub(m->text, 0, n);
	bool is_name = is_in_object(m) && m->last != TOKEN_COLON;

	if (!is_name && ((is_number(word) && is_small(word)) || str_is(word, "true") || str_is(word, "false") || str_is(word, "null"))) {
		copy(m, n);
		return;
	}
	m->fixed |= FEED_FIX_MARKUP;
	skip(m, n);
	for (size_t i = 0; i < sizeof words / sizeof *words && !is_name; i++)
		if (str_is_icase(word, words[i][0])) {
			buf_puts(m->out, words[i][1]);
			return;
		}
	buf_putc(m->out, '"');
	buf_add(m->out, word);
	buf_putc(m->out, '"');
}

/* ---- structure */

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

/* Where a value should stand and does not. */
static void
add_missing_value(struct mend *m)
{
	if (m->last != TOKEN_COLON)
		return;
	m->fixed |= FEED_FIX_MARKUP;
	buf_puts(m->out, "null");
	m->last = TOKEN_VALUE;
}

/* A bracket; false when it closes nothing, or too much is open. */
static bool
take_bracket(struct mend *m)
{
	char c = m->text.p[0];

	if (c == '{' || c == '[') {
		if (m->depth == DEPTH)
			return false;
		m->closers[m->depth++] = c == '{' ? '}' : ']';
		m->last = TOKEN_OPEN;
		copy(m, 1);
		return true;
	}
	if (!m->depth || m->closers[m->depth - 1] != c)
		return false;
	drop_comma(m);
	add_missing_value(m);
	copy(m, 1);
	m->depth--;
	m->safe = m->out->n;
	m->safe_depth = m->depth;
	m->last = TOKEN_VALUE;
	return true;
}

/* A comma, or none where there was one already; a colon. */
static void
take_mark(struct mend *m)
{
	enum token token = m->text.p[0] == ',' ? TOKEN_COMMA : TOKEN_COLON;

	if (token == TOKEN_COMMA)
		add_missing_value(m);
	if (token == TOKEN_COMMA && m->last != TOKEN_VALUE) {
		m->fixed |= FEED_FIX_MARKUP;
		skip(m, 1);
		return;
	}
	copy(m, 1);
	m->last = token;
}

/* A comment, when it has an end, or a byte that has no place in JSON. */
static void
drop(struct mend *m)
{
	enum { LONGEST = 1 << 10 };
	const char *close = str_starts(m->text, "//") ? "\n" : str_starts(m->text, "/*") ? "*/" : "";
	struct str near = str_sub(m->text, 0, LONGEST);
	size_t at = *close ? str_find(near, str_of(close)) : near.n;

	m->fixed |= FEED_FIX_MARKUP;
	skip(m, at < near.n ? at + strlen(close) : 1);
}

/* False where it goes on with nothing that can be mended. */
static bool
take_token(struct mend *m)
{
	char c = m->text.p[0];
	bool is_string = c == '"' || c == '\'', is_word = is_word_char(c), is_good = true;

	if ((is_string || is_word || c == '{' || c == '[') && m->last == TOKEN_VALUE) {
		m->fixed |= FEED_FIX_MARKUP;
		buf_putc(m->out, ',');
		m->last = TOKEN_COMMA;
	}
	if (c && strchr("{}[]", c))
		return take_bracket(m);
	if (is_string)
		is_good = take_string(m);
	else if (is_word)
		take_word(m);
	else if (c == ',' || c == ':')
		take_mark(m);
	else if (str_is_space(c))
		copy(m, 1);
	else
		drop(m);
	if (is_string || is_word)
		m->last = TOKEN_VALUE;
	return is_good;
}

unsigned
jsonmend_add(struct buf *out, struct str text, size_t *left)
{
	struct mend m = { .out = out, .text = text, .start = out->n, .safe = out->n };
	bool is_good = true;

	while (m.text.n && is_good && (m.depth || out->n == m.start))
		is_good = take_token(&m);
	*left = is_good ? 0 : m.text.n;
	if (is_good && !m.depth)
		return m.fixed;
	buf_truncate(out, m.safe);
	while (m.safe_depth)
		buf_putc(out, m.closers[--m.safe_depth]);
	return m.fixed | FEED_FIX_TRUNCATED;
}
