#include "store/story_find.h"

#include <stdlib.h>

#include "base/clock.h"
#include "store/identity.h"
#include "store/store_impl.h"
#include "text/url.h"

enum {
	DAYS = 14,      /* between two copies */
	COMPARES = 1000, /* texts compared in one transaction, of 0.1 to 1 ms each */
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
	identity_link(&guid, post->guid);
	if (!str_eq(buf_str(&guid), post->link_key))
		add_address(&addresses[1], buf_str(&guid));
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

static int
add_key(struct store *s, int64_t key, int64_t id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_TRACE_ADD, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, key);
	stmt_bind_int(st, 2, id);
	return stmt_run(s, st, err);
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
		*story = stmt_num(st, 6);
		stmt_done(st);
	}
	return 0;
}

int
story_find_rows(struct store *s, enum stmt which, int64_t number, struct str text, struct story_candidate **ret, size_t *n, struct err *err)
{
	vec(struct story_candidate) found = { 0 };
	sqlite3_stmt *st = stmt_get(s, which, err);
	int got = -1;

	if (!st)
		return -1;
	if (text.n)
		stmt_bind_str(st, 1, text);
	else
		stmt_bind_int(st, 1, number);
	while ((got = stmt_step(s, st, err)) > 0)
		*vec_add(&found) = (struct story_candidate){ stmt_num(st, 0), stmt_num(st, 1) };
	*ret = found.v;
	*n = found.n;
	return got;
}

/* Keys are hashes: whether the post has the address indeed. */
static int
has_address(struct store *s, int64_t id, const struct buf *address, bool *ret, struct err *err)
{
	struct buf theirs[STORY_ADDRESSES] = { 0 };
	struct arena a = { 0 };
	struct story_post post;
	int64_t story;
	int rc = story_find_load(s, &a, id, &post, &story, err);

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
count_feed(const struct story_candidate *c, size_t n, int64_t feed)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += c[i].feed_id == feed;
	return count;
}

/* All posts with an address but e's own, each once. Those whose key says so only are looked at first. */
static int
with_address(struct story_find *f, const struct buf *address, struct story_candidate **ret, size_t *n, struct err *err)
{
	struct story_candidate *by_link, *by_key = NULL;
	size_t n_link, n_key = 0, kept = 0;
	vec(struct story_candidate) all = { 0 };
	bool has = true;

	if (story_find_rows(f->st->s, STMT_STORY_BY_LINK, 0, buf_str(address), &by_link, &n_link, err) < 0)
		return -1;
	if (story_find_rows(f->st->s, STMT_TRACE_FIND, address_key(address), STR_NONE, &by_key, &n_key, err) < 0)
		goto failed;
	for (size_t i = 0; i < n_link; i++)
		if (by_link[i].id != f->post->id)
			*vec_add(&all) = by_link[i];
	kept = all.n;
	for (size_t i = 0; i < n_key; i++) {
		if (by_key[i].id == f->post->id)
			continue;
		if (has_address(f->st->s, by_key[i].id, address, &has, err) < 0)
			goto failed;
		for (size_t j = 0; j < kept; j++)
			has &= all.v[j].id != by_key[i].id;
		if (has)
			*vec_add(&all) = by_key[i];
	}
	free(by_link);
	free(by_key);
	*ret = all.v;
	*n = all.n;
	return 0;
failed:
	free(by_link);
	free(by_key);
	vec_free(&all);
	return -1;
}

static int
by_address(struct story_find *f, const struct buf *address, struct err *err)
{
	struct story_candidate *found;
	size_t n, own;

	if (!address->n)
		return 0;
	if (with_address(f, address, &found, &n, err) < 0)
		return -1;
	own = count_feed(found, n, f->post->feed_id);
	for (size_t i = 0; i < n; i++)
		if (own && found[i].feed_id == f->post->feed_id)
			*vec_add(&f->rivals) = found[i].id;
		else if (!own && count_feed(found, n, found[i].feed_id) == 1)
			*vec_add(&f->same) = found[i].id;
	free(found);
	return 0;
}

/* The host, and on a platform the account. */
static struct str
site_of(struct str link_key)
{
	size_t host = str_find(link_key, str_lit("://")) + 3;
	size_t first = host + str_find_char(str_sub(link_key, host, link_key.n), '/');
	struct str path = str_sub(link_key, first, link_key.n);

	if (!str_starts(path, "/@") && !str_is(str_sub(link_key, host, first), "blog.naver.com"))
		return str_sub(link_key, 0, first);
	return str_sub(link_key, 0, first + 1 + str_find_char(str_sub(path, 1, path.n), '/'));
}

/* Two addresses on one site are two posts, however alike, unless title and second are the same too. */
static bool
are_two_pages(const struct story_post *a, const struct story_post *b)
{
	if (!a->link_key.n || !b->link_key.n || str_eq(a->link_key, b->link_key))
		return false;
	if (a->published != CLOCK_NONE && a->published == b->published && str_eq(a->title, b->title))
		return false;
	return str_eq(site_of(a->link_key), site_of(b->link_key));
}

static bool
may_be_copies(const struct story_post *a, const struct story_post *b)
{
	const int64_t most = DAYS * INT64_C(86400);

	if (a->feed_id == b->feed_id || are_two_pages(a, b))
		return false;
	if (a->published == CLOCK_NONE || b->published == CLOCK_NONE)
		return true;
	return a->published - b->published <= most && b->published - a->published <= most;
}

static int
compare(struct story_find *f, int64_t id, struct err *err)
{
	struct arena a = { 0 };
	struct story_post other;
	int64_t story;
	int rc = story_find_load(f->st->s, &a, id, &other, &story, err);

	if (!rc && other.id && may_be_copies(f->post, &other)) {
		f->st->compared++;
		near_set(&f->st->other, other.title, other.text);
		if (near_is_copy(&f->st->own, &f->st->other))
			*vec_add(&f->same) = id;
	}
	arena_free(&a);
	return rc;
}

static bool
is_seen(const struct story_find *f, int64_t id)
{
	for (size_t i = 0; i < f->seen.n; i++)
		if (f->seen.v[i] == id)
			return true;
	return false;
}

static int
by_text(struct story_find *f, const int64_t *keys, size_t n_keys, struct err *err)
{
	struct story_candidate *found;
	size_t n;
	int rc = 0;

	for (size_t i = 0; i < n_keys && !rc; i++) {
		if (story_find_rows(f->st->s, STMT_TRACE_FIND, keys[i], STR_NONE, &found, &n, err) < 0)
			return -1;
		for (size_t j = 0; j < n && !rc && f->st->compared < COMPARES; j++)
			if (found[j].feed_id != f->post->feed_id && !is_seen(f, found[j].id)) {
				*vec_add(&f->seen) = found[j].id;
				rc = compare(f, found[j].id, err);
			}
		free(found);
	}
	return rc;
}

static int
add_keys(struct story_find *f, const int64_t *keys, size_t n, struct err *err)
{
	for (size_t i = 0; i < n; i++)
		if (add_key(f->st->s, keys[i], f->post->id, err) < 0)
			return -1;
	return f->addresses[1].n ? add_key(f->st->s, address_key(&f->addresses[1]), f->post->id, err) : 0;
}

int
story_find(struct story_find *f, struct err *err)
{
	int64_t keys[NEAR_KEYS];
	size_t n;

	near_set(&f->st->own, f->post->title, f->post->text);
	n = near_keys(&f->st->own, keys);
	set_addresses(f->addresses, f->post);
	for (size_t i = 0; i < STORY_ADDRESSES; i++)
		if (by_address(f, &f->addresses[i], err) < 0)
			return -1;
	return by_text(f, keys, n, err) < 0 ? -1 : add_keys(f, keys, n, err);
}

void
story_find_free(struct story_find *f)
{
	free_addresses(f->addresses);
	vec_free(&f->same);
	vec_free(&f->rivals);
	vec_free(&f->seen);
}
