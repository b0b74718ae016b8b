#include "ui/help_rows.h"

#include <string.h>

#include "base/tr.h"
#include "ui/action_names.h"
#include "ui/app.h"
#include "ui/cmdline_table.h"
#include "ui/two_names.h"

/* The keys that matter most, in other words than those of the table. */
static const struct {
	enum action action;
	const char *text;
} first[] = {
	{ ACTION_DOWN, N_("down, k is up; a number before a key is a count: 5j") },
	{ ACTION_OPEN, N_("read the post; q goes back") },
	{ ACTION_NEXT_UNREAD, N_("to the next unread post, also while reading") },
	{ ACTION_FILTER, N_("show only what is found: words, #tag, is:unread") },
	{ ACTION_TAG, N_("tag the post: +ai -later; u undoes it") },
};

static const struct {
	char letter;
	const char *name;
} views[] = {
	{ 'L', N_("In the list") }, { 'S', N_("In the sidebar") }, { 'A', N_("In the article") }, { 'O', N_("In the outline") },
	{ 'C', N_("In the catalogue") }, { 'F', N_("In the view of feeds") }, { 'T', N_("In the list of tags") },
	{ 'M', N_("Among the messages") }, { 'K', N_("In the list of links") }, { 'H', N_("In the help") },
};

enum { VIEWS = sizeof views / sizeof *views };

/* What stands at the end. */
static const char *const notes[] = {
	N_("A number before a key is a count: 5j, 3gs, 2o."),
	N_("All keys work while the Korean input method is on."),
	N_("In a prompt: Enter takes the line, Esc drops it, Tab completes a word."),
};

static const struct two_names none = { "", "" };

static void
add_heading(struct help_rows *h, const char *text)
{
	*vec_add(&h->rows) = (struct help_row){ .is_heading = true, .text = str_of(tr(text)) };
}

/* A heading under which nothing was found goes again. */
static void
drop_empty(struct help_rows *h)
{
	if (h->rows.n && h->rows.v[h->rows.n - 1].is_heading)
		h->rows.n--;
}

/* It is shown by its name in the user's language, and found by both. */
static void
add(struct help_rows *h, const struct narrow *narrow, struct str keys, const struct two_names *names, struct str text)
{
	struct str english = str_of(names->english), korean = str_of(names->korean);

	if (narrow_has(narrow, (const struct str[]){ keys, english, korean, text }, 4))
		*vec_add(&h->rows) = (struct help_row){ .keys = keys, .name = tr_is_korean() ? korean : english, .text = text };
}

static void
add_action(struct help_rows *h, const struct app *app, const struct narrow *narrow, enum action action, const char *text)
{
	const struct two_names names = { keys_info(action)->name, action_names_korean(action) };
	struct buf keys = { 0 };

	keys_of(&app->keys, action, '\0', &keys);
	add(h, narrow, arena_dup(&h->arena, buf_str(&keys)), &names, str_of(tr(text)));
	buf_free(&keys);
}

/* What the user has bound to commands. */
static void
add_bound(struct help_rows *h, const struct app *app, const struct narrow *narrow)
{
	add_heading(h, N_("Keys of your own"));
	for (size_t i = 0; i < app->keys.bindings.n; i++) {
		const struct keys_binding *b = &app->keys.bindings.v[i];
		struct buf keys = { 0 };

		keys_name(b->keys, b->n, &keys);
		if (b->action == ACTION_NONE)
			add(h, narrow, arena_dup(&h->arena, buf_str(&keys)), &none, arena_dup(&h->arena, buf_str(&b->commands)));
		buf_free(&keys);
	}
	drop_empty(h);
}

/* What is typed behind ":", besides the names of actions. */
static void
add_commands(struct help_rows *h, const struct narrow *narrow)
{
	const struct cmdline_command *c;

	add_heading(h, N_("Commands; every action is one too, by its name"));
	for (size_t i = 0; (c = cmdline_table_at(i)); i++)
		add(h, narrow, arena_printf(&h->arena, ":%s", c->name), &(struct two_names){ c->name, c->korean },
			arena_printf(&h->arena, "%s: %s", tr(c->usage), tr(c->help)));
	drop_empty(h);
}

/* Only those that begin: what they are called stands further down as well. */
static void
add_first(struct help_rows *h, const struct app *app, const struct narrow *narrow)
{
	add_heading(h, N_("To begin with"));
	for (size_t i = 0; i < sizeof first / sizeof *first; i++)
		add_action(h, app, narrow, first[i].action, first[i].text);
	drop_empty(h);
}

/* Which of two goes first: what only this view has, so that it is seen at once. */
static bool
is_own(const char *letters)
{
	return !letters[1];
}

static void
add_here(struct help_rows *h, const struct app *app, const struct narrow *narrow, char view)
{
	bool has_own_first = view != 'L'; /* the list is where one starts: its own keys stand among the others, as the table has them */

	for (size_t i = 0; i < VIEWS; i++)
		if (views[i].letter == view)
			add_heading(h, views[i].name);
	for (int pass = has_own_first ? 0 : 1; pass < 2; pass++)
		for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
			const char *letters = keys_info((enum action)action)->views;

			if (strchr(letters, view) && (!has_own_first || is_own(letters) == !pass))
				add_action(h, app, narrow, (enum action)action, keys_info((enum action)action)->help);
		}
	drop_empty(h);
}

/* The place of an action that the view has not: under the first view that has it. */
static bool
is_under(const char *letters, char view, size_t index)
{
	if (strchr(letters, view))
		return false;
	for (size_t i = 0; i < index; i++)
		if (strchr(letters, views[i].letter))
			return false;
	return strchr(letters, views[index].letter) != NULL;
}

static void
add_elsewhere(struct help_rows *h, const struct app *app, const struct narrow *narrow, char view)
{
	for (size_t i = 0; i < VIEWS; i++) {
		add_heading(h, views[i].name);
		for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
			if (is_under(keys_info((enum action)action)->views, view, i))
				add_action(h, app, narrow, (enum action)action, keys_info((enum action)action)->help);
		drop_empty(h);
	}
}

void
help_rows_make(struct help_rows *h, const struct app *app, char view, const struct narrow *narrow)
{
	h->rows.n = 0;
	arena_reset(&h->arena);
	if (strchr("LSA", view))
		add_first(h, app, narrow);
	add_here(h, app, narrow, view);
	add_bound(h, app, narrow);
	add_elsewhere(h, app, narrow, view);
	add_commands(h, narrow);
	add_heading(h, N_("Besides"));
	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
		add(h, narrow, STR_NONE, &none, str_of(tr(notes[i])));
	drop_empty(h);
}

void
help_rows_free(struct help_rows *h)
{
	arena_free(&h->arena);
	vec_free(&h->rows);
}
