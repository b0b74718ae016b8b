#include <stdlib.h>

#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_ask.h"
#include "cmd/cmd_index.h"
#include "cmd/cmd_open.h"
#include "cmd/cmd_query.h"
#include "cmd/cmd_words.h"
#include "store/index.h"
#include "store/posts.h"
#include "store/purge.h"
#include "text/opts.h"
#include "text/say.h"

enum { SHOWN = 5 }; /* titles before the question */

struct purging {
	struct arena a;
	struct store *s;
	int64_t *ids;
	size_t n;
	bool is_dry, is_sure;
};

/* What the query finds; without one the posts of feeds that are no longer subscribed. */
static int
find_posts(struct purging *p, struct str text, struct err *err)
{
	struct posts_view view = { 0 };
	struct query *query;

	if (!text.n)
		return purge_left(p->s, &p->ids, &p->n, err);
	if (cmd_query_check(text, err) < 0 || cmd_query_parse(&p->a, text, &query, err) < 0)
		return -1;
	view.query = query;
	if ((p->is_dry ? cmd_index_tell : cmd_index_see)(p->s, query, err) < 0)
		return -1;
	return posts_ids(p->s, &view, &p->ids, &p->n, err);
}

static void
tell_spared(const struct purge_spared *spared)
{
	const struct { const char *what; int64_t n; } kinds[] = {
		{ tr("starred"), spared->starred }, { tr("tagged"), spared->tagged }, { tr("unread"), spared->unread },
	};
	struct buf list = { 0 };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (kinds[i].n)
			(void)buf_printf(&list, tr("%s%s %lld"), list.n ? ", " : "", kinds[i].what, (long long)kinds[i].n);
	if (list.n)
		say_out(tr("spared: %s"), buf_cstr(&list));
	buf_free(&list);
}

static int
tell_posts(struct purging *p, struct err *err)
{
	for (size_t i = 0; i < p->n && i < SHOWN; i++) {
		struct posts_row row;

		if (posts_get(p->s, &p->a, p->ids[i], &row, err) < 0)
			return -1;
		say_out("%9lld  %.*s  (%.*s)", (long long)row.id, STR(row.title.n ? row.title : str_of(tr("(untitled)"))),
			STR(row.feed_name));
	}
	if (p->n > SHOWN)
		say_out(tr_n("           … and %zu more", "           … and %zu more", p->n - SHOWN), p->n - SHOWN);
	return 0;
}

/* The index follows by as many posts, so that its old texts do not pile up; what else waits for it goes on waiting. */
static int
index_some(struct store *s, size_t n, struct err *err)
{
	bool is_done = false;

	for (size_t at = 0; at < n && !is_done; at += INDEX_SLICE)
		if (index_run(s, INDEX_SLICE, &is_done, err) < 0)
			return -1;
	return 0;
}

/* Action by action, so that nobody waits for long and it can be stopped between two. */
static int
delete_posts(struct purging *p, int64_t *gone, struct err *err)
{
	for (size_t at = 0; at < p->n; at += PURGE_POSTS) {
		size_t n = p->n - at < PURGE_POSTS ? p->n - at : PURGE_POSTS;
		int64_t now_gone;

		if (store_wants_stop(p->s))
			return err_set(err, ERR_STOPPED, tr("stopped; %lld posts are deleted, the others are as they were"), (long long)*gone);
		if (purge_run(p->s, p->ids + at, n, &now_gone, err) < 0)
			return -1;
		*gone += now_gone;
		if (index_some(p->s, n, err) < 0)
			return -1;
	}
	return 0;
}

/* How many, where no question says it. */
static void
tell_number(const struct purging *p)
{
	if (p->is_dry || (!p->is_sure && !cmd_ask_can()))
		say_out(tr_n("%zu post would be deleted", "%zu posts would be deleted", p->n), p->n);
}

static int
ask(struct purging *p, struct err *err)
{
	struct buf question = { 0 };
	bool is_sure;

	if (!cmd_ask_can())
		return err_set(err, ERR_USAGE, "%s", tr("there is nobody to ask; with --yes the posts are deleted without a question"));
	(void)buf_printf(&question, tr_n("Delete %zu post for good? This cannot be undone.",
		"Delete %zu posts for good? This cannot be undone.", p->n), p->n);
	is_sure = cmd_ask_yes(buf_cstr(&question));
	buf_free(&question);
	p->is_sure = is_sure;
	return 0;
}

static int
purge(struct purging *p, struct str text, struct err *err)
{
	struct purge_spared spared;
	int64_t gone = 0;
	int rc;

	if (find_posts(p, text, err) < 0 || purge_choose(p->s, p->ids, &p->n, &spared, err) < 0)
		return -1;
	tell_spared(&spared);
	if (!p->n) {
		say_out("%s", tr("nothing to delete"));
		return 0;
	}
	if (tell_posts(p, err) < 0)
		return -1;
	tell_number(p);
	if (!p->is_dry && !p->is_sure && ask(p, err) < 0)
		return -1;
	if (p->is_dry || !p->is_sure) {
		say_out("%s", tr("nothing was deleted"));
		return 0;
	}
	rc = delete_posts(p, &gone, err);
	if (gone)
		say_out(tr_n("%lld post deleted", "%lld posts deleted", (unsigned long)gone), (long long)gone);
	return rc;
}

int
cmd_purge(int argc, char **argv, struct err *err)
{
	struct purging p = { 0 };
	const struct opts table[] = {
		{ "yes", 'y', OPTS_FLAG, &p.is_sure, NULL, N_("without the question"), 0, 0 },
		{ "dry-run", 'n', OPTS_FLAG, &p.is_dry, NULL, N_("say what would be deleted, and delete nothing"), 0, 0 },
		{ 0 },
	};
	int n = cmd_words_query(argc, argv, table, err), rc;

	if (n < 0)
		return -1;
	rc = cmd_open_store(&p.s, p.is_dry ? STORE_READ : STORE_WRITE, err);
	if (!rc)
		rc = purge(&p, cmd_words_join(&p.a, n, argv + 1), err);
	store_close(p.s);
	free(p.ids);
	arena_free(&p.a);
	return rc;
}
