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
	SUMMARY_MIN = 30, SUMMARY_PERCENT = 75, SUMMARY_GAP = 10,
	TEXT_MIN = 200, TEXT_PERCENT = 85, TEXT_GAP = 4, SIZE_PERCENT = 50,
	HEAD = 60,           /* letters of a beginning */
	HEAD_MAX = 30,       /* of its shingles, that an edit may touch */
	SHORT = 400,         /* letters up to which a text may be a template, filled in */
	SEAM = SHINGLE,      /* shingles that one letter touches, or an insertion */
	AROUND_MAX = 40,     /* a by-line, "read on at …" */
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

/* Labels that tell the parts of a series apart. */
static bool
is_of_series(struct str label)
{
	static const char *const words[] = { "상", "중", "하", "기초", "심화", "입문", "초급", "중급", "고급" };

	for (size_t i = 0; i < label.n; i++)
		if (str_is_digit(label.p[i]))
			return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(label, str_of(words[i])))
			return true;
	return str_ends(label, "편") || str_ends(label, "부");
}

/* "[속보] 제목": takes off what stands in brackets before a title, which is of the feed that carries it, unless it is of a series. */
static bool
cut_label(struct str *title)
{
	static const char *const brackets[][2] = { { "[", "]" }, { "【", "】" }, { "<", ">" }, { "〈", "〉" } };
	struct str label, rest;

	for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
		size_t start = strlen(brackets[i][0]), end = str_find(*title, str_of(brackets[i][1]));

		if (!str_starts(*title, brackets[i][0]) || end > LABEL_MAX)
			continue;
		label = str_trim(str_sub(*title, start, end));
		rest = str_trim(str_sub(*title, end + strlen(brackets[i][1]), title->n));
		if (!rest.n || is_of_series(label))
			return false;
		*title = rest;
		return true;
	}
	return false;
}

void
near_set_title(struct near *n, struct str title)
{
	struct str rest = str_trim(title);

	title = rest;
	while (cut_label(&rest))
		continue;
	letters_fold_title(&n->label, str_sub(title, 0, title.n - rest.n), NEAR_TITLE_MAX);
	letters_fold_title(&n->title, rest, NEAR_TITLE_MAX);
}

void
near_set(struct near *n, struct str title, struct str text)
{
	near_set_title(n, title);
	letters_fold(&n->text, text, NEAR_TEXT_MAX);
}

void
near_free(struct near *n)
{
	letters_free(&n->label);
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

/* Where a shingle stands in a set of as many places, a power of two, or will stand. */
static uint64_t *
place_of(uint64_t *set, size_t places, uint64_t hash)
{
	size_t at = hash & (places - 1);

	while (set[at] && set[at] != hash)
		at = (at + 1) & (places - 1);
	return &set[at];
}

/* The set of all shingles but one, whose hash is 0. Free with free(). */
static uint64_t *
shingles(const struct letters *l, size_t *places)
{
	struct roll r = roll_start(l, SHINGLE);
	uint64_t *set, hash;

	for (*places = 2 * SHINGLE; *places < 2 * l->n; *places *= 2)
		continue;
	set = mem_zalloc(*places, sizeof *set);
	while (roll_next(&r, &hash))
		*place_of(set, *places, hash) = hash;
	return set;
}

static size_t
smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t
greater(size_t a, size_t b)
{
	return a > b ? a : b;
}

/* How much of one text stands in another, in percent, and the shingles that do not: at most in a row between others, in all, in its beginning, before and behind all others. */
struct shared {
	size_t percent, gap, missing, head, lead, tail;
};

/* Of the first max letters. */
static struct shared
compare_texts(const struct letters *one, const struct letters *in, size_t max)
{
	struct letters part = *one;
	struct shared ret = { 0 };
	size_t places, total = 0;
	uint64_t *set = shingles(in, &places), hash;
	struct roll r;

	part.n = smaller(part.n, max);
	r = roll_start(&part, SHINGLE);
	for (; roll_next(&r, &hash); total++) {
		if (*place_of(set, places, hash) == hash) {
			if (ret.tail == total)
				ret.lead = total;
			else
				ret.gap = greater(ret.gap, ret.tail);
			ret.tail = 0;
			continue;
		}
		ret.missing++;
		ret.tail++;
		ret.head += total + SHINGLE <= HEAD;
	}
	free(set);
	ret.percent = total ? (total - ret.missing) * 100 / total : 0;
	return ret;
}

/* The number at *at or behind it, which is moved behind that; as letters, which are digits in a row. */
static struct letters
next_number(const struct letters *l, size_t *at)
{
	struct letters ret = { 0 };

	while (*at < l->n && (l->v[*at] < '0' || l->v[*at] > '9'))
		++*at;
	ret.v = l->v + *at;
	while (*at < l->n && l->v[*at] >= '0' && l->v[*at] <= '9') {
		++*at;
		ret.n++;
	}
	return ret;
}

/* Whether all numbers of a text stand in another, in their order; the last may be cut. */
static bool
are_numbers_in(const struct letters *one, const struct letters *in)
{
	size_t i = 0, j = 0;

	for (;;) {
		struct letters want = next_number(one, &i), got = { 0 };
		bool is_there = false;

		while (want.n && !is_there) {
			got = next_number(in, &j);
			if (!got.n)
				return false;
			if (i == one->n && got.n > want.n)
				got.n = want.n;
			is_there = letters_eq(&want, &got);
		}
		if (!want.n)
			return true;
	}
}

/* A template that was filled in otherwise has another word in it; a copy has something more around it at most. */
static bool
is_same_short(const struct shared *shared, const struct letters *less, const struct letters *more)
{
	size_t tail = more->n * 3 >= less->n * 4 ? AROUND_MAX : 0;

	if (shared->gap > SEAM || shared->missing - shared->lead - shared->tail > 2 * SEAM)
		return false;
	return shared->lead <= AROUND_MAX && shared->tail <= tail && are_numbers_in(less, more);
}

/* A piece of its own is more than an edit: two posts of one long frame are no copies. */
static bool
is_same_text(const struct letters *a, const struct letters *b, bool has_title)
{
	const struct letters *less = a->n < b->n ? a : b, *more = a->n < b->n ? b : a;
	struct shared shared = compare_texts(less, more, SIZE_MAX);
	size_t gap = greater(shared.gap, greater(shared.lead, shared.tail)), head = shared.head;
	size_t percent = has_title ? SUMMARY_PERCENT : TEXT_PERCENT, gap_percent = has_title ? SUMMARY_GAP : TEXT_GAP;

	if (shared.percent < percent || (gap > GAP_MAX && gap * 100 > less->n * gap_percent))
		return false;
	if (less->n < SHORT && !is_same_short(&shared, less, more))
		return false;
	/* Either may have a line of its own before what both begin with. */
	if (head)
		head = smaller(head, compare_texts(more, less, HEAD).missing);
	return head <= (has_title && less->n >= SHORT ? HEAD_MAX : 0);
}

static bool
is_number(uint32_t c)
{
	return c >= LETTERS_NUMBER || c == '+' || c == '#';
}

static size_t
next_of_title(const struct letters *l, size_t at)
{
	while (at < l->n && !is_number(l->v[at]))
		at++;
	return at;
}

/* "C++" and "C" as little as "1" and "2". */
static bool
has_same_numbers(const struct letters *a, const struct letters *b)
{
	size_t i = 0, j = 0;

	for (;;) {
		i = next_of_title(a, i);
		j = next_of_title(b, j);
		if (i == a->n || j == b->n)
			return i == a->n && j == b->n;
		if (a->v[i++] != b->v[j++])
			return false;
	}
}

/* One word in place of another in titles that are the same around it: "기초" and "심화". */
static bool
is_replaced(const struct letters *a, const struct letters *b)
{
	size_t less = smaller(a->n, b->n), start = 0, end = 0;

	while (start < less && a->v[start] == b->v[start])
		start++;
	while (start + end < less && a->v[a->n - end - 1] == b->v[b->n - end - 1])
		end++;
	return start + end < less && (start + end) * 2 >= less;
}

/* None is as good as any; a feed may have put one more in front. */
static bool
has_same_label(const struct letters *a, const struct letters *b)
{
	size_t less = smaller(a->n, b->n);

	return !less || !memcmp(a->v + a->n - less, b->v + b->n - less, less * sizeof *a->v);
}

bool
near_may_be_copy(const struct near *a, const struct near *b)
{
	return has_same_label(&a->label, &b->label) && has_same_numbers(&a->title, &b->title) && !is_replaced(&a->title, &b->title);
}

bool
near_is_copy(const struct near *a, const struct near *b)
{
	size_t less = smaller(a->text.n, b->text.n), more = greater(a->text.n, b->text.n);

	if (!near_may_be_copy(a, b))
		return false;
	if (a->title.n >= TITLE_MIN && less >= SUMMARY_MIN && letters_eq(&a->title, &b->title))
		return is_same_text(&a->text, &b->text, true);
	if (less < TEXT_MIN || less * 100 < more * SIZE_PERCENT)
		return false;
	return is_same_text(&a->text, &b->text, false);
}
