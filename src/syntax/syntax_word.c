#include "syntax/syntax_word.h"

#include "syntax/syntax_byte.h"

/* Longer words are of no language. How far a key looks ahead. */
enum { WORD_MAX = 32, RULE_MAX = 128 };

static bool
has_small_letter(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] >= 'a' && word.p[i] <= 'z')
			return true;
	return false;
}

/* In CSS "a:hover {" is no key, "color: red" is one. */
bool
syntax_word_is_in_rule(const struct syntax_scan *s)
{
	size_t end = s->end - s->at > RULE_MAX ? s->at + RULE_MAX : s->end;

	for (size_t at = s->at; at < end && !strchr(";}\n", s->text.p[at]); at++)
		if (s->text.p[at] == '{')
			return false;
	return true;
}

bool
syntax_word_is_key(const struct syntax_scan *s, char first)
{
	if (s->lang->flags & SYNTAX_LINE_KEYS) {
		char c = syntax_byte_behind_blanks(s);

		return (first == '\n' || first == '-') && (c == ':' || c == '=');
	}
	if (!(s->lang->flags & SYNTAX_KEYS) || syntax_byte_behind_blanks(s) != ':')
		return false;
	return !(s->lang->flags & SYNTAX_RULES) || (strchr("\n{;/", first) && syntax_word_is_in_rule(s));
}

/* After these a new command begins. */
static bool
leads_command(struct str word)
{
	static const char *const words[] = {
		"if", "then", "do", "else", "elif", "while", "until", "sudo", "time", "exec", "xargs", "!",
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is(word, words[i]))
			return true;
	return false;
}

static enum syntax_role
command_word(struct syntax_scan *s, struct str word, char before, enum syntax_role role)
{
	bool is_command = s->is_command;

	if (is_command && before == '=')
		return SYNTAX_PLAIN;
	if (is_command && syntax_byte_peek(s, 0) == '=')
		return SYNTAX_NAME;
	s->is_command = is_command && leads_command(word);
	if (!is_command)
		return role == SYNTAX_KEYWORD && !str_is(word, "in") ? SYNTAX_PLAIN : role;
	if (role == SYNTAX_KEYWORD)
		return role;
	return str_is_alpha(*word.p) || *word.p == '.' || *word.p == '/' || *word.p == '~' ? SYNTAX_TYPE : SYNTAX_PLAIN;
}

/* The f of f"…" */
static bool
is_prefix(const struct syntax_scan *s, struct str word)
{
	struct str rest = str_of(s->lang->prefixes), one;
	char quote = syntax_byte_peek(s, 0);

	while ((quote == '"' || quote == '\'') && (one = str_word(&rest)).n)
		if (str_eq(one, word))
			return true;
	return false;
}

static enum syntax_role
word_role(struct syntax_scan *s, struct str word, char before)
{
	static const enum syntax_role roles[] = { SYNTAX_PLAIN, SYNTAX_KEYWORD, SYNTAX_TYPE };
	enum syntax_role role = SYNTAX_PLAIN;

	if (syntax_word_is_key(s, before))
		return SYNTAX_NAME;
	if (is_prefix(s, word)) {
		s->prefix_end = s->at;
		return SYNTAX_STRING;
	}
	if (word.n <= WORD_MAX && before != '.')
		role = roles[syntax_words_find(&s->words, word)];
	if (role == SYNTAX_PLAIN && s->lang->flags & SYNTAX_CAPITALS && *word.p >= 'A' && *word.p <= 'Z' && has_small_letter(word))
		role = SYNTAX_TYPE;
	return s->lang->flags & SYNTAX_COMMANDS ? command_word(s, word, before, role) : role;
}

/* "10", "0x1f", "1_000L", "3.14", "1e-5", "10px", not "1..2". */
static void
skip_number(struct syntax_scan *s)
{
	char c = '\0';

	while (s->at < s->end) {
		char last = c;

		c = s->text.p[s->at];
		if (syntax_byte_is(s, s->at, SYNTAX_BYTE_WORD) && c != '-' && c != '/' && c != ':' && c != ',')
			s->at++;
		else if ((c == '.' || (c == '\'' && s->lang->flags & SYNTAX_DIRECTIVES)) && syntax_byte_is(s, s->at + 1, SYNTAX_BYTE_DIGIT))
			s->at++;
		else if ((c == '-' || c == '+') && (last == 'e' || last == 'E') && syntax_byte_is(s, s->at + 1, SYNTAX_BYTE_DIGIT))
			s->at++;
		else
			break;
	}
}

/* True for "12", "1.5", "10.0.0.1", not "7z" or "2024-01-01": where words hold more than letters. */
static bool
is_number(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!str_is_digit(word.p[i]) && word.p[i] != '.')
			return false;
	return true;
}

enum syntax_role
syntax_word_take(struct syntax_scan *s, char before)
{
	size_t from = s->at;

	if (syntax_byte_is(s, from, SYNTAX_BYTE_DIGIT) && !(s->lang->flags & (SYNTAX_COMMANDS | SYNTAX_LINE_KEYS))) {
		skip_number(s);
		return SYNTAX_NUMBER;
	}
	syntax_byte_skip_word(s);
	while (s->at > from + 1 && s->lang->flags & (SYNTAX_LINE_KEYS | SYNTAX_COMMANDS) && strchr(":,", s->text.p[s->at - 1]))
		s->at--;
	if (syntax_byte_is(s, from, SYNTAX_BYTE_DIGIT) && is_number(str_sub(s->text, from, s->at)) && !syntax_word_is_key(s, before))
		return SYNTAX_NUMBER;
	return word_role(s, str_sub(s->text, from, s->at), before);
}

