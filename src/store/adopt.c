#include "store/adopt.h"

#include "base/vec.h"
#include "store/change.h"
#include "store/identity.h"
#include "store/line_feed.h"
#include "store/store_impl.h"

/* A post of the unsubscribed feed, and the same one of the other: 0, none. */
struct pair {
	int64_t id, same;
	struct str guid;
	bool is_read, is_starred, is_hidden;
};

/* An unsubscribed feed of the address. */
struct ended {
	int64_t id;
	struct str uid, url, line;
};

struct adopting {
	struct store *s;
	struct arena a;
	vec(struct ended) feeds;
	vec(struct pair) posts; /* of the one at hand */
	vec(int64_t) ids;
	struct buf *parts;
};

static int
read_feeds(struct adopting *j, const struct adopt *adopt, struct err *err)
{
	sqlite3_stmt *st = stmt_get(j->s, STMT_ADOPT_FEEDS, err);
	struct buf key = { 0 };
	int got = -1;

	identity_feed(&key, adopt->url);
	if (st && key.n) {
		stmt_bind_str(st, 1, buf_str(&key));
		stmt_bind_int(st, 2, adopt->feed);
	}
	while (st && key.n && (got = stmt_step(j->s, st, err)) > 0)
		*vec_add(&j->feeds) = (struct ended){ stmt_num(st, 0), stmt_str(st, 1, &j->a), stmt_str(st, 2, &j->a), stmt_str(st, 3, &j->a) };
	if (st && !key.n)
		got = 0;
	buf_free(&key);
	return got;
}

static int
read_posts(struct adopting *j, const struct ended *ended, int64_t feed, struct err *err)
{
	sqlite3_stmt *st = stmt_get(j->s, STMT_ADOPT_POSTS, err);
	int got = -1;

	j->posts.n = 0;
	if (!st)
		return -1;
	stmt_bind_int(st, 1, ended->id);
	stmt_bind_int(st, 2, feed);
	while ((got = stmt_step(j->s, st, err)) > 0)
		*vec_add(&j->posts) = (struct pair){
			.id = stmt_num(st, 0), .guid = stmt_str(st, 1, &j->a), .is_read = stmt_num(st, 2),
			.is_starred = stmt_num(st, 3), .is_hidden = stmt_num(st, 4), .same = stmt_num(st, 5),
		};
	return got;
}

static void
add_element(struct adopting *j, const struct adopt *adopt, const struct ended *ended, struct buf *elements)
{
	struct buf posts = { 0 };

	(void)buf_putc(&posts, '[');
	for (size_t i = 0; i < j->posts.n; i++)
		if (!j->posts.v[i].same) {
			if (posts.n > 1)
				(void)buf_putc(&posts, ',');
			line_text(&posts, j->posts.v[i].guid);
		}
	(void)buf_putc(&posts, ']');
	line_feed_add_adopt(elements, LINE_FEED_ADOPT, &(struct line_feed_adopt){
		.feed = adopt->uid, .from = ended->uid, .url = ended->url, .line = ended->line, .posts = buf_str(&posts),
		.at = ended->id == adopt->ended ? adopt->at : STR_NONE, .seq = adopt->seq });
	buf_free(&posts);
}

/* The change to the posts in j->ids. */
static int
change(struct adopting *j, const struct state_change *what, struct err *err)
{
	int64_t changed;

	return change_within(j->s, j->ids.v, j->ids.n, what, j->parts, &changed, err);
}

static int
copy_marks(struct adopting *j, struct err *err)
{
	static const struct state_change marks[] = { { .read = STATE_ON }, { .star = STATE_ON }, { .hide = STATE_ON } };
	static const struct state_change unstar = { .star = STATE_OFF };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		j->ids.n = 0;
		for (size_t k = 0; k < j->posts.n; k++) {
			const struct pair *post = &j->posts.v[k];
			const bool has[] = { post->is_read, post->is_starred, post->is_hidden };

			if (post->same && has[i])
				*vec_add(&j->ids) = post->same;
		}
		if (change(j, &marks[i], err) < 0)
			return -1;
	}
	j->ids.n = 0;
	for (size_t k = 0; k < j->posts.n; k++)
		if (j->posts.v[k].same && j->posts.v[k].is_starred)
			*vec_add(&j->ids) = j->posts.v[k].id;
	return change(j, &unstar, err);
}

/* What stands unsubscribed is seen by its tags: they go over. */
static int
copy_tags(struct adopting *j, const struct pair *post, struct err *err)
{
	sqlite3_stmt *st = stmt_get(j->s, STMT_POST_TAGS, err);
	vec(struct str) tags = { 0 };
	int got = -1;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, post->id);
	while ((got = stmt_step(j->s, st, err)) > 0)
		*vec_add(&tags) = stmt_str(st, 0, &j->a);
	if (!got && tags.n) {
		j->ids.n = 0;
		*vec_add(&j->ids) = post->same;
		got = change(j, &(struct state_change){ .add = tags.v, .n_add = tags.n }, err);
		j->ids.v[0] = post->id;
		if (!got)
			got = change(j, &(struct state_change){ .remove = tags.v, .n_remove = tags.n }, err);
	}
	vec_free(&tags);
	return got;
}

static int
adopt_one(struct adopting *j, const struct adopt *adopt, const struct ended *ended, struct buf *elements, struct err *err)
{
	if (read_posts(j, ended, adopt->feed, err) < 0 || copy_marks(j, err) < 0)
		return -1;
	for (size_t i = 0; i < j->posts.n; i++)
		if (j->posts.v[i].same && copy_tags(j, &j->posts.v[i], err) < 0)
			return -1;
	add_element(j, adopt, ended, elements);
	return 0;
}

int
adopt_make(struct store *s, const struct adopt *adopt, struct buf *elements, struct buf *parts, struct err *err)
{
	struct adopting j = { .s = s, .parts = parts };
	int rc = read_feeds(&j, adopt, err);

	for (size_t i = 0; i < j.feeds.n && !rc; i++)
		rc = adopt_one(&j, adopt, &j.feeds.v[i], elements, err);
	vec_free(&j.feeds);
	vec_free(&j.posts);
	vec_free(&j.ids);
	arena_free(&j.a);
	return rc;
}
