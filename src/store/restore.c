#include "store/restore.h"

#include "base/tr.h"
#include "base/vec.h"
#include "store/apply_feed.h"
#include "store/apply_post.h"
#include "store/feeds.h"
#include "store/feeds_lost.h"
#include "store/line_feed.h"
#include "store/restore_action.h"
#include "store/restore_origin.h"
#include "store/state.h"
#include "store/store_impl.h"
#include "store/subs_edit.h"
#include "store/writing.h"
#include "text/tag.h"

enum { RESTORE_STEP = 4 << 20 }; /* bytes written to the journal at once */

struct restore {
	struct store *s;
	struct writing w;
	struct origins feeds; /* that the lines speak of */
	struct buf lines;
	int64_t applied;
};

/* Whether the line is to be applied. A feed that is subscribed here stays so, and is not taken to where it was or is there. */
static bool
take_feed_line(struct restore *r, json_t *line, enum line_feed what)
{
	struct str url = line_str(line, "url");
	bool is_move = what == LINE_FEED_MOVE || what == LINE_FEED_MOVE_BACK;
	struct origin *feed;

	if (!line_str(line, "feed").n || !url.n)
		return false;
	feed = restore_origin_at(&r->feeds, line_str(line, "feed"));
	if (!is_move) {
		feed->is_active = what == LINE_SUBSCRIBE;
		feed->line = arena_dup(&r->feeds.a, line_str(line, "line"));
	}
	if (restore_origin_is_masked(url) || (feed->is_settled && (is_move || what == LINE_UNSUBSCRIBE)))
		return false;
	(void)json_object_set_new(line, "feed", json_stringn(feed->uid.p, feed->uid.n));
	if (feed->is_settled)
		(void)json_object_set_new(line, "url", json_stringn(feed->url.p, feed->url.n));
	return true;
}

static bool
is_of_address(enum line_feed what)
{
	return what == LINE_SUBSCRIBE || what == LINE_UNSUBSCRIBE || what == LINE_FEED_MOVE || what == LINE_FEED_MOVE_BACK;
}

/* The "feeds" of a line, each under the id that it has here; what is left out goes. */
static bool
take_feeds(struct restore *r, json_t *line)
{
	json_t *feeds = json_object_get(line, "feeds");

	for (size_t i = 0; i < json_array_size(feeds);) {
		json_t *feed = json_array_get(feeds, i);
		enum line_feed what = line_feed_of(line_str(feed, "do"));

		if (is_of_address(what) && take_feed_line(r, feed, what))
			i++;
		else
			(void)json_array_remove(feeds, i);
	}
	return json_array_size(feeds) > 0;
}

static bool
has_good_tag(const json_t *part)
{
	enum line_part what = line_part_of(json_string_value(json_object_get(part, "do")));
	struct buf name = { 0 };
	bool is_good = what != LINE_TAG && what != LINE_UNTAG;

	if (!is_good)
		is_good = tag_keep(&name, line_str(part, "tag"));
	buf_free(&name);
	return is_good && what != LINE_PARTS;
}

/* A restore can be undone: posts that are here are not deleted, however gone they are there. */
static int
spare(struct restore *r, struct str uid, json_t *posts, struct err *err)
{
	int64_t feed, id;

	if (apply_feed_by_uid(r->s, uid, false, &feed, err) < 0)
		return -1;
	for (size_t i = json_array_size(posts); i > 0; i--) {
		if (apply_post_find(r->s, feed, json_array_get(posts, i - 1), 0, false, &id, err) < 0)
			return -1;
		if (id)
			(void)json_array_remove(posts, i - 1);
	}
	return 0;
}

/* The posts of a part under the ids their feeds have here. */
static int
take_part(struct restore *r, json_t *part, struct err *err)
{
	bool is_purge = line_part_of(json_string_value(json_object_get(part, "do"))) == LINE_PURGE;
	json_t *here = json_object(), *posts;
	const char *there;

	json_object_foreach(json_object_get(part, "posts"), there, posts) {
		const struct origin *feed = restore_origin_at(&r->feeds, str_of(there));

		if (is_purge && spare(r, feed->uid, posts, err) < 0) {
			json_decref(here);
			return -1;
		}
		(void)json_object_setn(here, feed->uid.p, feed->uid.n, posts);
	}
	(void)json_object_set_new(part, "posts", here);
	return 0;
}

static int
take_parts(struct restore *r, json_t *line, struct err *err)
{
	json_t *parts = json_object_get(line, "parts");

	for (size_t i = json_array_size(parts); i > 0; i--) {
		json_t *part = json_array_get(parts, i - 1);

		if (!has_good_tag(part))
			(void)json_array_remove(parts, i - 1);
		else if (take_part(r, part, err) < 0)
			return -1;
	}
	return json_array_size(parts) > 0;
}

static bool
take_position(struct restore *r, json_t *line)
{
	const struct origin *feed;

	if (!line_str(line, "feed").n)
		return false;
	feed = restore_origin_at(&r->feeds, line_str(line, "feed"));
	(void)json_object_set_new(line, "feed", json_stringn(feed->uid.p, feed->uid.n));
	return true;
}

/* An action becomes plain state: another machine's undo stack is not ours. A snapshot's "forget all" is left out, and the actions that it has in it. */
static int
take(struct restore *r, json_t *line, struct err *err)
{
	struct str verb = line_str(line, "act");
	enum line_feed what;
	bool has_feeds;
	int parts;

	if (json_object_get(line, "past"))
		return 0;
	if (!verb.n)
		verb = line_str(line, "do");
	if (str_is(verb, "position"))
		return take_position(r, line);
	what = line_feed_of(verb);
	if (is_of_address(what))
		(void)json_object_set_new(line, "act", json_stringn(verb.p, verb.n));
	(void)json_object_set_new(line, "do", json_string("state"));
	if (is_of_address(what))
		return take_feed_line(r, line, what);
	has_feeds = take_feeds(r, line);
	parts = take_parts(r, line, err);
	return parts < 0 ? -1 : has_feeds || parts;
}

static int
flush(struct restore *r, struct err *err)
{
	int64_t place;
	int rc = 0;

	if (r->lines.n)
		rc = writing_write(&r->w, buf_str(&r->lines), &place, err);
	if (r->lines.n && !rc)
		rc = writing_apply(&r->w, buf_str(&r->lines), place, err);
	buf_clear(&r->lines);
	return rc;
}

static int
add_line(struct restore *r, json_t *line, struct err *err)
{
	char *text;

	(void)json_object_set_new(line, "seq", json_integer(r->w.seq + 1));
	text = json_dumps(line, JSON_COMPACT);
	if (!text)
		return err_set(err, ERR_FAILED, tr("out of memory; nothing stored is lost"));
	if (r->lines.n)
		(void)buf_putc(&r->lines, '\n');
	(void)buf_puts(&r->lines, text);
	free(text);
	r->w.seq++;
	r->applied++;
	return r->lines.n < RESTORE_STEP ? 0 : flush(r, err);
}

static int
take_lines(struct restore *r, struct str lines, struct err *err)
{
	struct str text;
	size_t number = 0;

	while (str_line(&lines, &text)) {
		json_t *line;
		int got;

		number++;
		if (!str_trim(text).n)
			continue;
		line = line_parse(text);
		if (!line || !line_str(line, "do").n) {
			json_decref(line);
			return err_set(err, ERR_FORMAT, tr("line %zu is no line of a dump; nothing was restored"), number);
		}
		got = take(r, line, err);
		if (got > 0)
			got = add_line(r, line, err);
		json_decref(line);
		if (got < 0)
			return -1;
	}
	if (!number)
		return err_set(err, ERR_FORMAT, "%s", tr("there is nothing in it, no dump"));
	return flush(r, err);
}

/* The feeds that are subscribed there, as lines for the feeds file; *of: which each is. */
static struct subs_edit *
make_edits(struct restore *r, struct arena *a, const struct origin **of, size_t *n)
{
	struct subs_edit *edits = arena_new(a, struct subs_edit, r->feeds.list.n);

	*n = 0;
	for (size_t i = 0; i < r->feeds.list.n; i++) {
		const struct origin *feed = r->feeds.list.v[i];
		struct subs subs;

		if (!feed->is_active || !feed->url.n)
			continue;
		subs_parse(a, arena_printf(a, "%.*s %.*s", STR(feed->url), STR(feed->line)), "", &subs);
		if (subs.n != 1)
			continue;
		of[*n] = feed;
		edits[(*n)++] = (struct subs_edit){ .kind = SUBS_EDIT_ADD, .feed = subs.feeds[0] };
	}
	return edits;
}

/* What is subscribed there and not yet here goes into the feeds file, and all that changes here becomes an action. */
static int
subscribe(struct restore *r, struct subs_edit_file *file, struct err *err)
{
	const struct origin **of = arena_new(&file->a, const struct origin *, r->feeds.list.n);
	struct buf feeds = { 0 };
	size_t n;
	struct subs_edit *edits = make_edits(r, &file->a, of, &n);
	int rc = subs_edit_make(file, edits, n, err);

	for (size_t i = 0; i < n && !rc; i++)
		if (edits[i].is_done)
			line_feed_add(&feeds, LINE_SUBSCRIBE, of[i]->uid, of[i]->url, str_lit("line"), of[i]->line);
	if (!rc)
		rc = restore_action_record(&r->w, buf_str(&feeds), err);
	if (!rc)
		rc = subs_edit_save(file, err);
	buf_free(&feeds);
	return rc;
}

static int
run(struct restore *r, struct str lines, struct err *err)
{
	struct subs_edit_file file;
	int rc;

	if (restore_action_begin(r->s, err) < 0 || subs_edit_open(&file, err) < 0)
		return -1;
	rc = feeds_lost_take(r->s, &file, err); /* before the lines subscribe to what is not in the file yet */
	if (!rc)
		rc = restore_origin_read(&r->feeds, lines, err);
	if (!rc)
		rc = take_lines(r, lines, err);
	if (!rc)
		rc = subscribe(r, &file, err);
	return subs_edit_close(&file, rc);
}

int
restore_run(struct store *s, struct str lines, int64_t *applied, struct err *err)
{
	struct restore r = { .s = s, .feeds = { .s = s } };
	int rc;

	if (writing_begin(&r.w, s, err) < 0)
		return -1;
	rc = run(&r, lines, err);
	if (rc < 0)
		writing_cancel(&r.w);
	rc = writing_end(&r.w, rc, err);
	if (!rc && applied)
		*applied = r.applied;
	restore_origin_free(&r.feeds);
	buf_free(&r.lines);
	return rc;
}
