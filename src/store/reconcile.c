#include "store/reconcile.h"

#include <sys/random.h>

#include "base/map.h"
#include "base/tr.h"
#include "base/vec.h"
#include "store/apply_feed.h"
#include "store/feeds.h"
#include "store/feeds_lost.h"
#include "store/identity.h"
#include "store/line_feed.h"
#include "store/replaced.h"
#include "store/store_impl.h"
#include "store/subs_line.h"
#include "store/subs_place.h"
#include "store/subs_seen.h"
#include "store/subs_tags.h"

struct known {
	int64_t id, place;
	struct str uid, url, key, line;
	enum feeds_status status;
	bool is_listed; /* in the file */
};

struct work {
	struct store *s;
	struct arena a;
	const struct subs *subs;
	struct str seen;          /* the file at the last look */
	vec(struct known) known;
	struct map by_url;        /* -> index in known + 1, as a pointer */
	struct known **of;        /* the known feed of each line, NULL for a new one */
	struct str *rest;         /* of each line */
	struct buf lines;         /* for the journal */
	int64_t gone_seq;         /* of the line by which feeds that are gone have ended */
	struct buf *elements;     /* of the caller's line, NULL: subscribe and unsubscribe are lines too */
};

static bool
is_gone(const struct known *feed)
{
	return !feed->is_listed && feed->status != FEEDS_HIDDEN;
}

static int
read_known(struct work *w, struct err *err)
{
	sqlite3_stmt *st = stmt_get(w->s, STMT_FEED_SYNC_ROWS, err);
	int got = -1;

	if (!st)
		return -1;
	while ((got = stmt_step(w->s, st, err)) > 0)
		*vec_add(&w->known) = (struct known){
			.id = stmt_num(st, 0), .uid = stmt_str(st, 1, &w->a), .url = stmt_str(st, 2, &w->a),
			.key = stmt_str(st, 3, &w->a), .status = (enum feeds_status)stmt_num(st, 4),
			.place = stmt_num(st, 5), .line = stmt_str(st, 6, &w->a),
		};
	for (size_t i = 0; i < w->known.n; i++) {
		void **at = map_at(&w->by_url, w->known.v[i].url);

		/* The subscribed one wins over a hidden one of the same address. */
		if (!*at || ((struct known *)*at)->status == FEEDS_HIDDEN)
			*at = &w->known.v[i];
	}
	return got;
}

/* A feed of a former address, or of the same one in another form (https, a "/" at the end), that is not in the file under its own. */
static int
find_moved(struct work *w, struct str url, struct known **ret, struct err *err)
{
	struct buf key = { 0 };
	sqlite3_stmt *st = stmt_get(w->s, STMT_FEED_FORMER_IDS, err);
	int got = -1;

	*ret = NULL;
	identity_feed(&key, url);
	for (size_t i = 0; i < w->known.n && key.n; i++)
		if (!w->known.v[i].is_listed && str_eq(w->known.v[i].key, buf_str(&key)))
			*ret = &w->known.v[i];
	if (!st)
		goto out;
	stmt_bind_str(st, 1, buf_str(&key));
	while ((got = stmt_step(w->s, st, err)) > 0)
		for (size_t i = 0; i < w->known.n && !*ret; i++)
			if (!w->known.v[i].is_listed && w->known.v[i].id == stmt_num(st, 0))
				*ret = &w->known.v[i];
out:
	buf_free(&key);
	return got;
}

/* Which known feed each line is. *is_same when the file says what the cache has. */
static int
match(struct work *w, bool *is_same, struct err *err)
{
	const struct subs *subs = w->subs;
	struct buf rest = { 0 };

	*is_same = str_eq(w->seen, subs->text);
	for (size_t i = 0; i < subs->n; i++) {
		struct known *known = map_find(&w->by_url, subs->feeds[i].url);

		buf_clear(&rest);
		subs_line_rest(&rest, &subs->feeds[i]);
		w->rest[i] = arena_dup(&w->a, buf_str(&rest));
		w->of[i] = known;
		if (known)
			known->is_listed = true;
		*is_same &= known && known->status != FEEDS_HIDDEN && known->place == (int64_t)i + 1 &&
		    str_eq(known->line, w->rest[i]);
	}
	buf_free(&rest);
	for (size_t i = 0; i < w->known.n; i++)
		*is_same &= !is_gone(&w->known.v[i]);
	for (size_t i = 0; i < subs->n && !*is_same; i++) {
		if (w->of[i])
			continue;
		if (find_moved(w, subs->feeds[i].url, &w->of[i], err) < 0)
			return -1;
		if (w->of[i])
			w->of[i]->is_listed = true;
	}
	return 0;
}

static int
make_uid(struct work *w, struct str *uid, struct err *err)
{
	unsigned char bytes[16];
	struct buf hex = { 0 };

	if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes)
		return err_errno(err, ERR_FAILED, tr("no random bytes"));
	for (size_t i = 0; i < sizeof bytes; i++)
		(void)buf_printf(&hex, "%02x", bytes[i]);
	*uid = arena_dup(&w->a, buf_str(&hex));
	buf_free(&hex);
	return 0;
}

static void
add_line(struct work *w, struct writing *r, const char *what, struct str uid, struct str url, const char *key,
    struct str value)
{
	if (w->lines.n)
		(void)buf_putc(&w->lines, '\n');
	line_begin(&w->lines, ++r->seq, what);
	line_member(&w->lines, "feed", uid);
	line_member(&w->lines, "url", url);
	line_member(&w->lines, key, value);
	(void)buf_putc(&w->lines, '}');
}

/* Where the lines that are gone stood. */
static void
add_places(struct work *w)
{
	struct str *urls = arena_new(&w->a, struct str, w->known.n);
	struct buf lines = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < w->known.n; i++)
		if (is_gone(&w->known.v[i]))
			urls[n++] = w->known.v[i].url;
	subs_place_list(&lines, w->seen, w->subs->text, urls, n);
	if (lines.n)
		(void)buf_printf(&w->lines, ",\"lines\":[%s]", buf_cstr(&lines));
	buf_free(&lines);
}

/* One line that has another address: gone and come at one place, and no other one is. NULL for none. */
static const struct known *
find_replaced(const struct work *w, size_t *at)
{
	const struct known *gone = NULL;
	size_t n_gone = 0, n_came = 0;

	for (size_t i = 0; i < w->known.n; i++)
		if (is_gone(&w->known.v[i]) && ++n_gone)
			gone = &w->known.v[i];
	for (size_t i = 0; i < w->subs->n; i++)
		if ((!w->of[i] || w->of[i]->status == FEEDS_HIDDEN) && ++n_came)
			*at = i;
	return w->elements || n_gone != 1 || n_came != 1 || gone->place != (int64_t)*at + 1 ? NULL : gone;
}

/* One line for all that are gone: that is one action, which undo takes back; but for an address that was a slip, which has never been anything. */
static int
add_gone(struct work *w, struct writing *r, struct err *err)
{
	size_t at;
	const struct known *replaced = find_replaced(w, &at);
	int64_t waits;
	struct buf gone = { 0 };
	struct buf *elements = w->elements ? w->elements : &gone;

	if (replaced_to(w->s, &waits, err) < 0)
		return -1;
	for (size_t i = 0; i < w->known.n; i++) {
		const struct known *feed = &w->known.v[i];

		if (is_gone(feed))
			line_feed_add(elements, LINE_UNSUBSCRIBE, feed->uid, feed->url, str_lit("line"), feed->line);
	}
	if (gone.n) {
		w->gone_seq = ++r->seq;
		line_begin(&w->lines, w->gone_seq, replaced && replaced->id == waits ? "state" : "change");
		(void)buf_printf(&w->lines, ",\"feeds\":[%s]", buf_cstr(&gone));
		add_places(w);
		(void)buf_putc(&w->lines, '}');
	}
	buf_free(&gone);
	return 0;
}

/* Lines for what is new, moved, back and gone. */
static int
make_lines(struct work *w, struct writing *r, struct err *err)
{
	if (add_gone(w, r, err) < 0)
		return -1;
	for (size_t i = 0; i < w->subs->n; i++) {
		struct known *known = w->of[i];
		struct str url = w->subs->feeds[i].url, uid;

		if (known && !str_eq(known->url, url))
			add_line(w, r, "move", known->uid, url, "from", known->url);
		if (known && known->status != FEEDS_HIDDEN)
			continue;
		if (known)
			uid = known->uid;
		else if (make_uid(w, &uid, err) < 0)
			return -1;
		if (w->elements)
			line_feed_add(w->elements, LINE_SUBSCRIBE, uid, url, str_lit("line"), w->rest[i]);
		else
			add_line(w, r, line_feed_name(LINE_SUBSCRIBE), uid, url, "line", w->rest[i]);
	}
	return 0;
}

/* Place, name and tags are the file's alone: they need no line of the journal. */
static int
set_line(struct work *w, size_t i, struct err *err)
{
	const struct subs_feed *feed = &w->subs->feeds[i];
	sqlite3_stmt *st = stmt_get(w->s, STMT_FEED_BY_URL, err);
	int64_t id;

	if (!st)
		return -1;
	stmt_bind_str(st, 1, feed->url);
	if (stmt_int(w->s, st, 0, &id, err) < 0)
		return -1;
	st = stmt_get(w->s, STMT_FEED_SET_LINE, err);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_int(st, 2, (int64_t)i + 1);
	stmt_bind_str(st, 3, w->rest[i]);
	stmt_bind_str(st, 4, feed->name);
	stmt_bind_int(st, 5, w->of[i] && subs_line_asks_same(w->of[i]->line, w->rest[i]));
	return stmt_run(w->s, st, err) < 0 ? -1 : subs_tags_set(w->s, id, feed, err);
}

static int
note_replaced(struct work *w, struct err *err)
{
	size_t at;
	const struct known *gone = find_replaced(w, &at);

	return gone ? replaced_note(w->s, gone->id, w->gone_seq, w->subs->feeds[at].url, err) : 0;
}

static int
write_changes(struct work *w, struct writing *r, struct err *err)
{
	int64_t place;

	if (make_lines(w, r, err) < 0)
		return -1;
	if (w->lines.n && (writing_write(r, buf_str(&w->lines), &place, err) < 0 ||
	    writing_apply(r, buf_str(&w->lines), place, err) < 0))
		return -1;
	if (w->elements && apply_feed_text(w->s, buf_str(w->elements), err) < 0)
		return -1;
	for (size_t i = 0; i < w->subs->n; i++)
		if ((!w->of[i] || w->of[i]->place != (int64_t)i + 1 || !str_eq(w->of[i]->line, w->rest[i]) ||
		    w->of[i]->status == FEEDS_HIDDEN) && set_line(w, i, err) < 0)
			return -1;
	if (note_replaced(w, err) < 0)
		return -1;
	return subs_seen_set(w->s, w->subs->text, err);
}

static int
compare(struct work *w, bool *is_same, struct err *err)
{
	w->rest = arena_new(&w->a, struct str, w->subs->n);
	w->of = arena_new(&w->a, struct known *, w->subs->n);
	if (read_known(w, err) < 0 || subs_seen_get(w->s, &w->a, &w->seen, err) < 0)
		return -1;
	return match(w, is_same, err);
}

static void
clear(struct work *w)
{
	vec_free(&w->known);
	map_free(&w->by_url);
	buf_free(&w->lines);
	arena_free(&w->a);
}

int
reconcile_within(struct writing *r, const struct subs *subs, struct buf *elements, struct err *err)
{
	struct work w = { .s = r->s, .subs = subs, .elements = elements };
	bool is_same;
	int rc = compare(&w, &is_same, err);

	if (!rc && !is_same)
		rc = write_changes(&w, r, err);
	clear(&w);
	return rc;
}

/* Under the lock the file is read again: another process may have changed both it and the cache meanwhile. */
static int
run_locked(struct writing *r, struct err *err)
{
	struct arena a = { 0 };
	struct subs subs;
	int rc = feeds_lost_read(r->s, &a, &subs, err);

	if (!rc && !subs.is_lost)
		rc = reconcile_within(r, &subs, NULL, err);
	arena_free(&a);
	return rc;
}

int
reconcile_look(struct store *s, const struct subs *subs, bool *is_same, struct err *err)
{
	struct work w = { .s = s, .subs = subs };
	int rc = compare(&w, is_same, err);

	clear(&w);
	return rc;
}

static int
run(struct store *s, const struct subs *subs, struct err *err)
{
	struct writing r;
	bool is_same;
	int rc = reconcile_look(s, subs, &is_same, err);

	if (rc < 0 || is_same || s->mode == STORE_READ)
		return rc;
	if (writing_begin(&r, s, err) < 0)
		return -1;
	return writing_end(&r, run_locked(&r, err), err);
}

int
reconcile_run(struct store *s, const struct subs *subs, enum reconcile_wait wait, struct err *err)
{
	int rc;

	s->wait.is_hasty = wait == RECONCILE_AT_ONCE;
	rc = run(s, subs, err);
	s->wait.is_hasty = false;
	return rc;
}
