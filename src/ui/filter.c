#include "ui/filter.h"

#include "base/tr.h"
#include "store/hits.h"
#include "store/index_unseen.h"
#include "store/retry.h"
#include "text/josa.h"
#include "ui/app.h"
#include "ui/status.h"

static void
look_for(struct filter *f, struct query *words)
{
	f->words = words;
	f->match = (struct find_match){ 0 };
	hits_match(&f->arena, words, &f->match);
}

static int
parse(struct filter *f, const struct query_names *names, struct err *err)
{
	struct query *saved = NULL, *typed = NULL;

	if (f->saved.n && query_parse(&f->arena, f->saved, names, &saved, err) < 0)
		return -1;
	if (f->typed.n && query_parse(&f->arena, f->typed, names, &typed, err) < 0)
		return -1;
	look_for(f, typed);
	f->query = saved && typed ? query_and(&f->arena, saved, typed) : saved ? saved : typed;
	return 0;
}

int
filter_set(struct filter *f, const struct query_names *names, struct str saved, struct str typed, struct err *err)
{
	struct filter made = { 0 };

	made.saved = arena_dup(&made.arena, str_trim(saved));
	made.typed = arena_dup(&made.arena, str_trim(typed));
	if (parse(&made, names, err) < 0) {
		filter_clear(&made);
		return -1;
	}
	filter_clear(f);
	*f = made;
	return 0;
}

static int
look_again(struct filter *f, const struct rows *rows, struct err *err)
{
	struct buf words = { 0 }, settled = { 0 };
	struct retry retry;

	if (retry_find(rows->store, &f->arena, &rows->what, &retry, err) < 0)
		return -1;
	if (!retry.query)
		return 0;
	f->query = retry.query;
	look_for(f, retry.query);
	retry_text(&words, &retry);
	josa_apply(&settled, buf_str(&words));
	f->instead = arena_dup(&f->arena, buf_str(&settled));
	buf_free(&words);
	buf_free(&settled);
	return 1;
}

static int
open_rows(struct filter *f, struct listing *listing, struct err *err)
{
	struct str blank;
	int got = 0;

	listing->rows.what.query = f->query;
	if (listing_open(listing, err) < 0)
		return -1;
	if (f->words && !listing_total(listing))
		got = look_again(f, &listing->rows, err);
	if (!got && f->words && !listing_total(listing) && hits_blank(f->words, &blank))
		return err_set(err, ERR_USAGE, tr("‘%.*s’ cannot be looked for: posts are searched by letters and digits"), STR(blank));
	if (got <= 0)
		return got;
	listing->rows.what.query = f->query;
	return listing_open(listing, err);
}

int
filter_open(struct filter *f, struct app *app, struct listing *listing, struct err *err)
{
	int rc;

	store_watch(app->store, f->typed.n && !f->is_open ? app->wants_stop : NULL, app->stop_user);
	rc = open_rows(f, listing, err);
	store_watch(app->store, NULL, NULL);
	f->is_open |= rc >= 0;
	if (rc >= 0)
		return index_unseen(app->store, f->query, &f->unseen, err);
	if (err->code != ERR_STOPPED)
		return rc;
	app_fail(app, err);
	if (filter_set(f, &app->saved.names, f->saved, STR_NONE, err) < 0)
		return -1;
	return open_rows(f, listing, err);
}

int
filter_try(struct filter *f, const struct query_names *names, struct str typed, struct listing *listing, struct err *err)
{
	struct listing fresh = { .rows = { .store = listing->rows.store, .what = listing->rows.what, .sort = listing->rows.sort } };
	struct filter made = { 0 };
	int rc = filter_set(&made, names, f->saved, typed, err);

	if (!rc)
		rc = open_rows(&made, &fresh, err);
	if (rc >= 0)
		rc = index_unseen(listing->rows.store, made.query, &made.unseen, err);
	if (!rc && (listing_total(&fresh) || !made.typed.n)) {
		listing_free(listing);
		filter_clear(f);
		*listing = fresh;
		*f = made;
		f->is_tried = f->is_open = true;
		return 1;
	}
	listing_free(&fresh);
	filter_clear(&made);
	return rc;
}

void
filter_show(const struct filter *f, struct buf *out)
{
	if (f->typed.n && str_find(f->instead, f->typed) == f->instead.n) /* else that names it */
		status_add(out, f->typed);
	if (f->instead.n)
		status_add(out, f->instead);
	if (f->unseen)
		(void)buf_printf(out, tr(" (without %lld posts that wait for the index)"), (long long)f->unseen);
}

void
filter_clear(struct filter *f)
{
	snippets_free(&f->snippets);
	arena_free(&f->arena);
	*f = (struct filter){ 0 };
}
