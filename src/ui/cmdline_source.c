#include "ui/cmdline_source.h"

#include <string.h>

#include "base/file_own.h"
#include "base/limits.h"
#include "base/path.h"
#include "base/tr.h"
#include "query/query_rule.h"
#include "text/utf8.h"
#include "ui/app.h"
#include "ui/cmdline.h"
#include "ui/cmdline_table.h"

struct cmdline_source {
	struct app *app;
	const struct cmdline_source *above; /* the one that names it */
	const char *path;    /* of the file */
	const char *name;    /* the same without its folder */
	size_t number;       /* of the line, from 1 */
	size_t faults;
	struct buf last;     /* what was told of the last one */
};

/* The command of the line where it is one that means nothing to a reader that runs, else NULL. */
static const char *
late_command(struct str line)
{
	struct str word = str_word(&line);

	return str_is(word, "rule") || str_is(word, "규칙") ? "rule" : str_is(word, "site") || str_is(word, "사이트") ? "site" : NULL;
}

static int
run_line(struct app *app, struct str line, size_t *fault, struct err *err)
{
	const char *late = late_command(line);

	if (!utf8_is_valid(line))
		return err_set(err, ERR_USAGE, "%s", tr("is not UTF-8"));
	if (late)
		return err_set(err, ERR_USAGE, tr("%s counts at a start or for a sync: it has its place in the config file"), late);
	return cmdline_run(app, line, 0, fault, err);
}

/* The line without its comment; a "#" of bind is a key. */
static struct str
without_comment(struct str line)
{
	struct str rest = line, name = str_word(&rest);
	const struct cmdline_command *command = cmdline_table_find(name);

	if (str_starts(name, "#"))
		return STR_NONE;
	return command && command->words == CMDLINE_BIND ? line : str_sub(line, 0, query_rule_comment(line));
}

static void
tell(struct cmdline_source *s, size_t column, const char *what)
{
	struct buf text = { 0 };

	(void)buf_printf(&text, "%s:%zu:%zu: %s", s->name, s->number, column, what);
	app_tell(s->app, buf_str(&text), true);
	buf_free(&text);
}

static void
take_line(struct cmdline_source *s, struct str line)
{
	struct err err = { 0 };
	size_t fault = 0;

	s->number++;
	line = without_comment(line);
	buf_clear(&s->app->message); /* what was wrong in the line before stops nothing */
	if (str_trim(line).n && run_line(s->app, line, &fault, &err) < 0)
		tell(s, utf8_count(str_sub(line, 0, fault)) + 1, err.text);
	if (!s->app->message.n || !s->app->is_error)
		return;
	s->faults++; /* or what the command has told itself */
	buf_clear(&s->last);
	(void)buf_add(&s->last, buf_str(&s->app->message));
}

/* Whether what the lines did leaves nothing for the next ones to go on from. */
static bool
has_ended(const struct app *app)
{
	return app->asking || app->wants_quit || app->is_source_stopped;
}

/* Esc ends all files, also those that name this one. */
static void
look_for_esc(struct app *app)
{
	app->is_source_stopped = app->is_source_stopped || (app->wants_stop && app->wants_stop(app->stop_user));
}

static void
run_text(struct cmdline_source *s, struct str text)
{
	struct str line;

	if (str_starts(text, "\xef\xbb\xbf"))
		text = str_sub(text, 3, text.n);
	s->app->source = s;
	s->app->sourcing++;
	s->app->sourced++;
	while (!has_ended(s->app) && str_line(&text, &line)) {
		take_line(s, line);
		look_for_esc(s->app);
	}
	s->app->sourcing--;
	s->app->source = s->above;
}

/* The one fault, which is among the messages already, is in sight again. */
static void
show_last(const struct cmdline_source *s)
{
	buf_clear(&s->app->message);
	(void)buf_add(&s->app->message, buf_str(&s->last));
	s->app->is_error = true;
}

static void
tell_many(const struct cmdline_source *s)
{
	struct buf text = { 0 };

	(void)buf_printf(&text, tr_n("%zu thing is wrong in %s; gm shows it", "%zu things are wrong in %s; gm shows them", s->faults), s->faults,
		s->name);
	app_tell(s->app, buf_str(&text), true);
	buf_free(&text);
}

/* How it went, unless something is asked now. */
static void
tell_done(const struct cmdline_source *s)
{
	if (s->app->is_source_stopped)
		app_say(s->app, "%s", tr("stopped"));
	else if (has_ended(s->app))
		return;
	else if (s->faults == 1)
		show_last(s);
	else if (s->faults)
		tell_many(s);
	else if (!s->app->message.n)
		app_say(s->app, tr("%s was read; its lines count until the reader ends"), s->name);
}

static bool
is_being_read(const struct cmdline_source *s, const char *path)
{
	while (s && strcmp(s->path, path))
		s = s->above;
	return s;
}

/* Its name and text; -1 with *err, also where others could have written it, and where it is being read already. */
static int
read_file(const struct cmdline_source *reading, struct arena *a, struct str name, struct path *path, struct buf *text, struct err *err)
{
	const char *home = path_home(a, arena_cstr(a, name));

	if (*home != '/' && path_config(path, home, err) < 0)
		return -1;
	if (*home == '/' && path_join(path, "", home + 1, err) < 0)
		return -1;
	if (is_being_read(reading, path->p))
		return err_set(err, ERR_USAGE, tr("‘%.*s’ is being read already: it leads back to itself"), STR(name));
	return file_own_read(path->p, LIMIT_CONF_BYTES, text, err);
}

static int
take_name(struct cmdline_call *call, struct str *name, size_t *at, struct err *err)
{
	if (!cmdline_call_word(call, name, at))
		return cmdline_call_fault(call, *at, err, "%s", tr("a file is missing: source FILE"));
	return cmdline_call_done(call, err);
}

/* Whether there is such a file, for what is bound to keys. */
static int
check_file(struct cmdline_call *call, struct str name, size_t at, struct err *err)
{
	struct buf text = { 0 };
	struct path path;
	int rc = read_file(NULL, call->arena, name, &path, &text, err);

	if (rc < 0)
		call->fault = at;
	buf_free(&text);
	return rc;
}

int
cmdline_source_run(struct cmdline_call *call, struct err *err)
{
	struct app *app = call->app;
	struct buf text = { 0 };
	struct path path;
	struct str name;
	size_t at;
	int rc = 0;

	if (take_name(call, &name, &at, err) < 0)
		return -1;
	if (call->is_check)
		return check_file(call, name, at, err);
	if (!app->sourcing) {
		app->sourced = 0;
		app->is_source_stopped = false;
	}
	if (app->sourcing == CMDLINE_SOURCE_DEPTH)
		return cmdline_call_fault(call, 0, err, tr("a file may name another by ‘source’ only %d deep"), CMDLINE_SOURCE_DEPTH);
	if (app->sourced == CMDLINE_SOURCE_FILES)
		return cmdline_call_fault(call, 0, err, tr("‘source’ may name %d files in all"), CMDLINE_SOURCE_FILES);
	if (read_file(app->source, call->arena, name, &path, &text, err) < 0) {
		call->fault = at;
		rc = -1;
	} else {
		struct cmdline_source s = { .app = app, .above = app->source, .path = path.p, .name = strrchr(path.p, '/') + 1 };

		run_text(&s, buf_str(&text));
		tell_done(&s);
		buf_free(&s.last);
	}
	buf_free(&text);
	return rc;
}
