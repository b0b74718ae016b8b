#include "feed/blogroll_words.h"

/* What stands for itself behind a backslash, and what does not. */
static char
escaped(char c)
{
	return c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
}

bool
blogroll_words_next(struct str *line, struct buf *to, struct blogroll_word *ret)
{
	struct str s = *line;
	size_t i = 0;

	buf_clear(to);
	while (i < s.n && str_is_space(s.p[i]))
		i++;
	*ret = (struct blogroll_word){ .is_quoted = i < s.n && s.p[i] == '"' };
	if (i == s.n || s.p[i] == '#') {
		*line = STR_NONE;
		return false;
	}
	if (ret->is_quoted)
		for (i++; i < s.n && s.p[i] != '"'; i++)
			(void)buf_putc(to, s.p[i] == '\\' && i + 1 < s.n ? escaped(s.p[++i]) : s.p[i]);
	else
		for (; i < s.n && !str_is_space(s.p[i]); i++)
			(void)buf_putc(to, s.p[i]);
	*line = str_sub(s, i + (ret->is_quoted && i < s.n), s.n);
	ret->text = buf_str(to);
	return true;
}

static bool
is_end(char c)
{
	return c == '\n' || c == ';' || c == '&' || c == '|' || c == '(' || c == ')';
}

/* Blanks, comments and continued lines. */
static size_t
skip(struct str s, int64_t *number)
{
	size_t i = 0;

	while (i < s.n) {
		if (s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == '\n') {
			++*number;
			i += 2;
		} else if (s.p[i] == '#') {
			i += str_find_char(str_sub(s, i, s.n), '\n');
		} else if (s.p[i] != '\n' && str_is_space(s.p[i])) {
			i++;
		} else
			break;
	}
	return i;
}

/* From behind a quote to behind its end. */
static size_t
take_quoted(struct str s, size_t i, char quote, int64_t *number, struct buf *to, struct blogroll_word *ret)
{
	for (; i < s.n && s.p[i] != quote; i++) {
		char c = s.p[i];

		*number += c == '\n';
		if (quote == '"' && c == '\\' && i + 1 < s.n && strchr("\\\"$`\n", s.p[i + 1])) {
			c = s.p[++i];
			if (c == '\n') {
				++*number;
				continue;
			}
		} else if (quote == '"' && (c == '$' || c == '`'))
			ret->has_code = true;
		(void)buf_putc(to, c);
	}
	return i < s.n ? i + 1 : i;
}

bool
blogroll_words_shell(struct str *at, int64_t *number, struct buf *to, struct blogroll_word *ret)
{
	struct str s = *at;
	size_t i = skip(s, number);

	buf_clear(to);
	*ret = (struct blogroll_word){ 0 };
	if (i == s.n) {
		*at = STR_NONE;
		return false;
	}
	if (is_end(s.p[i])) {
		*number += s.p[i] == '\n';
		(void)buf_putc(to, s.p[i++]);
	} else
		ret->is_quoted = s.p[i] == '"' || s.p[i] == '\'';
	for (bool is_word = !to->n; is_word && i < s.n && !is_end(s.p[i]) && !str_is_space(s.p[i]);) {
		char c = s.p[i++];

		if (c == '"' || c == '\'')
			i = take_quoted(s, i, c, number, to, ret);
		else if (c == '\\' && i < s.n)
			(void)buf_putc(to, s.p[i++]);
		else {
			ret->has_code |= c == '$' || c == '`';
			(void)buf_putc(to, c);
		}
	}
	*at = str_sub(s, i, s.n);
	ret->text = buf_str(to);
	return true;
}
