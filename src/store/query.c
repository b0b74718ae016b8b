#include "store/query.h"

#include "base/num.h"
#include "base/tr.h"
#include "store/query_impl.h"
#include "text/nfc.h"
#include "text/typo.h"
#include "text/utf8.h"

struct alias {
	const char *name;
	enum query_kind kind;
};

static const struct alias fields[] = {
	{ "id", QUERY_ID }, { "title", QUERY_TITLE }, { "feed", QUERY_FEED }, { "tag", QUERY_TAG },
	{ "제목", QUERY_TITLE }, { "피드", QUERY_FEED }, { "태그", QUERY_TAG },
	{ "is", QUERY_ALL }, { "상태", QUERY_ALL }, /* the value says which */
};

static const struct alias states[] = {
	{ "unread", QUERY_UNREAD }, { "read", QUERY_READ }, { "starred", QUERY_STARRED }, { "changed", QUERY_CHANGED },
	{ "hidden", QUERY_HIDDEN }, { "all", QUERY_ALL },
	{ "안읽음", QUERY_UNREAD }, { "읽음", QUERY_READ }, { "별표", QUERY_STARRED }, { "수정됨", QUERY_CHANGED },
	{ "숨김", QUERY_HIDDEN }, { "모두", QUERY_ALL },
};

struct parser {
	struct arena *a;
	struct str whole, rest;
	vec(struct query_term) terms;
	struct err *err;
};

/* A word of the query: its field, if it has one, and its value without quotes. */
struct word {
	size_t at; /* bytes from the start */
	bool is_negated, is_quoted, has_field;
	struct str field, value;
};

static const struct alias *
find(const struct alias *table, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_is_icase(name, table[i].name))
			return &table[i];
	return NULL;
}

#define FIND(table, name) find((table), sizeof (table) / sizeof (table)[0], (name))

/* That of a byte, from 1, in letters. */
static size_t
column(const struct parser *p, size_t at)
{
	return utf8_count(str_sub(p->whole, 0, at)) + 1;
}

static int
fail(struct parser *p, size_t at, const char *what)
{
	return err_set(p->err, ERR_USAGE, tr("query, column %zu: %s"), column(p, at), what);
}

/* Reads up to a blank, or the closing quote, or where is_field a ":" first. */
static int
take_value(struct parser *p, struct str *value, bool *is_quoted)
{
	size_t end = 0;

	*is_quoted = p->rest.n && p->rest.p[0] == '"';
	if (*is_quoted) {
		struct str inside = str_sub(p->rest, 1, p->rest.n);
		size_t at = p->whole.n - p->rest.n;

		if (!str_cut(inside, '"', value, &p->rest))
			return fail(p, at, tr("a closing quote is missing"));
		return 0;
	}
	while (end < p->rest.n && !str_is_space(p->rest.p[end]))
		end++;
	*value = str_sub(p->rest, 0, end);
	p->rest = str_sub(p->rest, end, p->rest.n);
	return 0;
}

/* Letters of a field's name: Latin or not, but no digit and no mark. */
static bool
is_name(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (!str_is_alpha(name.p[i]) && (unsigned char)name.p[i] < 0x80)
			return false;
	return name.n > 0;
}

/* What looks like a field and is none would be a word that no post has: https://x and std::move are words. */
static int
refuse_field(struct parser *p, struct str name, struct str value)
{
	const char *near = NULL;
	size_t at = p->whole.n - p->rest.n;
	int least = 3; /* more than two slips is another word */
	struct str shown = str_sub(name, 0, 80);

	if (!is_name(name) || !value.n || str_is_space(value.p[0]) || strchr(":/\\", value.p[0]))
		return 0;
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		int distance = typo_distance(name, str_of(fields[i].name));

		if (distance < least && distance < (int)name.n) {
			least = distance;
			near = fields[i].name;
		}
	}
	if (near)
		return err_set(p->err, ERR_USAGE, tr("query, column %zu: there is no ‘%.*s:’; did you mean ‘%s:’? A word with a colon stands in \"…\""),
			column(p, at), STR(shown), near);
	return err_set(p->err, ERR_USAGE, tr("query, column %zu: there is no ‘%.*s:’; a word with a colon stands in \"…\""), column(p, at),
		STR(shown));
}

/* 1 where there is a field, 0 where there is none. */
static int
take_field(struct parser *p, struct str *field)
{
	size_t end = 0;
	struct str name, value;

	while (end < p->rest.n && !str_is_space(p->rest.p[end]) && p->rest.p[end] != ':' && p->rest.p[end] != '"')
		end++;
	if (!end || end == p->rest.n || p->rest.p[end] != ':')
		return 0;
	name = str_sub(p->rest, 0, end);
	value = str_sub(p->rest, end + 1, p->rest.n);
	if (!FIND(fields, name))
		return refuse_field(p, name, value);
	*field = name;
	p->rest = value;
	return 1;
}

/* A pattern for LIKE … ESCAPE '\' that finds the text anywhere. */
static struct str
pattern(struct arena *a, struct str text)
{
	struct buf composed = { 0 }, out = { 0 };
	struct str made;

	nfc_add(&composed, text);
	(void)buf_putc(&out, '%');
	for (size_t i = 0; i < composed.n; i++) {
		if (strchr("%_\\", composed.p[i]))
			(void)buf_putc(&out, '\\');
		(void)buf_putc(&out, composed.p[i]);
	}
	(void)buf_putc(&out, '%');
	made = arena_dup(a, buf_str(&out));
	buf_free(&out);
	buf_free(&composed);
	return made;
}

static int
set_state(struct parser *p, const struct word *word, struct query_term *term)
{
	const struct alias *state = FIND(states, word->value);

	if (!state)
		return fail(p, word->at, tr("expected is:unread, is:read, is:starred, is:changed, is:hidden or is:all"));
	term->kind = state->kind;
	return 0;
}

static int
set_value(struct parser *p, const struct word *word, struct query_term *term)
{
	switch (term->kind) {
	case QUERY_ID:
		if (!num_parse(word->value, 1, INT64_MAX, &term->number))
			return fail(p, word->at, tr("expected id: and a number"));
		return 0;
	case QUERY_FEED:
		if (!word->is_quoted && num_parse(word->value, 1, INT64_MAX, &term->number))
			term->kind = QUERY_FEED_ID;
		term->text = pattern(p->a, word->value);
		return 0;
	case QUERY_TAG:
		term->text = arena_dup(p->a, word->value);
		return 0;
	default:
		term->text = pattern(p->a, word->value);
		return 0;
	}
}

static int
add_term(struct parser *p, const struct word *word)
{
	struct query_term term = { .is_negated = word->is_negated };
	const struct alias *state = word->has_field || word->is_quoted ? NULL : FIND(states, word->value);
	const struct alias *field = word->has_field ? FIND(fields, word->field) : NULL;

	if (!word->value.n)
		return fail(p, word->at, tr("expected a value"));
	if (field)
		term.kind = field->kind;
	/* English words are words; the Korean ones stand for themselves. */
	if (state && (unsigned char)word->value.p[0] >= 0x80)
		term.kind = state->kind;
	if (field && field->kind == QUERY_ALL) {
		if (set_state(p, word, &term) < 0)
			return -1;
	} else if (set_value(p, word, &term) < 0)
		return -1;
	*vec_add(&p->terms) = term;
	return 0;
}

static int
parse_words(struct parser *p)
{
	for (;;) {
		struct word word = { 0 };
		int got;

		while (p->rest.n && str_is_space(p->rest.p[0]))
			p->rest = str_sub(p->rest, 1, p->rest.n);
		if (!p->rest.n)
			return 0;
		word.at = p->whole.n - p->rest.n;
		if (p->rest.p[0] == '-') {
			word.is_negated = true;
			p->rest = str_sub(p->rest, 1, p->rest.n);
		}
		got = take_field(p, &word.field);
		word.has_field = got > 0;
		if (got < 0 || take_value(p, &word.value, &word.is_quoted) < 0 || add_term(p, &word) < 0)
			return -1;
	}
}

int
query_parse(struct arena *a, struct str text, struct query **ret, struct err *err)
{
	struct parser p = { .a = a, .whole = text, .rest = text, .err = err };
	struct query *query;
	int rc = utf8_is_valid(text) ? parse_words(&p) : err_set(err, ERR_USAGE, tr("the query is not UTF-8"));

	if (!rc) {
		query = arena_new(a, struct query, 1);
		query->terms = arena_new(a, struct query_term, p.terms.n);
		query->a = a;
		query->n = p.terms.n;
		for (size_t i = 0; i < query->n; i++) {
			const struct query_term *term = &p.terms.v[i];

			query->terms[i] = *term;
			query->wants_hidden |= term->kind == QUERY_HIDDEN && !term->is_negated;
			query->wants_all |= term->kind == QUERY_ALL && !term->is_negated;
		}
		*ret = query;
	}
	vec_free(&p.terms);
	return rc;
}
