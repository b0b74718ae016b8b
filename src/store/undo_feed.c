#include "store/undo_feed.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/tr.h"
#include "base/vec.h"
#include "store/line_feed.h"
#include "store/store_impl.h"
#include "text/asking.h"

struct undoing {
	struct store *s;
	struct arena *a; /* the file's: the edits live as long as it is open */
	bool is_inverse;
	struct map places; /* by address -> struct subs_place */
	struct buf *elements;
	vec(struct subs_edit) edits;
};

bool
undo_feed_is(const json_t *line)
{
	return json_array_size(json_object_get(line, "feeds")) || str_is(line_str(line, "do"), "unsubscribe");
}

/* The feed's address and the rest of its line as they are now: it may have moved or been renamed since. */
static int
look_up(struct undoing *u, struct str uid, struct str *url, struct str *rest, struct err *err)
{
	sqlite3_stmt *st = stmt_get(u->s, STMT_FEED_LINE, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_str(st, 1, uid);
	got = stmt_step(u->s, st, err);
	if (got > 0 && stmt_peek(st, 0).n) {
		*url = stmt_str(st, 0, u->a);
		*rest = stmt_str(st, 1, u->a);
	}
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

/* A line of the feeds file as a feed; an address that is none gives one that is not written. */
static void
add_edit(struct undoing *u, enum subs_edit_kind kind, struct str url, struct str rest, const struct subs_place *place)
{
	struct subs subs;

	subs_parse(u->a, arena_printf(u->a, "%.*s %.*s", STR(url), STR(rest)), "", &subs);
	if (subs.n == 1)
		*vec_add(&u->edits) = (struct subs_edit){ .kind = kind, .feed = subs.feeds[0], .place = place };
}

/* "a b" as the tags of a line. */
static struct str
tag_words(struct undoing *u, struct str tags)
{
	struct buf out = { 0 };
	struct str word, ret;

	while ((word = str_word(&tags)).n)
		(void)buf_printf(&out, "#%.*s ", STR(word));
	ret = arena_dup(u->a, buf_str(&out));
	buf_free(&out);
	return ret;
}

static void
take_rename(struct undoing *u, const json_t *feed, struct str uid, struct str url)
{
	struct str from = line_str(feed, u->is_inverse ? "name" : "from"), name = line_str(feed, u->is_inverse ? "from" : "name");

	line_feed_add_rename(u->elements, uid, url, from, name);
	*vec_add(&u->edits) = (struct subs_edit){ .kind = SUBS_EDIT_RENAME, .feed = { .url = url, .name = name } };
}

/* from and to: "a b". */
static struct subs_edit
retag_edit(struct arena *a, struct str url, struct str from, struct str to)
{
	struct subs_edit edit = { .kind = SUBS_EDIT_RETAG, .feed = { .url = url }, .to = arena_dup(a, to) };
	struct str word;

	edit.feed.tags = arena_new(a, struct str, from.n / 2 + 1);
	while ((word = str_word(&from)).n)
		edit.feed.tags[edit.feed.n_tags++] = arena_dup(a, word);
	return edit;
}

/* What met a name of the line goes first and comes back last: one that moved may have taken its name. */
static void
take_retag(struct undoing *u, const json_t *feed, struct str uid, struct str url)
{
	struct str from = line_str(feed, u->is_inverse ? "name" : "from"), name = line_str(feed, u->is_inverse ? "from" : "name");
	struct str tags = line_str(feed, "tags");

	line_feed_add_retag(u->elements, uid, url, from, name, tags);
	if (!u->is_inverse)
		add_edit(u, SUBS_EDIT_UNTAG, url, tag_words(u, tags), NULL);
	*vec_add(&u->edits) = retag_edit(u->a, url, from, name);
	if (u->is_inverse)
		add_edit(u, SUBS_EDIT_TAG, url, tag_words(u, tags), NULL);
}

/* url: where it is now. */
static void
take_move(struct undoing *u, const json_t *feed, struct str uid, struct str url)
{
	struct str to = line_str(feed, u->is_inverse ? "from" : "url");

	if (!to.n || str_eq(to, url))
		return;
	line_feed_add(u->elements, u->is_inverse ? LINE_FEED_MOVE_BACK : LINE_FEED_MOVE, uid, to, str_lit("from"), url);
	*vec_add(&u->edits) = (struct subs_edit){ .kind = SUBS_EDIT_MOVE, .feed = { .url = url }, .to = to };
}

/* The feeds file says nothing of it. */
static int
take_adopt(struct undoing *u, enum line_feed what, const json_t *feed, struct str uid, struct err *err)
{
	char *posts = json_dumps(json_object_get(feed, "posts"), JSON_COMPACT);

	if (!posts)
		return err_set(err, ERR_FAILED, tr("out of memory; nothing stored is lost"));
	line_feed_add_adopt(u->elements, what, &(struct line_feed_adopt){ uid, line_str(feed, "from"), line_str(feed, "url"),
		line_str(feed, "line"), str_of(posts), line_str(feed, "at"), line_int(feed, "seq") });
	free(posts);
	return 0;
}

/* The line goes from one address to another, as it reads now; where it has got a password or the like for the one, as it read at the other. */
static void
change_line(struct undoing *u, struct str from, struct str to, struct str now, struct str then)
{
	struct subs subs;
	bool is_own = false;

	subs_parse(u->a, arena_printf(u->a, "%.*s %.*s", STR(from), STR(now)), "", &subs);
	for (size_t i = 0; subs.n == 1 && i < subs.feeds[0].n_options; i++)
		is_own |= asking_is_own(subs.feeds[0].options[i].key);
	if (str_eq(from, to))
		return;
	if (!is_own || str_eq(now, then)) {
		*vec_add(&u->edits) = (struct subs_edit){ .kind = SUBS_EDIT_MOVE, .feed = { .url = from }, .to = to };
		return;
	}
	add_edit(u, SUBS_EDIT_REMOVE, from, now, NULL);
	add_edit(u, SUBS_EDIT_ADD, to, then, NULL);
}

/* A line that was changed by hand is that of the one feed or of the other. */
static int
take_replaced(struct undoing *u, enum line_feed what, const json_t *feed, struct str uid, struct err *err)
{
	struct str ended = line_str(feed, "from"), was = line_str(feed, "url"), then = line_str(feed, "line");
	struct str at = line_str(feed, "at"), url = at, rest = then;

	if (look_up(u, u->is_inverse ? uid : ended, &url, &rest, err) < 0)
		return -1;
	if (!u->is_inverse) {
		line_feed_add(u->elements, LINE_SUBSCRIBE, uid, at, str_lit("line"), rest);
		line_feed_add(u->elements, LINE_UNSUBSCRIBE, ended, was, str_lit("line"), rest);
		change_line(u, url, at, rest, rest);
		return take_adopt(u, what, feed, uid, err);
	}
	if (take_adopt(u, what, feed, uid, err) < 0)
		return -1;
	if (!str_eq(url, at))
		line_feed_add(u->elements, LINE_FEED_MOVE_BACK, uid, at, str_lit("from"), url);
	line_feed_add(u->elements, LINE_UNSUBSCRIBE, uid, at, str_lit("line"), rest);
	line_feed_add(u->elements, LINE_SUBSCRIBE, ended, was, str_lit("line"), rest);
	change_line(u, url, was, rest, then);
	return 0;
}

/* Those that come back stand where they stood. */
static void
take_tags(struct undoing *u, const json_t *feed, struct str uid, struct str url, enum line_feed what, enum subs_edit_kind kind)
{
	struct str tags = line_str(feed, "tags"), among = line_str(feed, "among");
	size_t n = u->edits.n;

	line_feed_add_tags(u->elements, what, uid, url, tags, among);
	add_edit(u, kind, url, tag_words(u, tags), NULL);
	if (kind == SUBS_EDIT_TAG && u->edits.n > n)
		u->edits.v[n].to = arena_dup(u->a, among);
}

static int
take(struct undoing *u, const json_t *feed, struct err *err)
{
	static const enum subs_edit_kind kinds[LINE_FEEDS] = {
		[LINE_SUBSCRIBE] = SUBS_EDIT_ADD, [LINE_UNSUBSCRIBE] = SUBS_EDIT_REMOVE,
		[LINE_FEED_TAG] = SUBS_EDIT_TAG, [LINE_FEED_UNTAG] = SUBS_EDIT_UNTAG,
	};
	enum line_feed what = line_feed_of(line_str(feed, "do"));
	struct str uid = line_str(feed, "feed"), url = line_str(feed, "url"), rest = line_str(feed, "line");
	const struct subs_place *place;

	if (what == LINE_FEEDS)
		return 0;
	what = u->is_inverse ? line_feed_inverse(what) : what;
	if (what == LINE_FEED_ADOPT || what == LINE_FEED_RELEASE)
		return (line_str(feed, "at").n ? take_replaced : take_adopt)(u, what, feed, uid, err);
	place = map_find(&u->places, url);
	if (look_up(u, uid, &url, &rest, err) < 0)
		return -1;
	if (what == LINE_FEED_RENAME) {
		take_rename(u, feed, uid, url);
		return 0;
	}
	if (what == LINE_FEED_RETAG) {
		take_retag(u, feed, uid, url);
		return 0;
	}
	if (what == LINE_FEED_MOVE || what == LINE_FEED_MOVE_BACK) {
		take_move(u, feed, uid, url);
		return 0;
	}
	if (what == LINE_FEED_TAG || what == LINE_FEED_UNTAG) {
		take_tags(u, feed, uid, url, what, kinds[what]);
		return 0;
	}
	line_feed_add(u->elements, what, uid, url, str_lit("line"), rest);
	add_edit(u, kinds[what], url, rest, place);
	return 0;
}

static void
read_places(struct undoing *u, const json_t *line)
{
	const json_t *places = json_object_get(line, "lines");
	json_t *from;
	size_t i;

	json_array_foreach(places, i, from) {
		struct subs_place *place = arena_new(u->a, struct subs_place, 1);

		if (subs_place_read(from, place))
			*map_at(&u->places, line_str(from, "url")) = place;
	}
}

/* In the order of the line, also back: they come back as they stood. */
static int
take_all(struct undoing *u, const json_t *line, struct err *err)
{
	const json_t *feeds = json_object_get(line, "feeds");
	json_t *feed;
	size_t i;

	if (!feeds)
		return take(u, line, err);
	json_array_foreach(feeds, i, feed)
		if (take(u, feed, err) < 0)
			return -1;
	return 0;
}

int
undo_feed_make(struct store *s, const json_t *line, bool is_inverse, struct subs_edit_file *file, struct buf *elements,
    struct err *err)
{
	struct undoing u = { .s = s, .a = &file->a, .is_inverse = is_inverse, .elements = elements };
	struct subs_edit *edits;
	int rc;

	read_places(&u, line);
	rc = take_all(&u, line, err);
	edits = arena_new(u.a, struct subs_edit, u.edits.n);
	for (size_t i = 0; i < u.edits.n; i++)
		edits[i] = u.edits.v[i];
	if (!rc)
		rc = subs_edit_make(file, edits, u.edits.n, err);
	vec_free(&u.edits);
	map_free(&u.places);
	return rc;
}
