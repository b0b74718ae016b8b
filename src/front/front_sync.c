#include "front/front_sync.h"

#include "base/limits.h"
#include "base/tr.h"
#include "front/front_rules.h"
#include "front/front_show.h"
#include "front/front_signal.h"
#include "front/front_splay.h"
#include "sync/sync.h"
#include "text/opts.h"

static int
status_of(const struct sync_sum *sum)
{
	if (front_signal_got())
		return 128 + front_signal_got();
	if (sum->is_unwritten)
		return err_status(ERR_IO);
	if (sum->unreached && sum->unreached == sum->total)
		return err_status(ERR_NETWORK);
	if (sum->failed || sum->left)
		return err_status(ERR_FAILED);
	return sum->faults ? err_status(ERR_USAGE) : 0;
}

/* With the rules of the config file. */
static int
sync_by_rules(struct sync_opts *opts, struct sync_sum *sum, struct err *err)
{
	struct sync_rules rules = { .notice = front_show_notice, .user = opts->user, .fulltext = { .jobs = LIMIT_FULL_JOBS,
		.samples = opts->samples, .routes = opts->routes, .n_routes = opts->n_routes } };
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
run(struct sync_opts *opts, enum front_show_how how, int64_t splay_s, struct err *err)
{
	struct front_show show;
	struct sync_sum sum;
	int rc;

	front_show_begin(&show, how);
	opts->user = &show;
	front_signal_catch(sync_stop);
	front_splay(splay_s);
	if (front_signal_got())
		return 128 + front_signal_got();
	rc = sync_by_rules(opts, &sum, err);
	front_show_leave(&show);
	if (rc < 0) {
		front_show_fail(&show, err);
		return front_signal_got() && err->code == ERR_BUSY ? 128 + front_signal_got() : -1;
	}
	front_show_end(&show, &sum);
	return status_of(&sum);
}

int
front_sync(int argc, char **argv, struct err *err)
{
	bool is_quiet = false, is_json = false, is_progress = false;
	int64_t jobs = 0, splay_s = 0;
	struct opts_list routes = { 0 };
	struct sync_opts opts = { .open = front_show_open, .event = front_show_event, .notice = front_show_notice,
		.remark = front_show_remark, .state = front_show_state };
	const struct opts table[] = {
		{ "quiet", 'q', OPTS_FLAG, &is_quiet, NULL, N_("print only failures, one line each"), 0, 0 },
		{ "jobs", 'j', OPTS_NUMBER, &jobs, N_("N"), N_("feeds at once"), 1, 256 },
		{ "due", 0, OPTS_FLAG, &opts.is_due_only, NULL, N_("leave out what is not due (for cron)"), 0, 0 },
		{ "force", 0, OPTS_FLAG, &opts.is_forced, NULL, N_("ask all, for the whole feed"), 0, 0 },
		{ "splay", 0, OPTS_NUMBER, &splay_s, N_("S"), N_("begin after a random time up to so many seconds (for cron)"), 0, 86400 },
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
	opts.wants_rows = is_json;
	opts.jobs = (int)jobs;
	opts.routes = routes.v;
	opts.n_routes = routes.n;
	opts.only = (const char *const *)argv + at;
	opts.n_only = (size_t)(argc - at);
	return run(&opts, is_quiet ? FRONT_SHOW_QUIET : is_json ? FRONT_SHOW_JSON : is_progress ? FRONT_SHOW_PROGRESS :
		FRONT_SHOW_LINES, splay_s, err);
}
