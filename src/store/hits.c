#include "store/hits.h"

#include <math.h>
#include <string.h>

#include "base/clock.h"
#include "base/vec.h"
#include "store/hits_narrow.h"
#include "store/hits_words.h"
#include "store/index_prepare.h"
#include "store/posts_view.h"
#include "store/query_match.h"
#include "store/query_plan.h"
#include "store/rank.h"
#include "store/snapshot.h"
#include "store/stmt.h"
#include "store/store_impl.h"
#include "text/find_match.h"
#include "text/hangul.h"

/* What counts beside the words: the whole query in the title; half of the score goes with the age, by these days to an e-th. */
static const double title_bonus = 1, fading_days = 180, day = 86400;

struct search {
	struct store *s;
	struct arena *a;
	const struct hits_words *words;
	const struct posts_view *view;
	struct hits_narrow narrow; /* the conditions */
	struct rank rank;
	double now;
	size_t limit; /* of posts that are looked at */
	vec(struct hits_row) found;
	bool is_cut;
};

/* Those of the index, and those that wait for it. */
enum source { SOURCE_INDEX, SOURCE_WAITING };

static const struct {
	const char *rank, *from, *match, *id, *order;
} sources[] = {
	[SOURCE_INDEX] = { "SELECT p.id, p.sort, post_rank(post_index, ",
	    " FROM search.post_index CROSS JOIN post p ON p.id = post_index.rowid",
	    " WHERE " STMT_WAITS_NOT("post_index.rowid") " AND post_index MATCH ", "post_index.rowid",
	    " ORDER BY post_index.rowid DESC" },
	[SOURCE_WAITING] = { "SELECT p.id, p.sort, post_rank(post_waiting, ",
	    " FROM temp.post_waiting CROSS JOIN post p ON p.id = post_waiting.rowid",
	    " WHERE " STMT_WAITS("post_waiting.rowid") " AND post_waiting MATCH ",
	    "post_waiting.rowid", " ORDER BY post_waiting.rowid DESC" },
};

static void
add_tagged(struct compose *c, const struct hits_words *words)
{
	compose_add(c, words->n_tags ? "(SELECT count(*) FROM post_tag y WHERE y.post_id = p.id AND y.tag_id IN (" : "0");
	for (size_t i = 0; i < words->n_tags; i++)
		compose_int(c, i ? ", " : "", words->tags[i]);
	compose_add(c, words->n_tags ? "))" : "");
}

/* Which parameters are bound as what they point to; 0: none. */
struct bound {
	int rank, narrow;
};

static struct bound
compose(struct compose *c, const struct search *search, enum source source, struct str match, int64_t before)
{
	const struct posts_view rest = { .feed_id = search->view->feed_id, .tag = search->view->tag,
		.is_unread = search->view->is_unread, .is_starred = search->view->is_starred, .query = search->words->rest };
	struct bound bound = { 0 };

	c->is_behind = search->s->has_waiting;
	compose_add(c, sources[source].rank);
	add_tagged(c, search->words);
	compose_int(c, ", ", 0);
	bound.rank = (int)c->values.n;
	compose_add(c, "), p.title, p.story_id");
	compose_add(c, sources[source].from);
	compose_text(c, sources[source].match, match);
	compose_add(c, " AND ");
	if (before) {
		compose_add(c, sources[source].id);
		compose_int(c, " < ", before);
		compose_add(c, " AND ");
	}
	if (hits_narrow_is(&search->narrow)) {
		bound.narrow = hits_narrow_add(c, &search->narrow, sources[source].id);
		compose_add(c, " AND ");
	}
	for (size_t i = 0; i < search->words->n_checks; i++) {
		compose_text(c, "title_matches(p.title, ", search->words->checks[i]);
		compose_add(c, ") AND ");
	}
	posts_view_has(c, search->a, &rest);
	compose_add(c, sources[source].order);
	compose_int(c, " LIMIT ", (int64_t)search->limit);
	return bound;
}

static double
score_of(const struct search *search, double rank, struct str title, int64_t sort)
{
	bool has_title = search->rank.is_titled && hangul_matches(title, search->words->whole);
	double days = fmax(search->now - (double)sort, 0) / day;

	return (rank + (has_title ? title_bonus : 0)) * (0.5 + 0.5 * exp(-days / fading_days));
}

/* Those of a source that come before a number, 0: all, from the highest on. */
static int
collect(struct search *search, enum source source, struct str match, int64_t before, struct err *err)
{
	struct compose c = { 0 };
	const struct bound bound = compose(&c, search, source, match, before);
	sqlite3_stmt *st = compose_prepare(&c, search->s, err);
	size_t n = 0;
	int got = -1;

	search->narrow.wanted = (int64_t)(search->found.n + search->limit);
	if (st)
		rank_bind(st, bound.rank, &search->rank);
	if (st && bound.narrow)
		hits_narrow_bind(st, bound.narrow, &search->narrow);
	for (; st && (got = stmt_step(search->s, st, err)) > 0; n++) {
		struct hits_row row = { .id = stmt_num(st, 0), .sort = stmt_num(st, 1), .story = stmt_num(st, 4) };

		row.score = score_of(search, sqlite3_column_double(st, 2), stmt_peek(st, 3), row.sort);
		*vec_add(&search->found) = row;
		search->narrow.found = (int64_t)search->found.n;
	}
	search->is_cut |= n == search->limit;
	if (got < 0 && search->narrow.failed.code)
		*err = search->narrow.failed;
	(void)sqlite3_finalize(st);
	compose_free(&c);
	return got;
}

static int
better_first(const void *a, const void *b)
{
	const struct hits_row *x = a, *y = b;

	if (x->score < y->score || x->score > y->score)
		return x->score > y->score ? -1 : 1;
	if (x->sort != y->sort)
		return x->sort > y->sort ? -1 : 1;
	return x->id == y->id ? 0 : x->id > y->id ? -1 : 1;
}

static void
give(struct search *search, struct hits *ret)
{
	if (!search->found.n)
		return;
	qsort(search->found.v, search->found.n, sizeof *search->found.v, better_first);
	ret->is_cut = search->is_cut || search->found.n > HITS_MAX;
	ret->n = search->found.n < HITS_MAX ? search->found.n : HITS_MAX;
	ret->v = arena_new(search->a, struct hits_row, ret->n);
	memcpy(ret->v, search->found.v, ret->n * sizeof *ret->v);
}

/* Older ones than those found: as many as have a word in the title, with those of them that have one. */
static int
collect_titles(struct search *search, struct err *err)
{
	int64_t before = search->found.v[search->found.n - 1].id;

	if (search->limit <= search->rank.n_titled)
		return 0;
	search->limit -= search->rank.n_titled;
	return collect(search, SOURCE_INDEX, search->words->title_match, before, err);
}

static int
find_ranked(struct search *search, struct hits *ret, struct err *err)
{
	int rc = collect(search, SOURCE_INDEX, search->words->match, 0, err);

	if (!rc && search->is_cut && search->words->title_match.n)
		rc = collect_titles(search, err);
	search->limit = HITS_LOOK;
	if (!rc)
		rc = collect(search, SOURCE_WAITING, search->words->match, 0, err);
	if (!rc)
		give(search, ret);
	vec_free(&search->found);
	return rc;
}

static int
find_by_date(struct store *s, struct arena *a, const struct posts_view *view, struct hits *ret, struct err *err)
{
	struct compose c = { 0 };
	struct posts_view_sql sql;
	sqlite3_stmt *st;
	int got = -1;

	ret->v = arena_new(a, struct hits_row, HITS_MAX);
	if (query_plan(&c, s, view, err) < 0)
		return -1;
	compose_add(&c, "SELECT p.id, p.sort");
	posts_view_from(&c, a, view, false, &sql);
	posts_view_order(&c, &sql, POSTS_OLDER);
	compose_int(&c, " LIMIT ", HITS_MAX + 1);
	st = compose_prepare(&c, s, err);
	while (st && (got = stmt_step(s, st, err)) > 0) {
		ret->is_cut = ret->n == HITS_MAX;
		if (!ret->is_cut)
			ret->v[ret->n++] = (struct hits_row){ .id = stmt_num(st, 0), .sort = stmt_num(st, 1) };
	}
	(void)sqlite3_finalize(st);
	compose_free(&c);
	return got;
}

_Static_assert((int)QUERY_IN_TITLE == FIND_MATCH_TITLE && (int)QUERY_IN_AUTHOR == FIND_MATCH_AUTHOR &&
    (int)QUERY_IN_SECTION == FIND_MATCH_SECTION && (int)QUERY_IN_BODY == FIND_MATCH_BODY, "the same bits");

void
hits_match(struct arena *a, const struct query *query, struct find_match *match)
{
	struct find_term term;

	if (!query)
		return;
	if (query->kind == QUERY_TEXT && find_term_make(a, query->text, query_match_kind(query), &term))
		find_match_add(a, match, &term, query->columns);
	for (size_t i = 0; i < query->n && query->kind != QUERY_NOT; i++)
		hits_match(a, query->parts[i], match);
}

bool
hits_blank(const struct query *query, struct str *word)
{
	struct arena a = { 0 };
	struct find_term term;
	bool is_blank = query->kind == QUERY_TEXT && !find_term_make(&a, query->text, FIND_TERM_WORD, &term);

	arena_free(&a);
	if (is_blank)
		*word = query->text;
	for (size_t i = 0; i < query->n && !is_blank && query->kind != QUERY_NOT; i++)
		is_blank = hits_blank(query->parts[i], word);
	return is_blank;
}

static int
find(struct store *s, struct arena *a, const struct posts_view *view, struct hits *ret, struct err *err)
{
	struct hits_words words;
	struct search search = { .s = s, .a = a, .words = &words, .view = view, .now = (double)clock_now(), .limit = HITS_LOOK };
	int64_t n_left;
	int rc;

	*ret = (struct hits){ 0 };
	if (index_prepare(s, &n_left, err) < 0 || hits_words_read(s, a, view->query, &words, err) < 0)
		return -1;
	ret->is_ranked = words.match.n > 0;
	if (!ret->is_ranked)
		return find_by_date(s, a, view, ret, err);
	rc = hits_narrow_begin(&search.narrow, s, words.rest, HITS_WAY_FEW, err);
	if (!rc && !search.narrow.is_none)
		rc = find_ranked(&search, ret, err);
	return rc;
}

int
hits_find(struct store *s, struct arena *a, const struct posts_view *view, struct hits *ret, struct err *err)
{
	int rc;

	if (snapshot_begin(s, err) < 0)
		return -1;
	rc = find(s, a, view, ret, err);
	snapshot_end(s);
	return rc;
}

static int
find_any(struct store *s, const struct posts_view *view, bool *ret, struct err *err)
{
	struct arena a = { 0 };
	struct hits_words words;
	struct search search = { .s = s, .a = &a, .words = &words, .view = view, .limit = 1 };
	struct posts_row *rows;
	size_t n = 0;
	int64_t n_left;
	int rc = index_prepare(s, &n_left, err);

	if (!rc)
		rc = hits_words_read(s, &a, view->query, &words, err);
	if (!rc)
		rc = hits_narrow_begin(&search.narrow, s, words.match.n ? words.rest : view->query, HITS_WAY_FEW, err);
	if (!rc && !search.narrow.is_none && words.match.n)
		rc = collect(&search, SOURCE_INDEX, words.match, 0, err);
	if (!rc && !search.narrow.is_none && words.match.n && !search.found.n)
		rc = collect(&search, SOURCE_WAITING, words.match, 0, err);
	if (!rc && !search.narrow.is_none && !words.match.n)
		rc = posts_page(s, &a, view, NULL, POSTS_OLDER, 1, &rows, &n, err);
	*ret = search.found.n + n > 0;
	vec_free(&search.found);
	arena_free(&a);
	return rc;
}

int
hits_any(struct store *s, const struct posts_view *view, bool *ret, struct err *err)
{
	int rc;

	if (snapshot_begin(s, err) < 0)
		return -1;
	rc = find_any(s, view, ret, err);
	snapshot_end(s);
	return rc;
}
