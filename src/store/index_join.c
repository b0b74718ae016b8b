#include "store/index_join.h"

#include "store/index_read.h"
#include "store/stmt.h"

enum { PAGES_AT_ONCE = 64 }; /* that are removed: the new part comes into their room, else the file would become twice as large for good */

struct part {
	struct index_read read;
	uint64_t left; /* the first page that is not removed yet */
};

struct join {
	const struct index_join_with *with;
	struct index_page to;
	struct part from[INDEX_JOIN_PARTS];
	size_t n;
	int64_t post; /* the last of the list */
	struct buf places;
};

/* ---- what was read */

static int
remove_rows(const struct join *j, int64_t from, int64_t to, struct err *err)
{
	stmt_bind_int(j->with->remove, 1, from);
	stmt_bind_int(j->with->remove, 2, to);
	return index_page_run(&j->with->into, j->with->remove, err);
}

static int
remove_read(const struct join *j, struct part *part, struct err *err)
{
	const int64_t id = (int64_t)part->read.part.id;
	const uint64_t to = part->read.page;

	if (to - part->left < PAGES_AT_ONCE)
		return 0;
	if (remove_rows(j, index_page_row(id, false, (int64_t)part->left), index_page_row(id, false, (int64_t)to), err) < 0)
		return -1;
	part->left = to;
	return 0;
}

/* What is left of it: the last pages, indexes of its lists and the words that pages begin with. */
static int
remove_rest(const struct join *j, const struct part *part, struct err *err)
{
	const int64_t id = (int64_t)part->read.part.id;

	if (remove_rows(j, index_page_row(id, false, 0), index_page_row(id + 1, false, 0), err) < 0)
		return -1;
	stmt_bind_int(j->with->remove_words, 1, id);
	return index_page_run(&j->with->into, j->with->remove_words, err);
}

/* ---- words */

static struct str
word_of(const struct part *part)
{
	return index_read_word(&part->read);
}

/* The first part that has the least; NULL when there is none any more. */
static struct part *
find_least(struct join *j)
{
	struct part *least = NULL;

	for (size_t i = 0; i < j->n; i++)
		if (word_of(&j->from[i]).n && (!least || str_cmp(word_of(&j->from[i]), word_of(least)) < 0))
			least = &j->from[i];
	return least;
}

/* What a page of the one has of the list goes to a page of the other at once, while there is room. */
static int
join_posts(struct join *j, struct index_read *from, struct err *err)
{
	size_t room = index_page_room(&j->to);
	struct index_read_posts posts;
	bool is_taken;
	int64_t post;

	index_read_posts(from, room > INDEX_NUMBER_BYTES ? room - INDEX_NUMBER_BYTES : 0, &posts);
	if (posts.bytes.n) {
		if (posts.first <= j->post)
			return index_read_damaged(err);
		index_page_posts(&j->to, posts.first, posts.bytes, j->post = posts.last);
		return 0;
	}
	if (index_read_post(from, &post, &is_taken, &j->places, err) < 0)
		return -1;
	if (post <= j->post)
		return index_read_damaged(err);
	j->post = post;
	return index_page_post(&j->to, post, buf_str(&j->places), is_taken, err);
}

static int
join_list(struct join *j, struct part *from, struct err *err)
{
	int more;

	while ((more = index_read_more(&from->read, err)) > 0)
		if (join_posts(j, &from->read, err) < 0)
			return -1;
	if (more < 0 || index_read_next(&from->read, err) < 0)
		return -1;
	return remove_read(j, from, err);
}

static int
join_word(struct join *j, struct part *least, struct err *err)
{
	char room[INDEX_PAGE_WORD];
	struct str word = str_new(memcpy(room, least->read.word, least->read.n_word), least->read.n_word);

	if (str_cmp(word, str_new(j->to.word, j->to.n_word)) <= 0)
		return index_read_damaged(err);
	if (index_page_word(&j->to, word, err) < 0)
		return -1;
	j->post = 0;
	for (struct part *from = least; from < j->from + j->n; from++)
		if (str_eq(word_of(from), word) && join_list(j, from, err) < 0)
			return -1;
	return 0;
}

static int
join_all(struct join *j, struct err *err)
{
	struct part *least;

	while ((least = find_least(j)))
		if (join_word(j, least, err) < 0)
			return -1;
	return 0;
}

/* ---- parts */

static int
open_parts(struct join *j, const struct index_list_part *parts, size_t n, struct err *err)
{
	while (j->n < n) {
		struct part *part = &j->from[j->n++];

		part->left = parts->first;
		if (!parts->id || !parts->first)
			return index_read_damaged(err);
		if (index_read_open(&part->read, j->with->into.db, j->with->get, parts++, err) < 0)
			return -1;
	}
	return 0;
}

static void
close_parts(struct join *j)
{
	for (size_t i = 0; i < j->n; i++)
		index_read_close(&j->from[i].read);
	buf_free(&j->places);
}

int
index_join(const struct index_join_with *with, const struct index_list_part *parts, size_t n, int64_t id, int64_t *pages, struct err *err)
{
	struct join j = { .with = with };
	int rc;

	index_page_begin(&j.to, &with->into, id);
	rc = open_parts(&j, parts, n, err);
	if (!rc)
		rc = join_all(&j, err);
	rc = index_page_end(&j.to, rc, pages, err);
	for (size_t i = 0; i < n && !rc; i++)
		rc = remove_rest(&j, &j.from[i], err);
	close_parts(&j);
	return rc;
}
