#include "store/apply_post.h"

#include "base/clock.h"
#include "store/fresh.h"
#include "store/identity.h"
#include "store/store_impl.h"

struct entry {
	struct str guid, title, link;
	int64_t published;
	struct buf link_key;
};

static struct str
text_of(const json_t *value)
{
	return str_new(json_string_value(value), json_string_length(value));
}

static struct entry
read_entry(const json_t *json)
{
	struct entry e = { .published = CLOCK_NONE };

	if (json_is_string(json)) {
		e.guid = text_of(json);
		return e;
	}
	e.guid = text_of(json_array_get(json, 0));
	e.title = text_of(json_array_get(json, 1));
	e.link = text_of(json_array_get(json, 2));
	if (json_is_integer(json_array_get(json, 3)))
		e.published = json_integer_value(json_array_get(json, 3));
	identity_link(&e.link_key, e.link);
	return e;
}

/* Binds from ?at on: link, its key, title, its key, published. */
static void
bind_entry(sqlite3_stmt *st, int at, const struct entry *e)
{
	int64_t title_key;

	stmt_bind_str(st, at, e->link);
	if (e->link_key.n)
		stmt_bind_str(st, at + 1, buf_str(&e->link_key));
	stmt_bind_str(st, at + 2, e->title);
	if (identity_title(e->guid, e->title, e->published, &title_key))
		stmt_bind_int(st, at + 3, title_key);
	stmt_bind_time(st, at + 4, e->published);
}

/* A date in the future would keep the stub on top of every list. */
static int64_t
sort_of(const struct entry *e, int64_t time)
{
	return e->published == CLOCK_NONE || e->published > time ? time : e->published;
}

/* It counts in its feed, and as unread where that is subscribed. */
static int
count_stub(struct store *s, int64_t feed, int64_t id, bool is_shown, struct err *err)
{
	sqlite3_stmt *st;

	if (fresh_post(s, id, err) < 0 || fresh_count(s, feed, is_shown, err) < 0)
		return -1;
	st = stmt_get(s, STMT_STUB_LEFT, err);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	return stmt_run(s, st, err);
}

static int
add_stub(struct store *s, int64_t feed, const struct entry *e, int64_t time, int64_t *id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_STUB_ADD, err);
	struct buf key = { 0 };
	int rc;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	stmt_bind_str(st, 2, e->guid);
	bind_entry(st, 3, e);
	/* An identity that is a link finds its post in any form. */
	identity_link(&key, e->link_key.n ? STR_NONE : e->guid);
	if (key.n)
		stmt_bind_str(st, 4, buf_str(&key));
	stmt_bind_int(st, 8, time);
	stmt_bind_int(st, 9, sort_of(e, time));
	stmt_bind_int(st, 10, e->title.n || e->link.n ? STORE_NAMED : STORE_NAMELESS);
	rc = stmt_run(s, st, err);
	buf_free(&key);
	if (rc < 0)
		return -1;
	*id = sqlite3_last_insert_rowid(s->db);
	return count_stub(s, feed, *id, e->title.n || e->link.n, err);
}

static int
name_stub(struct store *s, int64_t id, const struct entry *e, int64_t time, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_STUB_NAME, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	bind_entry(st, 2, e);
	stmt_bind_int(st, 7, sort_of(e, time));
	return stmt_run(s, st, err);
}

/* Runs a statement of (feed, key, title) -> (id, stub). */
static int
look_up(struct store *s, enum stmt which, int64_t feed, struct str key, struct str title, int64_t *id, int64_t *stub,
    struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	stmt_bind_str(st, 2, key);
	if (which == STMT_POST_BY_LINK_TITLE)
		stmt_bind_str(st, 3, title);
	got = stmt_step(s, st, err);
	if (got < 0)
		return -1;
	*id = got ? stmt_num(st, 0) : 0;
	*stub = got ? stmt_num(st, 1) : 0;
	stmt_done(st);
	return 0;
}

/* The identity of a post without an id is its link in canonical form; what an older sosik wrote down may be another form of it. */
static int
look_up_link(struct store *s, int64_t feed, struct str guid, int64_t *id, int64_t *stub, struct err *err)
{
	struct buf key = { 0 };
	int rc = 0;

	identity_link(&key, guid);
	if (key.n && !str_eq(buf_str(&key), guid))
		rc = look_up(s, STMT_POST_BY_GUID, feed, buf_str(&key), STR_NONE, id, stub, err);
	buf_free(&key);
	return rc;
}

static int
find_or_make(struct store *s, int64_t feed, const struct entry *e, int64_t time, bool is_made, int64_t *id,
    struct err *err)
{
	int64_t stub;

	if (look_up(s, STMT_POST_BY_GUID, feed, e->guid, STR_NONE, id, &stub, err) < 0)
		return -1;
	if (!*id && look_up_link(s, feed, e->guid, id, &stub, err) < 0)
		return -1;
	if (!*id && e->link_key.n &&
	    look_up(s, STMT_POST_BY_LINK_TITLE, feed, buf_str(&e->link_key), e->title, id, &stub, err) < 0)
		return -1;
	if (*id && stub >= STORE_NAMELESS && stub < STORE_ADOPTED && (e->title.n || e->link.n))
		return name_stub(s, *id, e, time, err);
	if (*id && stub == STORE_PURGED) {
		*id = 0;
		return 0;
	}
	return *id || !is_made ? 0 : add_stub(s, feed, e, time, id, err);
}

int
apply_post_find(struct store *s, int64_t feed, const json_t *entry, int64_t time, bool is_made, int64_t *id,
    struct err *err)
{
	struct entry e = read_entry(entry);
	int rc = 0;

	*id = 0;
	if (e.guid.n && feed)
		rc = find_or_make(s, feed, &e, time, is_made, id, err);
	buf_free(&e.link_key);
	return rc;
}

int
apply_post_choose(struct store *s, int64_t feed, const json_t *entry, int64_t time, bool is_made, struct err *err)
{
	sqlite3_stmt *st;
	int64_t id;

	if (apply_post_find(s, feed, entry, time, is_made, &id, err) < 0)
		return -1;
	if (!id)
		return 0;
	st = stmt_get(s, STMT_ACT_ADD, err);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	return stmt_run(s, st, err);
}
