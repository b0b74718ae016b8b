#include "syntax/syntax_script.h"

#include "syntax/syntax_byte.h"
#include "syntax/syntax_special.h"
#include "syntax/syntax_string.h"
#include "syntax/syntax_word.h"

/* ---- what the bytes of a language are */

static void
mark(struct syntax_scan *s, const char *text)
{
	if (text)
		s->kinds[(unsigned char)*text] |= SYNTAX_BYTE_MARK;
}

static void
set_marks(struct syntax_scan *s, const struct syntax_lang *lang)
{
	static const struct {
		unsigned flags;
		const char *text;
	} marks[] = {
		{ SYNTAX_AT, "@" }, { SYNTAX_DIRECTIVES | SYNTAX_ATTRIBUTES | SYNTAX_RULES, "#" }, { SYNTAX_VARIABLES, "$" },
		{ SYNTAX_REGEX, "/" }, { SYNTAX_HEREDOCS, "<" }, { SYNTAX_SECTIONS, "[" },
	};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (lang->flags & marks[i].flags)
			mark(s, marks[i].text);
	for (size_t i = 0; i < sizeof lang->line_comments / sizeof *lang->line_comments; i++)
		mark(s, lang->line_comments[i]);
	mark(s, lang->comment_open);
	for (const struct syntax_string *string = lang->strings; string && string->open; string++)
		mark(s, string->open);
}

static void
set_kinds(struct syntax_scan *s, const struct syntax_lang *lang)
{
	memset(s->kinds, 0, sizeof s->kinds);
	for (int c = 0; c < 256; c++)
		if (c >= 0x80 || c == '_' || str_is_alpha((char)c))
			s->kinds[c] = SYNTAX_BYTE_WORD;
		else if (str_is_digit((char)c))
			s->kinds[c] = SYNTAX_BYTE_WORD | SYNTAX_BYTE_DIGIT;
		else if (str_is_space((char)c) && c != '\n')
			s->kinds[c] = SYNTAX_BYTE_BLANK;
	for (const char *p = lang->letters; p && *p; p++)
		s->kinds[(unsigned char)*p] |= SYNTAX_BYTE_WORD;
	set_marks(s, lang);
}

void
syntax_script_begin(struct syntax_scan *s, const struct syntax_lang *lang, size_t end)
{
	if (s->lang != lang) {
		s->lang = lang;
		syntax_words_set(&s->words, lang->keywords, lang->types, lang->flags & SYNTAX_ANY_CASE);
		set_kinds(s, lang);
	}
	s->end = end;
	s->line_end = 0;
	s->string = NULL;
	s->n_holes = 0;
	memset(s->dead, 0, sizeof s->dead);
	s->heredoc = STR_NONE;
	s->has_no_heredoc = false;
	s->is_first = s->is_command = true;
	s->before = '\n';
}

/* ---- comments */

static bool
line_comment(struct syntax_scan *s)
{
	bool is_loose = s->lang->flags & SYNTAX_LOOSE && !s->is_first && !syntax_byte_is(s, s->at - 1, SYNTAX_BYTE_BLANK);

	if (s->lang->flags & SYNTAX_ATTRIBUTES && syntax_byte_starts(s, "#["))
		return false;
	for (size_t i = 0; i < sizeof s->lang->line_comments / sizeof *s->lang->line_comments; i++)
		if (s->lang->line_comments[i] && syntax_byte_starts(s, s->lang->line_comments[i]) && !is_loose) {
			s->at = syntax_byte_line_end(s, s->at);
			return true;
		}
	return false;
}

/* Jumps to where one of two marks may be. */
static void
skip_to(struct syntax_scan *s, char one, char other)
{
	while (s->at < s->end && s->text.p[s->at] != one && s->text.p[s->at] != other)
		s->at++;
}

static bool
block_comment(struct syntax_scan *s)
{
	const char *open = s->lang->comment_open, *close = s->lang->comment_close;
	int depth = 1;

	if (!open || !syntax_byte_starts(s, open))
		return false;
	for (s->at += strlen(open); s->at < s->end && depth;) {
		skip_to(s, *close, s->lang->flags & SYNTAX_NESTS ? *open : *close);
		if (s->at >= s->end)
			break;
		if (syntax_byte_starts(s, close)) {
			s->at += strlen(close);
			depth--;
		} else if (s->lang->flags & SYNTAX_NESTS && syntax_byte_starts(s, open)) {
			s->at += strlen(open);
			depth++;
		} else {
			s->at++;
		}
	}
	return true;
}

/* ---- pieces */

/* A byte that is only itself: what it means for what follows. */
static enum syntax_role
take_byte(struct syntax_scan *s)
{
	char c = s->text.p[s->at++];

	if (c && strchr("|&;(<>", c))
		s->is_command = c != '<' && c != '>';
	if (!s->n_holes)
		return SYNTAX_PLAIN;
	if (c == '{' || c == '(')
		s->holes[s->n_holes - 1].depth++;
	else if ((c == '}' || c == ')') && --s->holes[s->n_holes - 1].depth <= 0)
		s->string = s->holes[--s->n_holes].string;
	return SYNTAX_PLAIN;
}

static enum syntax_role
take_line_end(struct syntax_scan *s)
{
	size_t end = s->heredoc.n ? syntax_string_heredoc_end(s) : 0;

	s->is_first = true;
	s->is_command = s->before != '\\';
	if (!end) {
		s->at++;
		return SYNTAX_PLAIN;
	}
	s->at = end;
	return SYNTAX_STRING;
}

static enum syntax_role
take_mark(struct syntax_scan *s, char before)
{
	enum syntax_role role;
	size_t n;

	if (block_comment(s) || line_comment(s))
		return SYNTAX_COMMENT;
	if (syntax_string_open(s)) {
		s->is_command = false;
		return !s->string && !s->n_holes && syntax_word_is_key(s, before) ? SYNTAX_NAME : SYNTAX_STRING;
	}
	if (syntax_special_take(s, before, &role)) {
		s->is_command = s->is_command && role != SYNTAX_NAME;
		return role;
	}
	if (s->lang->flags & SYNTAX_HEREDOCS && (n = syntax_string_heredoc(s))) {
		s->at += n;
		return SYNTAX_META;
	}
	return syntax_byte_is(s, s->at, SYNTAX_BYTE_WORD) ? syntax_word_take(s, before) : take_byte(s);
}

enum syntax_role
syntax_script_step(struct syntax_scan *s)
{
	int kind = s->kinds[(unsigned char)s->text.p[s->at]];
	char before = s->is_first ? '\n' : s->before;
	enum syntax_role role;

	if (s->string) {
		syntax_string_go_on(s);
		return SYNTAX_STRING;
	}
	if (kind == SYNTAX_BYTE_BLANK) {
		while (syntax_byte_is(s, s->at, SYNTAX_BYTE_BLANK))
			s->at++;
		return SYNTAX_PLAIN;
	}
	if (s->text.p[s->at] == '\n')
		return take_line_end(s);
	role = kind & SYNTAX_BYTE_MARK ? take_mark(s, before) : kind & SYNTAX_BYTE_WORD ? syntax_word_take(s, before) : take_byte(s);
	s->before = s->text.p[s->at - 1];
	s->is_first = s->is_first && s->before == '\n';
	return role;
}
