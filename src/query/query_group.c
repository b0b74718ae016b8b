#include "query/query_group.h"

#include "base/tr.h"
#include "base/vec.h"
#include "query/query_value.h"
#include "query/query_view.h"
#include "query/query_word.h"
#include "text/utf8.h"

static const char *const word_or[] = { "or", "또는", "||", NULL };
static const char *const word_and[] = { "and", "그리고", "&&", NULL };
static const char *const word_not[] = { "not", NULL };

static struct query *read_or(struct query_reader *r, enum query_field field);

static struct query *
expected_before(struct query_reader *r, size_t at, struct str word)
{
	return query_reader_fail(r, at, tr("expected something before ‘%.*s’; the word itself stands in \"…\""), STR(word));
}

static struct query *
expected_behind(struct query_reader *r, size_t at, struct str word)
{
	return query_reader_fail(r, at, tr("expected something behind ‘%.*s’; the word itself stands in \"…\""), STR(word));
}

/* One bracket, negation or view more; false with the fault where that is too deep. */
static bool
deepen(struct query_reader *r, size_t at)
{
	if (++r->depth <= QUERY_DEPTH)
		return true;
	query_reader_fail(r, at, tr("more than %d brackets and negations in one another"), QUERY_DEPTH);
	return false;
}

/* What stands between brackets, the first of which has been taken at a place. */
static struct query *
read_bracket(struct query_reader *r, enum query_field field, size_t at)
{
	struct query *inside;

	if (!deepen(r, at))
		return NULL;
	r->groups++;
	inside = read_or(r, field);
	if (inside && !query_word_close(r))
		return query_reader_fail(r, at, "%s", tr("‘(’ is not closed; a bracket that is text stands in \"…\""));
	if (inside && inside->kind == QUERY_ANY)
		return query_reader_fail(r, at, "%s", tr("expected something between the brackets"));
	r->groups--;
	r->depth--;
	return inside;
}

static struct query *
read_value(struct query_reader *r, enum query_field field, struct str name)
{
	struct str value;
	size_t at, begin = query_reader_at(r);
	int quoted;

	query_word_skip(r);
	if (query_word_end(r))
		return query_reader_fail(r, begin, tr("expected a value behind ‘%.*s:’"), STR(name));
	at = query_reader_at(r);
	if (query_word_open(r))
		return read_bracket(r, field, at);
	quoted = query_word_quoted(r, &value);
	if (quoted < 0)
		return NULL;
	if (!quoted)
		value = query_word_take(r);
	if (field == QUERY_FIELD_VIEW)
		return query_view_read(r, value, at);
	return query_value_read(r, field, value, at, quoted);
}

/*
 * What was meant by a name that is no field's: https://x, std::move, node:fs and 결론:좋다 are words, ls:unread and
 * ㅅㅁㅎ:ai are slips.
 */
static const struct query_name *
slip(const struct query_reader *r, struct str name, struct str after)
{
	const struct query_name *near;
	struct query_reader behind = *r;
	struct str value;

	behind.rest = after;
	if (query_word_end(&behind) || str_is_space(after.p[0]) || strchr(":/\\", after.p[0]))
		return NULL;
	near = query_name_foreign(name);
	if (!near)
		near = query_name_near(QUERY_FIELDS, name);
	if (!near)
		return NULL;
	value = query_word_take(&behind);
	if (near->code == QUERY_FIELD_VIEW || value.p[0] == '"' || value.p[0] == '(')
		return near;
	return query_value_fits(r, near->code, value) ? near : NULL;
}

/* 1 takes the name of a field and its colon, 0 there is none, -1 with the fault. */
static int
take_field(struct query_reader *r, enum query_field *field, struct str *name)
{
	const struct query_name *found;
	struct str after;

	if (!query_word_name(r, name, &after))
		return 0;
	found = query_name_find(QUERY_FIELDS, *name);
	if (found) {
		*field = found->code;
		r->rest = after;
		return 1;
	}
	found = slip(r, *name, after);
	if (!found)
		return 0;
	query_reader_fail(r, query_reader_at(r), tr("there is no ‘%.*s:’; did you mean ‘%s:’? A word with a colon stands in \"…\""),
		STR(utf8_prefix(*name, 80)), found->name);
	return -1;
}

/* A word that says a state by itself: 안읽음, and 안 읽음 as it is spelled. */
static const struct query_name *
take_state(struct query_reader *r, struct str *word)
{
	const struct query_name *state = query_name_find(QUERY_STATES, *word);
	struct query_reader behind = *r;
	struct str next;

	if (state)
		return state->is_word ? state : NULL;
	if (!str_is(*word, "안"))
		return NULL;
	query_word_skip(&behind);
	next = query_word_take(&behind);
	if (!next.n)
		return NULL;
	next = str_new(word->p, word->n + (size_t)(next.p + next.n - (word->p + word->n)));
	state = query_name_find(QUERY_STATES, next);
	if (!state || !state->is_word)
		return NULL;
	r->rest = behind.rest;
	*word = next;
	return state;
}

static struct query *
read_bare(struct query_reader *r, enum query_field field)
{
	size_t at = query_reader_at(r);
	struct str word;
	int quoted = query_word_quoted(r, &word);

	if (quoted < 0)
		return NULL;
	if (!quoted)
		word = query_word_take(r);
	if (field == QUERY_FIELD_NONE && !quoted && take_state(r, &word))
		field = QUERY_FIELD_IS;
	if (field == QUERY_FIELD_VIEW)
		return query_view_read(r, word, at);
	return query_value_read(r, field, word, at, quoted);
}

/* A bracket, a field with its value, a tag, a phrase or a word. */
static struct query *
read_item(struct query_reader *r, enum query_field field)
{
	size_t at = query_reader_at(r);
	struct str name;
	int has_field;

	if (query_word_open(r))
		return read_bracket(r, field, at);
	if (field == QUERY_FIELD_NONE && query_word_hash(r))
		return read_bare(r, QUERY_FIELD_TAG);
	has_field = take_field(r, &field, &name);
	if (has_field < 0)
		return NULL;
	return has_field ? read_value(r, field, name) : read_bare(r, field);
}

static struct query *
negate(struct query_reader *r, struct query *part, size_t at)
{
	struct query *node;

	if (part->kind == QUERY_NOT)
		return part->parts[0];
	node = arena_new(r->a, struct query, 1);
	node->kind = QUERY_NOT;
	node->at = at;
	node->n = 1;
	node->parts = arena_new(r->a, struct query *, 1);
	node->parts[0] = part;
	return node;
}

static struct query *
read_not(struct query_reader *r, enum query_field field)
{
	size_t at = query_reader_at(r);
	struct query *part;
	struct str word;

	if (query_word_minus(r)) {
		part = read_item(r, field);
		return part ? negate(r, part, at) : NULL;
	}
	if (query_word_bang(r))
		return query_reader_fail(r, at, "%s", tr("‘!’ is no sign of queries: ‘-’ stands before what is left out; a word with ‘!’ stands in \"…\""));
	if (!query_word_keyword(r, word_not, &word))
		return read_item(r, field);
	query_word_skip(r);
	if (query_word_end(r))
		return expected_behind(r, at, word);
	if (!deepen(r, at))
		return NULL;
	part = read_not(r, field);
	r->depth--;
	return part ? negate(r, part, at) : NULL;
}

/* An operator where an operand is wanted. */
static bool
meets_operator(struct query_reader *r, struct str *word)
{
	struct query_reader behind = *r;

	return query_word_keyword(&behind, word_and, word) || query_word_keyword(&behind, word_or, word);
}

/* The parts, as many as there are, until "or" or the end; behind says what they are wanted by. */
static struct query *
read_and(struct query_reader *r, enum query_field field, size_t at, struct str behind)
{
	vec(struct query *) parts = { 0 };
	struct query *part = NULL, *ret = NULL;
	struct str word = STR_NONE;

	for (;;) {
		query_word_skip(r);
		if (query_word_end(r) || meets_operator(r, &word)) {
			part = behind.n ? expected_behind(r, at, behind) : expected_before(r, query_reader_at(r), word);
			break;
		}
		part = read_not(r, field);
		if (!part)
			break;
		*vec_add(&parts) = part;
		query_word_skip(r);
		at = query_reader_at(r);
		behind = STR_NONE;
		if (query_word_keyword(r, word_and, &behind))
			continue;
		if (query_word_end(r) || meets_operator(r, &word))
			break;
	}
	if (part)
		ret = query_join(r->a, QUERY_AND, parts.v, parts.n);
	vec_free(&parts);
	return ret;
}

static struct query *
read_or(struct query_reader *r, enum query_field field)
{
	vec(struct query *) parts = { 0 };
	struct query *part, *ret = NULL;
	struct str word = STR_NONE;
	size_t at = query_reader_at(r);

	query_word_skip(r);
	if (query_word_end(r)) {
		ret = arena_new(r->a, struct query, 1);
		ret->at = at;
		return ret;
	}
	for (;;) {
		part = read_and(r, field, at, word);
		if (!part)
			break;
		*vec_add(&parts) = part;
		at = query_reader_at(r);
		if (!query_word_keyword(r, word_or, &word))
			break;
	}
	if (part)
		ret = query_join(r->a, QUERY_OR, parts.v, parts.n);
	vec_free(&parts);
	return ret;
}

struct query *
query_group_read(struct query_reader *r)
{
	return read_or(r, QUERY_FIELD_NONE);
}
