#include "syntax/syntax_lang.h"

#include "syntax/syntax_table.h"

enum { LABEL_MAX = 64 };

static const struct syntax_lang *
find(struct str name)
{
	const struct syntax_lang *lang;
	char word[LABEL_MAX];

	if (!name.n || name.n >= sizeof word || str_find_char(name, ' ') < name.n)
		return NULL;
	memcpy(word, name.p, name.n);
	word[name.n] = '\0';
	for (size_t i = 0; (lang = syntax_table_at(i)); i++)
		if (str_has_word(str_of(lang->names), word))
			return lang;
	return NULL;
}

/* The part of s behind the last c, all of it where there is none. */
static struct str
behind_last(struct str s, char c)
{
	size_t at = s.n;

	while (at && s.p[at - 1] != c)
		at--;
	return str_sub(s, at, s.n);
}

const struct syntax_lang *
syntax_lang_find(struct str label)
{
	static const char *const prefixes[] = { "language-", "lang-", "brush:", "source-" };
	static const char ends[] = "{(:;,=[ ";
	const struct syntax_lang *lang;
	size_t n = 0;

	label = str_trim(label);
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (str_starts_icase(label, prefixes[i]))
			label = str_trim(str_sub(label, strlen(prefixes[i]), label.n));
	while (n < label.n && !strchr(ends, label.p[n]))
		n++;
	label = str_sub(label, 0, n);
	if ((lang = find(label)))
		return lang;
	if ((lang = find(behind_last(label, '.'))))
		return lang;
	n = str_find_char(label, '/');
	return n < label.n ? find(str_sub(label, 0, n)) : NULL;
}

const struct syntax_lang *
syntax_lang_labelled(const char *label)
{
	const struct syntax_lang *lang;
	size_t i = 0;

	while ((lang = syntax_table_at(i++)) && strcmp(lang->label, label))
		continue;
	return lang;
}
