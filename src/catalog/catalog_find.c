#include "catalog/catalog_find.h"

#include "base/str.h"
#include "text/hangul.h"

/* How well a word fits a row; sums of these are compared. */
enum rank { NAME_BEGINS, NAME_WORD, NAME_HAS, ADDRESS_BEGINS, ADDRESS_HAS, TERM, RANKS, NO_MATCH = -1 };

static bool
is_name_word(struct str name, struct str word)
{
	struct str rest = name;

	while (str_word(&rest).n)
		if (hangul_begins(str_trim(rest), word))
			return true;
	return false;
}

static enum rank
rank_name(struct str name, struct str word)
{
	if (!hangul_matches(name, word))
		return NO_MATCH;
	if (hangul_begins(name, word))
		return NAME_BEGINS;
	return is_name_word(name, word) ? NAME_WORD : NAME_HAS;
}

/* An address without what all of them begin with. */
static struct str
bare(struct str address)
{
	static const char *const prefixes[] = { "https://", "http://", "www." };

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (str_starts_icase(address, prefixes[i]))
			address = str_sub(address, strlen(prefixes[i]), address.n);
	return address;
}

static enum rank
rank_address(struct str address, struct str word)
{
	enum rank best = NO_MATCH;

	for (size_t i = 0; i + word.n <= address.n; i++) {
		if (!str_eq_icase(str_sub(address, i, i + word.n), word))
			continue;
		if (!i || strchr("./@", address.p[i - 1]))
			return ADDRESS_BEGINS;
		best = ADDRESS_HAS;
	}
	return best;
}

static enum rank
rank_term(const struct catalog_row *row, struct str word)
{
	if (catalog_term_begins(row->kind, word) || catalog_term_begins(row->platform, word))
		return TERM;
	for (size_t i = 0; i < row->n_tags; i++)
		if (hangul_begins(row->tags[i], word))
			return TERM;
	return NO_MATCH;
}

static bool
is_tagged(const struct catalog_row *row, struct str word)
{
	for (size_t i = 0; i < row->n_tags; i++)
		if (hangul_begins(row->tags[i], word) && hangul_begins(word, row->tags[i]))
			return true;
	return false;
}

static enum rank
rank_row(const struct catalog_row *row, struct str word)
{
	struct str address = bare(word);
	enum rank rank;

	if (str_starts(word, "#"))
		return rank_term(row, str_sub(word, 1, word.n));
	rank = rank_name(row->name, word);
	if (rank != NAME_BEGINS && is_tagged(row, word)) /* another name of it, or what it is about */
		return NAME_WORD;
	if (rank == NO_MATCH)
		rank = rank_address(bare(row->site), address);
	if (rank == NO_MATCH && (address.n != word.n || str_has(word, ".") || str_has(word, "/")))
		rank = rank_address(bare(row->feed), address);
	return rank == NO_MATCH ? rank_term(row, word) : rank;
}

/* What the keys of the word give in the other language of the keyboard; empty when that is nothing new. */
static struct str
other_layout(struct arena *a, struct str word)
{
	struct buf latin = { 0 }, hangul = { 0 };
	struct str ret = STR_NONE;

	hangul_decode(&latin, word);
	hangul_encode(&hangul, buf_str(&latin));
	if (!str_eq(buf_str(&latin), word))
		ret = arena_dup(a, buf_str(&latin));
	else if (!str_eq(buf_str(&hangul), word))
		ret = arena_dup(a, buf_str(&hangul));
	buf_free(&latin);
	buf_free(&hangul);
	return ret;
}

/* Ranks all rows by one word; true when it fits any. */
static bool
rank_all(const struct catalog *c, struct str word, int *ranks)
{
	bool has_any = false;

	for (size_t i = 0; i < c->n; i++) {
		ranks[i] = rank_row(&c->rows[i], word);
		has_any |= ranks[i] != NO_MATCH;
	}
	return has_any;
}

static bool
is_wanted(const struct catalog_row *row, const struct catalog_find *find)
{
	return (!find->kind || row->kind == find->kind) && (!find->platform || row->platform == find->platform);
}

/* Adds what each word says to the sums; returns the largest sum that can be. */
static int
rank_words(struct arena *a, const struct catalog *c, struct str words, int *sums)
{
	int *ranks = arena_new(a, int, c->n), max = 0;
	struct str word;

	for (; (word = str_word(&words)).n; max += RANKS) {
		struct str other;

		if (!rank_all(c, word, ranks) && (other = other_layout(a, word)).n)
			(void)rank_all(c, other, ranks);
		for (size_t i = 0; i < c->n; i++)
			sums[i] = sums[i] == NO_MATCH || ranks[i] == NO_MATCH ? NO_MATCH : sums[i] + ranks[i];
	}
	return max;
}

size_t
catalog_find_rows(struct arena *a, const struct catalog *c, const struct catalog_find *find, const struct catalog_row ***rows)
{
	int *sums = arena_new(a, int, c->n), max = rank_words(a, c, find->words, sums);
	size_t n = 0;

	*rows = arena_new(a, const struct catalog_row *, c->n);
	for (int sum = 0; sum <= max; sum++)
		for (size_t i = 0; i < c->n; i++)
			if (sums[i] == sum && is_wanted(&c->rows[i], find))
				(*rows)[n++] = &c->rows[i];
	return n;
}
