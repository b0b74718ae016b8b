#include "query/query_rule.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/tr.h"
#include "base/vec.h"
#include "text/quoted.h"
#include "text/tag.h"
#include "text/tag_state.h"
#include "text/typo.h"
#include "text/utf8.h"

static const struct {
	const char *name;
	enum query_rule_does does;
} actions[] = {
	{ "fulltext", QUERY_RULE_FULLTEXT }, { "notify", QUERY_RULE_NOTIFY }, { "exec:", QUERY_RULE_EXEC },
	{ "전문", QUERY_RULE_FULLTEXT }, { "알림", QUERY_RULE_NOTIFY }, { "실행:", QUERY_RULE_EXEC },
};

/* What a post is; these have no sign, or one as a tag has. */
static const unsigned switches[TAG_STATES][2] = {
	[TAG_STATE_READ] = { QUERY_RULE_UNREAD, QUERY_RULE_READ },
	[TAG_STATE_STAR] = { QUERY_RULE_UNSTAR, QUERY_RULE_STAR },
	[TAG_STATE_HIDE] = { QUERY_RULE_UNHIDE, QUERY_RULE_HIDE },
};

static const char *const arrows[] = { "->", "→" };

struct reading {
	struct arena *a;
	struct str text;
	size_t at;
	struct query_rule rule;
	vec(struct str) add, remove;
	vec(const char *) exec;
	struct query_rule_fault *fault;
};

__attribute__((format(printf, 3, 4))) static int
fail(struct reading *r, size_t at, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	(void)vsnprintf(r->fault->what, sizeof r->fault->what, format, args);
	va_end(args);
	r->fault->what[utf8_prefix(str_of(r->fault->what), sizeof r->fault->what - 1).n] = '\0';
	r->fault->at = at;
	return -1;
}

/* ---- words outside quotes */

/* Goes on to the beginning of the next word outside quotes; false at the end. *at is 0 or behind a word. */
static bool
next_word(struct str text, size_t *at, bool *in_quotes)
{
	bool is_behind_blank = !*at;

	for (; *at < text.n; ++*at) {
		char c = text.p[*at];

		if (!*in_quotes && is_behind_blank && !str_is_space(c))
			return true;
		is_behind_blank = str_is_space(c);
		*in_quotes ^= c == '"';
	}
	return false;
}

/* The first word that is one of these; the text's length when there is none. */
static size_t
find_word(struct str text, const char *const *words, size_t n, size_t *len)
{
	bool in_quotes = false;

	for (size_t at = 0; next_word(text, &at, &in_quotes); in_quotes ^= text.p[at] == '"', at++)
		for (size_t i = 0; i < n; i++) {
			size_t end = at + strlen(words[i]);

			if (str_starts(str_sub(text, at, text.n), words[i]) && (end == text.n || str_is_space(text.p[end]))) {
				*len = end - at;
				return at;
			}
		}
	*len = 0;
	return text.n;
}

size_t
query_rule_comment(struct str text)
{
	static const char *const marks[] = { "#" };
	size_t len;

	return find_word(text, marks, 1, &len);
}

/* ---- actions */

static bool
skip_blanks(struct reading *r)
{
	while (r->at < r->text.n && str_is_space(r->text.p[r->at]))
		r->at++;
	return r->at < r->text.n;
}

/* A value in the arena, quotes and backslashes off it. */
static int
take_value(struct reading *r, struct str *ret)
{
	struct buf value = { 0 };
	size_t quote = 0;
	bool is_whole = quoted_take(&value, r->text, &r->at, &quote);

	*ret = arena_dup(r->a, buf_str(&value));
	buf_free(&value);
	return is_whole ? 0 : fail(r, quote, "%s", tr("this quote is not closed"));
}

static int
refuse_both(struct reading *r, size_t at, struct str name)
{
	return fail(r, at, tr("‘%.*s’ cannot be put on and taken off at once"), STR(name));
}

static int
take_state(struct reading *r, size_t at, struct str word, enum tag_state state, bool is_on)
{
	if (r->rule.does & switches[state][!is_on])
		return fail(r, at, tr("‘%.*s’ is the contrary of a word before it"), STR(word));
	r->rule.does |= switches[state][is_on];
	return 0;
}

static int
take_tag(struct reading *r, size_t at, struct str typed, bool is_added)
{
	struct buf name = { 0 };
	struct err err;
	int rc = tag_name(&name, typed, &err);
	struct str kept = arena_dup(r->a, buf_str(&name));

	buf_free(&name);
	if (rc < 0)
		return fail(r, at, "%s", err.text);
	if (is_added ? tag_is_among(r->remove.v, r->remove.n, kept) : tag_is_among(r->add.v, r->add.n, kept))
		return refuse_both(r, at, kept);
	if (is_added)
		*vec_add(&r->add) = kept;
	else
		*vec_add(&r->remove) = kept;
	return 0;
}

/* What stands behind "+" or "-", as store/tag_words.h has it. */
static int
take_signed(struct reading *r, size_t at, struct str name, bool is_added)
{
	enum tag_state state;
	bool is_on;

	if (name.n > 1 && *name.p == '#')
		return take_tag(r, at, str_sub(name, 1, name.n), is_added);
	if (tag_state(name, &state, &is_on))
		return take_state(r, at, name, state, is_on == is_added);
	return take_tag(r, at, name, is_added);
}

/* The program's name behind "exec:", and all that follows. */
static int
take_program(struct reading *r, size_t at, struct str name)
{
	struct str word = name;

	if (!name.n)
		return fail(r, at, "%s", tr("expected a program directly behind exec:"));
	*vec_add(&r->exec) = arena_cstr(r->a, word);
	while (skip_blanks(r)) {
		if (take_value(r, &word) < 0)
			return -1;
		*vec_add(&r->exec) = arena_cstr(r->a, word);
	}
	return 0;
}

/* Keeps in *near the known word with the fewest slips. */
static void
compare(struct str word, const char *known, int *least, const char **near)
{
	int distance = typo_distance(word, str_of(known));

	if (distance < *least && distance < (int)word.n) {
		*least = distance;
		*near = known;
	}
}

static int
refuse(struct reading *r, size_t at, struct str word)
{
	const char *near = NULL, *state;
	int least = 3; /* more than two slips is another word */

	for (size_t i = 0; (state = tag_state_word(i)); i++)
		compare(word, state, &least, &near);
	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
		compare(word, actions[i].name, &least, &near);
	word = utf8_prefix(word, 40);
	if (near)
		return fail(r, at, tr("there is no action ‘%.*s’; did you mean ‘%s’?"), STR(word), near);
	return fail(r, at, tr("there is no action ‘%.*s’; there are: +TAG, -TAG, read, star, hide, fulltext, notify, exec:PROGRAM"), STR(word));
}

static int
take_action(struct reading *r)
{
	size_t at = r->at;
	enum tag_state state;
	struct str word;
	bool is_on;

	if (take_value(r, &word) < 0)
		return -1;
	if (word.n && (word.p[0] == '+' || word.p[0] == '-'))
		return take_signed(r, at, str_sub(word, 1, word.n), *word.p == '+');
	if (tag_state(word, &state, &is_on))
		return take_state(r, at, word, state, is_on);
	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
		bool takes_more = str_ends(str_of(actions[i].name), ":");

		if (takes_more ? !str_starts(word, actions[i].name) : !str_is(word, actions[i].name))
			continue;
		r->rule.does |= actions[i].does;
		return takes_more ? take_program(r, at, str_sub(word, strlen(actions[i].name), word.n)) : 0;
	}
	return refuse(r, at, word);
}

static const struct str *
keep(struct arena *a, const struct str *v, size_t n)
{
	struct str *ret = arena_new(a, struct str, n);

	if (n)
		memcpy(ret, v, n * sizeof *v);
	return ret;
}

static int
finish(struct reading *r, struct query_rule *ret)
{
	const char **exec = arena_new(r->a, const char *, r->exec.n + 1);

	if (r->exec.n)
		memcpy(exec, r->exec.v, r->exec.n * sizeof *exec);
	*ret = r->rule;
	ret->add = keep(r->a, r->add.v, r->add.n);
	ret->n_add = r->add.n;
	ret->remove = keep(r->a, r->remove.v, r->remove.n);
	ret->n_remove = r->remove.n;
	ret->exec = r->exec.n ? exec : NULL;
	return 0;
}

static int
read_actions(struct reading *r)
{
	while (skip_blanks(r))
		if (take_action(r) < 0)
			return -1;
	return 0;
}

int
query_rule_parse(struct arena *a, struct str text, struct query_rule *ret, struct query_rule_fault *fault)
{
	struct reading r = { .a = a, .text = text, .fault = fault };
	size_t len, arrow = find_word(text, arrows, sizeof arrows / sizeof *arrows, &len);
	int rc = 0;

	r.rule.query = str_trim(str_sub(text, 0, arrow));
	r.rule.actions = str_trim(str_sub(text, arrow + len, text.n));
	r.at = arrow + len;
	if (!len)
		rc = fail(&r, text.n, "%s", tr("expected -> and what to do with the posts: QUERY -> +tag read star hide fulltext notify exec:PROGRAM"));
	else if (!r.rule.query.n)
		rc = fail(&r, arrow, "%s", tr("expected a query before ->; is:all stands for all posts"));
	else if (!r.rule.actions.n)
		rc = fail(&r, text.n, "%s", tr("expected something to do behind ->: +tag read star hide fulltext notify exec:PROGRAM"));
	if (!rc)
		rc = read_actions(&r);
	if (!rc)
		rc = finish(&r, ret);
	vec_free(&r.add);
	vec_free(&r.remove);
	vec_free(&r.exec);
	return rc;
}
