#include "syntax/syntax_special.h"

#include "syntax/syntax_byte.h"
#include "syntax/syntax_word.h"

/* How far one looks for its end. */
enum { SPECIAL_MAX = 128 };

/* Bytes of "$name", "${name}", "$?"; 1 for a mark that is only itself. */
static size_t
variable_length(const struct syntax_scan *s)
{
	size_t n = 1;

	if (syntax_byte_peek(s, 1) == '{') {
		for (n = 2; n < SPECIAL_MAX && syntax_byte_peek(s, n) && !strchr("}\n", syntax_byte_peek(s, n)); n++)
			continue;
		return syntax_byte_peek(s, n) == '}' ? n + 1 : 1;
	}
	while (syntax_byte_is(s, s->at + n, SYNTAX_BYTE_WORD) && (str_is_alpha(syntax_byte_peek(s, n)) ||
	       str_is_digit(syntax_byte_peek(s, n)) || syntax_byte_peek(s, n) == '_'))
		n++;
	if (n == 1 && syntax_byte_peek(s, 1) && strchr("?@#*!$-", syntax_byte_peek(s, 1)) && s->lang->flags & SYNTAX_COMMANDS)
		n = 2;
	return n;
}

static bool
variable(struct syntax_scan *s)
{
	size_t n = variable_length(s);

	if (n > 1)
		s->at += n;
	return n > 1;
}

static bool
annotation(struct syntax_scan *s)
{
	if (!str_is_alpha(syntax_byte_peek(s, 1)) || (s->at && syntax_byte_is(s, s->at - 1, SYNTAX_BYTE_WORD)))
		return false;
	s->at++;
	while (syntax_byte_is(s, s->at, SYNTAX_BYTE_WORD) || (syntax_byte_peek(s, 0) == '.' && syntax_byte_is(s, s->at + 1, SYNTAX_BYTE_WORD)))
		s->at++;
	return true;
}

/* "#[derive(Debug)]", on one line. */
static bool
attribute(struct syntax_scan *s)
{
	size_t n = syntax_byte_peek(s, 1) == '!' ? 2 : 1;

	if (syntax_byte_peek(s, n) != '[')
		return false;
	for (int depth = 0; syntax_byte_peek(s, n) && syntax_byte_peek(s, n) != '\n'; n++) {
		depth += syntax_byte_peek(s, n) == '[' ? 1 : syntax_byte_peek(s, n) == ']' ? -1 : 0;
		if (!depth)
			break;
	}
	s->at += syntax_byte_peek(s, n) == ']' ? n + 1 : n;
	return true;
}

/* "#include <stdio.h>", of "#define X 1" the first word. */
static bool
directive(struct syntax_scan *s)
{
	size_t from = s->at;

	if (!s->is_first)
		return false;
	s->at++;
	while (syntax_byte_is(s, s->at, SYNTAX_BYTE_BLANK))
		s->at++;
	syntax_byte_skip_word(s);
	if (str_has(str_sub(s->text, from, s->at), "include") && syntax_byte_behind_blanks(s) == '<')
		s->at = syntax_byte_line_end(s, s->at);
	return true;
}

/* A slash begins an expression where no value stands before it. */
static bool
regex(struct syntax_scan *s, char before)
{
	bool is_class = false;

	if (!strchr("\n(,=:[!&|?{};", before) || (before == '\n' && s->lang->flags & SYNTAX_LOOSE) || syntax_byte_peek(s, 1) == ' ')
		return false;
	for (size_t n = 1; n < SPECIAL_MAX && syntax_byte_peek(s, n) && syntax_byte_peek(s, n) != '\n'; n++) {
		if (syntax_byte_peek(s, n) == '\\')
			n++;
		else if (syntax_byte_peek(s, n) == '[' || syntax_byte_peek(s, n) == ']')
			is_class = syntax_byte_peek(s, n) == '[';
		else if (syntax_byte_peek(s, n) == '/' && !is_class) {
			s->at += n + 1;
			syntax_byte_skip_word(s);
			return true;
		}
	}
	return false;
}

/* "[section]" */
static bool
section(struct syntax_scan *s)
{
	if (!s->is_first)
		return false;
	s->at = syntax_byte_line_end(s, s->at);
	return true;
}

/* Colours of CSS: "#1f6feb", not "#id {". */
static bool
color(struct syntax_scan *s, char before)
{
	if (before == '\n' || !syntax_word_is_in_rule(s))
		return false;
	s->at++;
	syntax_byte_skip_word(s);
	return true;
}

bool
syntax_special_take(struct syntax_scan *s, char before, enum syntax_role *role)
{
	unsigned flags = s->lang->flags;
	char c = syntax_byte_peek(s, 0);

	*role = SYNTAX_META;
	if (c == '@')
		return flags & SYNTAX_AT && annotation(s);
	if (c == '#' && flags & SYNTAX_ATTRIBUTES && attribute(s))
		return true;
	if (c == '#' && flags & SYNTAX_DIRECTIVES)
		return directive(s);
	if (c == '[')
		return flags & SYNTAX_SECTIONS && section(s);
	*role = SYNTAX_NAME;
	if (c == '$')
		return flags & SYNTAX_VARIABLES && variable(s);
	*role = SYNTAX_NUMBER;
	if (c == '#' && flags & SYNTAX_RULES)
		return color(s, before);
	*role = SYNTAX_STRING;
	return c == '/' && flags & SYNTAX_REGEX && regex(s, before);
}

