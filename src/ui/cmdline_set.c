#include "ui/cmdline_set.h"

#include "base/tr.h"
#include "text/typo.h"
#include "ui/gallery.h"
#include "ui/options.h"

enum { SLIPS = 2 }; /* letters that may be wrong in a name */

static const struct ui_config *
config_of(const struct cmdline_call *call)
{
	return call->known ? call->known->config : call->app->opts.config;
}

/* The option of that name, and its value. */
static bool
find(const struct ui_config *config, struct str name, struct ui_option *ret, struct buf *value)
{

	for (size_t i = 0; config && config->option(config->owner, i, ret, value); i++) {
		if (str_is(name, ret->name))
			return true;
		buf_clear(value);
	}
	return false;
}

bool
cmdline_set_has_name(enum action action)
{
	return action == ACTION_LAYOUT || action == ACTION_IMAGES || action == ACTION_FULLTEXT;
}

/* What counts where the config says nothing; nothing for those that are not set then. */
static void
add_usual(const char *name, struct buf *value)
{
	if (!strcmp(name, "row-format"))
		(void)buf_puts(value, ROW_FORMAT_USUAL);
	else if (!strcmp(name, "text-width"))
		(void)buf_printf(value, "%d", APP_TEXT_COLS);
	else if (!strcmp(name, "image-rows"))
		(void)buf_printf(value, "%d", GALLERY_ROWS);
}

/* A value with blanks has quotes around it. */
static void
add_value(struct buf *line, const char *name, struct str value)
{
	const char *quote = str_find_char(value, ' ') < value.n ? "\"" : "";

	(void)buf_printf(line, "%s%s=%s%.*s%s", line->n ? "  " : "", name, quote, STR(value), quote);
}

/* All that there are, at last those that nobody has set and that are nothing by themselves. */
static void
tell_all(struct app *app)
{
	const struct ui_config *config = app->opts.config;
	struct buf line = { 0 }, value = { 0 }, others = { 0 };
	struct ui_option option;

	for (size_t i = 0; config && config->option(config->owner, i, &option, &value); i++) {
		if (!value.n)
			add_usual(option.name, &value);
		if (value.n)
			add_value(&line, option.name, buf_str(&value));
		else
			(void)buf_printf(&others, "%s%s", others.n ? "  " : "", option.name);
		buf_clear(&value);
	}
	if (others.n)
		(void)buf_printf(&line, " · %s: %s", tr("not set"), buf_cstr(&others));
	app_say(app, "%s", buf_cstr(&line));
	buf_free(&line);
	buf_free(&value);
	buf_free(&others);
}

static void
tell_one(struct app *app, const struct ui_option *option, struct buf *value)
{
	struct buf takes = { 0 };

	if (!value->n)
		add_usual(option->name, value);
	if (!value->n)
		(void)buf_puts(value, tr("not set"));
	if (option->words)
		(void)buf_puts(&takes, option->words);
	if (option->max)
		(void)buf_printf(&takes, "%s%d–%d", takes.n ? " " : "", option->min, option->max);
	if (takes.n)
		app_say(app, tr("%s is %s; it takes: %s"), option->name, buf_cstr(value), buf_cstr(&takes));
	else
		app_say(app, tr("%s is %s"), option->name, buf_cstr(value));
	buf_free(&takes);
}

/* What the line changes is so at once. */
static int
take_line(struct app *app, const struct ui_config *config, struct str line, size_t *at, struct err *err)
{
	struct ui_opts opts = app->opts;

	if (config->run(config->owner, line, &opts, at, err) < 0)
		return -1;
	options_take(app, &opts);
	if (options_add_aliases(app->store, &opts, err) < 0)
		return -1;
	if (!app->sourcing)
		app_say(app, tr("until the reader ends: %.*s; in the config file it stays"), STR(line));
	return 0;
}

int
cmdline_set_config(struct cmdline_call *call, const char *word, struct err *err)
{
	const struct ui_config *config = config_of(call);
	size_t from, at = 0, behind = strlen(word) + 1;
	struct str rest = cmdline_call_rest(call, &from), line = arena_printf(call->arena, "%s %.*s", word, STR(rest));
	int rc;

	if (!config)
		return call->is_check ? 0 : cmdline_call_fault(call, 0, err, "%s", tr("there is no config here"));
	rc = call->is_check ? config->check(config->owner, line, &at, err) : take_line(call->app, config, line, &at, err);
	if (rc < 0)
		call->fault = from + (at > behind ? at - behind : 0);
	return rc;
}

/* "NAME=VALUE" becomes "NAME VALUE", each byte in its place. */
static void
split_value(struct cmdline_call *call)
{
	struct cmdline_call copy = *call;
	struct str name, text;
	size_t at, i = 0;
	char *bytes;

	if (!cmdline_call_word(&copy, &name, &at))
		return;
	while (i < name.n && name.p[i] != '=')
		i++;
	if (i == 0 || i == name.n)
		return;
	bytes = arena_take(call->arena, call->text.n);
	text = str_new(bytes, call->text.n);
	memcpy(bytes, call->text.p, text.n);
	bytes[at + i] = ' ';
	call->text = text;
}

/* The name that this one is a slip of, or NULL. */
static const char *
near_option(const struct ui_config *config, struct str name)
{
	struct ui_option option;
	struct buf value = { 0 };
	struct typo_near near = typo_near(name, SLIPS);

	for (size_t i = 0; config && config->option(config->owner, i, &option, &value); i++)
		typo_near_take(&near, option.name);
	buf_free(&value);
	return near.found;
}

/* "nomouse" and "mouse!" as others have them: what is to be written instead. */
static int
refuse_name(struct cmdline_call *call, struct str name, size_t at, struct err *err)
{
	struct ui_option option = { 0 };
	struct buf value = { 0 };
	struct str meant = str_ends(name, "!") ? str_sub(name, 0, name.n - 1) : str_starts(name, "no") ? str_sub(name, 2, name.n) : name;
	bool is_known = find(config_of(call), meant, &option, &value);
	const char *near = near_option(config_of(call), name);

	buf_free(&value);
	if (is_known && option.words)
		return cmdline_call_fault(call, at, err, tr("%s takes one of: %s"), option.name, option.words);
	if (near)
		return cmdline_call_fault(call, at, err, tr("there is no option ‘%.*s’; did you mean ‘%s’?"), STR(str_sub(name, 0, 40)), near);
	return cmdline_call_fault(call, at, err, tr("there is no option ‘%.*s’"), STR(str_sub(name, 0, 40)));
}

int
cmdline_set_run(struct cmdline_call *call, struct err *err)
{
	struct cmdline_call copy;
	struct ui_option option = { 0 };
	struct buf value = { 0 };
	struct str name, more;
	bool is_asked;
	size_t at;
	int rc = 0;

	split_value(call);
	copy = *call;
	if (!cmdline_call_word(&copy, &name, &at) || (str_is(name, "all") && !cmdline_call_peek(&copy, &more))) {
		if (!call->is_check)
			tell_all(call->app);
		return 0;
	}
	is_asked = str_ends(name, "?") || !cmdline_call_peek(&copy, &more) || str_is(more, "?");
	if (str_ends(name, "?"))
		name.n--;
	if (!find(config_of(call), name, &option, &value) && is_asked)
		rc = refuse_name(call, name, at, err);
	else if (is_asked && !call->is_check)
		tell_one(call->app, &option, &value);
	else if (option.name && option.is_late)
		rc = cmdline_call_fault(call, at, err, tr("%s counts at a start or for a sync: it has its place in the config file"), option.name);
	else if (!is_asked)
		rc = cmdline_set_config(call, "set", err);
	if (!rc && !is_asked && !call->is_check && str_is(name, "theme"))
		options_ask_ground(call->app);
	buf_free(&value);
	return rc;
}

int
cmdline_set_named(struct cmdline_call *call, const char *name, struct err *err)
{
	size_t from, behind = strlen(name) + 1;
	struct str rest = cmdline_call_rest(call, &from), line = arena_printf(call->arena, "%s %.*s", name, STR(rest));
	struct cmdline_call set = *call;
	int rc;

	set.text = line;
	set.at = 0;
	set.end = line.n;
	rc = cmdline_set_run(&set, err);

	call->fault = set.fault >= behind ? from + set.fault - behind : 0;
	return rc;
}

int
cmdline_set_color(struct cmdline_call *call, struct err *err)
{
	return cmdline_set_config(call, "color", err);
}
