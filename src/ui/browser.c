#include "ui/browser.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/proc.h"
#include "base/tr.h"
#include "store/posts_fold.h"
#include "text/url.h"
#include "ui/app.h"
#include "ui/browser_args.h"
#include "ui/changes.h"
#include "ui/links.h"
#include "ui/view_article.h"
#include "ui/view_posts.h"

enum { MANY = 10 };

int
browser_start(struct browser *b, const char *const args[], struct err *err)
{
	struct browser_child child = { 0 };

	if (proc_start_beside(args, (struct proc_io){ PROC_NULL, PROC_NULL, PROC_NULL }, &child.pid, err) < 0)
		return -1;
	(void)snprintf(child.name, sizeof child.name, "%s", args[0]);
	*vec_add(&b->children) = child;
	return 0;
}

/* One that shows pages in the terminal gets it as soon as the screen is to be drawn again. */
static int
start(struct app *app, const char *const args[], struct err *err)
{
	if (!browser_args_is_textual(args[0])) {
		if (browser_start(&app->browser, args, err) < 0)
			return err_wrap(err, "%s", tr("no browser; ‘set browser’ or BROWSER names the program for web pages"));
		return 0;
	}
	if (outside_is_wanted(app))
		return err_set(err, ERR_FAILED, tr("%s opens one page at a time"), args[0]);
	outside_want(app, args, PROC_SAME, false);
	return 0;
}

/* Of a mail address only whom it is to: the rest could attach files, in some programs. */
static struct str
safe_part(struct str url)
{
	struct str address = url;

	if (!url_is_web(url))
		str_cut(url, '?', &address, NULL);
	return address;
}

int
browser_open(struct app *app, struct str url, struct err *err)
{
	struct arena a = { 0 };
	int rc;

	if (!url.n)
		return err_set(err, ERR_FAILED, "%s", tr("there is no link"));
	if (!url_is_safe(url))
		return err_set(err, ERR_FAILED, tr("only http, https and mailto links are opened, not %.*s"), STR(url));
	rc = start(app, browser_args(&a, browser_args_words(&a, app->opts.browser, url), arena_cstr(&a, safe_part(url))), err);
	arena_free(&a);
	return rc;
}

void
browser_tell(struct app *app, struct str url)
{
	app_say(app, tr("opening %.*s"), STR(url));
}

void
browser_show(struct app *app, struct str url)
{
	struct err err = { 0 };

	if (browser_open(app, url, &err) < 0)
		app_fail(app, &err);
	else
		browser_tell(app, url);
}

int
browser_reap(struct browser *b, struct err *err)
{
	size_t kept = 0;
	int rc = 0;

	for (size_t i = 0; i < b->children.n; i++) {
		struct browser_child child = b->children.v[i];
		int status = 0;

		if (waitpid(child.pid, &status, WNOHANG) == 0)
			b->children.v[kept++] = child;
		else if (status)
			rc = err_set(err, ERR_FAILED, tr("%s ended with status %d"), child.name,
				WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
	}
	b->children.n = kept;
	return rc;
}

void
browser_free(struct browser *b)
{
	vec_free(&b->children);
}

/* The pages of these posts; false after the error has been told. */
static bool
open_posts(struct app *app, const int64_t *ids, size_t n)
{
	struct arena a = { 0 };
	struct posts_row row = { 0 };
	struct err err = { 0 };
	int rc = 0;

	if (n > MANY)
		rc = err_set(&err, ERR_USAGE, tr("%zu posts are marked; at most %d pages are opened at once"), n, MANY);
	for (size_t i = 0; i < n && !rc; i++) {
		rc = posts_get(app->store, &a, ids[i], &row, &err);
		if (!rc)
			rc = browser_open(app, row.link, &err);
	}
	if (rc < 0)
		app_fail(app, &err);
	else if (n == 1)
		browser_tell(app, row.link);
	else if (n)
		app_say(app, tr("opening %zu pages"), n);
	arena_free(&a);
	return !rc && n;
}

/* The posts whose pages are wanted: the marked ones, else of the row the one that opens. */
static size_t
targets(struct app *app, int64_t **ids)
{
	const struct posts_row *row = view_posts_row(app->views[APP_POSTS]);

	if (view_posts_targets_marked(app->views[APP_POSTS]) || !row)
		return view_posts_targets(app->views[APP_POSTS], ids);
	*ids = mem_zalloc(1, sizeof **ids);
	**ids = posts_fold_first(row);
	return 1;
}

void
browser_act(struct app *app, int count)
{
	int64_t *ids;
	size_t n;

	if (app->focus == APP_ARTICLE && !app->on_marked) {
		links_open(app, count);
		return;
	}
	n = targets(app, &ids);
	(void)open_posts(app, ids, n);
	free(ids);
}

void
browser_read(struct app *app)
{
	const struct state_change change = { .read = STATE_ON };
	int64_t *ids, changed;
	size_t n = targets(app, &ids);

	if (open_posts(app, ids, n))
		(void)changes_apply(app, ids, n, &change, &changed);
	free(ids);
}
