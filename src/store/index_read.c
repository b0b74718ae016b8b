#include "store/index_read.h"

#include "base/tr.h"
#include "store/db.h"
#include "store/stmt.h"

int
index_read_damaged(struct err *err)
{
	return err_set(err, ERR_CACHE, tr("the cache is damaged (%s); the next sync rebuilds it, nothing you did is lost"), "index.db");
}

/* ---- pages */

static int
get_page(struct index_read *r, struct err *err)
{
	int code;

	stmt_bind_int(r->st, 1, index_page_row((int64_t)r->part.id, false, (int64_t)r->page));
	code = sqlite3_step(r->st);
	buf_clear(&r->bytes);
	if (code == SQLITE_ROW)
		(void)buf_add(&r->bytes, stmt_peek_bytes(r->st, 0));
	else if (code != SQLITE_DONE)
		db_error(r->db, err);
	(void)buf_reserve(&r->bytes, INDEX_NUMBER_AHEAD);
	(void)sqlite3_reset(r->st);
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		return -1;
	return code == SQLITE_ROW ? 0 : index_read_damaged(err);
}

static size_t
head(const struct index_read *r, size_t at)
{
	return (size_t)((unsigned char)r->bytes.p[at] << 8 | (unsigned char)r->bytes.p[at + 1]);
}

/* From where on the list of the last word goes until the next one begins. */
static void
set_rest(struct index_read *r, size_t from)
{
	r->rest = str_sub(buf_str(&r->bytes), from, r->next ? r->next : r->end);
}

/* Where the next word of the page begins. */
static int
find_next(struct index_read *r, struct err *err)
{
	size_t more = r->words.n ? (size_t)index_number_take(&r->words) : 0;

	r->next = more ? r->next + more : 0;
	return r->next > r->end ? index_read_damaged(err) : 0;
}

static int
turn_page(struct index_read *r, struct err *err)
{
	r->page++;
	if (get_page(r, err) < 0)
		return -1;
	r->end = r->bytes.n >= INDEX_PAGE_HEAD ? head(r, 2) : 0;
	if (r->end < INDEX_PAGE_HEAD || r->end > r->bytes.n)
		return index_read_damaged(err);
	r->words = str_sub(buf_str(&r->bytes), r->end, r->bytes.n);
	r->has_word = false;
	r->next = 0;
	r->post = 0;
	if (find_next(r, err) < 0)
		return -1;
	set_rest(r, INDEX_PAGE_HEAD);
	return 0;
}

/* ---- words */

/* The first of a page stands there as it is, others without what they have in common with the one before. */
static int
read_word(struct index_read *r, struct err *err)
{
	struct str from = str_sub(buf_str(&r->bytes), r->next, r->end);
	size_t keep = r->has_word ? (size_t)index_number_take(&from) : 0, n = (size_t)index_number_take(&from);

	if (keep > r->n_word || n > from.n || n > sizeof r->word - keep || !(keep + n))
		return index_read_damaged(err);
	memcpy(r->word + keep, from.p, n);
	r->n_word = keep + n;
	r->has_word = true;
	r->post = 0;
	from = str_sub(from, n, from.n);
	if (find_next(r, err) < 0)
		return -1;
	set_rest(r, (size_t)(from.p - r->bytes.p));
	return 0;
}

int
index_read_open(struct index_read *r, sqlite3 *db, sqlite3_stmt *st, const struct index_list_part *part, struct err *err)
{
	*r = (struct index_read){ .db = db, .st = st, .part = *part, .page = part->first - 1 };
	return index_read_next(r, err);
}

int
index_read_next(struct index_read *r, struct err *err)
{
	while (!r->next && r->page < r->part.last)
		if (turn_page(r, err) < 0)
			return -1;
	if (r->next)
		return read_word(r, err);
	r->n_word = 0;
	return 0;
}

void
index_read_close(struct index_read *r)
{
	buf_free(&r->bytes);
}

/* ---- posts */

int
index_read_more(struct index_read *r, struct err *err)
{
	while (!r->rest.n && !r->next && r->page < r->part.last)
		if (turn_page(r, err) < 0)
			return -1;
	return r->rest.n > 0;
}

/* The numbers before the places of a post: which it is, from the one before, and the bytes that they have. Returns where they begin. */
static inline const char *
read_numbers(const char *at, const char *end, uint64_t *post, uint64_t *n)
{
	size_t bytes = index_number_pair(at, post, n);
	struct str rest;

	if (!bytes) {
		rest = str_new(at, (size_t)(end - at));
		*post = index_number_take(&rest);
		*n = index_number_take(&rest);
		at = rest.p;
	}
	*n /= 2;
	return at + bytes;
}

/* Whether a post comes behind the one before it. */
static inline bool
rises(int64_t post, uint64_t number)
{
	return number - 1 < (uint64_t)(INT64_MAX - post);
}

void
index_read_posts(struct index_read *r, size_t room, struct index_read_posts *ret)
{
	struct str from = r->rest;
	const char *at = from.p, *end = at + from.n, *places, *stop;
	int64_t post = r->post;
	uint64_t number, n;

	*ret = (struct index_read_posts){ .bytes = STR_NONE };
	(void)index_number_take(&from);
	stop = room < from.n ? from.p + room : end;
	while (at < stop) {
		places = read_numbers(at, end, &number, &n);
		if (places > stop || n > (size_t)(stop - places) || !rises(post, number))
			break;
		post += (int64_t)number;
		if (at < from.p)
			ret->first = post;
		at = places + n;
	}
	if (at < from.p)
		return;
	ret->bytes = str_new(from.p, (size_t)(at - from.p));
	ret->last = r->post = post;
	r->rest = str_new(at, (size_t)(end - at));
}

int
index_read_post(struct index_read *r, int64_t *post, bool *is_taken, struct buf *places, struct err *err)
{
	uint64_t number = index_number_take(&r->rest), n;

	buf_clear(places);
	if (!rises(r->post, number))
		return index_read_damaged(err);
	*post = r->post += (int64_t)number;
	n = index_number_take(&r->rest);
	*is_taken = n & 1;
	for (n /= 2; n > r->rest.n;) {
		n -= r->rest.n;
		(void)buf_add(places, r->rest);
		if (r->next || r->page == r->part.last)
			return index_read_damaged(err);
		if (turn_page(r, err) < 0)
			return -1;
	}
	(void)buf_add(places, str_sub(r->rest, 0, n));
	r->rest = str_sub(r->rest, n, r->rest.n);
	return 0;
}
