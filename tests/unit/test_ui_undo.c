#include "unit.h"

#include "ui_reader.h"

#include "store/state.h"
#include "ui/command.h"

/* What each action of the table is run in; those left out change nothing here, for the reason given. */
enum where { NOWHERE, LIST, ARTICLE };

static enum where
where_of(const char *views, enum action action)
{
	switch (action) {
	case ACTION_SYNC_FEED: /* what is fetched is no change of the user's */
	case ACTION_SYNC_ALL:
	case ACTION_FULLTEXT:
	case ACTION_BROWSER:
	case ACTION_BROWSER_READ:
	case ACTION_UNDO: /* what all others are tried with */
	case ACTION_REDO:
		return NOWHERE;
	default: /* of the catalogue: subscribing is one of the commands */
		return strchr(views, 'L') ? LIST : strchr(views, 'A') ? ARTICLE : NOWHERE;
	}
}

#define X(name_, text_, keys_, views_, help_) [ACTION_##name_] = { text_, views_ },
static const struct {
	const char *name, *views;
} actions[ACTION_COUNT] = { ACTION_TABLE(X) };
#undef X

/* Those that are known to change something: they do so here, too. */
static const enum action changing[] = {
	ACTION_OPEN, ACTION_NEXT_POST, ACTION_TOGGLE_READ, ACTION_READ_NEXT, ACTION_READ_ALL, ACTION_STAR, ACTION_HIDE,
	ACTION_TAG, ACTION_TAG_ALL, ACTION_REPEAT,
};

static int
add_line(void *user, struct str text)
{
	struct buf *lines = user;

	/* Where one was reading is no change to undo. */
	if (str_has(text, "\"position\""))
		return 0;
	return buf_add(lines, text) < 0 || buf_putc(lines, '\n') < 0;
}

static void
dump(struct reader *r, struct buf *out)
{
	struct err err;

	buf_clear(out);
	reader_must(state_dump(r->store, true, add_line, out, &err), &err);
}

static void
act(struct reader *r, enum action action)
{
	struct app *app = r->app;
	struct view *view = app->views[app->focus];

	if (!view->ops->act(view, action, 0))
		command_run(app, action, 0);
	if (app->asking)
		reader_type(r, "+ai\r");
	opened_mark(app);
	working_finish(app);
	app_draw(app);
}

static void
assert_state(struct reader *r, const struct buf *want, enum action action, const char *when)
{
	struct buf got = { 0 };

	dump(r, &got);
	if (!str_eq(buf_str(&got), buf_str(want)))
		fail_msg("%s, %s: want\n%s\ngot\n%s", actions[action].name, when, buf_cstr(want), buf_cstr(&got));
	buf_free(&got);
}

/* True when it has changed something, which was undone, done again and undone once more. */
static bool
try_action(enum action action, enum where where)
{
	struct buf before = { 0 }, after = { 0 };
	struct reader r;
	bool has_changed;

	reader_open(&r, 24, 120);
	reader_type(&r, "t+ai\rj"); /* for what repeats */
	if (where == ARTICLE)
		reader_type(&r, "\r");
	dump(&r, &before);
	act(&r, action);
	dump(&r, &after);
	has_changed = !str_eq(buf_str(&before), buf_str(&after));
	if (has_changed) {
		act(&r, ACTION_UNDO);
		assert_state(&r, &before, action, "undone");
		act(&r, ACTION_REDO);
		assert_state(&r, &after, action, "done again");
		act(&r, ACTION_UNDO);
		assert_state(&r, &before, action, "undone once more");
	}
	buf_free(&before);
	buf_free(&after);
	reader_close(&r);
	return has_changed;
}

static void
every_action_that_changes_something_is_undone(void **state)
{
	bool has_changed[ACTION_COUNT] = { false };

	(void)state;
	for (enum action action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		enum where where = where_of(actions[action].views, action);

		if (where != NOWHERE)
			has_changed[action] = try_action(action, where);
	}
	for (size_t i = 0; i < sizeof changing / sizeof *changing; i++)
		if (!has_changed[changing[i]])
			fail_msg("%s has changed nothing", actions[changing[i]].name);
}

/* A number before a key is for so many rows from the cursor on, however few there are, and one change; before an undo for so many changes. */
static void
a_count_is_one_change(void **state)
{
	static const struct {
		const char *keys, *query, *told;
		int posts;
	} cases[] = {
		{ "jj3s", "is:starred", "starred 3 posts", 3 },
		{ "jj3m", "is:read", "3 posts marked read", 3 },
		{ "jj3d", "is:read", "3 posts marked read", 3 },
		{ "jj3x", "is:hidden", "hid 3 posts", 3 },
		{ "jj3t+a\r", "tag:a", "put #a on 3 posts", 3 },
		{ "t+a\rj4.", "tag:a", "put #a on 4 posts", 5 },
		{ "3t+a\rG:tag +b\r", "tag:b", "put #b on 1 post", 1 }, /* it is gone with its key */
		{ "G99s", "is:starred", "starred 1 post", 1 },
		{ "99s", "is:starred", "starred 30 posts", 30 },
		{ "jvGv3s", "is:starred", "starred 2 posts", 2 }, /* marks have the first word */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct reader r;

		reader_open(&r, 24, 100);
		reader_type(&r, cases[i].keys);
		working_finish(r.app);
		reader_assert_shows(&r, cases[i].told);
		assert_int_equal(reader_count(&r, cases[i].query), cases[i].posts);
		reader_close(&r);
	}
}

static void
a_count_before_undo_is_so_many_changes(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "3sjjj2sjj4s");
	assert_int_equal(reader_count(&r, "is:starred"), 9);
	reader_type(&r, "2u");
	working_finish(r.app);
	reader_assert_shows(&r, "2 changes undone");
	assert_int_equal(reader_count(&r, "is:starred"), 3);
	reader_type(&r, "u");
	working_finish(r.app);
	assert_int_equal(reader_count(&r, "is:starred"), 0);
	reader_type(&r, "3\022"); /* ^R */
	working_finish(r.app);
	assert_int_equal(reader_count(&r, "is:starred"), 9);
	reader_type(&r, "gg3d");
	assert_str(reader_at(&r), reader_titles[3]);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_action_that_changes_something_is_undone),
		cmocka_unit_test(a_count_is_one_change),
		cmocka_unit_test(a_count_before_undo_is_so_many_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
