#include "store/source.h"

#include <sys/random.h>

#include "base/nh.h"
#include "base/tr.h"
#include "store/store_impl.h"

enum { ENTRY = 16 }; /* of a post in the cache: hash and number, little endian */

static const char form[] = VERSION "." SOURCE_FORM;

static uint64_t
load(const unsigned char *p)
{
	uint64_t n = 0;

	for (int i = 8; i > 0; i--)
		n = n << 8 | p[i - 1];
	return n;
}

static void
store(unsigned char *p, uint64_t n)
{
	for (int i = 0; i < 8; i++)
		p[i] = (unsigned char)(n >> (8 * i));
}

static int
start(struct source *ret, struct err *err)
{
	struct source source = { .has_key = true, .is_new = true };

	if (getrandom(source.key, sizeof source.key, 0) != sizeof source.key)
		return err_errno(err, ERR_FAILED, tr("no random bytes"));
	*ret = source;
	return 0;
}

/* The row of STMT_SOURCE_GET; false for one that is of no use. */
static bool
read_row(sqlite3_stmt *st, struct arena *a, struct source *ret)
{
	struct str key = stmt_peek_bytes(st, 0), posts = stmt_peek_bytes(st, 2);
	const unsigned char *p = (const unsigned char *)posts.p;

	if (key.n != sizeof ret->key || posts.n % ENTRY)
		return false;
	*ret = (struct source){ .has_key = true };
	memcpy(ret->key, key.p, key.n);
	ret->body = (uint64_t)stmt_num(st, 1);
	ret->n = posts.n / ENTRY;
	ret->posts = arena_new(a, struct source_post, ret->n + 1);
	for (size_t i = 0; i < ret->n; i++, p += ENTRY)
		ret->posts[i] = (struct source_post){ load(p), (int64_t)load(p + 8) };
	return true;
}

int
source_get(struct store *s, struct arena *a, int64_t feed, struct source *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_SOURCE_GET, err);
	bool is_there = false;
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	stmt_bind_str(st, 2, str_of(form));
	got = stmt_step(s, st, err);
	if (got > 0)
		is_there = read_row(st, a, ret);
	stmt_done(st);
	return got < 0 ? -1 : is_there ? 0 : start(ret, err);
}

int
source_is_current(struct store *s, int64_t feed, const struct source *source, bool *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_SOURCE_GET, err);
	struct str key = str_new((const char *)source->key, sizeof source->key);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	stmt_bind_str(st, 2, str_of(form));
	got = stmt_step(s, st, err);
	if (got >= 0)
		*ret = got ? !source->is_new && str_eq(stmt_peek_bytes(st, 0), key) : source->is_new;
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

static int
drop(struct store *s, int64_t feed, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_SOURCE_DROP, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	return stmt_run(s, st, err);
}

int
source_set(struct store *s, int64_t feed, const struct source *source, struct err *err)
{
	sqlite3_stmt *st = source ? stmt_get(s, STMT_SOURCE_SET, err) : NULL;
	struct arena a = { 0 };
	unsigned char *posts;
	int rc;

	if (!source)
		return drop(s, feed, err);
	if (!st)
		return -1;
	posts = arena_new(&a, unsigned char, source->n * ENTRY + 1);
	for (size_t i = 0; i < source->n; i++) {
		store(posts + i * ENTRY, source->posts[i].hash);
		store(posts + i * ENTRY + 8, (uint64_t)source->posts[i].post);
	}
	stmt_bind_int(st, 1, feed);
	stmt_bind_str(st, 2, str_of(form));
	stmt_bind_bytes(st, 3, str_new((const char *)source->key, sizeof source->key));
	stmt_bind_int(st, 4, (int64_t)source->body);
	stmt_bind_bytes(st, 5, str_new((const char *)posts, source->n * ENTRY));
	rc = stmt_run(s, st, err);
	arena_free(&a);
	return rc;
}

uint64_t
source_body(const struct source *source, struct str body, struct str url, struct str content_type)
{
	struct siphash h;
	struct nh nh;
	uint64_t hash;

	siphash_init(&h, source->key);
	nh_init(&nh, &h);
	siphash_add_text(&h, url);
	siphash_add_text(&h, content_type);
	nh_add_text(&h, &nh, body);
	hash = siphash_end(h) >> 1;
	return hash ? hash : 1;
}
