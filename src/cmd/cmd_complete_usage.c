#include "cmd/cmd_complete_usage.h"

/* A word of the usage without what is around it. */
static struct str
bare(struct str word)
{
	while (str_starts(word, "["))
		word = str_sub(word, 1, word.n);
	for (;;) {
		if (str_ends(word, "…"))
			word.n -= strlen("…");
		else if (str_ends(word, "]"))
			word.n--;
		else
			return word;
	}
}

/* "-f", "--json", but not "-TAG". */
static bool
is_option(struct str word)
{
	return word.n > 1 && word.p[0] == '-' && !(word.p[1] >= 'A' && word.p[1] <= 'Z');
}

/* An option in brackets that do not end with it has its value behind it, unless another one is next. */
static bool
has_value(struct str option, struct str rest)
{
	return str_starts(option, "[") && !str_has(option, "]") && !str_starts(str_trim(rest), "[");
}

/* Takes the next word that is no option and no value of one; the name of the program and the command stand before others. */
static bool
take_word(struct str *rest, struct str *ret)
{
	struct str word;

	while ((word = str_word(rest)).n) {
		if (str_is(word, "sosik") || str_is(word, "<") || (is_option(bare(word)) && has_value(word, *rest))) {
			(void)str_word(rest);
			continue;
		}
		*ret = bare(word);
		if (!is_option(*ret) && ret->n)
			return true;
	}
	return false;
}

struct cmd_complete_usage
cmd_complete_usage_of(const char *usage)
{
	return (struct cmd_complete_usage){ .rest = str_of(usage) };
}

bool
cmd_complete_usage_next(struct cmd_complete_usage *u, struct str *operand)
{
	if (!u->word.n && !take_word(&u->rest, &u->word))
		return false;
	str_cut(u->word, '|', operand, &u->word);
	*operand = bare(*operand);
	return true;
}

static bool
names(struct str word, struct str name, struct str letter)
{
	struct str one;

	for (word = bare(word); word.n;) {
		str_cut(word, '|', &one, &word);
		if (str_starts(one, "--") ? str_eq(str_sub(one, 2, one.n), name) : letter.n && str_eq(str_sub(one, 1, one.n), letter))
			return true;
	}
	return false;
}

struct str
cmd_complete_usage_value(const char *usage, struct str name, struct str letter)
{
	struct str rest = str_of(usage), word;

	while ((word = str_word(&rest)).n)
		if (is_option(bare(word)) && names(word, name, letter) && has_value(word, rest))
			return bare(str_word(&rest));
	return STR_NONE;
}
