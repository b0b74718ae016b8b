#include "ui/tagging.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "store/replay.h"
#include "store/tag_words.h"
#include "ui/app.h"
#include "ui/changes.h"
#include "ui/complete_tags.h"
#include "ui/view_posts.h"

void
tagging_free(struct tagging *t)
{
	buf_free(&t->last);
}

static void
add_names(struct buf *out, const struct str *names, size_t n, const char *mark)
{
	for (size_t i = 0; i < n; i++)
		(void)buf_printf(out, "%s%s%.*s", out->n ? " " : "", mark, STR(names[i]));
}

static void
tell(struct app *app, struct str typed, const struct state_change *change, int64_t changed)
{
	struct buf names = { 0 };
	long long n = changed;
	unsigned long plural = (unsigned long)changed;
	bool is_tags = !change->read && !change->star && !change->hide;

	if (!changed) {
		app_say(app, "%s", tr("nothing changed: the tags are so already"));
	} else if (is_tags && !change->n_remove) {
		add_names(&names, change->add, change->n_add, "#");
		app_say(app, tr_n("put %s on %lld post (u: undo)", "put %s on %lld posts (u: undo)", plural), buf_cstr(&names), n);
	} else if (is_tags && !change->n_add) {
		add_names(&names, change->remove, change->n_remove, "#");
		app_say(app, tr_n("took %s off %lld post (u: undo)", "took %s off %lld posts (u: undo)", plural), buf_cstr(&names), n);
	} else {
		(void)buf_add(&names, str_trim(typed));
		app_say(app, tr_n("tags %s on %lld post (u: undo)", "tags %s on %lld posts (u: undo)", plural), buf_cstr(&names), n);
	}
	buf_free(&names);
}

static void
tell_all(struct app *app, const struct working *w)
{
	tell(app, buf_str(&w->typed), &w->bulk.change, w->bulk.changed);
}

void
tagging_run(struct app *app, const int64_t *ids, size_t n, const struct state_change *change, struct str typed)
{
	working_change(app, ids, n, change, typed, tell_all);
	buf_clear(&app->tagging.last);
	(void)buf_add(&app->tagging.last, typed);
}

/* -1 where its first slice failed, which has been told. */
static int
change_many(struct app *app, const int64_t *ids, size_t n, const struct state_change *change, struct str typed)
{
	working_change(app, ids, n, change, typed, tell_all);
	return app->message.n && app->is_error ? -1 : 0;
}

static int
apply_to_all(struct app *app, struct str typed, const struct state_change *change)
{
	int64_t *ids = NULL;
	size_t n = 0;
	int rc = working_find(app, view_posts_what(app->views[APP_POSTS]), &ids, &n);

	if (!rc)
		rc = change_many(app, ids, n, change, typed);
	free(ids);
	return rc;
}

static int
apply(struct app *app, struct str typed, const struct state_change *change)
{
	int64_t *ids = NULL, changed;
	size_t n = changes_targets(app, &ids);
	int rc = 0;

	if (n > CHANGES_AT_ONCE)
		rc = change_many(app, ids, n, change, typed);
	else if (!(rc = changes_apply(app, ids, n, change, &changed)))
		tell(app, typed, change, changed);
	free(ids);
	return rc;
}

/* Where the first word ends that makes the text wrong. */
static size_t
fault_end(struct arena *a, struct str text)
{
	struct state_change change;
	struct str rest = text, word;

	while ((word = str_word(&rest)).n)
		if (tag_words_read(a, str_sub(text, 0, (size_t)(word.p + word.n - text.p)), &change, NULL) < 0)
			break;
	return word.n ? (size_t)(word.p + word.n - text.p) : text.n;
}

int
tagging_change(struct app *app, struct str text, bool is_for_all)
{
	struct arena a = { 0 };
	struct state_change change;
	struct err err = { 0 };
	int rc = tag_words_read(&a, text, &change, &err);

	if (rc < 0) {
		app_fail(app, &err);
		prompt_go(&app->prompt, fault_end(&a, text));
	} else if (tag_words_any(&change)) {
		rc = is_for_all ? apply_to_all(app, text, &change) : apply(app, text, &change);
		if (rc < 0 && replay_is_due(app->store))
			rc = 0; /* it is done, as was told */
		buf_clear(&app->tagging.last);
		(void)buf_add(&app->tagging.last, text);
	}
	arena_free(&a);
	return rc;
}

void
tagging_repeat(struct app *app)
{
	const struct history *typed = &app->histories[HISTORY_TAGS];
	struct buf text = { 0 };

	if (!app->tagging.last.n && typed->n)
		(void)buf_add(&app->tagging.last, history_line(typed, 1)); /* before this start */
	if (!app->tagging.last.n) {
		app_say(app, "%s", tr("no tag change to repeat yet; t makes one"));
		return;
	}
	(void)buf_add(&text, buf_str(&app->tagging.last));
	(void)tagging_change(app, buf_str(&text), false);
	buf_free(&text);
}

static void
complete(struct app *app, int step)
{
	complete_tags_step(app, step, true);
}

static void
typed_on(struct app *app, struct str text)
{
	(void)text;
	complete_tags_show(app, true);
}

static int
change_targets(struct app *app, struct str text)
{
	return tagging_change(app, text, false);
}

static int
change_all(struct app *app, struct str text)
{
	return tagging_change(app, text, true);
}

static struct history *
lines(struct app *app)
{
	return &app->histories[HISTORY_TAGS];
}

static const struct ask ask_targets = { .done = change_targets, .typed = typed_on, .tab = complete, .history = lines };
static const struct ask ask_all = { .done = change_all, .typed = typed_on, .tab = complete, .history = lines };

void
tagging_ask(struct app *app)
{
	ask_open(app, &ask_targets, tr("Tags (+ai -later): "), STR_NONE);
}

void
tagging_ask_all(struct app *app)
{
	ask_open(app, &ask_all, app->screen.cols < ASK_SHORT_COLS ? tr("Tags of all: ") : tr("Tags of all shown (+ai -later): "), STR_NONE);
}
