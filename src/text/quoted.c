#include "text/quoted.h"

/* The next byte of a value as it is meant: true with *c and its place; false at the end. */
static bool
next(struct str line, size_t *at, bool *in_quotes, size_t *quote, char *c)
{
	while (*at < line.n && line.p[*at] == '"') {
		*in_quotes = !*in_quotes;
		*quote = (*at)++;
	}
	if (*at == line.n || (!*in_quotes && str_is_space(line.p[*at])))
		return false;
	if (line.p[*at] == '\\' && *at + 1 < line.n)
		++*at;
	*c = line.p[(*at)++];
	return true;
}

bool
quoted_take(struct buf *out, struct str line, size_t *at, size_t *quote)
{
	bool in_quotes = false;
	char c;

	while (next(line, at, &in_quotes, quote, &c))
		(void)buf_putc(out, c);
	return !in_quotes;
}

size_t
quoted_place(struct str line, size_t at, size_t n)
{
	bool in_quotes = false;
	size_t quote;
	char c;

	while (n && next(line, &at, &in_quotes, &quote, &c))
		n--;
	return at < line.n && line.p[at] == '"' && !in_quotes ? at + 1 : at;
}

static bool
needs_quotes(struct str value)
{
	for (size_t i = 0; i < value.n; i++)
		if (value.p[i] == '"' || value.p[i] == '\\' || value.p[i] == '#' || str_is_space(value.p[i]))
			return true;
	return !value.n;
}

void
quoted_put(struct buf *out, struct str value)
{
	const char *quote = needs_quotes(value) ? "\"" : "";

	(void)buf_puts(out, quote);
	for (size_t i = 0; i < value.n; i++) {
		char c = value.p[i];

		if (c == '"' || c == '\\')
			(void)buf_putc(out, '\\');
		(void)buf_putc(out, c == '\n' || c == '\r' ? ' ' : c);
	}
	(void)buf_puts(out, quote);
}
