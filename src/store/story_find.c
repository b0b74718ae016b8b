#include "store/story_find.h"

#include <stdlib.h>

#include "store/identity.h"
#include "store/store_impl.h"
#include "store/story_apart.h"
#include "store/story_head.h"
#include "store/trace.h"
#include "text/url.h"

enum {
	COMPARES = 1000, /* texts compared in vain in one transaction, of 0.1 to 1 ms each */
	FEEDS_MAX = 32,  /* times that feeds with one link are asked for */
};

/* The canonical address with something behind its host: a homepage is no post's address. */
static void
add_address(struct buf *out, struct str canonical)
{
	struct url url;

	if (url_is_web(canonical) && url_split(canonical, &url) && (url.path.n > 1 || url.query.n || url.fragment.n))
		(void)buf_add(out, canonical);
}

static void
set_addresses(struct buf addresses[STORY_ADDRESSES], const struct story_post *post)
{
	struct buf guid = { 0 };

	add_address(&addresses[0], post->link_key);
	if (!str_eq(post->guid, post->link_key))
		identity_link(&guid, post->guid);
	if (!str_eq(buf_str(&guid), post->link_key))
		add_address(&addresses[1], buf_str(&guid));
	if (!str_eq(post->canonical, post->link_key) && !str_eq(post->canonical, buf_str(&guid)))
		add_address(&addresses[2], post->canonical);
	buf_free(&guid);
}

static void
free_addresses(struct buf addresses[STORY_ADDRESSES])
{
	for (size_t i = 0; i < STORY_ADDRESSES; i++)
		buf_free(&addresses[i]);
}

static int64_t
address_key(const struct buf *address)
{
	return (int64_t)identity_hash(0, buf_str(address));
}

int
story_find_load(struct store *s, struct arena *a, int64_t id, struct story_post *ret, int64_t *story, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_STORY_POST, err);
	int got;

	*ret = (struct story_post){ 0 };
	*story = 0;
	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	got = stmt_step(s, st, err);
	if (got < 0)
		return -1;
	if (got) {
		*ret = (struct story_post){
			.id = id, .feed_id = stmt_num(st, 0), .published = stmt_time(st, 1), .guid = stmt_str(st, 2, a),
			.link_key = stmt_str(st, 3, a), .title = stmt_str(st, 4, a), .text = stmt_str(st, 5, a),
		};
		ret->canonical = stmt_str(st, 7, a);
		*story = stmt_num(st, 6);
		stmt_done(st);
	}
	return 0;
}

int
story_find_rows(struct store *s, enum stmt which, int64_t number, struct story_rows *rows, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);
	int got = -1;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, number);
	while ((got = stmt_step(s, st, err)) > 0)
		*vec_add(rows) = (struct story_candidate){ stmt_num(st, 0), stmt_num(st, 1), stmt_num(st, 2) };
	return got;
}

/* Posts with a link, of feeds beyond one: all of each feed, or of the last as many as tell that it has several. *more: there may be other feeds. */
static int
by_link(struct store *s, const struct buf *address, int64_t *feed, struct story_rows *rows, bool *more, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_STORY_BY_LINK, err);
	size_t was = rows->n, n;
	int got = -1;

	if (!st)
		return -1;
	stmt_bind_str(st, 1, buf_str(address));
	stmt_bind_int(st, 2, *feed);
	while ((got = stmt_step(s, st, err)) > 0)
		*vec_add(rows) = (struct story_candidate){ stmt_num(st, 0), stmt_num(st, 1), stmt_num(st, 2) };
	n = rows->n;
	*more = n - was == STORY_LINKS;
	if (*more)
		while (n > was && rows->v[n - 1].feed_id == rows->v[rows->n - 1].feed_id)
			n--;
	if (n > was)
		rows->n = n; /* the last feed is asked for again */
	*feed = rows->n > was ? rows->v[rows->n - 1].feed_id : *feed;
	return got;
}

/* Keys are hashes: whether the post has the address indeed. Its story is looked up. */
static int
has_address(struct store *s, struct story_candidate *of, const struct buf *address, bool *ret, struct err *err)
{
	struct buf theirs[STORY_ADDRESSES] = { 0 };
	struct arena a = { 0 };
	struct story_post post;
	int rc = story_find_load(s, &a, of->id, &post, &of->story, err);

	*ret = false;
	if (!rc && post.id) {
		set_addresses(theirs, &post);
		for (size_t i = 0; i < STORY_ADDRESSES; i++)
			*ret |= str_eq(buf_str(&theirs[i]), buf_str(address));
	}
	free_addresses(theirs);
	arena_free(&a);
	return rc;
}

static size_t
count_feed(const struct story_rows *rows, int64_t feed)
{
	size_t count = 0;

	for (size_t i = 0; i < rows->n; i++)
		count += rows->v[i].feed_id == feed;
	return count;
}

static bool
has_post(const struct story_rows *rows, int64_t id)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->v[i].id == id)
			return true;
	return false;
}

/* All posts with an address, f's own too, each once. */
static int
with_address(struct story_find *f, const struct buf *address, struct story_rows *rows, struct err *err)
{
	struct store *s = f->st->s;
	struct story_rows hints = { 0 };
	int64_t feed = 0;
	bool more = story_head_may_have_link(s, buf_str(address)), has = false;
	int rc = 0;

	for (int i = 0; i < FEEDS_MAX && more && !rc; i++)
		rc = by_link(s, address, &feed, rows, &more, err);
	if (!rc)
		rc = trace_find(s, address_key(address), &hints, err);
	for (size_t i = 0; i < hints.n && !rc; i++) {
		if (hints.v[i].id == f->post->id || has_post(rows, hints.v[i].id))
			continue;
		rc = has_address(s, &hints.v[i], address, &has, err);
		if (!rc && has)
			*vec_add(rows) = hints.v[i];
	}
	vec_free(&hints);
	return rc;
}

static int
by_address(struct story_find *f, const struct buf *address, struct err *err)
{
	struct story_rows found = { 0 };
	int64_t own = f->post->feed_id;
	int rc = address->n ? with_address(f, address, &found, err) : 0;
	bool is_shared = count_feed(&found, own) - has_post(&found, f->post->id) > 0;

	for (size_t i = 0; i < found.n && !rc; i++)
		if (found.v[i].id == f->post->id)
			continue;
		else if (found.v[i].feed_id == own)
			*vec_add(&f->rivals) = found.v[i].id;
		else if (!is_shared && count_feed(&found, found.v[i].feed_id) == 1)
			*vec_add(&f->same) = found.v[i];
	vec_free(&found);
	return rc;
}

/* By what is kept of it: most texts that are shared are of posts from quite another time, or have another title. */
static int
may_be_copy(struct story_find *f, int64_t id, bool *ret, struct err *err)
{
	const struct story_brief *brief = story_head_brief(f->st->s, id);
	const struct story_head *head;

	*ret = false;
	if (brief && story_apart_in_time(f->post->published, brief->published))
		return 0;
	head = story_head_get(f->st->s, id, err);
	if (!head)
		return -1;
	*ret = head->post.id && !story_apart(f->post, &head->post) && near_may_be_copy(&f->st->own, &head->near);
	return 0;
}

static int
compare(struct story_find *f, struct story_candidate with, struct err *err)
{
	struct story_post other = { 0 };
	bool may_be, is_copy = false;
	int rc = may_be_copy(f, with.id, &may_be, err);

	if (!rc && may_be) {
		arena_reset(&f->st->a);
		rc = story_find_load(f->st->s, &f->st->a, with.id, &other, &with.story, err);
		near_set(&f->st->other, other.title, other.text);
		is_copy = !rc && other.id && !story_apart(f->post, &other) && near_is_copy(&f->st->own, &f->st->other);
	}
	if (is_copy && with.feed_id == f->post->feed_id)
		*vec_add(&f->rivals) = with.id;
	else if (is_copy)
		*vec_add(&f->copies) = (struct story_copy){ with, other.link_key.n ? identity_hash(0, other.link_key) : 0 };
	else
		f->st->compared++;
	return rc;
}

static bool
is_of_story(const struct story_candidate *a, const struct story_candidate *b)
{
	return a->id == b->id || (a->story && a->story == b->story);
}

/* Posts of a story that was found already need no look; nor do those that had one, and the post itself. */
static bool
is_known(const struct story_find *f, const struct story_candidate *candidate)
{
	bool is_own = candidate->feed_id == f->post->feed_id;

	if (candidate->id == f->post->id)
		return true;
	for (size_t i = 0; i < f->same.n && !is_own; i++)
		if (is_of_story(&f->same.v[i], candidate))
			return true;
	for (size_t i = 0; i < f->copies.n && !is_own; i++)
		if (is_of_story(&f->copies.v[i].post, candidate))
			return true;
	for (size_t i = 0; i < f->seen.n; i++)
		if (f->seen.v[i] == candidate->id)
			return true;
	return false;
}

/* What only those ask for who have found some of its story. */
static int
read_story(struct story_find *f, struct story_candidate *of, struct err *err)
{
	sqlite3_stmt *st = NULL;

	if (of->story != STORY_UNREAD || (!f->same.n && !f->copies.n))
		return 0;
	st = stmt_get(f->st->s, STMT_STORY_OF, err);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, of->id);
	return stmt_int(f->st->s, st, 0, &of->story, err);
}

/* Of the own feed, or of the others. */
static int
compare_all(struct story_find *f, struct story_rows *found, bool is_own, struct err *err)
{
	for (size_t i = 0; i < found->n && f->st->compared < COMPARES; i++) {
		struct story_candidate *candidate = &found->v[i];

		if ((candidate->feed_id == f->post->feed_id) != is_own)
			continue;
		if (read_story(f, candidate, err) < 0)
			return -1;
		if (is_known(f, candidate))
			continue;
		*vec_add(&f->seen) = candidate->id;
		if (compare(f, *candidate, err) < 0)
			return -1;
	}
	return 0;
}

/* Copies but for those of a feed that has several, at several addresses: which of them it would be nobody knows. */
static void
take_copies(struct story_find *f)
{
	for (size_t i = 0; i < f->copies.n; i++) {
		const struct story_copy *a = &f->copies.v[i];
		bool is_only = true;

		for (size_t j = 0; j < f->copies.n; j++) {
			const struct story_copy *b = &f->copies.v[j];

			if (i != j && a->post.feed_id == b->post.feed_id && (a->link != b->link || !a->link))
				is_only = false;
		}
		if (is_only)
			*vec_add(&f->same) = a->post;
	}
}

/* A text that two posts of one feed have is nobody's, as an address is. */
static int
by_text(struct story_find *f, const int64_t *keys, size_t n_keys, struct err *err)
{
	struct story_rows found = { 0 };
	size_t rivals = f->rivals.n;
	int rc = 0;

	for (size_t i = 0; i < n_keys && !rc; i++)
		rc = trace_find_text(f->st->s, keys[i], &found, err);
	if (!rc)
		rc = compare_all(f, &found, true, err);
	if (!rc && f->rivals.n == rivals)
		rc = compare_all(f, &found, false, err);
	take_copies(f);
	vec_free(&found);
	return rc;
}

/* What the post can be found by: keys of its text, and its addresses. */
static size_t
make_keys(struct story_find *f, int64_t keys[NEAR_KEYS])
{
	near_set(&f->st->own, f->post->title, f->post->text);
	set_addresses(f->addresses, f->post);
	return near_keys(&f->st->own, keys);
}

static void
note(struct story_find *f, const int64_t *keys, size_t n)
{
	for (size_t i = 0; i < n; i++)
		trace_add(f->st->s, keys[i], f->post->id, f->post->feed_id);
	/* The first is the link: its column has an index. */
	for (size_t i = 1; i < STORY_ADDRESSES; i++)
		if (f->addresses[i].n)
			trace_add(f->st->s, address_key(&f->addresses[i]), f->post->id, f->post->feed_id);
	story_head_keep(f->st->s, f->post, &f->st->own);
}

void
story_find_note(struct story_find *f)
{
	int64_t keys[NEAR_KEYS];

	note(f, keys, make_keys(f, keys));
}

int
story_find(struct story_find *f, struct err *err)
{
	int64_t keys[NEAR_KEYS];
	size_t n = make_keys(f, keys);

	for (size_t i = 0; i < STORY_ADDRESSES; i++)
		if (by_address(f, &f->addresses[i], err) < 0)
			return -1;
	if (by_text(f, keys, n, err) < 0)
		return -1;
	note(f, keys, n);
	return 0;
}

void
story_find_free(struct story_find *f)
{
	free_addresses(f->addresses);
	vec_free(&f->same);
	vec_free(&f->copies);
	vec_free(&f->rivals);
	vec_free(&f->seen);
}
