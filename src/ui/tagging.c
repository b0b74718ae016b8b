#include "ui/tagging.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "store/tag_words.h"
#include "text/hangul.h"
#include "text/nfc.h"
#include "text/tag.h"
#include "ui/app.h"
#include "ui/changes.h"
#include "ui/view_posts.h"

void
tagging_free(struct tagging *t)
{
	buf_free(&t->last);
	buf_free(&t->stem);
}

/* The name behind "+", "-" or "#". */
static struct str
bare(struct str word)
{
	while (word.n && (*word.p == '+' || *word.p == '-' || *word.p == '#'))
		word = str_sub(word, 1, word.n);
	return word;
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

static int
apply_to_all(struct app *app, struct str typed, const struct state_change *change)
{
	int64_t *ids = NULL;
	size_t n = 0;
	int rc = working_find(app, view_posts_what(app->views[APP_POSTS]), &ids, &n);

	if (!rc)
		working_change(app, ids, n, change, typed, tell_all);
	free(ids);
	return rc;
}

static int
apply(struct app *app, struct str typed, const struct state_change *change)
{
	int64_t *ids = NULL, changed;
	size_t n = changes_targets(app, &ids);
	int rc = changes_apply(app, ids, n, change, &changed);

	if (!rc) {
		tell(app, typed, change, changed);
		view_posts_unmark(app->views[APP_POSTS]);
	}
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
		buf_clear(&app->tagging.last);
		(void)buf_add(&app->tagging.last, text);
	}
	arena_free(&a);
	return rc;
}

void
tagging_repeat(struct app *app)
{
	struct buf text = { 0 };

	if (!app->tagging.last.n) {
		app_say(app, "%s", tr("no tag change to repeat yet; t makes one"));
		return;
	}
	(void)buf_add(&text, buf_str(&app->tagging.last));
	(void)tagging_change(app, buf_str(&text), false);
	buf_free(&text);
}

static bool
has_prefix(struct str name, struct str stem)
{
	struct buf a = { 0 }, b = { 0 };
	bool has;

	nfc_fold(&a, name);
	nfc_fold(&b, stem);
	has = a.n >= b.n && str_eq(str_sub(buf_str(&a), 0, b.n), buf_str(&b));
	buf_free(&a);
	buf_free(&b);
	return has;
}

/* The line of the config about a tag, or NULL. */
static const struct ui_tag *
config_of(const struct app *app, struct str name)
{
	const struct ui_tag *found = NULL;
	struct buf key = { 0 };

	tag_key(&key, name);
	for (size_t i = 0; i < app->n_tags && !found; i++)
		if (str_eq(app->tags[i].key, buf_str(&key)))
			found = &app->tags[i];
	buf_free(&key);
	return found;
}

/* Whether the stem may mean the tag, by its name or an alias. */
static bool
is_meant(const struct app *app, struct str name, struct str stem, bool (*fits)(struct str name, struct str stem))
{
	const struct ui_tag *tag = config_of(app, name);
	bool is = fits(name, stem);

	for (size_t i = 0; tag && i < tag->n_aliases && !is; i++)
		is = fits(tag->aliases[i], stem);
	return is;
}

/* The tags in use, and those of the config that are not. */
static int
read_tags(struct app *app, struct arena *a, struct state_tag **ret, size_t *n, struct err *err)
{
	struct state_tag *used, *all;
	size_t n_used;

	if (state_tags(app->store, a, &used, &n_used, err) < 0)
		return -1;
	all = arena_new(a, struct state_tag, n_used + app->n_tags);
	for (*n = 0; *n < n_used; ++*n)
		all[*n] = used[*n];
	for (size_t i = 0; i < app->n_tags; i++) {
		bool is_used = false;

		for (size_t k = 0; k < n_used && !is_used; k++)
			is_used = config_of(app, used[k].name) == &app->tags[i];
		if (!is_used)
			all[(*n)++].name = app->tags[i].name;
	}
	*ret = all;
	return 0;
}

/* The names that the stem may mean, those that begin with it first. Moves them to the front of tags; returns how many. */
static size_t
candidates(const struct app *app, struct state_tag *tags, size_t n, struct str stem)
{
	size_t found = 0;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = found; i < n; i++) {
			struct state_tag tag = tags[i];

			if (!is_meant(app, tag.name, stem, pass ? hangul_matches : has_prefix))
				continue;
			memmove(&tags[found + 1], &tags[found], (i - found) * sizeof *tags);
			tags[found++] = tag;
		}
	return found;
}

static void
show_candidates(struct app *app, const struct state_tag *tags, size_t n)
{
	struct buf line = { 0 };

	for (size_t i = 0; i < n && line.n < 400; i++)
		(void)buf_printf(&line, "%s#%.*s", i ? "  " : "", STR(tags[i].name));
	app_say(app, "%s", n ? buf_cstr(&line) : tr("no such tag yet; Enter makes it"));
	buf_free(&line);
}

/* Completes the tag at the cursor of the prompt with the next candidate and shows all of them. */
static void
complete(struct app *app)
{
	struct tagging *t = &app->tagging;
	struct arena a = { 0 };
	struct buf word = { 0 };
	struct state_tag *tags;
	struct err err = { 0 };
	size_t n;

	if (!t->is_cycling) {
		buf_clear(&t->stem);
		(void)buf_add(&t->stem, prompt_word(&app->prompt));
		t->cycle = 0;
	}
	if (read_tags(app, &a, &tags, &n, &err) < 0) {
		app_fail(app, &err);
		n = 0;
	} else {
		n = candidates(app, tags, n, bare(buf_str(&t->stem)));
		show_candidates(app, tags, n);
	}
	if (n) {
		(void)buf_putc(&word, str_starts(buf_str(&t->stem), "-") ? '-' : '+');
		(void)buf_add(&word, tags[t->cycle++ % n].name);
		prompt_set_word(&app->prompt, buf_str(&word));
	}
	t->is_cycling = n > 0;
	buf_free(&word);
	arena_free(&a);
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
	return &app->tag_lines;
}

static const struct ask ask_targets = { .done = change_targets, .tab = complete, .history = lines };
static const struct ask ask_all = { .done = change_all, .tab = complete, .history = lines };

void
tagging_ask(struct app *app)
{
	app->tagging.is_cycling = false;
	ask_open(app, &ask_targets, tr("Tags (+ai -later): "), STR_NONE);
}

void
tagging_ask_all(struct app *app)
{
	app->tagging.is_cycling = false;
	ask_open(app, &ask_all, tr("Tags of all shown (+ai -later): "), STR_NONE);
}
