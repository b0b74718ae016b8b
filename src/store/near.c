#include "store/near.h"

#include <stdlib.h>

#include "base/mem.h"

/* Measured on Korean blogs: different posts of one author share up to half of the shorter one, copies nearly all. */
enum {
	SHINGLE = 8,         /* letters that are compared as one */
	KEY_SHINGLE = 24,    /* for keys: of these no two texts share one by chance, however few words they use */
	LABEL_MAX = 40,      /* bytes of a label before a title */
	TITLE_MIN = 6,       /* letters of a title that can be a key */
	GAP_MAX = 60,        /* letters in a row that only one has: a line of greeting, a by-line */
	SUMMARY_MIN = 30, SUMMARY_PERCENT = 75, SUMMARY_GAP = 20,
	TEXT_MIN = 200, TEXT_PERCENT = 85, TEXT_GAP = 4, SIZE_PERCENT = 50,
};

#define NEAR_BASE 0x9e3779b97f4a7c15u

/* Letters at a time, as a hash that rolls along the text. */
struct roll {
	const struct letters *l;
	size_t n, at; /* letters at a time; of the next letter */
	uint64_t sum, top; /* top: what the oldest letter has been multiplied by */
};

static struct roll
roll_start(const struct letters *l, size_t n)
{
	struct roll r = { .l = l, .n = n, .top = 1 };

	for (; r.at + 1 < n && r.at < l->n; r.at++) {
		r.sum = r.sum * NEAR_BASE + l->v[r.at];
		r.top *= NEAR_BASE;
	}
	return r;
}

static bool
roll_next(struct roll *r, uint64_t *hash)
{
	uint64_t h;

	if (r->at >= r->l->n)
		return false;
	r->sum = r->sum * NEAR_BASE + r->l->v[r->at++];
	h = r->sum ^ r->sum >> 32;
	h *= 0xd6e8feb86659fd93u;
	*hash = h ^ h >> 32;
	r->sum -= r->top * r->l->v[r->at - r->n];
	return true;
}

/* "[속보] 제목": what stands in brackets before a title is of the feed that carries it, unless it is a number of a series. */
static struct str
without_label(struct str title)
{
	static const char *const brackets[][2] = { { "[", "]" }, { "【", "】" }, { "<", ">" }, { "〈", "〉" } };

	title = str_trim(title);
	for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
		size_t end = str_find(title, str_of(brackets[i][1]));
		struct str rest = str_trim(str_sub(title, end + strlen(brackets[i][1]), title.n));
		bool has_digit = false;

		if (!str_starts(title, brackets[i][0]) || end > LABEL_MAX || !rest.n)
			continue;
		for (size_t at = 0; at < end; at++)
			has_digit |= str_is_digit(title.p[at]);
		return has_digit ? title : rest;
	}
	return title;
}

void
near_set(struct near *n, struct str title, struct str text)
{
	letters_fold(&n->title, without_label(title), NEAR_TITLE_MAX);
	letters_fold(&n->text, text, NEAR_TEXT_MAX);
}

void
near_free(struct near *n)
{
	letters_free(&n->title);
	letters_free(&n->text);
}

/* The title, and the least and the greatest of the text's shingles: what stands in both texts is so in both. */
size_t
near_keys(const struct near *n, int64_t keys[NEAR_KEYS])
{
	uint64_t least = UINT64_MAX, greatest = 0, hash, title = 0;
	struct roll r;
	size_t found = 0;

	if (n->title.n >= TITLE_MIN && n->text.n >= SUMMARY_MIN) {
		for (size_t i = 0; i < n->title.n; i++)
			title = (title + n->title.v[i]) * NEAR_BASE;
		keys[found++] = (int64_t)(title ^ title >> 32);
	}
	if (n->text.n < TEXT_MIN)
		return found;
	r = roll_start(&n->text, KEY_SHINGLE);
	while (roll_next(&r, &hash)) {
		least = hash < least ? hash : least;
		greatest = hash > greatest ? hash : greatest;
	}
	keys[found++] = (int64_t)least;
	keys[found++] = (int64_t)greatest;
	return found;
}

static int
compare(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* All shingles, sorted, each once. Free with free(). */
static uint64_t *
shingles(const struct letters *l, size_t *n)
{
	uint64_t *all = mem_zalloc(l->n, sizeof *all), hash;
	struct roll r = roll_start(l, SHINGLE);
	size_t total = 0;

	*n = 0;
	while (roll_next(&r, &hash))
		all[total++] = hash;
	qsort(all, total, sizeof *all, compare);
	for (size_t i = 0; i < total; i++)
		if (!i || all[i] != all[i - 1])
			all[(*n)++] = all[i];
	return all;
}

static bool
has(const uint64_t *sorted, size_t n, uint64_t hash)
{
	return n && bsearch(&hash, sorted, n, sizeof hash, compare);
}

/* How much of the shorter text stands in the longer one, in percent, and the longest piece that does not, in letters. */
struct shared {
	size_t percent, gap;
};

static struct shared
compare_texts(const struct letters *a, const struct letters *b)
{
	const struct letters *less = a->n < b->n ? a : b, *more = a->n < b->n ? b : a;
	struct shared ret = { 0 };
	size_t n, both = 0, total = 0, gap = 0;
	uint64_t *sorted = shingles(more, &n), hash;
	struct roll r = roll_start(less, SHINGLE);

	while (roll_next(&r, &hash)) {
		bool is_there = has(sorted, n, hash);

		total++;
		both += is_there;
		gap = is_there ? 0 : gap + 1;
		ret.gap = gap > ret.gap ? gap : ret.gap;
	}
	free(sorted);
	ret.percent = total ? both * 100 / total : 0;
	return ret;
}

/* A piece of its own is more than an edit: two short posts of one long frame are no copies. */
static bool
is_in(struct shared shared, size_t letters, size_t percent, size_t gap_percent)
{
	return shared.percent >= percent && (shared.gap <= GAP_MAX || shared.gap * 100 <= letters * gap_percent);
}

static size_t
next_digit(const struct letters *l, size_t at)
{
	while (at < l->n && (l->v[at] < '0' || l->v[at] > '9'))
		at++;
	return at;
}

static bool
has_same_numbers(const struct letters *a, const struct letters *b)
{
	size_t i = 0, j = 0;

	for (;;) {
		i = next_digit(a, i);
		j = next_digit(b, j);
		if (i == a->n || j == b->n)
			return i == a->n && j == b->n;
		if (a->v[i++] != b->v[j++])
			return false;
	}
}

bool
near_is_copy(const struct near *a, const struct near *b)
{
	size_t less = a->text.n < b->text.n ? a->text.n : b->text.n, more = a->text.n + b->text.n - less;

	if (a->title.n >= TITLE_MIN && less >= SUMMARY_MIN && letters_eq(&a->title, &b->title))
		return is_in(compare_texts(&a->text, &b->text), less, SUMMARY_PERCENT, SUMMARY_GAP);
	if (less < TEXT_MIN || less * 100 < more * SIZE_PERCENT || !has_same_numbers(&a->title, &b->title))
		return false;
	return is_in(compare_texts(&a->text, &b->text), less, TEXT_PERCENT, TEXT_GAP);
}
