#include "syntax/syntax_string.h"

#include "syntax/syntax_byte.h"

enum { WORD_MAX = 32, HEREDOC_MAX = 64 };

/* What ends a string: head, a word, tail. */
struct close {
	const char *head, *tail;
	struct str word;
};

static size_t
word_length(struct str s)
{
	size_t n = 0;

	while (n < s.n && n < WORD_MAX && (str_is_alpha(s.p[n]) || str_is_digit(s.p[n]) || s.p[n] == '_'))
		n++;
	return n;
}

static size_t
close_length(const struct close *close)
{
	return strlen(close->head) + close->word.n + strlen(close->tail);
}

static bool
is_close(struct str at, const struct close *close)
{
	size_t head = strlen(close->head);

	return str_starts(at, close->head) && str_eq(str_sub(at, head, head + close->word.n), close->word) &&
		str_starts(str_sub(at, head + close->word.n, at.n), close->tail);
}

/* Where the text ends that began at from with what closes so; 0 when it does not. */
static size_t
find_close(const struct syntax_scan *s, size_t from, const struct close *close)
{
	char first = *close->head ? *close->head : close->word.p[0];

	for (size_t at = from; at < s->end; at++) {
		const char *found = memchr(s->text.p + at, first, s->end - at);

		if (!found)
			return 0;
		at = (size_t)(found - s->text.p);
		if (is_close(str_sub(s->text, at, s->end), close))
			return at + close_length(close);
	}
	return 0;
}

/* The forms whose end depends on how they begin: bytes that open one at s->at, 0 for none. */
static size_t
open_odd(const struct syntax_scan *s, const struct syntax_string *string, struct close *close)
{
	struct str at = str_sub(s->text, s->at, s->end), rest = str_sub(at, strlen(string->open), at.n);
	size_t n = 0;

	if (string->flags & SYNTAX_HASHES) {
		while (n < rest.n && n < WORD_MAX && rest.p[n] == '#')
			n++;
		*close = (struct close){ "\"", "", str_sub(rest, 0, n) };
		return n < rest.n && rest.p[n] == '"' ? strlen(string->open) + n + 1 : 0;
	}
	n = word_length(rest);
	if (string->flags & SYNTAX_PARENS) {
		*close = (struct close){ ")", "\"", str_sub(rest, 0, n) };
		return n < rest.n && rest.p[n] == '(' ? strlen(string->open) + n + 1 : 0;
	}
	*close = (struct close){ "$", "$", str_sub(rest, 0, n) };
	return n < rest.n && rest.p[n] == '$' && !(n && str_is_digit(rest.p[0])) ? n + 2 : 0;
}

static bool
take_odd(struct syntax_scan *s, const struct syntax_string *string)
{
	size_t *dead = &s->dead[string - s->lang->strings], end, open;
	struct close close;

	if (s->at < *dead || !(open = open_odd(s, string, &close)))
		return false;
	end = find_close(s, s->at + open, &close);
	if (end)
		s->at = end;
	else
		*dead = s->end;
	return end != 0;
}

/* 'a' and '\n', not 'a alone. */
static bool
take_one(struct syntax_scan *s)
{
	struct str at = str_sub(s->text, s->at, s->end);
	size_t n = 2;

	if (at.n < 3 || at.p[1] == '\'' || at.p[1] == '\n')
		return false;
	if (at.p[1] == '\\')
		for (n = 3; n < at.n && n < 12 && at.p[n] != '\'' && at.p[n] != '\n'; n++)
			continue;
	else
		while (n < at.n && n < 5 && ((unsigned char)at.p[n] & 0xc0) == 0x80)
			n++;
	if (n >= at.n || at.p[n] != '\'')
		return false;
	s->at += n + 1;
	return true;
}

/* Opens the hole at s->at when there is room to remember it. */
static bool
open_hole(struct syntax_scan *s, const struct syntax_string *string)
{
	if (!string->hole || s->n_holes >= SYNTAX_HOLES_MAX || !syntax_byte_starts(s, string->hole))
		return false;
	s->holes[s->n_holes].string = string;
	s->holes[s->n_holes++].depth = 0;
	s->string = NULL;
	s->is_command = true;
	return true;
}

void
syntax_string_go_on(struct syntax_scan *s)
{
	const struct syntax_string *string = s->string;
	size_t close = strlen(string->close);

	while (s->at < s->end) {
		char c = s->text.p[s->at];

		if (c == '\n' && !(string->flags & SYNTAX_LINES))
			break;
		if (open_hole(s, string))
			return;
		if (c == '\\' && string->flags & SYNTAX_ESCAPES) {
			s->at += s->at + 1 < s->end && (string->flags & SYNTAX_LINES || s->text.p[s->at + 1] != '\n') ? 2 : 1;
			continue;
		}
		if (c != *string->close || !syntax_byte_starts(s, string->close)) {
			s->at++;
			continue;
		}
		s->at += close;
		if (!(string->flags & SYNTAX_DOUBLES) || !syntax_byte_starts(s, string->close))
			break;
		s->at += close;
	}
	s->string = NULL;
}

/* Whether what would close it comes at all: an apostrophe in text is no string. */
static bool
may_close(struct syntax_scan *s, const struct syntax_string *string)
{
	size_t *dead = &s->dead[string - s->lang->strings], from = s->at + strlen(string->open), end;

	if (s->at < *dead)
		return false;
	end = string->flags & SYNTAX_LINES ? s->end : syntax_byte_line_end(s, s->at);
	if (str_find(str_sub(s->text, from, end), str_of(string->close)) < end - from)
		return true;
	*dead = end;
	return false;
}

static bool
take(struct syntax_scan *s, const struct syntax_string *string)
{
	if (string->flags & SYNTAX_ONE)
		return take_one(s);
	if (string->flags & (SYNTAX_HASHES | SYNTAX_PARENS | SYNTAX_DOLLARS))
		return take_odd(s, string);
	if (!may_close(s, string))
		return false;
	s->at += strlen(string->open);
	s->string = string;
	syntax_string_go_on(s);
	return true;
}

/* True behind a letter: the apostrophe of "don't", the r of "for" before a quote. */
static bool
is_inside_word(const struct syntax_scan *s)
{
	unsigned char before = s->at ? (unsigned char)s->text.p[s->at - 1] : ' ';

	if (s->at && s->at == s->prefix_end)
		return false;
	return str_is_alpha((char)before) || str_is_digit((char)before) || before == '_' || before >= 0x80;
}

bool
syntax_string_open(struct syntax_scan *s)
{
	const struct syntax_string *string = s->lang->strings;
	bool is_inside = is_inside_word(s);

	for (; string && string->open; string++) {
		if (is_inside && (str_is_alpha(*string->open) || *string->open == '\''))
			continue;
		if (syntax_byte_starts(s, string->open) && take(s, string))
			return true;
	}
	return false;
}

size_t
syntax_string_heredoc(struct syntax_scan *s)
{
	size_t from = 2, n, quoted, end = s->end - s->at > HEREDOC_MAX ? s->at + HEREDOC_MAX : s->end;
	struct str at = str_sub(s->text, s->at, end), word;

	if (s->has_no_heredoc || s->heredoc.n || !str_starts(at, "<<"))
		return 0;
	if (from < at.n && at.p[from] == '<' && s->lang->flags & SYNTAX_ATTRIBUTES)
		from++; /* PHP has one more */
	if (from < at.n && (at.p[from] == '-' || at.p[from] == '~'))
		from++;
	while (from < at.n && at.p[from] == ' ' && s->lang->flags & SYNTAX_COMMANDS)
		from++;
	quoted = from < at.n && (at.p[from] == '\'' || at.p[from] == '"') ? 1 : 0;
	word = str_sub(at, from + quoted, at.n);
	n = word_length(word);
	if (!n || str_is_digit(*word.p) || (quoted && (n >= word.n || word.p[n] != at.p[from])))
		return 0;
	s->heredoc = str_sub(word, 0, n);
	return from + n + 2 * quoted;
}

size_t
syntax_string_heredoc_end(struct syntax_scan *s)
{
	struct str word = s->heredoc;

	s->heredoc = STR_NONE;
	for (size_t at = syntax_byte_line_end(s, s->at), end; at < s->end; at = end) {
		struct str line;

		end = syntax_byte_line_end(s, at + 1);
		line = str_trim(str_sub(s->text, at + 1, end));
		if (str_eq(line, word) || (str_ends(line, ";") && str_eq(str_sub(line, 0, line.n - 1), word)))
			return end;
	}
	s->has_no_heredoc = true;
	return 0;
}
