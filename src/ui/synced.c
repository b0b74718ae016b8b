#include "ui/synced.h"

#include "base/clock.h"
#include "base/num.h"
#include "base/tr.h"
#include "store/feeds.h"

/* The first feed that failed and why. */
static void
add_failure(struct app *app, struct buf *out)
{
	const struct job *job = &app->job;
	struct arena a = { 0 };
	struct feeds_row feed;

	(void)buf_puts(out, ". ");
	if (!feeds_get(app->store, &a, job->failed_feed, &feed, NULL))
		(void)buf_printf(out, "%.*s: ", STR(feed.name));
	(void)buf_add(out, buf_str(&job->failure));
	arena_free(&a);
}

/* Why is told where nothing came, or of the one feed that was asked for; else it stands among the messages. */
static void
tell_failures(struct app *app, int status)
{
	const struct job *job = &app->job;
	bool has_none = status == err_status(ERR_NETWORK);
	struct buf text = { 0 };

	if (has_none)
		(void)buf_printf(&text, tr_n("nothing was fetched, %lld feed failed", "nothing was fetched, all %lld feeds failed",
			(unsigned long)job->failed), (long long)job->failed);
	else
		(void)buf_printf(&text, tr_n("synced: %lld new, %lld feed failed (gH)", "synced: %lld new, %lld feeds failed (gH)",
			(unsigned long)job->failed), (long long)job->added, (long long)job->failed);
	if (job->failure.n && (has_none || job->total == 1))
		add_failure(app, &text);
	if (has_none)
		(void)buf_printf(&text, ". %s", tr("gH tells more."));
	app_tell(app, buf_str(&text), has_none);
	buf_free(&text);
}

/* Every feed that failed, for the view of messages: the last row has room for one. */
static void
note_failures(struct app *app)
{
	struct str rest = buf_str(&app->job.failures), line, number, why;
	struct arena a = { 0 };
	struct buf text = { 0 };

	while (str_line(&rest, &line) && str_cut(line, '\t', &number, &why)) {
		struct feeds_row feed;
		int64_t id;

		buf_clear(&text);
		if (num_parse(number, 1, INT64_MAX, &id) && !feeds_get(app->store, &a, id, &feed, NULL))
			(void)buf_printf(&text, "%.*s: ", STR(feed.name));
		(void)buf_add(&text, why);
		messages_add(&app->messages, buf_str(&text), true, clock_now());
	}
	buf_free(&text);
	arena_free(&a);
}

/* What else it has to say, for the view of messages. */
static void
note_remarks(struct app *app)
{
	struct str rest = buf_str(&app->job.remarks), line;

	while (str_line(&rest, &line))
		messages_add(&app->messages, line, false, clock_now());
}

static void
tell_added(struct app *app)
{
	const struct job *job = &app->job;
	struct buf text = { 0 };

	(void)buf_printf(&text, tr_n("synced: %lld new post", "synced: %lld new posts", (unsigned long)job->added), (long long)job->added);
	if (job->remarks.n)
		(void)buf_printf(&text, ". %s", tr("gm tells more."));
	app_tell(app, buf_str(&text), false);
	buf_free(&text);
}

void
synced_tell(struct app *app, int status)
{
	const struct job *job = &app->job;
	bool has_ended = status == 0 || (status == 1 && job->total);
	struct str line = job_complaint(job);

	note_failures(app);
	note_remarks(app);
	if (job->failed && (has_ended || status == err_status(ERR_NETWORK)))
		tell_failures(app, status);
	else if (has_ended)
		tell_added(app);
	else if (line.n)
		app_tell(app, line, true);
	else
		app_say(app, tr("the sync ended with status %d"), status);
}
