#include "ui/cmdline_feed.h"

#include "base/tr.h"
#include "store/feeds.h"
#include "store/subscribe_line.h"
#include "ui/app.h"
#include "ui/command.h"
#include "ui/job_start.h"

int
cmdline_feed_add(struct cmdline_call *call, struct err *err)
{
	struct job_add how = { 0 };
	struct str url;
	size_t at;

	do
		if (!cmdline_call_word(call, &url, &at))
			return cmdline_call_fault(call, call->end, err, "%s", tr("the address is missing: of a blog, a post or a feed"));
	while (adding_take_option(&how, url));
	call->fault = at;
	if (cmdline_call_done(call, err) < 0)
		return -1;
	return call->is_check ? 0 : adding_start(call->app, &how, url, err);
}

int
cmdline_feed_sync(struct cmdline_call *call, struct err *err)
{
	struct app *app = call->app;
	size_t at;
	struct str which = cmdline_call_rest(call, &at);

	if (!which.n) {
		command_sync(app, false);
		return 0;
	}
	if (job_is_running(&app->job))
		return cmdline_call_fault(call, at, err, "%s", tr("a sync is running"));
	call->fault = at;
	return job_start(&app->job, JOB_SYNC_POLITE, app->samples, which, err);
}

static int
rename_feed(struct app *app, struct str name, struct err *err)
{
	struct arena a = { 0 };
	struct feeds_row feed;
	bool is_changed = false;
	int64_t id;
	int rc = -1;

	if (!command_feed(app, &id, err) && !feeds_get(app->store, &a, id, &feed, err) &&
	    !subscribe_line_rename(app->store, feed.url, name, &is_changed, err))
		rc = feeds_get(app->store, &a, id, &feed, err);
	if (!rc) {
		app_reload(app);
		app_say(app, is_changed ? tr("the feed is called ‘%.*s’ now (u: undo)") : tr("nothing changed: the feed is called ‘%.*s’ already"), STR(feed.name));
	}
	arena_free(&a);
	return rc;
}

int
cmdline_feed_rename(struct cmdline_call *call, struct err *err)
{
	size_t at;
	struct str name = cmdline_call_rest(call, &at);

	return call->is_check ? 0 : rename_feed(call->app, name, err);
}
