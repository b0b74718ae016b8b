#include "syntax/syntax_byte.h"

bool
syntax_byte_starts(const struct syntax_scan *s, const char *text)
{
	size_t n = strlen(text);

	return s->at < s->end && s->text.p[s->at] == *text && n <= s->end - s->at && !memcmp(s->text.p + s->at, text, n);
}

size_t
syntax_byte_line_end(struct syntax_scan *s, size_t at)
{
	const char *end;

	if (at >= s->line && at < s->line_end && s->line_end <= s->end)
		return s->line_end;
	end = memchr(s->text.p + at, '\n', s->end - at);
	s->line = at;
	s->line_end = end ? (size_t)(end - s->text.p) : s->end;
	return s->line_end;
}

char
syntax_byte_behind_blanks(const struct syntax_scan *s)
{
	size_t at = s->at;

	while (syntax_byte_is(s, at, SYNTAX_BYTE_BLANK))
		at++;
	return at < s->end ? s->text.p[at] : '\0';
}

void
syntax_byte_skip_word(struct syntax_scan *s)
{
	while (syntax_byte_is(s, s->at, SYNTAX_BYTE_WORD))
		s->at++;
}
