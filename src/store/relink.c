#include "store/relink.h"

#include "base/vec.h"
#include "store/identity.h"
#include "store/store_impl.h"
#include "store/story_head.h"

/* A post whose link has another form by now. */
struct stale {
	int64_t id;
	struct str link_key, guid;
};

struct relink {
	struct store *s;
	struct arena a;
	vec(struct stale) stale;
};

/* The identity with the new form of the link where it had the old one: see identity_post() and identity_second(). */
static struct str
new_guid(struct arena *a, struct str guid, struct str was, struct str is)
{
	struct str head, tail;

	if (!str_cut(guid, '\n', &head, &tail))
		return str_eq(guid, was) ? is : arena_dup(a, guid);
	if (str_eq(head, was))
		head = is;
	if (str_eq(tail, was))
		tail = is;
	return arena_printf(a, "%.*s\n%.*s", STR(head), STR(tail));
}

/* The row of STMT_RELINK_…; a stub without a link is found by the link that it has for an identity. */
static void
look(struct relink *r, sqlite3_stmt *st)
{
	struct str link = stmt_peek(st, 1), was = stmt_peek(st, 2), guid = stmt_peek(st, 3);
	struct buf key = { 0 };

	identity_link(&key, link.n ? link : was.n ? guid : STR_NONE);
	if (!str_eq(buf_str(&key), was)) {
		struct str is = arena_dup(&r->a, buf_str(&key));

		*vec_add(&r->stale) = (struct stale){ stmt_num(st, 0), is, was.n && is.n ? new_guid(&r->a, guid, was, is) : STR_NONE };
	}
	buf_free(&key);
}

static int
set(struct store *s, enum stmt which, int64_t id, struct str value, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_str(st, 2, value);
	return stmt_run(s, st, err);
}

/* Two posts that have one identity in the new form keep what they had: the second is found by its link. */
static int
write(struct relink *r, struct err *err)
{
	for (size_t i = 0; i < r->stale.n; i++) {
		const struct stale *p = &r->stale.v[i];

		if (set(r->s, STMT_RELINK_KEY, p->id, p->link_key, err) < 0)
			return -1;
		if (p->guid.n && set(r->s, STMT_RELINK_GUID, p->id, p->guid, err) < 0)
			return -1;
	}
	return 0;
}

/* The posts that a statement of a number gives. */
static int
relink(struct store *s, enum stmt which, int64_t number, struct err *err)
{
	struct relink r = { .s = s };
	sqlite3_stmt *st = stmt_get(s, which, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, number);
	while ((got = stmt_step(s, st, err)) > 0)
		look(&r, st);
	if (r.stale.n)
		story_head_forget(s);
	if (!got)
		got = write(&r, err);
	vec_free(&r.stale);
	arena_free(&r.a);
	return got;
}

int
relink_post(struct store *s, int64_t id, struct err *err)
{
	return relink(s, STMT_RELINK_POST, id, err);
}

int
relink_feed(struct store *s, int64_t feed, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_FORM, err);
	int64_t form;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	if (stmt_int(s, st, IDENTITY_FORM, &form, err) < 0)
		return -1;
	if (form == IDENTITY_FORM)
		return 0;
	if (relink(s, STMT_RELINK_FEED, feed, err) < 0)
		return -1;
	st = stmt_get(s, STMT_FEED_SET_FORM, err);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	stmt_bind_int(st, 2, IDENTITY_FORM);
	return stmt_run(s, st, err);
}
