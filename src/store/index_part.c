#include "store/index_part.h"

#include "store/db.h"
#include "store/index_number.h"
#include "store/stmt.h"

enum {
	PAGE = 4030,         /* a row with it fits on a page of SQLite; some are a few bytes longer, as FTS5's are */
	HEAD = 4,            /* of a page: where its first post and its footer stand, two bytes each */
	PAGES_MIN = 4,       /* without a word, of a list with an index */
	PAGE_BITS = 31, HEIGHT_BITS = 5,
	SIGN = '0',          /* before each word: of no prefix index */
	NEAR = INDEX_NUMBER_BYTES + 5, /* bytes of a near place, with what stands before it, at most */
	FEW = 0x80 / 2,      /* from here on the bytes of places have a size of more than a byte */
	BEYOND = INDEX_TERMS_WORD + 4 * INDEX_NUMBER_BYTES, /* bytes that may stand behind the end of a page before it is told to be full */
};

/* An index of a list, at from in the bytes of all: those of the list that begins on the page. */
struct list {
	int64_t page;
	size_t from, n;
};

struct part {
	const struct index_part_into *into;
	int64_t id, page;               /* its number, and that of the page in hand */
	unsigned char bytes[PAGE + BEYOND], footer[PAGE];
	size_t n, n_footer;             /* bytes of them */
	size_t last_word;               /* where the last word of the page begins, 0 for none */
	char word[1 + INDEX_TERMS_WORD];
	size_t n_word;
	bool has_post;                  /* the page has one, or a word */
	int64_t post;                   /* the last one of the list on the page, 0 for none */
	char begin[1 + INDEX_TERMS_WORD]; /* of what page_begun begins with, as far as it tells it from what is before */
	size_t n_begin;
	int64_t page_begun;             /* the last page that has a word */
	int64_t pages_empty;            /* behind it */
	struct buf list;                /* the index of the last word's list */
	int64_t list_post;
	vec(struct list) lists;         /* those of words before it */
	struct buf list_bytes;
};

static int
run(const struct part *part, sqlite3_stmt *st, struct err *err)
{
	int code = sqlite3_step(st);

	(void)sqlite3_reset(st);
	return code == SQLITE_DONE ? 0 : db_error(part->into->db, err);
}

static int
write_data(const struct part *part, bool is_list, int64_t page, struct str bytes, struct err *err)
{
	int64_t row = (part->id << (PAGE_BITS + HEIGHT_BITS + 1)) + ((int64_t)is_list << (PAGE_BITS + HEIGHT_BITS)) + page;

	stmt_bind_int(part->into->data, 1, row);
	stmt_bind_bytes(part->into->data, 2, bytes);
	return run(part, part->into->data, err);
}

/* ---- pages */

/* Into the head of the page, at 0 or 2. */
static void
put_head(struct part *part, size_t at, size_t n)
{
	part->bytes[at] = (unsigned char)(n >> 8);
	part->bytes[at + 1] = (unsigned char)n;
}

static void
put_number(struct part *part, uint64_t n)
{
	part->n += index_number_put(part->bytes + part->n, n);
}

static void
put_bytes(struct part *part, struct str bytes)
{
	memcpy(part->bytes + part->n, bytes.p, bytes.n);
	part->n += bytes.n;
}

static void
begin_page(struct part *part)
{
	memset(part->bytes, 0, HEAD);
	part->n = HEAD;
	part->n_footer = 0;
	part->last_word = 0;
	part->has_post = false;
	part->post = 0;
	part->page++;
}

static int
end_page(struct part *part, struct err *err)
{
	put_head(part, 2, part->n);
	if (!part->n_footer) {
		if (!part->has_post && part->list.n)
			index_number_add(&part->list, 0);
		part->pages_empty++;
	}
	memcpy(part->bytes + part->n, part->footer, part->n_footer);
	if (write_data(part, false, part->page, str_new((const char *)part->bytes, part->n + part->n_footer), err) < 0)
		return -1;
	begin_page(part);
	return 0;
}

/* The bytes that the page still takes; a post that has begun may have gone beyond its end. */
static size_t
room(const struct part *part)
{
	size_t used = part->n + part->n_footer;

	return used < PAGE ? PAGE - used : 0;
}

static bool
is_full(const struct part *part, size_t more)
{
	return room(part) <= more;
}

/* ---- what leads to them */

/* The list of the last word is over: its page goes into the table of pages. */
static int
end_list(struct part *part, struct err *err)
{
	bool has_list = part->list.n && part->pages_empty >= PAGES_MIN;
	sqlite3_stmt *st = part->into->idx;

	if (!part->page_begun)
		return 0;
	if (has_list) {
		*vec_add(&part->lists) = (struct list){ part->page_begun, part->list_bytes.n, part->list.n };
		(void)buf_add(&part->list_bytes, buf_str(&part->list));
	}
	buf_clear(&part->list);
	part->pages_empty = 0;
	stmt_bind_int(st, 1, part->id);
	stmt_bind_bytes(st, 2, str_new(part->begin, part->n_begin));
	stmt_bind_int(st, 3, part->page_begun * 2 + has_list);
	return run(part, st, err);
}

/* Behind all pages, as their numbers are: so each row is the last of its table, and SQLite fills pages without moving what is there. */
static int
write_lists(struct part *part, struct err *err)
{
	for (size_t i = 0; i < part->lists.n; i++) {
		const struct list *list = &part->lists.v[i];

		if (write_data(part, true, list->page, str_sub(buf_str(&part->list_bytes), list->from, list->from + list->n), err) < 0)
			return -1;
	}
	return 0;
}

/* The first post of a page that no word stands before. */
static void
note_post(struct part *part, int64_t post)
{
	put_head(part, 0, part->n);
	if (!part->list.n) {
		index_number_add(&part->list, 0); /* it is all in one */
		index_number_add(&part->list, (uint64_t)part->page);
		part->list_post = 0;
	}
	index_number_add(&part->list, (uint64_t)(post - part->list_post));
	part->list_post = post;
}

/* ---- words */

static size_t
common(struct str a, struct str b)
{
	size_t n = 0;

	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	return n;
}

static int
begin_on_page(struct part *part, struct str word, size_t n_common, struct err *err)
{
	if (part->page > 1) {
		if (end_list(part, err) < 0)
			return -1;
		part->n_begin = n_common + 1;
		memcpy(part->begin, word.p, part->n_begin);
	}
	part->page_begun = part->page;
	return 0;
}

static int
put_word(struct part *part, struct str word, struct err *err)
{
	size_t n_common = common(str_new(part->word, part->n_word), word);

	if (is_full(part, word.n + 2) && part->n > HEAD && end_page(part, err) < 0)
		return -1;
	part->n_footer += index_number_put(part->footer + part->n_footer, part->n - part->last_word);
	if (part->last_word) {
		part->last_word = part->n;
		put_number(part, n_common);
	} else {
		part->last_word = part->n;
		if (begin_on_page(part, word, n_common, err) < 0)
			return -1;
		n_common = 0;
	}
	put_number(part, word.n - n_common);
	put_bytes(part, str_sub(word, n_common, word.n));
	memcpy(part->word, word.p, word.n);
	part->n_word = word.n;
	part->has_post = true;
	part->post = 0;
	return 0;
}

/* No number is cut in two. */
static int
put_places(struct part *part, struct str places, struct err *err)
{
	while (is_full(part, places.n)) {
		size_t n = room(part);

		while (n && n < places.n && (unsigned char)places.p[n - 1] >= 0x80)
			n++;
		put_bytes(part, str_sub(places, 0, n));
		places = str_sub(places, n, places.n);
		if (end_page(part, err) < 0)
			return -1;
		if (!places.n)
			return 0;
	}
	put_bytes(part, places);
	return 0;
}

/* Which post it is: the first of a page as it is, others by what is between them. */
static void
begin_post(struct part *part, int64_t post)
{
	if (!part->has_post)
		note_post(part, post);
	put_number(part, (uint64_t)(post - part->post));
	part->has_post = true;
	part->post = post;
}

static int
put_post(struct part *part, const struct index_places_post *post, struct err *err)
{
	if (is_full(part, 0) && end_page(part, err) < 0)
		return -1;
	begin_post(part, post->post);
	put_number(part, post->bytes.n * 2 + post->is_taken);
	return put_places(part, post->bytes, err);
}

static inline const struct index_places_piece *
piece_at(const struct index_places *places, const unsigned char *at)
{
	return index_places_piece(places, index_three_get(at));
}

static int64_t
number_len(uint64_t n)
{
	unsigned char room[INDEX_NUMBER_BYTES];

	return (int64_t)index_number_put(room, n);
}

/*
 * As put_post() the posts of the list that come next and are near, behind a word or another post, while there is room. Which place is
 * of a post of its own nobody can foretell: the same steps are taken for all, and what is not to stand there is written over. What
 * they go by are copies: the bytes that are written could be any of the rest.
 */
static void
put_near(struct part *part, const struct index_places *all, struct index_places_list *list)
{
	const struct index_places places = *all;
	const unsigned char *at = list->at, *end = list->end;
	unsigned char *to = part->bytes + part->n, *full = to + room(part) - NEAR;
	int64_t post = part->post, n = 0; /* bytes of its places */
	uint32_t last = 0, column = 0;

	for (; at < end; at += INDEX_THREE) {
		const uint32_t number = index_three_get(at);
		const struct index_places_piece *piece = index_places_piece(&places, number);
		const uint32_t place = index_places_at(piece, number);
		uint64_t from = (uint64_t)(piece->post - post);
		const int64_t is_same = (int64_t)(from - 1) >> 63;
		int64_t is_two;
		uint16_t bytes;

		if (!piece->is_near || to >= full)
			break;
		post = piece->post;
		if (from >= INDEX_NUMBER_ONE) {
			to += index_number_put(to, from) - 1;
			from = *to;
		}
		*to = (unsigned char)from;
		to += 2 + 2 * is_same;
		n &= is_same;
		last &= (uint32_t)is_same;
		column &= (uint32_t)is_same;
		if (piece->column != column) {
			*to++ = INDEX_PLACES_COLUMN;
			*to++ = (unsigned char)(column = piece->column);
			last = 0;
			n += 2;
		}
		bytes = htole16(index_number_short(place - last + INDEX_PLACES_OFF, &is_two));
		memcpy(to, &bytes, sizeof bytes);
		last = place;
		to += 1 - is_two;
		n += 1 - is_two;
		if (n >= FEW)
			break;
		to[-n - 1] = (unsigned char)(n * 2);
	}
	if (at < end && piece_at(&places, at)->post == post) { /* it goes on: all of it is taken back */
		while (at > list->at && piece_at(&places, at - INDEX_THREE)->post == post)
			at -= INDEX_THREE;
		to -= n + 1 + number_len((uint64_t)(post - (at > list->at ? piece_at(&places, at - INDEX_THREE)->post : part->post)));
	}
	if (at > list->at)
		part->post = piece_at(&places, at - INDEX_THREE)->post;
	part->n = (size_t)(to - part->bytes);
	list->at = at;
}

static int
put_list(struct part *part, struct index_places *places, size_t i, struct err *err)
{
	struct index_places_list list = index_places_list(places, i);
	struct index_places_post post;

	while (list.at < list.end) {
		if (part->has_post && !is_full(part, NEAR))
			put_near(part, places, &list);
		if (list.at == list.end)
			break;
		index_places_next(places, &list, &post);
		if (put_post(part, &post, err) < 0)
			return -1;
	}
	return 0;
}

static int
put_all(struct part *part, struct index_places *places, struct err *err)
{
	char bytes[1 + INDEX_TERMS_WORD] = { SIGN };
	int rc = 0;

	for (size_t i = 0; i < places->words.n && !rc; i++) {
		struct str word = index_terms_word(places->terms, &places->words.v[i], bytes + 1);

		rc = put_word(part, str_new(bytes, 1 + word.n), err);
		if (!rc)
			rc = put_list(part, places, i, err);
	}
	return rc;
}

int
index_part_write(const struct index_part_into *into, int64_t id, struct index_places *places, int64_t *pages, struct err *err)
{
	struct part part = { .into = into, .id = id, .page_begun = 1 };
	int rc;

	begin_page(&part);
	rc = put_all(&part, places, err);
	if (!rc && part.n > HEAD)
		rc = end_page(&part, err);
	*pages = part.page - 1;
	if (!rc && *pages)
		rc = end_list(&part, err) < 0 ? -1 : write_lists(&part, err);
	buf_free(&part.list);
	vec_free(&part.lists);
	buf_free(&part.list_bytes);
	return rc;
}
