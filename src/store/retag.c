#include "store/retag.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "store/apply.h"
#include "store/apply_tag.h"
#include "store/bulk.h"
#include "store/change.h"
#include "store/line_tag.h"
#include "store/retag_feeds.h"
#include "store/store_impl.h"

struct retag {
	struct store *s;
	struct retag_plan plan;
	int64_t first; /* the number of the action's first line, 0 before it is written */
	int64_t total, moved;
	struct retag_done done;
	bool has_begun, is_counted;
};

/* A slice in the making. */
struct slice {
	struct retag *r;
	struct writing w;
	struct buf parts;
	int64_t ids[BULK_POSTS];
	int64_t n; /* posts so far */
};

/* ---- what there is to do */

static bool
is_post_by_post(const struct retag *r, const struct retag_tag *tag)
{
	return !r->plan.to.n || tag->joins;
}

static int
run(struct retag *r, enum stmt which, int64_t tag, struct err *err)
{
	sqlite3_stmt *st = stmt_get(r->s, which, err);

	if (!st)
		return -1;
	if (tag)
		stmt_bind_int(st, 1, tag);
	return stmt_run(r->s, st, err);
}

/* How many posts have the tags, by temp.act, and how many times one does that is to be changed. */
static int
count(struct retag *r, struct err *err)
{
	sqlite3_stmt *st;
	int64_t n;

	if (run(r, STMT_ACT_CLEAR, 0, err) < 0)
		return -1;
	for (size_t i = 0; i < r->plan.tags.n; i++) {
		const struct retag_tag *tag = &r->plan.tags.v[i];

		if (run(r, STMT_ACT_TAGGED, tag->id, err) < 0)
			return -1;
		st = stmt_get(r->s, STMT_TAG_POSTS, err);
		if (!st)
			return -1;
		stmt_bind_int(st, 1, tag->id);
		if (stmt_int(r->s, st, 0, &n, err) < 0)
			return -1;
		r->total += is_post_by_post(r, tag) ? n : 0;
		r->done.joined += tag->joins != 0;
		r->done.tags += !r->plan.to.n || !str_eq(tag->name, tag->to);
	}
	r->is_counted = true;
	st = stmt_get(r->s, STMT_ACT_COUNT, err);
	return st ? stmt_int(r->s, st, 0, &r->done.posts, err) : -1;
}

/* The lines of feeds are changed first, and all at once: the first line of an action says whether it is about them. */
static int
begin(struct retag *r, struct err *err)
{
	struct retag_feeds feeds;

	if (retag_feeds_run(&feeds, &r->plan, r->s, err) < 0)
		return -1;
	r->first = feeds.first;
	r->done = (struct retag_done){ .feeds = feeds.feeds, .tags = feeds.tags, .joined = feeds.joined };
	return 0;
}

/* ---- a slice */

/* Some posts of a tag; those that are done have it no more. */
static int
read_posts(struct slice *c, const struct retag_tag *tag, size_t *n, struct err *err)
{
	sqlite3_stmt *st = stmt_get(c->r->s, STMT_TAG_SOME, err);
	int got = -1;

	*n = 0;
	if (!st)
		return -1;
	stmt_bind_int(st, 1, tag->id);
	stmt_bind_int(st, 2, BULK_POSTS - c->n);
	while ((got = stmt_step(c->r->s, st, err)) > 0)
		c->ids[(*n)++] = stmt_num(st, 0);
	return got;
}

/* The posts of a tag that is joined or taken off, as far as the slice goes. */
static int
move_posts(struct slice *c, struct retag_tag *tag, struct err *err)
{
	const struct state_change change = { .add = &tag->to, .n_add = tag->joins != 0, .remove = &tag->name, .n_remove = 1 };
	int64_t changed;
	size_t n;

	if (read_posts(c, tag, &n, err) < 0)
		return -1;
	c->n += (int64_t)n;
	return n ? change_within(c->r->s, c->ids, n, &change, &c->parts, &changed, err) : 0;
}

/* Where a name has been taken since the last slice, the tag is joined now. */
static int
move_all(struct slice *c, struct err *err)
{
	struct retag *r = c->r;

	for (size_t i = 0; i < r->plan.tags.n && c->n < BULK_POSTS; i++) {
		struct retag_tag *tag = &r->plan.tags.v[i];

		if (r->plan.to.n && retag_plan_look(&r->plan, r->s, tag, err) < 0)
			return -1;
		if (is_post_by_post(r, tag) && move_posts(c, tag, err) < 0)
			return -1;
	}
	return 0;
}

/* The tags that only get another name, all at once, behind those that meet one. */
static int
rename_rest(struct slice *c, struct buf *names, struct err *err)
{
	vec(struct apply_tag_move) moves = { 0 };
	int rc;

	for (size_t i = 0; i < c->r->plan.tags.n; i++) {
		const struct retag_tag *tag = &c->r->plan.tags.v[i];

		if (is_post_by_post(c->r, tag) || str_eq(tag->name, tag->to))
			continue;
		line_tag_add(names, tag->name, tag->to);
		*vec_add(&moves) = (struct apply_tag_move){ tag->name, tag->to };
	}
	rc = apply_tag_moves(c->r->s, moves.v, moves.n, err);
	vec_free(&moves);
	return rc;
}

/* What it did as a line. A join is told by its names, not by what each post was given and taken. */
static int
record(struct slice *c, const struct buf *names, struct err *err)
{
	struct retag *r = c->r;
	struct buf line = { 0 }, as = { 0 };
	int64_t place;
	int rc;

	line_tag_add(&as, r->plan.old, r->plan.new);
	line_begin(&line, ++c->w.seq, "change");
	if (r->first)
		line_number(&line, "with", r->first);
	if (r->done.joined || r->done.feeds)
		(void)buf_printf(&line, ",\"as\":[%s]", buf_cstr(&as));
	if (c->parts.n)
		(void)buf_printf(&line, ",\"parts\":[%s]", buf_cstr(&c->parts));
	if (names->n)
		(void)buf_printf(&line, ",\"tags\":[%s]", buf_cstr(names));
	(void)buf_putc(&line, '}');
	rc = writing_write(&c->w, buf_str(&line), &place, err);
	if (!r->first)
		r->first = c->w.seq;
	buf_free(&line);
	buf_free(&as);
	return rc < 0 ? -1 : apply_action(r->s, c->w.seq, place, r->first, err);
}

static int
make(struct slice *c, struct err *err)
{
	struct retag *r = c->r;
	struct buf names = { 0 };
	int rc = 0;

	if (!r->is_counted && count(r, err) < 0)
		return -1;
	if (r->done.tags)
		rc = move_all(c, err);
	if (!rc && r->done.tags && r->plan.to.n && c->n < BULK_POSTS)
		rc = rename_rest(c, &names, err);
	if (!rc && (c->parts.n || names.n))
		rc = record(c, &names, err);
	buf_free(&names);
	return rc;
}

int
retag_step(struct retag *r, struct err *err)
{
	struct slice c = { .r = r };
	int rc;

	if (!r->has_begun && begin(r, err) < 0)
		return -1;
	r->has_begun = true;
	if (writing_begin(&c.w, r->s, err) < 0)
		return -1;
	rc = make(&c, err);
	if (rc < 0)
		writing_cancel(&c.w);
	rc = writing_end(&c.w, rc, err);
	r->moved += c.n;
	buf_free(&c.parts);
	return rc < 0 ? -1 : c.n == BULK_POSTS;
}

struct retag *
retag_new(struct store *s, struct str from, struct str to)
{
	struct retag *r = mem_zalloc(1, sizeof *r);

	r->s = s;
	r->plan.from = arena_dup(&r->plan.a, from);
	r->plan.to = arena_dup(&r->plan.a, to);
	return r;
}

void
retag_tell(const struct retag_done *done, struct buf *out)
{
	if (done->posts || !done->feeds)
		(void)buf_printf(out, tr_n("%lld post", "%lld posts", (unsigned long)done->posts), (long long)done->posts);
	if (done->posts && done->feeds)
		(void)buf_puts(out, ", ");
	if (done->feeds)
		(void)buf_printf(out, tr_n("%lld feed", "%lld feeds", (unsigned long)done->feeds), (long long)done->feeds);
}

const struct retag_done *
retag_done(const struct retag *r)
{
	return &r->done;
}

int64_t
retag_total(const struct retag *r)
{
	return r->total;
}

int64_t
retag_moved(const struct retag *r)
{
	return r->moved;
}

struct str
retag_from(const struct retag *r)
{
	return r->plan.from;
}

struct str
retag_to(const struct retag *r)
{
	return r->plan.to;
}

void
retag_free(struct retag *r)
{
	if (!r)
		return;
	retag_plan_free(&r->plan);
	free(r);
}
