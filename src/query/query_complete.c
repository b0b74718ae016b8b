#include "query/query_complete.h"

#include "base/tr.h"
#include "catalog/catalog_term.h"

static void
tell(const struct query_completer *with, struct str front, const char *name)
{
	with->word(with->user, front, str_of(name));
}

/* The name of a code that is told first: the first one in the user's language, or in English. */
static const char *
usual_name(enum query_table which, int code)
{
	for (const struct query_name *n = query_name_table(which); n->name && tr_is_korean(); n++)
		if (n->code == code && !str_is_ascii(str_of(n->name)))
			return n->name;
	return query_name_of(which, code);
}

/* One name of each as long as nothing is typed of it, else all that there are. */
static void
table(const struct query_completer *with, struct str word, struct str front, enum query_table which)
{
	for (const struct query_name *n = query_name_table(which); n->name; n++)
		if (word.n > front.n || !strcmp(n->name, usual_name(which, n->code)))
			tell(with, front, n->name);
}

static void
platforms(const struct query_completer *with, struct str front)
{
	for (const struct catalog_term *term = catalog_term_platforms(); term->code; term++) {
		tell(with, front, term->code);
		if (term->words[0])
			tell(with, front, term->words[0]);
	}
}

static void
examples(const struct query_completer *with, struct str front, const char *const *list)
{
	for (; *list; list++)
		tell(with, front, *list);
}

static void
values(const struct query_completer *with, enum query_field field, struct str word, struct str front)
{
	static const char *const times[] = { "1d", "7d", "30d", "오늘", "어제", NULL };
	static const char *const lengths[] = { ">5m", "<3m", "3m..10m", NULL };

	switch (field) {
	case QUERY_FIELD_TAG:
	case QUERY_FIELD_FEED:
	case QUERY_FIELD_VIEW: with->names(with->user, field, front); break;
	case QUERY_FIELD_SITE: platforms(with, front); break;
	case QUERY_FIELD_IS: table(with, word, front, QUERY_STATES); break;
	case QUERY_FIELD_HAS: table(with, word, front, QUERY_HAVES); break;
	case QUERY_FIELD_LANG: table(with, word, front, QUERY_LANGS); break;
	case QUERY_FIELD_AFTER:
	case QUERY_FIELD_BEFORE:
	case QUERY_FIELD_DATE: examples(with, front, times); break;
	case QUERY_FIELD_LEN: examples(with, front, lengths); break;
	default: break;
	}
}

/* Of each field one name as long as nothing is typed; the states that are words of their own. */
static void
fields(const struct query_completer *with, struct str word)
{
	int last = QUERY_FIELD_NONE;
	struct buf name = { 0 };

	for (const struct query_name *n = query_name_table(QUERY_FIELDS); n->name; n++) {
		buf_clear(&name);
		(void)buf_printf(&name, "%s:", n->name);
		if (word.n || n->code != last)
			tell(with, STR_NONE, buf_cstr(&name));
		last = n->code;
	}
	for (const struct query_name *n = query_name_table(QUERY_STATES); n->name; n++)
		if (n->is_word)
			tell(with, STR_NONE, n->name);
	buf_free(&name);
}

/* Where the value begins: behind the field's colon, or the last comma. */
static size_t
value_at(struct str word)
{
	size_t at = word.n, field = str_find_char(word, ':') + 1;

	while (at > field && word.p[at - 1] != ',')
		at--;
	return at;
}

size_t
query_complete_front(struct str word)
{
	size_t n = 0;

	while (n < word.n && (word.p[n] == '-' || word.p[n] == '('))
		n++;
	return n;
}

void
query_complete(struct str word, const struct query_completer *with)
{
	const struct query_name *field;
	struct str name;

	if (str_starts(word, "#"))
		with->names(with->user, QUERY_FIELD_TAG, str_lit("#"));
	else if (!str_cut(word, ':', &name, NULL))
		fields(with, word);
	else if ((field = query_name_find(QUERY_FIELDS, name)))
		values(with, (enum query_field)field->code, word, str_sub(word, 0, value_at(word)));
}
