#include "store/hits_words.h"

#include "base/vec.h"
#include "store/query_match.h"
#include "store/stmt.h"
#include "text/find_term.h"
#include "text/nfc.h"

/* What is collected from the tree. */
struct words {
	struct store *s;
	struct arena *a;
	struct buf match, title, whole;
	size_t n_wanted;
	bool has_unwanted;
	vec(int64_t) tags;
	vec(struct str) checks;
};

/* A tag by this name, if there is one. */
static int
add_tag(struct words *w, struct str name, struct err *err)
{
	sqlite3_stmt *st = stmt_get(w->s, STMT_TAG_FIND, err);
	struct buf key = { 0 };
	int64_t id = 0;
	int rc;

	if (!st)
		return -1;
	nfc_fold(&key, name);
	stmt_bind_str(st, 1, buf_str(&key));
	rc = stmt_int(w->s, st, 0, &id, err);
	buf_free(&key);
	if (!rc && id)
		*vec_add(&w->tags) = id;
	return rc;
}

static int
add_word(struct words *w, const struct query *leaf, struct err *err)
{
	struct find_term term;

	if (!find_term_make(w->a, leaf->text, query_match_kind(leaf), &term))
		return 0;
	w->n_wanted++;
	(void)buf_printf(&w->whole, "%s%.*s", w->whole.n ? " " : "", STR(term.text));
	if (!leaf->columns || leaf->columns & QUERY_IN_TITLE)
		(void)buf_printf(&w->title, "%s%.*s", w->title.n ? " OR " : "", STR(term.title));
	return add_tag(w, leaf->text, err);
}

/* Words that a post has or may have; those of a NOT are none. */
static int
add_words(struct words *w, const struct query *query, struct err *err)
{
	int rc = 0;

	if (query->kind == QUERY_TEXT)
		return add_word(w, query, err);
	w->has_unwanted |= query->kind == QUERY_NOT;
	for (size_t i = 0; i < query->n && !rc && query->kind != QUERY_NOT; i++)
		rc = add_words(w, query->parts[i], err);
	return rc;
}

static bool
is_words(struct arena *a, const struct query *part)
{
	struct buf unused = { 0 };
	bool is_made = query_match_add(&unused, a, part->kind == QUERY_NOT ? part->parts[0] : part);

	buf_free(&unused);
	return is_made;
}

/* A title that is being typed, or that has signs, is looked for by its initials or words, and then looked at. */
static bool
add_checked(struct words *w, const struct query *part)
{
	struct find_term term;
	struct str check;

	if (part->kind != QUERY_TEXT || (part->columns && !(part->columns & QUERY_IN_TITLE)) ||
	    !find_term_make(w->a, part->text, query_match_kind(part), &term))
		return false;
	check = query_match_check(part, &term);
	if (!check.n)
		return false;
	(void)buf_printf(&w->match, "%s%.*s", w->match.n ? " AND " : "", STR(term.title));
	*vec_add(&w->checks) = check;
	return true;
}

/* Of the parts of an AND those that are words are matched, and the others are conditions. Without a word that is wanted there is no match. */
static void
split(struct words *w, struct query *const *parts, size_t n, struct hits_words *ret)
{
	vec(struct query *) words = { 0 }, rest = { 0 };
	struct buf match = { 0 };

	for (size_t i = 0; i < n; i++)
		if (is_words(w->a, parts[i]))
			*vec_add(&words) = parts[i];
		else if (!add_checked(w, parts[i]))
			*vec_add(&rest) = parts[i];
	if (words.n && query_match_add(&match, w->a, query_join(w->a, QUERY_AND, words.v, words.n)))
		(void)buf_printf(&w->match, "%s%.*s", w->match.n ? " AND " : "", STR(buf_str(&match)));
	else
		for (size_t i = 0; i < words.n; i++)
			*vec_add(&rest) = words.v[i];
	ret->rest = rest.n ? query_join(w->a, QUERY_AND, rest.v, rest.n) : NULL;
	buf_free(&match);
	vec_free(&words);
	vec_free(&rest);
}

static void
split_all(struct words *w, const struct query *query, struct hits_words *ret)
{
	struct query *one = arena_new(w->a, struct query, 1);

	*one = *query;
	if (query->kind == QUERY_AND)
		split(w, query->parts, query->n, ret);
	else
		split(w, &one, 1, ret);
}

/* What is looked for in titles alone; for a single word that is all, and nothing where it was not looked for elsewhere. */
static struct str
title_match(struct words *w)
{
	bool is_one = w->n_wanted == 1 && !w->has_unwanted;

	if (!w->title.n || (is_one && str_eq(buf_str(&w->title), buf_str(&w->match))))
		return STR_NONE;
	if (is_one)
		return arena_dup(w->a, buf_str(&w->title));
	return arena_printf(w->a, "(%s) AND (%s)", buf_cstr(&w->match), buf_cstr(&w->title));
}

static void
give(struct words *w, struct hits_words *ret)
{
	ret->match = arena_dup(w->a, buf_str(&w->match));
	ret->title_match = title_match(w);
	ret->whole = arena_dup(w->a, buf_str(&w->whole));
	ret->n_tags = w->tags.n;
	ret->tags = arena_new(w->a, int64_t, w->tags.n);
	for (size_t i = 0; i < w->tags.n; i++)
		ret->tags[i] = w->tags.v[i];
	ret->n_checks = w->checks.n;
	ret->checks = arena_new(w->a, struct str, w->checks.n);
	for (size_t i = 0; i < w->checks.n; i++)
		ret->checks[i] = w->checks.v[i];
}

int
hits_words_read(struct store *s, struct arena *a, const struct query *query, struct hits_words *ret, struct err *err)
{
	struct words w = { .s = s, .a = a };
	int rc = 0;

	*ret = (struct hits_words){ 0 };
	if (query && !query_match_add(&w.match, a, query))
		split_all(&w, query, ret);
	if (w.match.n)
		rc = add_words(&w, query, err);
	if (!rc && w.match.n)
		give(&w, ret);
	buf_free(&w.match);
	buf_free(&w.title);
	buf_free(&w.whole);
	vec_free(&w.tags);
	vec_free(&w.checks);
	return rc;
}
