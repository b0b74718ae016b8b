#include "front/front_fulltext.h"

#include <jansson.h>
#include <stdio.h>
#include <unistd.h>

#include "base/map.h"
#include "base/tr.h"
#include "base/vec.h"
#include "conf/conf.h"
#include "front/front_access.h"
#include "front/front_json.h"
#include "front/front_line.h"
#include "front/front_open.h"
#include "front/front_signal.h"
#include "store/feeds_lost.h"
#include "sync/fulltext.h"
#include "sync/progress.h"
#include "text/operand.h"
#include "text/opts.h"
#include "text/say.h"

/* How it shows what it does. */
struct face {
	void (*post)(const struct fulltext_event *event);
	void (*end)(const struct fulltext_sum *sum);
};

struct asking {
	struct store *store;
	vec(int64_t) ids;
	struct map seen; /* ids in bytes */
	const struct face *face;
	struct arena arena;
	struct access all; /* how all servers are asked, and those of each feed */
	struct subs subs;
	struct sync_access access;
	struct front_line line;
	size_t unknown; /* posts that there are not */
};

static const char *
outcome_name(enum fulltext_outcome outcome)
{
	return outcome == FULLTEXT_FAILED ? "failed" : outcome == FULLTEXT_SAME ? "same" : "ok";
}

/* ---- for people */

static void
line_post(const struct fulltext_event *event)
{
	const long long id = event->post->id, letters = event->letters;
	const unsigned long pages = (unsigned long)event->pages;

	if (event->outcome == FULLTEXT_FAILED)
		say_err(tr("post %lld: %s"), id, event->text);
	else if (event->outcome == FULLTEXT_SAME)
		say_out(tr("post %lld: the full text is here already; --force fetches it again"), id);
	else if (*event->text)
		say_out(tr("post %lld: %lld letters; %s"), id, letters, event->text);
	else
		say_out(tr_n("post %lld: %lld letters from %lld page", "post %lld: %lld letters from %lld pages", pages), id, letters,
			(long long)event->pages);
}

static void
line_end(const struct fulltext_sum *sum)
{
	if (sum->total > 1)
		say_out(tr("posts %zu, full texts %zu, there already %zu, failed %zu"), sum->total, sum->ok, sum->same, sum->failed);
	if (sum->left)
		say_err(tr_n("%zu post was not looked at", "%zu posts were not looked at", sum->left), sum->left);
}

static void
quiet_post(const struct fulltext_event *event)
{
	if (event->outcome == FULLTEXT_FAILED)
		line_post(event);
}

static void
quiet_end(const struct fulltext_sum *sum)
{
	if (sum->left)
		line_end(&(struct fulltext_sum){ .left = sum->left });
}

/* ---- for programs */

static void
json_post(const struct fulltext_event *event)
{
	const struct posts_row *post = event->post;
	json_t *line = json_pack("{s:i,s:s,s:I,s:s%,s:s%,s:s,s:s,s:I,s:I}", "v", 1, "type", "post", "id", (json_int_t)post->id,
		"title", post->title.p, post->title.n, "link", post->link.p, post->link.n, "outcome", outcome_name(event->outcome),
		"how", full_word(event->how), "letters", (json_int_t)event->letters, "pages", (json_int_t)event->pages);

	if (line && *event->text)
		front_json_sentence(line, "error", event->text);
	front_json(line);
}

static void
json_end(const struct fulltext_sum *sum)
{
	front_json(json_pack("{s:i,s:s,s:I,s:I,s:I,s:I,s:I}", "v", 1, "type", "end", "posts", (json_int_t)sum->total, "ok",
		(json_int_t)sum->ok, "same", (json_int_t)sum->same, "failed", (json_int_t)sum->failed, "left", (json_int_t)sum->left));
}

static void
say_progress(const struct progress *progress)
{
	struct buf text = { 0 };

	progress_write(&text, progress);
	say_raw(buf_str(&text));
	(void)say_finish(NULL);
	buf_free(&text);
}

static void
progress_post(const struct fulltext_event *event)
{
	struct progress line = {
		.kind = PROGRESS_POST,
		.done = (int64_t)event->done,
		.total = (int64_t)event->total,
		.post_id = event->post->id,
		.letters = event->letters,
		.pages = event->pages,
		.text = str_of(event->text),
	};

	(void)snprintf(line.outcome, sizeof line.outcome, "%s", outcome_name(event->outcome));
	say_progress(&line);
}

static void
progress_end(const struct fulltext_sum *sum)
{
	say_progress(&(struct progress){ .kind = PROGRESS_END, .total = (int64_t)sum->total, .failed = (int64_t)sum->failed,
		.added = (int64_t)sum->ok });
}

enum { FACE_LINES, FACE_QUIET, FACE_JSON, FACE_PROGRESS };
static const struct face faces[] = {
	[FACE_LINES] = { line_post, line_end },
	[FACE_QUIET] = { quiet_post, quiet_end },
	[FACE_JSON] = { json_post, json_end },
	[FACE_PROGRESS] = { progress_post, progress_end },
};

static void
draw_line(struct front_line *line, const struct fulltext_event *event)
{
	struct buf text = { 0 };

	(void)buf_printf(&text, tr("full texts %zu/%zu"), event->done, event->total);
	front_line_draw(line, buf_str(&text));
	buf_free(&text);
}

static void
on_event(void *user, const struct fulltext_event *event)
{
	struct asking *asking = user;

	front_line_clear(&asking->line);
	asking->face->post(event);
	if (event->done < event->total && front_line_is_due(&asking->line))
		draw_line(&asking->line, event);
}

static void
on_notice(void *user, const char *text)
{
	front_line_clear(&((struct asking *)user)->line);
	say_err("%s", text);
}

/* ---- which posts */

/* Takes a post by what it is called; one that there is not is told, and the others count. */
static int
add_post(struct asking *asking, struct str what, struct err *err)
{
	int64_t id;
	void **seen;

	if (posts_find(asking->store, what, &id, err) < 0) {
		if (err->code != ERR_NOT_FOUND)
			return -1;
		say_err("%s", err->text);
		asking->unknown++;
		return 0;
	}
	seen = map_at(&asking->seen, map_number(&id));
	if (!*seen)
		*vec_add(&asking->ids) = id;
	*seen = asking;
	return 0;
}

static int
add_posts(struct asking *asking, char **words, int n_words, struct err *err)
{
	struct arena a = { 0 };
	struct str *names;
	size_t n;
	int rc = operand_read(&a, words, n_words, &names, &n, err);

	for (size_t i = 0; !rc && i < n; i++)
		rc = add_post(asking, names[i], err);
	arena_free(&a);
	return rc;
}

/* ---- the command */

static int
open_store(struct store **ret, bool is_quiet, struct err *err)
{
	char notice[256] = "";

	if (front_open_store(ret, STORE_WRITE, is_quiet, notice, err) < 0)
		return -1;
	if (*notice)
		say_err("%s", notice);
	return 0;
}

/* 3 only where nothing could be reached: a wall is no matter of the network. */
static int
status_of(const struct asking *asking, const struct fulltext_sum *sum)
{
	if (front_signal_got())
		return 128 + front_signal_got();
	if (sum->unreached && sum->unreached == sum->total && !asking->unknown)
		return err_status(ERR_NETWORK);
	return sum->failed || sum->left || asking->unknown ? err_status(ERR_FAILED) : 0;
}

static int
run(struct asking *asking, struct fulltext_opts *opts, char **names, int n, struct err *err)
{
	struct fulltext_sum sum = { 0 };

	if (add_posts(asking, names, n, err) < 0)
		return -1;
	opts->ids = asking->ids.v;
	opts->n = asking->ids.n;
	front_signal_catch(fulltext_stop);
	if (opts->n && fulltext_run(asking->store, opts, &sum, err) < 0)
		return -1;
	front_line_clear(&asking->line);
	asking->face->end(&sum);
	return status_of(asking, &sum);
}

/* Reads how pages are asked for and read, and tells what is wrong in the files that say it; a program that asks has told that itself. */
static int
read_files(struct asking *asking, struct fulltext_opts *ret, bool is_told, struct err *err)
{
	struct subs *subs = &asking->subs;
	struct conf conf;

	if (conf_read(&asking->arena, &conf, err) < 0 || feeds_lost_read(asking->store, &asking->arena, subs, err) < 0)
		return -1;
	for (size_t i = 0; i < conf.n_problems && is_told; i++)
		say_err("%.*s", STR(conf.problems[i]));
	for (size_t i = 0; i < subs->n_problems && is_told; i++)
		say_err("%.*s", STR(subs->problems[i]));
	asking->all = front_access_of(&asking->arena, &conf.options);
	sync_access_read(&asking->access, &asking->all, subs);
	ret->access = &asking->access;
	ret->rules = conf.rules;
	ret->n_rules = conf.n_rules;
	return 0;
}

static void
let_go(struct asking *asking)
{
	store_close(asking->store);
	sync_access_free(&asking->access);
	vec_free(&asking->ids);
	map_free(&asking->seen);
	arena_free(&asking->arena);
}

int
front_fulltext(int argc, char **argv, struct err *err)
{
	bool is_quiet = false, is_json = false, is_progress = false;
	int64_t jobs = 0;
	struct opts_list routes = { 0 };
	struct asking asking = { 0 };
	struct fulltext_opts opts = { .event = on_event, .notice = on_notice, .user = &asking };
	const struct opts table[] = {
		{ "force", 'f', OPTS_FLAG, &opts.is_forced, NULL, N_("fetch also what is there already"), 0, 0 },
		{ "quiet", 'q', OPTS_FLAG, &is_quiet, NULL, N_("print only failures, one line each"), 0, 0 },
		{ "jobs", 'j', OPTS_NUMBER, &jobs, N_("N"), N_("pages at once"), 1, 256 },
		{ "json", 0, OPTS_FLAG, &is_json, NULL, N_("one JSON object a post"), 0, 0 },
		{ "progress", 0, OPTS_FLAG, &is_progress, NULL, N_("one line a post, for programs"), 0, 0 },
		{ "resolve", 0, OPTS_LIST, &routes, N_("HOST:PORT:ADDRESS[:PORT]"), N_("the address of a host, for tests"), 0, 0 },
		{ "samples", 0, OPTS_TEXT, &opts.samples, N_("DIR"), N_("take answers from this folder"), 0, 0 },
		{ 0 },
	};
	int at = opts_read(argc, argv, table, err), status;

	if (at < 0)
		return -1;
	if (at == argc)
		return err_set(err, ERR_USAGE, tr("usage: %s"), tr("sosik fulltext [-f] [-q] [-j N] [--json|--progress] POST…|-"));
	if (is_quiet + is_json + is_progress > 1)
		return err_set(err, ERR_USAGE, tr("--quiet, --json and --progress exclude one another"));
	asking.face = &faces[is_quiet ? FACE_QUIET : is_json ? FACE_JSON : is_progress ? FACE_PROGRESS : FACE_LINES];
	asking.line.is_on = asking.face == &faces[FACE_LINES] && isatty(STDOUT_FILENO);
	opts.jobs = (int)jobs;
	opts.routes = routes.v;
	opts.n_routes = routes.n;
	if (open_store(&asking.store, is_quiet, err) < 0 || read_files(&asking, &opts, !is_progress, err) < 0)
		status = -1;
	else
		status = run(&asking, &opts, argv + at, argc - at, err);
	let_go(&asking);
	return status;
}
