#include "store/restore_action.h"

#include "base/vec.h"
#include "store/apply.h"
#include "store/compose.h"
#include "store/db.h"
#include "store/line_part.h"
#include "store/store_impl.h"

enum { ACTION_POSTS = 5000 /* of one line */ };

#define ROWS "SELECT f.uid, p.guid, p.title, p.link, coalesce(p.announced, p.published) FROM post p" \
	" CROSS JOIN feed f ON f.id = p.feed_id"

/* A post p that is not as it was, b (all NULL for one that was nothing). */
static const struct {
	enum line_part what;
	const char *condition;
} marks[] = {
	{ LINE_READ, "p.is_read = 1 AND coalesce(b.is_read, 0) = 0" },
	{ LINE_UNREAD, "p.is_read = 0 AND b.is_read = 1" },
	{ LINE_STAR, "p.is_starred = 1 AND coalesce(b.is_starred, 0) = 0" },
	{ LINE_UNSTAR, "p.is_starred = 0 AND b.is_starred = 1" },
	{ LINE_HIDE, "p.is_hidden = 1 AND coalesce(b.is_hidden, 0) = 0" },
	{ LINE_UNHIDE, "p.is_hidden = 0 AND b.is_hidden = 1" },
};

/* What stands in the first table, and not in the other. */
static const struct {
	enum line_part what;
	const char *in, *not_in;
} tags[] = {
	{ LINE_TAG, "post_tag", "temp.tag_before" },
	{ LINE_UNTAG, "temp.tag_before", "post_tag" },
};

struct recording {
	struct writing *w;
	struct buf feeds, parts;
	int64_t first; /* line of the action, 0 before it */
};

int
restore_action_begin(struct store *s, struct err *err)
{
	static const char tables[] =
		"DROP TABLE IF EXISTS temp.post_before;"
		"DROP TABLE IF EXISTS temp.tag_before;"
		"CREATE TABLE temp.post_before(id INTEGER PRIMARY KEY, is_read, is_starred, is_hidden);"
		"CREATE TABLE temp.tag_before(tag_id, post_id, PRIMARY KEY(tag_id, post_id)) WITHOUT ROWID;"
		"INSERT INTO temp.post_before SELECT id, is_read, is_starred, is_hidden FROM post"
		" WHERE is_read OR is_starred OR is_hidden;"
		"INSERT INTO temp.tag_before SELECT tag_id, post_id FROM post_tag";

	return db_exec(s->db, tables, err);
}

/* The feeds come in the first line: whoever undoes the action looks for them there. */
static int
write_line(struct recording *r, struct err *err)
{
	struct buf line = { 0 };
	int64_t place;
	int rc;

	if (!r->feeds.n && !r->parts.n)
		return 0;
	line_begin(&line, ++r->w->seq, "change");
	if (r->first)
		line_number(&line, "with", r->first);
	else
		r->first = r->w->seq;
	if (r->feeds.n)
		(void)buf_printf(&line, ",\"feeds\":[%s]", buf_cstr(&r->feeds));
	if (r->parts.n)
		(void)buf_printf(&line, ",\"parts\":[%s]", buf_cstr(&r->parts));
	(void)buf_putc(&line, '}');
	rc = writing_write(r->w, buf_str(&line), &place, err);
	buf_free(&line);
	buf_clear(&r->feeds);
	buf_clear(&r->parts);
	return rc < 0 ? -1 : apply_action(r->w->s, r->w->seq, place, r->first, err);
}

/* The rows of a statement (uid, guid, title, link, date) as lines. */
static int
write_rows(struct recording *r, struct compose *sql, enum line_part what, struct str tag, struct err *err)
{
	sqlite3_stmt *st = compose_prepare(sql, r->w->s, err);
	struct line_part_writer part;
	int got = -1, rc = 0;

	line_part_begin(&part, &r->parts, what, tag);
	while (st && !rc && (got = stmt_step(r->w->s, st, err)) > 0) {
		line_part_add(&part, stmt_peek(st, 0), stmt_peek(st, 1), stmt_peek(st, 2), stmt_peek(st, 3), stmt_time(st, 4));
		if (part.n < ACTION_POSTS)
			continue;
		(void)line_part_end(&part);
		rc = write_line(r, err);
		line_part_begin(&part, &r->parts, what, tag);
	}
	(void)line_part_end(&part);
	(void)sqlite3_finalize(st);
	return rc < 0 || got < 0 ? -1 : write_line(r, err);
}

static int
write_mark(struct recording *r, size_t i, struct err *err)
{
	struct compose sql = { 0 };
	int rc;

	compose_add(&sql, ROWS " LEFT JOIN temp.post_before b ON b.id = p.id WHERE ");
	compose_add(&sql, marks[i].condition);
	compose_add(&sql, " ORDER BY p.feed_id, p.id");
	rc = write_rows(r, &sql, marks[i].what, STR_NONE, err);
	compose_free(&sql);
	return rc;
}

static int
write_tag(struct recording *r, size_t i, int64_t id, struct str name, struct err *err)
{
	struct compose sql = { 0 };
	int rc;

	compose_add(&sql, ROWS " WHERE p.id IN (SELECT post_id FROM ");
	compose_add(&sql, tags[i].in);
	compose_int(&sql, " WHERE tag_id = ", id);
	compose_add(&sql, " EXCEPT SELECT post_id FROM ");
	compose_add(&sql, tags[i].not_in);
	compose_int(&sql, " WHERE tag_id = ", id);
	compose_add(&sql, ") ORDER BY p.feed_id, p.id");
	rc = write_rows(r, &sql, tags[i].what, name, err);
	compose_free(&sql);
	return rc;
}

/* Each tag whose posts are others than before, with them. */
static int
write_tags(struct recording *r, size_t i, struct err *err)
{
	struct arena a = { 0 };
	struct compose sql = { 0 };
	vec(int64_t) ids = { 0 };
	vec(struct str) names = { 0 };
	sqlite3_stmt *st;
	int got = -1;

	compose_add(&sql, "SELECT t.id, t.name FROM tag t WHERE t.id IN (SELECT tag_id FROM (SELECT tag_id, post_id FROM ");
	compose_add(&sql, tags[i].in);
	compose_add(&sql, " EXCEPT SELECT tag_id, post_id FROM ");
	compose_add(&sql, tags[i].not_in);
	compose_add(&sql, "))");
	st = compose_prepare(&sql, r->w->s, err);
	while (st && (got = stmt_step(r->w->s, st, err)) > 0) {
		*vec_add(&ids) = stmt_num(st, 0);
		*vec_add(&names) = stmt_str(st, 1, &a);
	}
	(void)sqlite3_finalize(st);
	for (size_t k = 0; k < ids.n && !got; k++)
		got = write_tag(r, i, ids.v[k], names.v[k], err);
	vec_free(&ids);
	vec_free(&names);
	compose_free(&sql);
	arena_free(&a);
	return got;
}

int
restore_action_record(struct writing *w, struct str feeds, struct err *err)
{
	struct recording r = { .w = w };
	int rc = 0;

	(void)buf_add(&r.feeds, feeds);
	if (feeds.n)
		rc = write_line(&r, err);
	for (size_t i = 0; i < sizeof marks / sizeof *marks && !rc; i++)
		rc = write_mark(&r, i, err);
	for (size_t i = 0; i < sizeof tags / sizeof *tags && !rc; i++)
		rc = write_tags(&r, i, err);
	buf_free(&r.feeds);
	buf_free(&r.parts);
	return rc;
}
