#include "ui/fetching.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "store/full.h"
#include "store/posts_fold.h"
#include "ui/app.h"
#include "ui/changes.h"
#include "ui/view_article.h"
#include "ui/view_posts.h"

static void
start(struct app *app)
{
	struct fetching *f = &app->fetching;
	size_t n = f->waiting.n < FETCHING_AT_ONCE ? f->waiting.n : FETCHING_AT_ONCE;
	struct err err = { 0 };

	if (!n || job_is_running(&f->job))
		return;
	if (job_start_texts(&f->job, f->which, app->samples, f->waiting.v, n, &err) < 0) {
		app_fail(app, &err);
		f->waiting.n = 0;
		return;
	}
	memmove(f->waiting.v, f->waiting.v + n, (f->waiting.n - n) * sizeof *f->waiting.v);
	f->waiting.n -= n;
	if (!f->waiting.n)
		f->which = JOB_TEXTS_MISSING;
}

static void
ask(struct app *app, const int64_t *ids, size_t n, enum job_texts which)
{
	if (which == JOB_TEXTS_ANEW)
		app->fetching.which = which;
	for (size_t i = 0; i < n; i++)
		*vec_add(&app->fetching.waiting) = ids[i];
	start(app);
	if (job_is_running(&app->fetching.job))
		app_say(app, tr_n("fetching %zu full text…", "fetching %zu full texts…", n), n);
}

/* The text of the page, or of the feed, in place of the other. */
static void
toggle(struct app *app, const struct posts_row *post)
{
	const int64_t id = post->id;
	struct view *article = app->views[APP_ARTICLE];
	bool is_page = false;
	struct err err = { 0 };

	if (full_show(app->store, id, !(post->full & POSTS_FULL_SHOWN), &is_page, &err) < 0) {
		app_fail(app, &err);
		return;
	}
	view_posts_refresh(app->views[APP_POSTS], &id, 1);
	article->ops->reload(article);
	app_settle(app);
	app_say(app, "%s", is_page ? tr("the full text, from its page; gf shows that of the feed") :
		tr("the text of the feed; gf shows the full text"));
}

/* As changes_targets(), but of a story in a row only the post that opens: its copies elsewhere say the same. */
static size_t
targets(struct app *app, int64_t **ids)
{
	struct view *posts = app->views[APP_POSTS];
	const struct posts_row *row = view_posts_row(posts);

	if (app->focus != APP_POSTS || view_posts_targets_marked(posts) || !row)
		return changes_targets(app, ids);
	*ids = mem_zalloc(1, sizeof **ids);
	**ids = posts_fold_first(row);
	return 1;
}

void
fetching_act(struct app *app, int count)
{
	const struct posts_row *post = app->focus == APP_ARTICLE ? view_article_post(app->views[APP_ARTICLE]) : NULL;
	int64_t *ids;
	size_t n;

	if (post && post->full & POSTS_FULL_THERE && !count) {
		toggle(app, post);
		return;
	}
	n = targets(app, &ids);
	if (n)
		ask(app, ids, n, count ? JOB_TEXTS_ANEW : JOB_TEXTS_MISSING);
	free(ids);
}

/* One post: how long it is, or what is the matter. */
static void
tell_one(struct app *app, const struct job *job)
{
	struct err err;

	if (job->failed) {
		(void)err_set(&err, ERR_FAILED, tr("no full text: %s"), buf_cstr(&job->failure));
		app_fail(app, &err);
	} else if (job->note.n)
		app_say(app, tr("the full text: %s"), buf_cstr(&job->note));
	else if (!job->added)
		app_say(app, "%s", tr("the full text is here already; 1gf fetches it anew"));
	else
		app_say(app, tr_n("the full text is here: %lld letter", "the full text is here: %lld letters", (unsigned long)job->letters),
			(long long)job->letters);
}

static void
tell(struct app *app, int status)
{
	const struct job *job = &app->fetching.job;
	struct str complaint = job_complaint(job);

	if (!job->done && complaint.n) {
		app_tell(app, complaint, true);
	} else if (!job->done) {
		app_say(app, tr("fetching the full text ended with status %d"), status);
	} else if (job->total == 1) {
		tell_one(app, job);
	} else if (job->failed) {
		app_say(app, tr("full texts: %lld, failed: %lld. %s"), (long long)job->added, (long long)job->failed, buf_cstr(&job->failure));
	} else {
		app_say(app, tr("full texts: %lld"), (long long)job->added);
	}
}

void
fetching_reap(struct app *app)
{
	int status;

	if (!job_reap(&app->fetching.job, &status))
		return;
	app_refresh(app);
	tell(app, status);
	start(app);
}

void
fetching_free(struct fetching *f)
{
	job_stop(&f->job);
	vec_free(&f->waiting);
}
