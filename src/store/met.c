#include "store/met.h"

#include "base/vec.h"
#include "store/line_part.h"
#include "store/store_impl.h"
#include "store/subs.h"
#include "store/writing.h"

enum { SLICE = 100 }; /* feeds of one line */

/* ---- the first fetch */

/* Whether it may be; *unread by the feed's line. */
static int
is_new(struct store *s, int64_t feed, int64_t *unread, bool *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_MET_FIRST, err);
	int64_t own;
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	got = stmt_step(s, st, err);
	*ret = got > 0;
	if (got <= 0)
		return got;
	own = subs_unread(stmt_peek(st, 0));
	if (own >= 0)
		*unread = own;
	stmt_done(st);
	return 0;
}

/* Whether a post of the feed has a mark: all of them are looked at. */
static int
is_touched(struct store *s, int64_t feed, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_MET_TOUCHED, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	return stmt_int(s, st, 0, ret, err);
}

int
met_first(struct store *s, int64_t feed, int64_t unread, struct err *err)
{
	sqlite3_stmt *st;
	bool is_it;
	int64_t has_marks;

	if (is_new(s, feed, &unread, &is_it, err) < 0)
		return -1;
	if (!is_it || unread == MET_ALL)
		return 0;
	if (is_touched(s, feed, &has_marks, err) < 0)
		return -1;
	if (has_marks)
		return 0;
	st = stmt_get(s, STMT_MET_READ, err);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	stmt_bind_int(st, 2, unread - MET_NONE);
	return stmt_run(s, st, err);
}

/* ---- the journal */

struct slice {
	struct store *s;
	vec(int64_t) feeds;
	struct buf met, parts; /* their ids; what is read of them */
};

/* The next feeds, with their ids as the members of a list. */
static int
read_feeds(struct slice *slice, struct err *err)
{
	sqlite3_stmt *st = stmt_get(slice->s, STMT_MET_NEW, err);
	int got = -1;

	if (st)
		stmt_bind_int(st, 1, SLICE);
	while (st && (got = stmt_step(slice->s, st, err)) > 0) {
		(void)buf_puts(&slice->met, slice->feeds.n ? "," : "");
		line_text(&slice->met, stmt_peek(st, 1));
		*vec_add(&slice->feeds) = stmt_num(st, 0);
	}
	return got;
}

static int
add_read(struct slice *slice, struct line_part_writer *part, int64_t feed, struct err *err)
{
	sqlite3_stmt *st = stmt_get(slice->s, STMT_MET_POSTS, err);
	int got = -1;

	if (st)
		stmt_bind_int(st, 1, feed);
	while (st && (got = stmt_step(slice->s, st, err)) > 0)
		line_part_add(part, stmt_peek(st, 0), stmt_peek(st, 1), STR_NONE, STR_NONE, 0);
	return got;
}

static int
set_met(struct slice *slice, struct err *err)
{
	for (size_t i = 0; i < slice->feeds.n; i++) {
		sqlite3_stmt *st = stmt_get(slice->s, STMT_MET_SET, err);

		if (!st)
			return -1;
		stmt_bind_int(st, 1, slice->feeds.v[i]);
		if (stmt_run(slice->s, st, err) < 0)
			return -1;
	}
	return 0;
}

/* State, not an action of the user's: undo passes it over. */
static int
write_line(struct slice *slice, struct writing *w, struct err *err)
{
	struct line_part_writer part;
	struct buf line = { 0 };
	int64_t place;
	int rc = 0;

	line_part_begin(&part, &slice->parts, LINE_READ, STR_NONE);
	for (size_t i = 0; i < slice->feeds.n && !rc; i++)
		rc = add_read(slice, &part, slice->feeds.v[i], err);
	(void)line_part_end(&part);
	line_begin(&line, ++w->seq, "state");
	(void)buf_printf(&line, ",\"met\":[%s],\"parts\":[%s]}", buf_cstr(&slice->met), buf_cstr(&slice->parts));
	if (!rc)
		rc = writing_write(w, buf_str(&line), &place, err);
	buf_free(&line);
	return rc < 0 ? -1 : set_met(slice, err);
}

static int
record_slice(struct slice *slice, struct err *err)
{
	struct writing w;
	int rc;

	if (writing_begin(&w, slice->s, err) < 0)
		return -1;
	rc = read_feeds(slice, err);
	if (!rc && slice->feeds.n)
		rc = write_line(slice, &w, err);
	return writing_end(&w, rc, err);
}

int
met_record(struct store *s, struct err *err)
{
	int rc;

	for (;;) {
		sqlite3_stmt *st = stmt_get(s, STMT_MET_ANY, err);
		struct slice slice = { .s = s };
		int64_t any;

		if (!st || stmt_int(s, st, 0, &any, err) < 0)
			return -1;
		if (!any)
			return 0;
		rc = record_slice(&slice, err);
		vec_free(&slice.feeds);
		buf_free(&slice.met);
		buf_free(&slice.parts);
		if (rc < 0)
			return -1;
	}
}
