/*
 * The program that fetches: sosik-sync sync …, add …, fulltext …, doctor …; sync starts index
 */
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/tr.h"
#include "front/front_add.h"
#include "front/front_doctor.h"
#include "front/front_fulltext.h"
#include "front/front_index.h"
#include "front/front_json.h"
#include "front/front_rules.h"
#include "front/front_signal.h"
#include "front/front_splay.h"
#include "store/subs.h"
#include "sync/progress.h"
#include "sync/sync.h"
#include "text/clean.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/url.h"

/* How a sync shows what it does. */
enum show { SHOW_LINES, SHOW_STATUS, SHOW_QUIET, SHOW_PROGRESS, SHOW_JSON };

/* Tab-separated fields have neither tabs nor line ends of their own. */
static void
add_field(struct buf *line, struct str field, char end)
{
	clean_line(line, field);
	buf_putc(line, end);
}

/* feed TAB stage TAB code TAB message, for scripts. */
static void
show_failure(const struct sync_event *event)
{
	struct buf line = { 0 };

	if (event->outcome != SYNC_FAILED)
		return;
	add_field(&line, event->feed->name, '\t');
	add_field(&line, str_of(event->stage), '\t');
	buf_printf(&line, "%d\t", event->code);
	add_field(&line, str_of(event->text), '\n');
	(void)file_write_fd(STDERR_FILENO, line.p, line.n);
	buf_free(&line);
}

static const char *
outcome_name(enum sync_outcome outcome)
{
	static const char *const names[] = { [SYNC_OK] = "ok", [SYNC_SAME] = "same", [SYNC_FAILED] = "failed", [SYNC_HELD] = "held" };

	return names[outcome];
}

static void
show_progress(const struct sync_event *event)
{
	struct progress line = {
		.kind = PROGRESS_FEED,
		.done = (int64_t)event->done,
		.total = (int64_t)event->total,
		.feed_id = event->feed->id,
		.added = event->count.added,
		.changed = event->count.changed,
		.text = event->text ? str_of(event->text) : event->feed->name,
	};
	struct buf text = { 0 };

	(void)snprintf(line.outcome, sizeof line.outcome, "%s", outcome_name(event->outcome));
	progress_write(&text, &line);
	say_raw(buf_str(&text));
	(void)say_finish(NULL);
	buf_free(&text);
}

/* The addresses of the feeds that a page names. */
static json_t *
feeds_json(const struct page_links *feeds)
{
	json_t *array = json_array();

	for (size_t i = 0; i < feeds->n; i++)
		json_array_append_new(array, json_stringn(feeds->v[i].url.p, feeds->v[i].url.n));
	return array;
}

static void
show_json(const struct sync_event *event)
{
	struct buf url = { 0 };
	json_t *line;

	url_mask(&url, event->feed->url);
	line = json_pack("{s:i,s:s,s:I,s:s%,s:s%,s:s,s:i,s:I,s:I}", "v", 1, "type", "feed", "id",
		(json_int_t)event->feed->id, "name", event->feed->name.p, event->feed->name.n, "url", buf_cstr(&url), url.n, "outcome",
		outcome_name(event->outcome), "code", event->code, "new", (json_int_t)event->count.added, "changed",
		(json_int_t)event->count.changed);
	if (line && event->outcome == SYNC_FAILED) {
		json_object_set_new(line, "stage", json_string(event->stage));
		json_object_set_new(line, "error", json_string(event->text));
		if (event->feeds && event->feeds->n)
			json_object_set_new(line, "feeds", feeds_json(event->feeds));
	}
	front_json(line);
	buf_free(&url);
}

static void
clear_status(void)
{
	say_raw(str_lit("\r\x1b[K"));
}

/* A line for a feed with news or trouble. */
static void
show_line(const struct sync_event *event)
{
	struct str name = event->feed->name;
	long long added = event->count.added, changed = event->count.changed;

	if (event->outcome == SYNC_FAILED)
		say_err("%.*s: %s", STR(name), event->text);
	else if (added && changed)
		say_out(tr("%.*s: %lld new, %lld changed"), STR(name), added, changed);
	else if (added)
		say_out(tr("%.*s: %lld new"), STR(name), added);
	else if (changed)
		say_out(tr("%.*s: %lld changed"), STR(name), changed);
}

static void
show_status(const struct sync_event *event)
{
	struct buf line = { 0 };

	clear_status();
	show_line(event);
	buf_printf(&line, tr("sync %zu/%zu"), event->done, event->total);
	say_raw(buf_str(&line));
	(void)say_finish(NULL);
	buf_free(&line);
}

static void
on_event(void *user, const struct sync_event *event)
{
	static void (*const shows[])(const struct sync_event *) = {
		[SHOW_LINES] = show_line,
		[SHOW_STATUS] = show_status,
		[SHOW_QUIET] = show_failure,
		[SHOW_PROGRESS] = show_progress,
		[SHOW_JSON] = show_json,
	};

	shows[*(enum show *)user](event);
}

static void
on_notice(void *user, const char *text)
{
	if (*(const enum show *)user == SHOW_STATUS)
		clear_status();
	say_err("%s", text);
}

/* What is no failure is for people only. */
static void
on_remark(void *user, const char *text)
{
	enum show show = *(const enum show *)user;

	if (show == SHOW_STATUS)
		clear_status();
	if (show == SHOW_STATUS || show == SHOW_LINES)
		say_out("%s", text);
}

static void
on_state(void *user, enum sync_step step, size_t done, size_t total)
{
	struct buf line = { 0 };

	if (*(enum show *)user != SHOW_STATUS || step != SYNC_STEP_INDEX)
		return;
	clear_status();
	buf_printf(&line, tr("search index: %lld posts left"), (long long)(total - done));
	say_raw(buf_str(&line));
	(void)say_finish(NULL);
	buf_free(&line);
}

/* Those that a signal or the time limit left: not even a quiet sync keeps that to itself. */
static void
show_left(enum show show, size_t left)
{
	if (left && show != SHOW_PROGRESS && show != SHOW_JSON)
		say_err(tr_n("%zu feed was not fetched", "%zu feeds were not fetched", left), left);
}

static void
show_sum(enum show show, const struct sync_sum *sum)
{
	struct progress end = {
		.kind = PROGRESS_END,
		.total = (int64_t)sum->total,
		.failed = (int64_t)sum->failed,
		.added = sum->added,
		.changed = sum->changed,
	};
	struct buf line = { 0 };

	if (show == SHOW_STATUS)
		clear_status();
	if (show == SHOW_PROGRESS) {
		progress_write(&line, &end);
		say_raw(buf_str(&line));
		buf_free(&line);
	} else if (show == SHOW_JSON) {
		front_json(json_pack("{s:i,s:s,s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:I}", "v", 1, "type", "end", "feeds", (json_int_t)sum->total,
			"ok", (json_int_t)sum->ok, "same", (json_int_t)sum->same, "failed", (json_int_t)sum->failed, "left",
			(json_int_t)sum->left, "new", (json_int_t)sum->added, "changed", (json_int_t)sum->changed,
			"ruled", (json_int_t)sum->ruled));
	} else if (show != SHOW_QUIET) {
		if (sum->ruled)
			say_out(tr_n("the rules found %lld new post", "the rules found %lld new posts", (unsigned long)sum->ruled),
				(long long)sum->ruled);
		say_out(tr("feeds %zu, new posts %lld, changed %lld, failed %zu"), sum->total, (long long)sum->added,
			(long long)sum->changed, sum->failed);
	}
}

/* A sync that had nothing to do because nothing is subscribed says what to do about it. */
static void
show_hint(void)
{
	struct arena a = { 0 };
	struct subs subs;

	if (!subs_read(&a, &subs, NULL) && !subs.n)
		say_err("%s", tr("no feeds yet: ‘sosik catalog’ lists blogs to subscribe to, ‘sosik add’ takes an address"));
	arena_free(&a);
}

static int
status_of(const struct sync_sum *sum)
{
	if (front_signal_got())
		return 128 + front_signal_got();
	if (sum->failed && sum->failed == sum->total)
		return err_status(ERR_NETWORK);
	return sum->failed || sum->left ? err_status(ERR_FAILED) : 0;
}

/* With the rules of the config file. */
static int
sync_by_rules(struct sync_opts *opts, struct sync_sum *sum, struct err *err)
{
	struct sync_rules rules = { .notice = on_notice, .user = opts->user, .fulltext = { .jobs = LIMIT_FULL_JOBS, .samples = opts->samples,
		.routes = opts->routes, .n_routes = opts->n_routes } };
	struct access access = { 0 };
	struct arena a = { 0 };
	int rc = front_rules_read(&a, &rules, &access, err);

	opts->rules = &rules;
	opts->access = &access;
	if (!rc)
		rc = sync_run(opts, sum, err);
	arena_free(&a);
	return rc;
}

static int
run_sync(int argc, char **argv, struct err *err)
{
	bool is_quiet = false, is_json = false, is_progress = false;
	int64_t jobs = 0;
	struct opts_list routes = { 0 };
	enum show show;
	int64_t splay_s = 0;
	struct sync_opts opts = { .event = on_event, .notice = on_notice, .remark = on_remark, .state = on_state, .user = &show };
	struct sync_sum sum;
	const struct opts table[] = {
		{ "quiet", 'q', OPTS_FLAG, &is_quiet, NULL, N_("print only failures, one line each"), 0, 0 },
		{ "jobs", 'j', OPTS_NUMBER, &jobs, N_("N"), N_("feeds at once"), 1, 256 },
		{ "due", 0, OPTS_FLAG, &opts.is_due_only, NULL, N_("leave out what is not due (for cron)"), 0, 0 },
		{ "force", 0, OPTS_FLAG, &opts.is_forced, NULL, N_("ask all, for the whole feed"), 0, 0 },
		{ "splay", 0, OPTS_NUMBER, &splay_s, N_("S"), N_("begin after a random time of at most so many seconds (for cron)"), 0, 86400 },
		{ "max-time", 0, OPTS_NUMBER, &opts.max_time_s, N_("S"), N_("end after so many seconds"), 1, 86400 },
		{ "json", 0, OPTS_FLAG, &is_json, NULL, N_("one JSON object a feed"), 0, 0 },
		{ "progress", 0, OPTS_FLAG, &is_progress, NULL, N_("one line a feed, for programs"), 0, 0 },
		{ "resolve", 0, OPTS_LIST, &routes, N_("HOST:PORT:ADDRESS[:PORT]"), N_("the address of a host, for tests"), 0, 0 },
		{ "samples", 0, OPTS_TEXT, &opts.samples, N_("DIR"), N_("take answers from this folder"), 0, 0 },
		{ 0 },
	};
	int at = opts_read(argc, argv, table, err);

	if (at < 0)
		return -1;
	if (is_quiet + is_json + is_progress > 1)
		return err_set(err, ERR_USAGE, tr("--quiet, --json and --progress exclude one another"));
	show = is_quiet ? SHOW_QUIET : is_json ? SHOW_JSON : is_progress ? SHOW_PROGRESS : SHOW_LINES;
	if (show == SHOW_LINES && isatty(STDOUT_FILENO))
		show = SHOW_STATUS;
	opts.jobs = (int)jobs;
	opts.routes = routes.v;
	opts.n_routes = routes.n;
	opts.only = (const char *const *)argv + at;
	opts.n_only = (size_t)(argc - at);
	front_signal_catch(sync_stop);
	front_splay(splay_s);
	if (front_signal_got())
		return 128 + front_signal_got();
	if (sync_by_rules(&opts, &sum, err) < 0)
		return -1;
	show_sum(show, &sum);
	show_left(show, sum.left);
	if (!sum.total && (show == SHOW_LINES || show == SHOW_STATUS))
		show_hint();
	return status_of(&sum);
}

int
main(int argc, char **argv)
{
	struct err err = { 0 }, late = { 0 };
	int status = -1;

	tr_init();
	(void)signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error like a full disk */
	if (argc > 1 && !strcmp(argv[1], "sync"))
		status = run_sync(argc - 1, argv + 1, &err);
	else if (argc > 1 && !strcmp(argv[1], "add"))
		status = front_add(argc - 1, argv + 1, &err);
	else if (argc > 1 && !strcmp(argv[1], "fulltext"))
		status = front_fulltext(argc - 1, argv + 1, &err);
	else if (argc > 1 && !strcmp(argv[1], "doctor"))
		status = front_doctor(argc - 1, argv + 1, &err);
	else if (argc > 1 && !strcmp(argv[1], "index"))
		status = front_index(argc - 1, argv + 1, &err);
	else
		err_set(&err, ERR_USAGE, tr("this program is run by sosik: see ‘sosik help sync’"));
	if (status < 0) {
		if (err.code != ERR_HELP)
			say_err("%s", err.text);
		status = err_status(err.code);
	}
	if (say_finish(&late) < 0) {
		say_err("%s", late.text);
		status = err_status(late.code);
	}
	return status;
}
