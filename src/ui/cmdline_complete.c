#include "ui/cmdline_complete.h"

#include "base/path.h"
#include "base/tr.h"
#include "store/feeds.h"
#include "text/color.h"
#include "ui/action_names.h"
#include "ui/app.h"
#include "ui/cmdline_bind.h"
#include "ui/cmdline_table.h"
#include "ui/complete_files.h"
#include "ui/complete_names.h"
#include "ui/complete_programs.h"
#include "ui/order_words.h"
#include "ui/targets.h"
#include "ui/view_words.h"

/* A command up to the cursor. */
struct line {
	struct app *app;
	struct arena arena;
	struct cmdline_call call;
	const struct cmdline_command *command; /* NULL: its name is being typed, or it is none */
	struct str words[8]; /* whole ones behind the name */
	size_t at[8], n;     /* where they begin */
	size_t last;         /* where the word begins that is being typed */
	char view;           /* whose actions are commands */
};

static void
add(struct app *app, const char *word)
{
	complete_add(&app->complete, str_of(word), str_of(word));
}

/* The user's word, and that of the other language once something is typed of it. */
static void
add_either(struct app *app, const struct two_names *names)
{
	bool is_korean = tr_is_korean();

	add(app, is_korean ? names->korean : names->english);
	if (app->complete.plain.n)
		add(app, is_korean ? names->english : names->korean);
}

/* Those for a view by its letter. */
static void
add_commands(struct app *app, char view)
{
	for (size_t i = 0; cmdline_table_at(i); i++)
		add_either(app, &(struct two_names){ cmdline_table_at(i)->name, cmdline_table_at(i)->korean });
	for (enum action action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
		if (strchr(keys_info(action)->views, view))
			add_either(app, &(struct two_names){ keys_info(action)->name, action_names_korean(action) });
}

static void
add_scopes(struct app *app)
{
	for (size_t i = 0; targets_word(i); i++)
		add_either(app, targets_word(i));
}

static void
add_tags(struct app *app)
{
	const struct str typed = app->complete.plain;
	const struct str sign = str_starts(typed, "-") ? str_lit("-") : str_lit("+");

	if (str_starts(typed, "-") || str_starts(typed, "+")) {
		complete_names_tags(app, sign, sign);
		complete_names_states(app, sign, sign);
	} else
		add_scopes(app);
}

static void
add_options(struct app *app)
{
	const struct ui_config *config = app->opts.config;
	struct buf value = { 0 };
	struct ui_option option;

	for (size_t i = 0; config && config->option(config->owner, i, &option, &value); i++)
		add(app, option.name);
	buf_free(&value);
}

static bool
find_option(struct app *app, struct str name, struct ui_option *ret, struct buf *value)
{
	const struct ui_config *config = app->opts.config;

	for (size_t i = 0; config && config->option(config->owner, i, ret, value); i++) {
		if (str_is(name, ret->name))
			return true;
		buf_clear(value);
	}
	return false;
}

/* A program, or one of its words, which may be a file. */
static void
add_program(const struct line *l)
{
	if (!l->n)
		complete_programs(l->app);
	else
		complete_files(l->app, ".", true);
}

/* The words that the option takes, and the value it has; of a program its own words may be files. */
static void
add_values(struct line *l)
{
	struct complete *c = &l->app->complete;
	struct buf value = { 0 };
	struct ui_option option;
	struct str words, word;

	if (find_option(l->app, l->words[0], &option, &value)) {
		words = str_of(option.words);
		while ((word = str_word(&words)).n)
			complete_add(c, word, word);
		if (value.n && l->n == 1)
			complete_add(c, buf_str(&value), buf_str(&value));
		if (option.is_program && l->n == 1)
			complete_programs(l->app);
		else if (option.is_program)
			complete_files(l->app, ".", true);
	}
	buf_free(&value);
}

static void
add_feeds(struct app *app)
{
	struct arena a = { 0 };
	struct feeds_row *feeds;
	size_t n;

	if (!feeds_list(app->store, &a, &feeds, &n, NULL))
		for (size_t i = 0; i < n; i++) {
			complete_add(&app->complete, feeds[i].name, feeds[i].name);
			for (size_t k = 0; k < feeds[i].n_tags; k++) {
				struct str tag = arena_printf(&a, "#%.*s", STR(feeds[i].tags[k]));

				complete_add(&app->complete, tag, tag);
			}
		}
	arena_free(&a);
}

static void
add_view_names(struct app *app)
{
	complete_names_views(app, STR_NONE);
	for (size_t i = 0; view_words_at(i); i++)
		add_either(app, view_words_at(i));
}

/* Of the words that are there the one that says that the rest is a query; its number, or n. */
static size_t
find_query(const struct line *l)
{
	enum targets_scope scope;
	size_t i = 0;

	while (i < l->n && !(targets_scope_find(l->words[i], &scope) && scope == TARGETS_QUERY))
		i++;
	return i;
}

/* The n-th word behind the role: a colour, its ground, and then what letters are beside it. */
static void
add_colors(struct app *app, size_t n)
{
	for (size_t i = 0; n < 2 && color_name(i, false); i++)
		add_either(app, &(struct two_names){ color_name(i, false), color_name(i, true) });
	for (size_t i = 0; n && color_attr_name(i); i++)
		add(app, color_attr_name(i));
}

static void
complete_color(const struct line *l)
{
#define ROLE_NAME(role_, name_) name_,
	static const char *const roles[] = { COLOR_ROLE_TABLE(ROLE_NAME) };
#undef ROLE_NAME

	if (l->n)
		add_colors(l->app, l->n - 1);
	else
		for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
			add(l->app, roles[i]);
}

static void
add_files(struct app *app)
{
	struct path folder;

	if (!path_config(&folder, "", NULL))
		complete_files(app, folder.p, true);
}

static void
add_orders(struct app *app)
{
	for (size_t i = 0; order_words_at(i); i++)
		add_either(app, order_words_at(i));
}

static void complete_from(struct app *app, size_t from, char view);

/* VIEW, KEYS, and behind them commands of that view. */
static void
complete_bind(struct line *l)
{
	char view = l->n ? cmdline_bind_letter(l->words[0]) : '\0';
	size_t behind = view ? 2 : 1; /* the keys */

	for (size_t i = 0; !l->n && cmdline_bind_view(i); i++)
		add_either(l->app, cmdline_bind_view(i));
	if (l->n >= behind)
		complete_from(l->app, l->n > behind ? l->at[behind] : l->last, view ? view : l->view);
}

static void
complete_argument(struct line *l)
{
	struct app *app = l->app;
	enum cmdline_words words = l->command->words;

	complete_begin(&app->complete, &app->prompt, l->last);
	if (words == CMDLINE_QUERY || ((words == CMDLINE_SCOPE || words == CMDLINE_TAGS) && find_query(l) < l->n) || (words == CMDLINE_VIEW && l->n))
		complete_names_query(app, l->last);
	else if (words == CMDLINE_SCOPE)
		add_scopes(app);
	else if (words == CMDLINE_TAGS)
		add_tags(app);
	else if (words == CMDLINE_VIEW)
		add_view_names(app);
	else if (words == CMDLINE_FEEDS)
		add_feeds(app);
	else if (words == CMDLINE_OPTION && l->n)
		add_values(l);
	else if (words == CMDLINE_OPTION)
		add_options(app);
	else if (words == CMDLINE_COLOR)
		complete_color(l);
	else if (words == CMDLINE_SORT && !l->n)
		add_orders(app);
	else if (words == CMDLINE_NAME)
		add_commands(app, l->view);
	else if (words == CMDLINE_FILE && !l->n)
		add_files(app);
	else if (words == CMDLINE_PATH && !l->n)
		complete_files(app, ".", true);
	else if (words == CMDLINE_PROGRAM)
		add_program(l);
	else if (words == CMDLINE_BIND)
		complete_bind(l);
}

/* The command that begins at `from`, as far as the cursor. */
static void
read_line(struct app *app, size_t from, struct line *ret)
{
	struct str head = str_sub(buf_str(&app->prompt.text), 0, app->prompt.at), word;
	struct cmdline_call *call = &ret->call;
	size_t at;

	*ret = (struct line){ .app = app };
	*call = (struct cmdline_call){ .app = app, .arena = &ret->arena, .text = head, .at = from, .end = head.n };
	ret->last = from;
	for (bool is_name = true; cmdline_call_word(call, &word, &at); is_name = false) {
		ret->last = at;
		if (call->at == head.n)
			return; /* it is being typed */
		ret->last = head.n;
		if (is_name)
			ret->command = cmdline_table_find(word);
		else if (ret->n < sizeof ret->words / sizeof *ret->words) {
			ret->at[ret->n] = at;
			ret->words[ret->n++] = word;
		}
	}
}

static void
complete_from(struct app *app, size_t from, char view)
{
	struct line line;
	struct str head = str_sub(buf_str(&app->prompt.text), 0, app->prompt.at);
	size_t end;

	while ((end = cmdline_call_end(head, from)) < head.n)
		from = end + 1;
	while (from < head.n && head.p[from] == ' ')
		from++;
	read_line(app, from, &line);
	line.view = view;
	if (line.command) {
		complete_argument(&line);
	} else if (line.last == from) {
		complete_begin(&app->complete, &app->prompt, from);
		add_commands(app, view);
	} else {
		complete_begin(&app->complete, &app->prompt, line.last);
	}
	arena_free(&line.arena);
}

static void
step_or_tell(struct app *app, int step, bool has_blank)
{
	if (!app->complete.n)
		app_say(app, "%s", tr("nothing begins so"));
	complete_step(&app->complete, &app->prompt, step, has_blank);
}

void
cmdline_complete_hint(struct app *app)
{
	struct buf *hint = &app->complete.hint;
	struct str head = str_sub(buf_str(&app->prompt.text), 0, app->prompt.at);
	struct line line;
	size_t from = 0, end;

	while ((end = cmdline_call_end(head, from)) < head.n)
		from = end + 1;
	read_line(app, from, &line);
	buf_clear(hint);
	if (line.command)
		(void)buf_printf(hint, "%s %s: %s", line.command->name, tr(line.command->usage), tr(line.command->help));
	arena_free(&line.arena);
}

void
cmdline_complete(struct app *app, int step)
{
	if (!app->complete.is_open)
		complete_from(app, 0, app->views[app->focus]->ops->letter);
	step_or_tell(app, step, true);
	cmdline_complete_hint(app);
}

void
cmdline_complete_query(struct app *app, int step)
{
	if (!app->complete.is_open)
		complete_names_query(app, 0);
	step_or_tell(app, step, false);
}
