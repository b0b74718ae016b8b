#include "cmd/cmd_catalog_add.h"

#include "base/tr.h"
#include "catalog/catalog_marks.h"
#include "cmd/cmd_ask.h"
#include "cmd/cmd_open.h"
#include "store/subscribe.h"
#include "text/say.h"
#include "text/tag.h"

/* The rows that are not subscribed, as lines of the feeds file. */
static size_t
choose(struct arena *a, const struct catalog_row *const *rows, size_t n, const struct subs *subs, const struct opts_list *tags,
	struct subs_feed *feeds)
{
	struct str *names = arena_new(a, struct str, tags->n);
	struct catalog_marks marks = { 0 };
	size_t chosen = 0;

	for (size_t i = 0; i < subs->n; i++)
		catalog_marks_add(&marks, subs->feeds[i].url);
	for (size_t i = 0; i < tags->n; i++)
		names[i] = str_of(*tags->v[i] == '#' ? tags->v[i] + 1 : tags->v[i]);
	for (size_t i = 0; i < n; i++)
		if (!catalog_marks_has(&marks, rows[i]->feed))
			feeds[chosen++] = (struct subs_feed){ .url = rows[i]->feed, .name = rows[i]->name, .tags = names, .n_tags = tags->n };
	catalog_marks_free(&marks);
	return chosen;
}

/* 1 when the person said no. */
static int
ask(size_t n, struct err *err)
{
	struct buf question = { 0 };
	int rc;

	if (!cmd_ask_can())
		return err_set(err, ERR_USAGE, tr_n("that is %zu feed; --yes subscribes to it", "that is %zu feeds; --yes subscribes to all of them", n), n);
	(void)buf_printf(&question, tr_n("subscribe to %zu feed?", "subscribe to %zu feeds?", n), n);
	rc = cmd_ask_yes(buf_cstr(&question)) ? 0 : 1;
	if (rc)
		say_err("%s", tr("nothing was subscribed"));
	buf_free(&question);
	return rc;
}

static int
subscribe(struct store *s, struct arena *a, const struct subs_feed *feeds, size_t n, struct err *err)
{
	struct subscribe what = { .feeds = feeds, .n = n, .outcomes = arena_new(a, enum subscribe_outcome, n) };
	size_t added = 0;

	if (subscribe_add(s, &what, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (what.outcomes[i] != SUBSCRIBE_NEW)
			continue;
		say_out(tr("subscribed: %.*s (%.*s)"), STR(feeds[i].name), STR(feeds[i].url));
		added++;
	}
	say_out(tr_n("%zu feed subscribed; ‘sosik sync’ fetches its posts", "%zu feeds subscribed; ‘sosik sync’ fetches their posts", added),
		added);
	return 0;
}

int
cmd_catalog_add(const struct catalog_row *const *rows, size_t n, const struct opts_list *tags, bool is_sure, struct err *err)
{
	struct arena a = { 0 };
	struct store *s = NULL;
	struct subs subs;
	struct subs_feed *feeds = arena_new(&a, struct subs_feed, n);
	int rc = tag_check(tags->v, tags->n, err);

	if (!rc)
		rc = cmd_open_both(&a, &s, STORE_WRITE, &subs, err);
	if (rc < 0)
		goto out;
	n = choose(&a, rows, n, &subs, tags, feeds);
	if (!n) {
		say_out("%s", tr("all of them are subscribed already"));
		goto out;
	}
	if (n > CMD_CATALOG_ADD_MANY && !is_sure)
		rc = ask(n, err);
	if (!rc)
		rc = subscribe(s, &a, feeds, n, err);
out:
	store_close(s);
	arena_free(&a);
	return rc;
}
