#include "ui/feed_tagging.h"

#include "base/tr.h"
#include "store/feeds.h"
#include "store/subscribe_tag.h"
#include "store/tag_words.h"
#include "ui/app.h"
#include "ui/command.h"
#include "ui/complete_tags.h"

static int
read_words(struct arena *a, struct str text, struct subscribe_tags *ret, struct err *err)
{
	struct state_change change;

	if (tag_words_read(a, text, &change, err) < 0)
		return -1;
	if (change.read || change.star || change.hide)
		return err_set(err, ERR_USAGE, "%s", tr("posts are read, starred or hidden, not feeds; a tag of that name is +#read"));
	*ret = (struct subscribe_tags){ change.add, change.remove, change.n_add, change.n_remove };
	return 0;
}

/* What its tags are by now. */
static int
tell(struct app *app, struct arena *a, const struct feeds_row *feed, struct err *err)
{
	struct buf names = { 0 };
	struct str *tags;
	size_t n;

	if (feeds_tags(app->store, a, feed->id, &tags, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		(void)buf_printf(&names, "%s#%.*s", i ? " " : "", STR(tags[i]));
	if (n)
		app_say(app, tr("the tags of the feed ‘%.*s’ are %s now (u: undo)"), STR(feed->name), buf_cstr(&names));
	else
		app_say(app, tr("the feed ‘%.*s’ has no tags now (u: undo)"), STR(feed->name));
	buf_free(&names);
	return 0;
}

static int
change_tags(struct app *app, struct arena *a, struct str text, struct err *err)
{
	struct subscribe_tags tags;
	struct feeds_row feed;
	bool is_changed;
	int64_t id;

	if (read_words(a, text, &tags, err) < 0)
		return -1;
	if (!tags.n_add && !tags.n_remove)
		return 0;
	if (command_feed(app, &id, err) < 0 || feeds_get(app->store, a, id, &feed, err) < 0 ||
	    subscribe_tag(app->store, feed.url, &tags, &is_changed, err) < 0)
		return -1;
	app_reload(app);
	if (is_changed)
		return tell(app, a, &feed, err);
	app_say(app, "%s", tr("nothing changed: the tags are so already"));
	return 0;
}

static int
change(struct app *app, struct str text)
{
	struct arena a = { 0 };
	struct err err;
	int rc = change_tags(app, &a, text, &err);

	if (rc < 0)
		app_fail(app, &err);
	arena_free(&a);
	return rc;
}

static void
complete(struct app *app, int step)
{
	complete_tags_step(app, step, false);
}

static void
typed_on(struct app *app, struct str text)
{
	(void)text;
	complete_tags_show(app, false);
}

static const struct ask ask_tags = { .done = change, .typed = typed_on, .tab = complete };

void
feed_tagging_ask(struct app *app)
{
	ask_open(app, &ask_tags, app->screen.cols < ASK_SHORT_COLS ? tr("Tags of the feed: ") : tr("Tags of the feed (+ai -later): "), STR_NONE);
}
