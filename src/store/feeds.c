#include "store/feeds.h"

#include "base/clock.h"
#include "base/map.h"
#include "base/tr.h"
#include "base/vec.h"
#include "store/feeds_fetch.h"
#include "store/feeds_lost.h"
#include "store/hold.h"
#include "store/reconcile.h"
#include "store/store_impl.h"
#include "text/url.h"
#include "text/url_platform.h"

enum {
	FIND_TOLD = 4, /* candidates of an unclear name */
	UID = 32,      /* letters of a permanent id */
};

/* In the order of STMT_FEED_COLUMNS. */
static void
read_row(sqlite3_stmt *st, struct arena *a, struct feeds_row *row)
{
	int at = 0;

	*row = (struct feeds_row){ .id = stmt_num(st, at++) };
	row->uid = stmt_str(st, at++, a);
	row->url = stmt_str(st, at++, a);
	row->name = stmt_str(st, at++, a);
	row->site = stmt_str(st, at++, a);
	row->status = (enum feeds_status)stmt_num(st, at++);
	row->total = stmt_num(st, at++);
	row->unread = stmt_num(st, at++);
	row->etag = stmt_str(st, at++, a);
	row->last_modified = stmt_str(st, at++, a);
	row->last_try = stmt_time(st, at++);
	row->last_ok = stmt_time(st, at++);
	row->held_until = stmt_time(st, at++);
	row->fails = stmt_num(st, at++);
	row->error = stmt_str(st, at++, a);
	row->repairs = (unsigned)stmt_num(st, at++);
	row->due = stmt_time(st, at++);
	row->http = stmt_num(st, at++);
	row->moved_to = stmt_str(st, at++, a);
	row->moved_days = stmt_num(st, at++);
	row->gap_s = stmt_num(st, at++);
}

/* Room is made for twice as many where there is no more. */
static void
add_tag(struct arena *a, struct feeds_row *row, struct str tag)
{
	struct str *tags = row->tags;

	if (!(row->n_tags & (row->n_tags - 1))) {
		tags = arena_new(a, struct str, row->n_tags ? 2 * row->n_tags : 1);
		if (row->n_tags)
			memcpy(tags, row->tags, row->n_tags * sizeof *tags);
	}
	tags[row->n_tags++] = tag;
	row->tags = tags;
}

int
feeds_tags(struct store *s, struct arena *a, int64_t id, struct str **ret, size_t *n, struct err *err)
{
	vec(struct str) tags = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_TAGS, err);
	int got = -1;

	*n = 0;
	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	while ((got = stmt_step(s, st, err)) > 0)
		*vec_add(&tags) = stmt_str(st, 0, a);
	*n = tags.n;
	*ret = arena_new(a, struct str, tags.n);
	for (size_t i = 0; i < tags.n; i++)
		(*ret)[i] = tags.v[i];
	vec_free(&tags);
	return got;
}

/* Those of all feeds at once: a query for each takes as long as all the rest. */
static int
add_tags(struct store *s, struct arena *a, struct feeds_row *rows, size_t n, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_TAGS_ALL, err);
	struct map by_id = { 0 };
	int got = -1;

	for (size_t i = 0; i < n; i++)
		*map_at(&by_id, map_number(&rows[i].id)) = &rows[i];
	while (st && (got = stmt_step(s, st, err)) > 0) {
		int64_t id = stmt_num(st, 0);
		struct feeds_row *row = map_find(&by_id, map_number(&id));

		if (row)
			add_tag(a, row, stmt_str(st, 1, a));
	}
	map_free(&by_id);
	return got;
}

static int
read_rows(struct store *s, struct arena *a, enum stmt which, struct feeds_row **rows, size_t *n, struct err *err)
{
	vec(struct feeds_row) list = { 0 };
	sqlite3_stmt *st = stmt_get(s, which, err);
	int got = -1;

	if (!st)
		return -1;
	while ((got = stmt_step(s, st, err)) > 0)
		read_row(st, a, vec_add(&list));
	if (!got) {
		*rows = arena_new(a, struct feeds_row, list.n);
		for (size_t i = 0; i < list.n; i++)
			(*rows)[i] = list.v[i];
		*n = list.n;
		got = add_tags(s, a, *rows, *n, err);
	}
	vec_free(&list);
	return got;
}

/* A place that wants to be left alone speaks for all its feeds, unless it is a host of one's own network. */
static void
hold_all(struct feeds_row *rows, size_t n, struct hold hold)
{
	for (size_t i = 0; i < n; i++) {
		struct str host = url_host(rows[i].url);

		if (hold.until > rows[i].held_until && str_eq_icase(url_platform(host), hold.place) && !url_is_internal_host(host))
			rows[i].held_until = hold.until;
	}
}

int
feeds_list(struct store *s, struct arena *a, struct feeds_row **rows, size_t *n, struct err *err)
{
	struct hold *holds;
	size_t n_holds;

	if (read_rows(s, a, STMT_FEED_LIST, rows, n, err) < 0 || hold_list(s, a, clock_now(), &holds, &n_holds, err) < 0)
		return -1;
	for (size_t i = 0; i < n_holds; i++)
		hold_all(*rows, *n, holds[i]);
	return 0;
}

int
feeds_get(struct store *s, struct arena *a, int64_t id, struct feeds_row *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_GET, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	got = stmt_step(s, st, err);
	if (got < 0)
		return -1;
	if (!got)
		return err_set(err, ERR_NOT_FOUND, tr("there is no feed %lld"), (long long)id);
	read_row(st, a, ret);
	stmt_done(st);
	return feeds_tags(s, a, ret->id, &ret->tags, &ret->n_tags, err);
}

/*
 * The feed of this URL or permanent id, or NULL: for many names it is much faster than a search for each. The numbers of
 * rows change with the cache: nobody names a feed by one.
 */
static const struct feeds_row *
find_exact(const struct feeds_row *rows, size_t n, struct str what)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(rows[i].url, what) || str_eq(rows[i].uid, what))
			return &rows[i];
	return NULL;
}

/* Such an id is none that anybody has typed. */
static bool
is_uid(struct str what)
{
	bool is = what.n == UID;

	for (size_t i = 0; i < what.n && is; i++)
		is = strchr("0123456789abcdef", what.p[i]) != NULL;
	return is;
}

/* How well the name fits: 2 the whole name, 1 a part, 0 not. */
static int
fit(const struct feeds_row *row, struct str what)
{
	if (str_eq_icase(row->name, what))
		return 2;
	return str_find(row->name, what) < row->name.n || str_find(row->url, what) < row->url.n;
}

/* Which feeds a name fits equally well, by names and addresses. */
static int
tell_choice(const struct feeds_row *rows, size_t n, size_t hits, int best, struct str what, struct err *err)
{
	struct buf list = { 0 };
	size_t told = 0;

	for (size_t i = 0; i < n && told < FIND_TOLD; i++) {
		if (fit(&rows[i], what) != best)
			continue;
		(void)buf_printf(&list, "%s%.*s (", told++ ? ", " : "", STR(rows[i].name));
		url_mask(&list, rows[i].url);
		(void)buf_putc(&list, ')');
	}
	if (hits > told)
		(void)buf_printf(&list, tr(" and %zu more"), hits - told);
	(void)err_set(err, ERR_NOT_FOUND, tr_n("%zu feed fits ‘%.*s’, an address works too: %s",
	    "%zu feeds fit ‘%.*s’, an address works too: %s", hits), hits, STR(str_sub(what, 0, 100)), buf_cstr(&list));
	buf_free(&list);
	return -1;
}

int
feeds_choose(const struct feeds_row *rows, size_t n, struct str what, const struct feeds_row **ret, struct err *err)
{
	const struct feeds_row *exact;
	size_t hits = 0, at = 0;
	int best = 1;

	if (!what.n)
		return err_set(err, ERR_NOT_FOUND, tr("an empty name is no feed"));
	exact = find_exact(rows, n, what);
	if (exact) {
		*ret = exact;
		return 0;
	}
	for (size_t i = 0; i < n; i++) {
		int how = fit(&rows[i], what);

		if (how < best)
			continue;
		hits = how > best ? 1 : hits + 1;
		best = how;
		at = i;
	}
	if (!hits && is_uid(what))
		return err_set(err, ERR_NOT_FOUND, "%s", tr("the feed is not subscribed any more"));
	if (!hits)
		return err_set(err, ERR_NOT_FOUND, tr("no feed is called ‘%.*s’"), STR(what));
	if (hits > 1)
		return tell_choice(rows, n, hits, best, what, err);
	*ret = &rows[at];
	return 0;
}

int
feeds_find(struct store *s, struct arena *a, struct str what, struct feeds_row *ret, struct err *err)
{
	const struct feeds_row *found;
	struct feeds_row *rows;
	size_t n;

	if (read_rows(s, a, STMT_FEED_LIST, &rows, &n, err) < 0 || feeds_choose(rows, n, what, &found, err) < 0)
		return -1;
	*ret = *found;
	return 0;
}

static int
take(struct store *s, struct arena *a, struct subs *ret, enum reconcile_wait wait, struct err *err)
{
	if (feeds_lost_read(s, a, ret, err) < 0)
		return -1;
	return ret->is_lost ? 0 : reconcile_run(s, ret, wait, err);
}

int
feeds_take(struct store *s, struct arena *a, struct subs *ret, struct err *err)
{
	return take(s, a, ret, RECONCILE_WAITS, err);
}

int
feeds_take_now(struct store *s, struct arena *a, struct subs *ret, struct err *err)
{
	return take(s, a, ret, RECONCILE_AT_ONCE, err);
}

bool
feeds_are_taken(struct store *s)
{
	struct arena a = { 0 };
	struct subs subs;
	bool is_same = true;

	if (!s->is_in_memory && !feeds_lost_read(s, &a, &subs, NULL) && !subs.is_lost)
		is_same = reconcile_look(s, &subs, &is_same, NULL) < 0 || is_same;
	arena_free(&a);
	return is_same;
}

int
feeds_entitle(struct store *s, struct str url, struct str title, struct err *err)
{
	sqlite3_stmt *st;

	if (store_begin(s, err) < 0)
		return -1;
	st = stmt_get(s, STMT_FEED_TITLE, err);
	if (!st)
		goto fail;
	stmt_bind_str(st, 1, url);
	stmt_bind_str(st, 2, title);
	if (stmt_run(s, st, err) < 0)
		goto fail;
	return store_commit(s, err);
fail:
	store_rollback(s);
	return -1;
}

int
feeds_fetched(struct store *s, int64_t id, const struct feeds_fetch *fetch, struct err *err)
{
	if (store_begin(s, err) < 0)
		return -1;
	if (feeds_fetch_store(s, id, fetch, err) < 0) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, err);
}

int
feeds_excuse(struct store *s, int64_t id, struct str why, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_EXCUSE, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_str(st, 2, why);
	return stmt_run(s, st, err);
}

int
feeds_count_moved(struct store *s, int64_t *n, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_COUNT_MOVED, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, FEEDS_MOVED_DAYS);
	return stmt_int(s, st, 0, n, err);
}
