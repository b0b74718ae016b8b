#include "ui/adding.h"

#include <unistd.h>

#include "base/tr.h"
#include "store/feeds.h"
#include "ui/app.h"
#include "ui/command.h"
#include "ui/job_start.h"

void
adding_free(struct adding *a)
{
	job_stop(&a->job);
}

/* The number of the newest feed; 0 for none. */
static int64_t
newest(struct app *app)
{
	struct arena a = { 0 };
	struct feeds_row *feeds;
	int64_t id = 0;
	size_t n;

	if (!feeds_list(app->store, &a, &feeds, &n, NULL))
		for (size_t i = 0; i < n; i++)
			if (feeds[i].id > id)
				id = feeds[i].id;
	arena_free(&a);
	return id;
}

bool
adding_take_option(struct job_add *how, struct str word)
{
	bool is_all = str_is(word, "--all"), is_unchecked = str_is(word, "--no-check");

	how->is_all |= is_all;
	how->is_unchecked |= is_unchecked;
	return is_all || is_unchecked;
}

static bool
is_file(struct str text)
{
	return str_starts(text, "./") || str_starts(text, "../") || str_starts(text, "~/") || (str_starts(text, "/") && !str_starts(text, "//"));
}

/* One of the home is not looked for. */
static bool
is_there(struct str file)
{
	struct arena a = { 0 };
	bool ret = str_starts(file, "~/") || !access(arena_cstr(&a, file), F_OK);

	arena_free(&a);
	return ret;
}

static struct str
first_word(struct str text)
{
	return str_word(&text);
}

int
adding_start(struct app *app, const struct job_add *how, struct str url, struct err *err)
{
	if (str_starts(url, "-"))
		return err_set(err, ERR_USAGE, tr("there is no option %.*s here, but for --all and --no-check"), STR(first_word(url)));
	if (is_file(url) && !is_there(url))
		return err_set(err, ERR_USAGE, tr("‘%.*s’ is not a web address, and there is no such file"), STR(url));
	if (is_file(url))
		return err_set(err, ERR_USAGE, tr("‘%.*s’ is a file; i takes the feeds that one lists"), STR(url));
	if (job_is_running(&app->adding.job))
		return err_set(err, ERR_BUSY, "%s", tr("an address is being looked at already"));
	app->adding.last_feed = newest(app);
	if (job_start_add(&app->adding.job, how, url, err) < 0)
		return -1;
	if (!how->is_unchecked)
		app_say(app, tr("looking for the feed of %.*s…"), STR(url));
	return 0;
}

/* Whether it looks for a blog by its name instead. */
static bool
is_name(struct str text)
{
	return !str_has(text, ".") && !str_has(text, "/") && !str_has(text, ":") && !str_is_icase(text, "localhost");
}

static int
done(struct app *app, struct str text)
{
	struct job_add how = { 0 };
	struct str rest = text;
	struct err err = { 0 };

	while (adding_take_option(&how, str_word(&rest)))
		text = rest;
	text = str_trim(text);
	if (text.n && is_name(text) && !str_starts(text, "-"))
		(void)err_set(&err, ERR_USAGE, tr("‘%.*s’ is not a web address; gc has blogs to be found by name"), STR(text));
	else if (!text.n || !adding_start(app, &how, text, &err))
		return 0;
	app_fail(app, &err);
	return -1;
}

void
adding_ask(struct app *app)
{
	static const struct ask ask = { .done = done };

	ask_open(app, &ask, app->screen.cols < ASK_SHORT_COLS ? tr("Address: ") : tr("Address of a blog, a post or a feed: "), STR_NONE);
}

/* Its first line says what was subscribed to. */
static void
tell_added(struct app *app)
{
	const struct job *job = &app->adding.job;
	int64_t feed;

	app_reload(app);
	feed = newest(app);
	app_say(app, "%.*s", STR(buf_str(&job->note)));
	if (feed > app->adding.last_feed && !job_is_running(&app->job))
		command_sync_feed(app, feed, JOB_SYNC_POLITE);
}

void
adding_reap(struct app *app)
{
	struct job *job = &app->adding.job;
	struct err err = { 0 };
	int status;

	if (!job_reap(job, &status))
		return;
	if (!status) {
		tell_added(app);
		return;
	}
	job_blame(job, status, tr("nothing was added: sosik-sync ended with status %d"), &err);
	app_fail(app, &err);
}
