#include "store/retry.h"

#include "base/tr.h"
#include "base/vec.h"
#include "store/db.h"
#include "store/store_impl.h"
#include "text/find_retry.h"
#include "text/find_term.h"
#include "text/find_token.h"

struct search {
	struct store *s;
	struct arena *a;
	vec(struct retry_change) changes;
};

static int
has_posts(struct search *r, const struct posts_view *view, const struct query *query, bool *ret, struct err *err)
{
	struct posts_view one = *view;

	one.query = query;
	one.is_folded = false;
	return hits_any(r->s, &one, ret, err);
}

static struct query *
copy(struct arena *a, const struct query *query)
{
	struct query *made = arena_new(a, struct query, 1);

	*made = *query;
	if (query->n)
		made->parts = arena_new(a, struct query *, query->n);
	for (size_t i = 0; i < query->n; i++)
		made->parts[i] = copy(a, query->parts[i]);
	return made;
}

/* ---- one word */

/* The ways in which a leaf is tried, in this order. */
struct way {
	enum retry_how how;
	bool (*first)(struct buf *out, struct str word), (*second)(struct buf *out, struct str word);
	bool is_of_names; /* tags and feeds are tried, too */
	bool is_phrase;   /* what comes out is one */
};

/* For ㄱ자, which is taken for a title that is being typed. */
static bool
as_it_is(struct buf *out, struct str word)
{
	struct arena a = { 0 };
	struct find_term term;
	bool is_typed = find_term_make(&a, word, FIND_TERM_WORD, &term) && term.check.n;

	if (is_typed)
		(void)buf_add(out, word);
	arena_free(&a);
	return is_typed;
}

static const struct way ways[] = {
	{ RETRY_PARTICLE, find_retry_particle, NULL, false, false },
	{ RETRY_LAYOUT, find_retry_layout, NULL, true, false },
	{ RETRY_LAYOUT, find_retry_layout, find_retry_particle, false, false },
	{ RETRY_TYPED, find_retry_typed, NULL, false, false },
	{ RETRY_APART, find_retry_apart, NULL, false, true },
	{ RETRY_QUOTED, as_it_is, NULL, false, true },
};

enum { WAYS = sizeof ways / sizeof *ways };

static bool
is_tried(const struct query *leaf, const struct way *way)
{
	if (leaf->kind == QUERY_TEXT)
		return !leaf->is_phrase || way->how == RETRY_LAYOUT;
	return way->is_of_names && leaf->text.n && (leaf->kind == QUERY_TAG || leaf->kind == QUERY_FEED || leaf->kind == QUERY_SITE);
}

/* The leaf in another way; false when there is none. */
static bool
change(struct arena *a, const struct query *leaf, const struct way *way, struct query *ret)
{
	struct buf once = { 0 }, twice = { 0 };
	bool is_made = is_tried(leaf, way) && way->first(&once, leaf->text);

	*ret = *leaf;
	if (is_made && way->second)
		is_made = way->second(&twice, buf_str(&once));
	ret->text = arena_dup(a, buf_str(way->second ? &twice : &once));
	ret->is_phrase |= way->is_phrase;
	ret->is_typed = way->how == RETRY_TYPED;
	buf_free(&once);
	buf_free(&twice);
	return is_made;
}

static void
note(struct search *r, struct str from, struct str to, enum retry_how how)
{
	*vec_add(&r->changes) = (struct retry_change){ from, to, how };
}

/* Changes a leaf that finds nothing by itself to the first way in which it does. */
static int
mend(struct search *r, struct query *leaf, struct err *err)
{
	const struct posts_view all = { 0 };
	struct query other;
	bool is_found;

	if (has_posts(r, &all, leaf, &is_found, err) < 0)
		return -1;
	for (int i = 0; i < WAYS && !is_found; i++) {
		if (!change(r->a, leaf, &ways[i], &other))
			continue;
		if (has_posts(r, &all, &other, &is_found, err) < 0)
			return -1;
		if (!is_found)
			continue;
		note(r, leaf->text, other.text, ways[i].how);
		*leaf = other;
	}
	return 0;
}

/* All leaves that are wanted; those of a NOT are left alone. */
static int
mend_all(struct search *r, struct query *query, struct err *err)
{
	int rc = 0;

	if (query->kind == QUERY_TEXT || query->kind == QUERY_TAG || query->kind == QUERY_FEED || query->kind == QUERY_SITE)
		return mend(r, query, err);
	for (size_t i = 0; i < query->n && !rc && query->kind != QUERY_NOT; i++)
		rc = mend_all(r, query->parts[i], err);
	return rc;
}

/* ---- several words */

static void
strip_all(struct search *r, struct query *query)
{
	struct query other;

	if (query->kind == QUERY_TEXT && change(r->a, query, &ways[RETRY_PARTICLE], &other)) {
		note(r, query->text, other.text, RETRY_PARTICLE);
		*query = other;
	}
	for (size_t i = 0; i < query->n && query->kind != QUERY_NOT; i++)
		strip_all(r, query->parts[i]);
}

static bool
is_latin_word(const struct query *query)
{
	return query->kind == QUERY_TEXT && !query->is_phrase && str_is_ascii(query->text);
}

/* Joins Latin words that stand side by side. */
static void
join_all(struct search *r, struct query *query)
{
	size_t n = 0;

	for (size_t i = 0; i < query->n && query->kind != QUERY_NOT; i++) {
		struct query *part = query->parts[i], *before = n ? query->parts[n - 1] : NULL;

		if (query->kind != QUERY_AND || !before || !is_latin_word(before) || !is_latin_word(part) || before->columns != part->columns) {
			join_all(r, part);
			query->parts[n++] = part;
			continue;
		}
		note(r, arena_printf(r->a, "%.*s %.*s", STR(before->text), STR(part->text)),
			arena_printf(r->a, "%.*s%.*s", STR(before->text), STR(part->text)), RETRY_TOGETHER);
		before->text = r->changes.v[r->changes.n - 1].to;
	}
	query->n = query->kind == QUERY_NOT ? query->n : n;
}

/* ---- the whole */

/* Gives the changed tree if it finds something. */
static int
give(struct search *r, const struct posts_view *view, struct query *changed, struct retry *ret, struct err *err)
{
	bool is_found = false;

	if (!r->changes.n)
		return 0;
	if (has_posts(r, view, changed, &is_found, err) < 0)
		return -1;
	if (!is_found)
		return 0;
	ret->query = changed;
	ret->n = r->changes.n;
	ret->changes = arena_new(r->a, struct retry_change, r->changes.n);
	memcpy(ret->changes, r->changes.v, r->changes.n * sizeof *ret->changes);
	return 0;
}

int
retry_find(struct store *s, struct arena *a, const struct posts_view *view, struct retry *ret, struct err *err)
{
	static void (*const others[])(struct search *, struct query *) = { strip_all, join_all };
	struct search r = { .s = s, .a = a };
	struct query *changed;
	int rc;

	*ret = (struct retry){ 0 };
	if (!view->query)
		return 0;
	changed = copy(a, view->query);
	rc = mend_all(&r, changed, err);
	if (!rc)
		rc = give(&r, view, changed, ret, err);
	for (size_t i = 0; i < sizeof others / sizeof *others && !rc && !ret->query; i++) {
		r.changes.n = 0;
		changed = copy(a, view->query);
		others[i](&r, changed);
		rc = give(&r, view, changed, ret, err);
	}
	vec_free(&r.changes);
	return rc;
}

int
retry_hits(struct store *s, struct arena *a, struct posts_view *view, struct hits *hits, struct retry *ret, struct err *err)
{
	*ret = (struct retry){ 0 };
	if (hits_find(s, a, view, hits, err) < 0)
		return -1;
	if (hits->n)
		return 0;
	if (retry_find(s, a, view, ret, err) < 0)
		return -1;
	if (!ret->query)
		return 0;
	view->query = ret->query;
	return hits_find(s, a, view, hits, err);
}

/* ---- in words */

static const struct {
	const char *name, *text;
} hows[] = {
	[RETRY_PARTICLE] = { "particle", N_("without its particle") },
	[RETRY_LAYOUT] = { "layout", N_("the other keyboard layout") },
	[RETRY_APART] = { "apart", N_("written apart") },
	[RETRY_TOGETHER] = { "together", N_("written together") },
	[RETRY_TYPED] = { "typed", N_("a title being typed") },
	[RETRY_QUOTED] = { "quoted", N_("exactly as written") },
};

const char *
retry_name(enum retry_how how)
{
	return hows[how].name;
}

void
retry_text(struct buf *out, const struct retry *retry)
{
	for (size_t i = 0; i < retry->n; i++) {
		const struct retry_change *change = &retry->changes[i];

		(void)buf_puts(out, i ? ", " : "");
		(void)buf_printf(out, tr("‘%.*s’ as ‘%.*s’ (%s)"), STR(change->from), STR(change->to), tr(hows[change->how].text));
	}
}

/* ---- what may have been meant */

/* Whether a post of the index has the word as it is. */
static int
is_word(struct store *s, struct str word, bool *ret, struct err *err)
{
	static const char table[] = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.post_places USING fts5vocab(search, post_index, instance)";
	struct find_token_scan scan;
	struct find_token token;
	sqlite3_stmt *st;
	int64_t is_there = 0;

	*ret = true;
	find_token_start(&scan, word, FIND_TOKEN_QUERY);
	if (!find_token_next(&scan, &token))
		return 0;
	if (db_exec(s->db, table, err) < 0 || !(st = stmt_get(s, STMT_WORD_FIND, err)))
		return -1;
	stmt_bind_str(st, 1, token.text);
	if (stmt_int(s, st, 0, &is_there, err) < 0)
		return -1;
	*ret = is_there;
	return 0;
}

static int
suggest(struct search *r, const struct query *leaf, struct str *to, struct err *err)
{
	const struct way layout = { RETRY_LAYOUT, find_retry_layout, NULL, false, false };
	const struct posts_view all = { 0 };
	struct query other;
	bool is_known, is_found = false;

	if (!str_is_ascii(leaf->text) || leaf->is_phrase || !change(r->a, leaf, &layout, &other))
		return 0;
	if (is_word(r->s, leaf->text, &is_known, err) < 0)
		return -1;
	if (!is_known && has_posts(r, &all, &other, &is_found, err) < 0)
		return -1;
	if (is_found)
		*to = other.text;
	return 0;
}

int
retry_suggest(struct store *s, struct arena *a, const struct query *query, struct str *from, struct str *to, struct err *err)
{
	struct search r = { .s = s, .a = a };
	int rc = 0;

	*from = query->text;
	*to = STR_NONE;
	if (query->kind == QUERY_TEXT)
		return suggest(&r, query, to, err);
	for (size_t i = 0; i < query->n && !rc && !to->n && query->kind != QUERY_NOT; i++)
		rc = retry_suggest(s, a, query->parts[i], from, to, err);
	return rc;
}
