#include "store/index_page.h"

#include "store/db.h"
#include "store/stmt.h"

enum { LIST_PAGES = 4 /* without a word, of a list with an index */ };

int
index_page_run(const struct index_page_into *into, sqlite3_stmt *st, struct err *err)
{
	int code = sqlite3_step(st);

	(void)sqlite3_reset(st);
	return code == SQLITE_DONE ? 0 : db_error(into->db, err);
}

static int
write_data(const struct index_page *p, bool is_list, int64_t page, struct str bytes, struct err *err)
{
	stmt_bind_int(p->into->data, 1, index_page_row(p->id, is_list, page));
	stmt_bind_bytes(p->into->data, 2, bytes);
	return index_page_run(p->into, p->into->data, err);
}

/* ---- pages */

/* Into the head of the page, at 0 or 2. */
static void
put_head(struct index_page *p, size_t at, size_t n)
{
	p->bytes[at] = (unsigned char)(n >> 8);
	p->bytes[at + 1] = (unsigned char)n;
}

static void
put_number(struct index_page *p, uint64_t n)
{
	p->n += index_number_put(p->bytes + p->n, n);
}

static void
put_bytes(struct index_page *p, struct str bytes)
{
	memcpy(p->bytes + p->n, bytes.p, bytes.n);
	p->n += bytes.n;
}

static void
next_page(struct index_page *p)
{
	memset(p->bytes, 0, INDEX_PAGE_HEAD);
	p->n = INDEX_PAGE_HEAD;
	p->n_footer = 0;
	p->last_word = 0;
	p->has_post = false;
	p->post = 0;
	p->page++;
}

static int
end_page(struct index_page *p, struct err *err)
{
	put_head(p, 2, p->n);
	if (!p->n_footer) {
		if (!p->has_post && p->list.n)
			index_number_add(&p->list, 0);
		p->pages_empty++;
	}
	memcpy(p->bytes + p->n, p->footer, p->n_footer);
	if (write_data(p, false, p->page, str_new((const char *)p->bytes, p->n + p->n_footer), err) < 0)
		return -1;
	next_page(p);
	return 0;
}

static bool
is_full(const struct index_page *p, size_t more)
{
	return index_page_room(p) <= more;
}

/* ---- what leads to them */

/* The list of the last word is over: its page goes into the table of pages. */
static int
end_list(struct index_page *p, struct err *err)
{
	bool has_list = p->list.n && p->pages_empty >= LIST_PAGES;
	sqlite3_stmt *st = p->into->idx;

	if (!p->page_begun)
		return 0;
	if (has_list) {
		*vec_add(&p->lists) = (struct index_page_list){ p->page_begun, p->list_bytes.n, p->list.n };
		(void)buf_add(&p->list_bytes, buf_str(&p->list));
	}
	buf_clear(&p->list);
	p->pages_empty = 0;
	stmt_bind_int(st, 1, p->id);
	stmt_bind_bytes(st, 2, str_new(p->begin, p->n_begin));
	stmt_bind_int(st, 3, p->page_begun * 2 + has_list);
	return index_page_run(p->into, st, err);
}

/* Behind all pages, as their numbers are: so each row of a new part is the last of its table, and SQLite fills pages without moving what is there. */
static int
write_lists(struct index_page *p, struct err *err)
{
	for (size_t i = 0; i < p->lists.n; i++) {
		const struct index_page_list *list = &p->lists.v[i];

		if (write_data(p, true, list->page, str_sub(buf_str(&p->list_bytes), list->from, list->from + list->n), err) < 0)
			return -1;
	}
	return 0;
}

/* The first post of a page that no word stands before. */
static void
note_post(struct index_page *p, int64_t post)
{
	put_head(p, 0, p->n);
	if (!p->list.n) {
		index_number_add(&p->list, 0); /* it is all in one */
		index_number_add(&p->list, (uint64_t)p->page);
		p->list_post = 0;
	}
	index_number_add(&p->list, (uint64_t)post - (uint64_t)p->list_post);
	p->list_post = post;
}

/* ---- words */

static int
word_on_page(struct index_page *p, struct str word, size_t n_common, struct err *err)
{
	if (p->page > 1) {
		if (end_list(p, err) < 0)
			return -1;
		p->n_begin = n_common + 1;
		memcpy(p->begin, word.p, p->n_begin);
	}
	p->page_begun = p->page;
	return 0;
}

int
index_page_word(struct index_page *p, struct str word, struct err *err)
{
	size_t n_common = str_common(str_new(p->word, p->n_word), word);

	if (is_full(p, word.n + 2) && p->n > INDEX_PAGE_HEAD && end_page(p, err) < 0)
		return -1;
	p->n_footer += index_number_put(p->footer + p->n_footer, p->n - p->last_word);
	if (p->last_word) {
		p->last_word = p->n;
		put_number(p, n_common);
	} else {
		p->last_word = p->n;
		if (word_on_page(p, word, n_common, err) < 0)
			return -1;
		n_common = 0;
	}
	put_number(p, word.n - n_common);
	put_bytes(p, str_sub(word, n_common, word.n));
	memcpy(p->word, word.p, word.n);
	p->n_word = word.n;
	p->has_post = true;
	p->post = 0;
	return 0;
}

/* How many bytes of places the page takes: no number is cut in two, which is of so many bytes at most even where they are damaged. */
static size_t
cut(const struct index_page *p, struct str places)
{
	size_t n = index_page_room(p), most = n + INDEX_NUMBER_BYTES - 1;

	while (n && n < most && n < places.n && (unsigned char)places.p[n - 1] >= INDEX_NUMBER_ONE)
		n++;
	return n;
}

static int
put_places(struct index_page *p, struct str places, struct err *err)
{
	while (is_full(p, places.n)) {
		size_t n = cut(p, places);

		put_bytes(p, str_sub(places, 0, n));
		places = str_sub(places, n, places.n);
		if (end_page(p, err) < 0)
			return -1;
		if (!places.n)
			return 0;
	}
	put_bytes(p, places);
	return 0;
}

/* Which post it is: the first of a page as it is, others by what is between them. */
static void
begin_post(struct index_page *p, int64_t post)
{
	if (!p->has_post)
		note_post(p, post);
	put_number(p, (uint64_t)post - (uint64_t)p->post);
	p->has_post = true;
	p->post = post;
}

int
index_page_post(struct index_page *p, int64_t post, struct str places, bool is_taken, struct err *err)
{
	if (is_full(p, 0) && end_page(p, err) < 0)
		return -1;
	begin_post(p, post);
	put_number(p, places.n * 2 + is_taken);
	return put_places(p, places, err);
}

void
index_page_posts(struct index_page *p, int64_t first, struct str bytes, int64_t last)
{
	begin_post(p, first);
	put_bytes(p, bytes);
	p->post = last;
}

/* ---- the beginning and the end */

void
index_page_begin(struct index_page *p, const struct index_page_into *into, int64_t id)
{
	*p = (struct index_page){ .into = into, .id = id, .page_begun = 1 };
	next_page(p);
}

int
index_page_end(struct index_page *p, int rc, int64_t *pages, struct err *err)
{
	if (!rc && p->n > INDEX_PAGE_HEAD)
		rc = end_page(p, err);
	*pages = p->page - 1;
	if (!rc && *pages)
		rc = end_list(p, err) < 0 ? -1 : write_lists(p, err);
	buf_free(&p->list);
	vec_free(&p->lists);
	buf_free(&p->list_bytes);
	return rc;
}
