#include "sync/sync_begin.h"

#include "base/tr.h"
#include "store/news.h"
#include "store/story.h"
#include "sync/sync_lock.h"
#include "sync/sync_names.h"

static void
notice(const struct sync_opts *opts, const char *text)
{
	if (opts->notice && *text)
		opts->notice(opts->user, text);
}

static int
open_store(const struct sync_opts *opts, struct store **ret, char text[256], struct err *err)
{
	if (opts->open)
		return opts->open(opts->user, ret, STORE_CHECK, text, err);
	return store_open(ret, STORE_CHECK, text, err);
}

int
sync_begin_open(const struct sync_opts *opts, struct sync_begin *ret, struct err *err)
{
	char text[256] = "";
	int rc = open_store(opts, &ret->store, text, err);

	notice(opts, text);
	if (!rc && !sync_lock_is_one() && news_take(ret->store, "told-no-lock"))
		notice(opts, tr("this file system has no locks: see to it that no other machine syncs at the same time"));
	return rc;
}

int
sync_begin(struct arena *a, const struct sync_opts *opts, struct sync_begin *ret, struct err *err)
{
	int rc;

	if (story_catch_up(ret->store, err) < 0)
		return -1;
	rc = feeds_take(ret->store, a, &ret->subs, err);
	for (size_t i = 0; i < ret->subs.n_problems; i++)
		notice(opts, ret->subs.problems[i].p);
	if (rc < 0)
		return -1;
	if (feeds_list(ret->store, a, &ret->rows, &ret->n, err) < 0)
		return -1;
	sync_names_part(a, ret->rows, ret->n);
	return 0;
}
