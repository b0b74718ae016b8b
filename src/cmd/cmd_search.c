#include <stdlib.h>

#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_index.h"
#include "cmd/cmd_open.h"
#include "cmd/cmd_query.h"
#include "cmd/cmd_search_tell.h"
#include "cmd/cmd_words.h"
#include "store/hits.h"
#include "text/opts.h"
#include "text/say.h"

enum { PAGE = 200 };

enum sort { SORT_RANK, SORT_DATE, SORT_OLDEST };

/* Page by page, until max posts are told. */
static int
list(const struct cmd_search *search, const struct posts_view *view, enum posts_order order, int64_t max, struct err *err)
{
	struct arena a = { 0 };
	struct posts_key key, *from = NULL;
	struct posts_row *rows;
	size_t n = PAGE;
	int rc = 0;

	for (int64_t left = max; left > 0 && n == PAGE && !rc; left -= (int64_t)n) {
		arena_reset(&a);
		rc = posts_page(search->store, &a, view, from, order, PAGE, &rows, &n, err);
		for (size_t i = 0; i < n && (int64_t)i < left && !rc; i++) {
			const struct posts_row *row = &rows[order == POSTS_OLDER ? i : n - 1 - i];

			key = (struct posts_key){ row->sort, row->id };
			from = &key;
			rc = cmd_search_tell(search, row, NULL, err);
		}
	}
	arena_free(&a);
	return rc;
}

/* Numbers need no rows: one query for all of them. */
static int
list_ids(const struct cmd_search *search, const struct posts_view *view, enum posts_order order, int64_t max, struct err *err)
{
	int64_t *ids = NULL;
	size_t n = 0;

	if (posts_ids(search->store, view, &ids, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < n && (int64_t)i < max && !say_is_lost(); i++)
		cmd_search_tell_id(search, ids[order == POSTS_OLDER ? i : n - 1 - i]);
	free(ids);
	return 0;
}

static int
tell_hits(const struct cmd_search *search, const struct hits *hits, int64_t max, struct err *err)
{
	struct arena a = { 0 };
	int rc = 0;

	for (size_t i = 0; i < hits->n && (int64_t)i < max && !rc; i++) {
		struct posts_row row;

		arena_reset(&a);
		rc = posts_get(search->store, &a, hits->v[i].id, &row, err);
		if (!rc)
			rc = cmd_search_tell(search, &row, hits->is_ranked ? &hits->v[i].score : NULL, err);
	}
	if (!rc && hits->is_ranked && hits->is_cut && max > (int64_t)hits->n)
		say_err(tr("these are the best %zu; ‘--sort date’ lists all"), hits->n);
	arena_free(&a);
	return rc;
}

/* What was looked for instead of what finds nothing is said, and so is what might have been meant. */
static int
tell_words(struct arena *a, const struct cmd_search *search, const struct query *query, bool has_hits, struct err *err)
{
	struct str from, to;

	if (!has_hits)
		cmd_query_tell_blank(query);
	cmd_query_tell_retry(search->retry);
	if (search->retry->n)
		return 0;
	if (!has_hits && cmd_query_tell_alone(search->store, search->text, query, err) < 0)
		return -1;
	if (retry_suggest(search->store, a, query, &from, &to, err) < 0)
		return -1;
	if (to.n)
		say_err(tr("‘%.*s’: was ‘%.*s’ meant, typed with the other keyboard layout?"), STR(from), STR(to));
	return 0;
}

/* The hits in their order, or, where they are listed otherwise, whether there are any. */
static int
find(struct arena *a, const struct cmd_search *search, struct posts_view *view, bool is_ranked, struct hits *hits, bool *has_any,
    struct retry *retry, struct err *err)
{
	*hits = (struct hits){ 0 };
	*retry = (struct retry){ 0 };
	*has_any = false;
	if (!is_ranked && hits_any(search->store, view, has_any, err) < 0)
		return -1;
	if (!*has_any && retry_hits(search->store, a, view, hits, retry, err) < 0)
		return -1;
	*has_any |= hits->n > 0;
	return 0;
}

static int
search_for(struct arena *a, struct cmd_search *search, const struct query *query, enum sort sort, int64_t max, struct err *err)
{
	struct posts_view view = { .query = query };
	struct retry retry;
	struct hits hits;
	bool has_any;

	search->retry = &retry;
	if (find(a, search, &view, sort == SORT_RANK, &hits, &has_any, &retry, err) < 0)
		return -1;
	hits_match(a, view.query, &search->match);
	if (tell_words(a, search, view.query, has_any, err) < 0)
		return -1;
	if (cmd_index_tell(search->store, view.query, err) < 0)
		return -1;
	if (sort == SORT_RANK && (hits.is_ranked || !hits.is_cut || max <= (int64_t)hits.n))
		return tell_hits(search, &hits, max, err);
	return (search->id_end.n ? list_ids : list)(search, &view, sort == SORT_OLDEST ? POSTS_NEWER : POSTS_OLDER, max, err);
}

static int
read_sort(const char *word, enum sort *ret, struct err *err)
{
	static const char *const words[] = { [SORT_RANK] = "rank", [SORT_DATE] = "date", [SORT_OLDEST] = "oldest" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(word, words[i])) {
			*ret = (enum sort)i;
			return 0;
		}
	return err_set(err, ERR_USAGE, tr("--sort takes rank, date or oldest, not ‘%.80s’"), word);
}

int
cmd_search(int argc, char **argv, struct err *err)
{
	struct cmd_search search = { 0 };
	const char *sort_word = NULL;
	bool is_ids = false, is_nul = false;
	int64_t max = INT64_MAX;
	const struct opts table[] = {
		{ "json", 0, OPTS_FLAG, &search.is_json, NULL, N_("one JSON object a line"), 0, 0 },
		{ "ids", 0, OPTS_FLAG, &is_ids, NULL, N_("only their numbers, one a line"), 0, 0 },
		{ "null", '0', OPTS_FLAG, &is_nul, NULL, N_("only their numbers, with NUL between, for xargs -0"), 0, 0 },
		{ "limit", 'n', OPTS_NUMBER, &max, N_("N"), N_("the first ones only"), 1, 1000000000 },
		{ "sort", 's', OPTS_TEXT, &sort_word, N_("ORDER"), N_("rank (the best first), date (the newest first) or oldest"), 0, 0 },
		{ 0 },
	};
	struct arena a = { 0 };
	enum sort sort = SORT_RANK;
	struct query *query;
	int n = cmd_words_query(argc, argv, table, err), rc;

	if (n < 0)
		return -1;
	if (!n)
		return cmd_usage("search", err);
	if (is_ids || is_nul)
		search.id_end = is_nul ? str_new("", 1) : str_lit("\n");
	/* Who wants numbers wants all of them, not the best. */
	rc = read_sort(sort_word ? sort_word : search.id_end.n ? "date" : "rank", &sort, err);
	if (!rc)
		search.text = cmd_words_join(&a, n, argv + 1);
	if (!rc && !str_trim(search.text).n)
		rc = cmd_usage("search", err);
	if (!rc)
		rc = cmd_query_parse(&a, search.text, &query, err);
	if (!rc)
		rc = cmd_article_look(0, NULL, &search.look, err);
	if (!rc)
		rc = cmd_open_store(&search.store, STORE_READ, err);
	if (!rc)
		rc = search_for(&a, &search, query, sort, max, err);
	store_close(search.store);
	arena_free(&a);
	return rc;
}
