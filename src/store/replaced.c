#include "store/replaced.h"

#include "base/tr.h"
#include "store/adopt.h"
#include "store/apply.h"
#include "store/feeds.h"
#include "store/identity.h"
#include "store/line.h"
#include "store/store_impl.h"
#include "store/writing.h"
#include "text/josa.h"
#include "text/url.h"

#define FROM "replaced_from"
#define TO "replaced_to"
#define SEQ "replaced_seq"

struct side {
	int64_t id;
	struct str uid, url;
	bool is_ended;
};

struct replaced {
	struct arena a;
	struct side from, to;
};

/* What has come; NULL: what is stored. */
struct came {
	const struct merge_post *posts;
	size_t n;
};

static int
set(struct store *s, int64_t from, int64_t to, struct err *err)
{
	return apply_set(s, FROM, from, err) < 0 ? -1 : apply_set(s, TO, to, err);
}

int
replaced_note(struct store *s, int64_t from, int64_t seq, struct str to, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_BY_URL, err);
	int64_t id, first, waits;

	if (!st)
		return -1;
	stmt_bind_str(st, 1, to);
	if (stmt_int(s, st, 0, &id, err) < 0 || apply_get(s, FROM, &first, err) < 0 || replaced_to(s, &waits, err) < 0)
		return -1;
	if (waits != from && apply_set(s, SEQ, seq, err) < 0)
		return -1;
	return set(s, waits == from ? first : from, id, err);
}

static int
read_side(struct store *s, struct arena *a, const char *key, struct side *ret, struct err *err)
{
	sqlite3_stmt *st;
	int got;

	if (apply_get(s, key, &ret->id, err) < 0)
		return -1;
	st = ret->id ? stmt_get(s, STMT_REPLACED_SIDE, err) : NULL;
	if (!st)
		return ret->id ? -1 : 0;
	stmt_bind_int(st, 1, ret->id);
	got = stmt_step(s, st, err);
	if (got > 0) {
		ret->uid = stmt_str(st, 0, a);
		ret->url = stmt_str(st, 1, a);
		ret->is_ended = stmt_num(st, 2) == FEEDS_HIDDEN;
	} else
		ret->id = 0;
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

static int
had(struct store *s, int64_t feed, const struct merge_post *given, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_REPLACED_HAD, err);
	struct buf guid = { 0 }, link_key = { 0 };
	int rc;

	if (!st)
		return -1;
	identity_post(&guid, given->post, given->excerpt);
	identity_link(&link_key, given->post->link);
	stmt_bind_int(st, 1, feed);
	stmt_bind_str(st, 2, buf_str(&guid));
	if (link_key.n)
		stmt_bind_str(st, 3, buf_str(&link_key));
	stmt_bind_str(st, 4, given->post->title);
	rc = stmt_int(s, st, 0, ret, err);
	buf_free(&guid);
	buf_free(&link_key);
	return rc;
}

/* Known ones are of the feed itself. */
static int
count_came(struct store *s, const struct replaced *r, const struct came *came, int64_t *n, int64_t *same, struct err *err)
{
	int64_t is_one;

	for (size_t i = 0; i < came->n; i++) {
		if (came->posts[i].known)
			continue;
		if (had(s, r->from.id, &came->posts[i], &is_one, err) < 0)
			return -1;
		*same += is_one;
		(*n)++;
	}
	return 0;
}

static int
count_stored(struct store *s, const struct replaced *r, int64_t *n, int64_t *same, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_REPLACED_ALIKE, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, r->to.id);
	stmt_bind_int(st, 2, r->from.id);
	got = stmt_step(s, st, err);
	if (got > 0) {
		*n = stmt_num(st, 0);
		*same = stmt_num(st, 1);
	}
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

/* At least half of what it brings was there before. *n: so many posts it has. */
static int
compare(struct store *s, const struct replaced *r, const struct came *came, int64_t *n, bool *is_same, struct err *err)
{
	int64_t same = 0;
	int rc;

	*n = 0;
	rc = came ? count_came(s, r, came, n, &same, err) : count_stored(s, r, n, &same, err);
	*is_same = same && 2 * same >= *n;
	return rc;
}

static int
set_ok(struct store *s, const struct replaced *r, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_REPLACED_OK, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, r->to.id);
	stmt_bind_int(st, 2, r->from.id);
	return stmt_run(s, st, err);
}

static int
write(struct writing *w, const struct replaced *r, struct err *err)
{
	struct buf elements = { 0 }, parts = { 0 }, line = { 0 };
	struct adopt adopt = { .feed = r->to.id, .uid = r->to.uid, .url = r->from.url, .at = r->to.url, .ended = r->from.id };
	int64_t place;
	int rc = apply_get(w->s, SEQ, &adopt.seq, err);

	if (!rc)
		rc = adopt_make(w->s, &adopt, &elements, &parts, err);
	line_begin(&line, ++w->seq, "change");
	(void)buf_printf(&line, ",\"feeds\":[%s]", buf_cstr(&elements));
	if (parts.n)
		(void)buf_printf(&line, ",\"parts\":[%s]", buf_cstr(&parts));
	(void)buf_putc(&line, '}');
	if (!rc)
		rc = writing_write(w, buf_str(&line), &place, err);
	if (!rc)
		rc = writing_apply(w, buf_str(&line), place, err);
	if (!rc)
		rc = set_ok(w->s, r, err);
	if (!rc)
		rc = set(w->s, 0, 0, err);
	buf_free(&elements);
	buf_free(&parts);
	buf_free(&line);
	return rc;
}

static void
tell(struct buf *told, const struct replaced *r)
{
	struct buf from = { 0 }, to = { 0 }, text = { 0 };

	url_mask(&from, r->from.url);
	url_mask(&to, r->to.url);
	(void)buf_printf(&text, tr("%s is %s at another address: its posts and what you did to them came along; ‘sosik undo’ gives it the old one back"),
		buf_cstr(&to), buf_cstr(&from));
	josa_apply(told, buf_str(&text));
	buf_free(&from);
	buf_free(&to);
	buf_free(&text);
}

static int
forget(struct store *s, struct err *err)
{
	if (store_begin(s, err) < 0)
		return -1;
	if (set(s, 0, 0, err) < 0) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, err);
}

static int
adopt(struct store *s, const struct replaced *r, struct err *err)
{
	struct writing w;

	if (writing_begin(&w, s, err) < 0)
		return -1;
	return writing_end(&w, write(&w, r, err), err);
}

static int
settle(struct store *s, struct replaced *r, const struct came *came, struct buf *told, struct err *err)
{
	bool is_same;
	int64_t n;

	if (read_side(s, &r->a, TO, &r->to, err) < 0 || read_side(s, &r->a, FROM, &r->from, err) < 0)
		return -1;
	if (!r->to.id && !r->from.id)
		return 0;
	if (!r->to.id || r->to.is_ended || !r->from.id || !r->from.is_ended || !r->from.url.n)
		return forget(s, err);
	if (compare(s, r, came, &n, &is_same, err) < 0)
		return -1;
	if (!n)
		return 0; /* it has not come yet */
	if (!is_same)
		return came ? 0 : forget(s, err);
	if (adopt(s, r, err) < 0)
		return -1;
	tell(told, r);
	return 0;
}

int
replaced_to(struct store *s, int64_t *feed, struct err *err)
{
	return apply_get(s, TO, feed, err);
}

int
replaced_meet(struct store *s, const struct merge_post *posts, size_t n, struct buf *told, struct err *err)
{
	struct came came = { posts, n };
	struct replaced r = { 0 };
	int rc = settle(s, &r, &came, told, err);

	arena_free(&r.a);
	return rc;
}

int
replaced_settle(struct store *s, struct buf *told, struct err *err)
{
	struct replaced r = { 0 };
	int rc = settle(s, &r, NULL, told, err);

	arena_free(&r.a);
	return rc;
}
