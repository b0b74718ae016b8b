#include "store/subscribe_line.h"

#include "base/tr.h"
#include "store/line_feed.h"
#include "store/subs_place.h"
#include "store/subscribe_impl.h"

static void
note_places(struct subscribing *g, const struct str *urls, size_t n)
{
	struct subs_place *places = arena_new(&g->a, struct subs_place, n);

	subs_place_find(buf_str(&g->file.text), urls, n, places);
	for (size_t i = 0; i < n; i++)
		if (places[i].text.n)
			subs_place_add(&g->lines, urls[i], &places[i]);
}

int
subscribe_line_remove(struct store *s, const struct str *urls, size_t n, struct err *err)
{
	struct subscribing g = { .s = s };
	int rc = subscribe_begin(&g, err);

	if (!rc) {
		note_places(&g, urls, n);
		for (size_t i = 0; i < n; i++)
			*vec_add(&g.edits) = (struct subs_edit){ .kind = SUBS_EDIT_REMOVE, .feed = { .url = urls[i] } };
		rc = subscribe_end(&g, subscribe_carry_out(&g, &(struct subscribe){ 0 }, err), err);
	}
	subscribe_clear(&g);
	return rc;
}

static const struct subs_feed *
find(const struct subs *subs, struct str url)
{
	for (size_t i = 0; i < subs->n; i++)
		if (str_eq(subs->feeds[i].url, url))
			return &subs->feeds[i];
	return NULL;
}

static int
rename_feed(struct subscribing *g, struct str url, struct str name, struct err *err)
{
	struct listed feed = { .feed = find(&g->subs, url) };

	if (!feed.feed)
		return err_set(err, ERR_NOT_FOUND, tr("‘%.*s’ is not in %s"), STR(url), g->file.path.p);
	if (subscribe_look_up(g, &feed, err) < 0)
		return -1;
	if (!str_eq(feed.feed->name, name)) {
		line_feed_add_rename(&g->elements, feed.uid, url, feed.feed->name, name);
		*vec_add(&g->edits) = (struct subs_edit){ .kind = SUBS_EDIT_RENAME, .feed = { .url = url, .name = name } };
	}
	return subscribe_carry_out(g, &(struct subscribe){ 0 }, err);
}

int
subscribe_line_rename(struct store *s, struct str url, struct str name, struct err *err)
{
	struct subscribing g = { .s = s };
	int rc = subscribe_begin(&g, err);

	if (!rc)
		rc = subscribe_end(&g, rename_feed(&g, url, name, err), err);
	subscribe_clear(&g);
	return rc;
}
