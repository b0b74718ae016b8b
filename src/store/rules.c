#include "store/rules.h"

#include <stdlib.h>

#include "base/vec.h"
#include "store/bulk.h"
#include "store/change.h"
#include "store/errand.h"
#include "store/index_file.h"
#include "store/identity.h"
#include "store/line.h"
#include "store/posts.h"
#include "store/store_impl.h"

/* ---- making */

static int64_t
key_of(const char *const *exec)
{
	uint64_t h = 0;

	for (; exec && *exec; exec++)
		h = identity_hash(h, str_new(*exec, strlen(*exec) + 1));
	return (int64_t)h;
}

static enum state_set
set_by(unsigned does, unsigned on, unsigned off)
{
	return does & on ? STATE_ON : does & off ? STATE_OFF : STATE_KEEP;
}

int
rules_make(struct arena *a, const struct query_rule *rule, const struct query_names *names, struct rules_rule *ret, struct err *err)
{
	const struct state_change change = {
		.read = set_by(rule->does, QUERY_RULE_READ, QUERY_RULE_UNREAD),
		.star = set_by(rule->does, QUERY_RULE_STAR, QUERY_RULE_UNSTAR),
		.hide = set_by(rule->does, QUERY_RULE_HIDE, QUERY_RULE_UNHIDE),
		.add = rule->add, .n_add = rule->n_add, .remove = rule->remove, .n_remove = rule->n_remove,
	};

	*ret = (struct rules_rule){ .does = rule->does, .exec = rule->exec, .exec_key = key_of(rule->exec) };
	if (query_parse(a, rule->query, names, &ret->query, err) < 0)
		return -1;
	return state_check(a, &change, &ret->change, err);
}

/* ---- noting what comes */

static int
run(struct store *s, enum stmt which, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	return st ? stmt_run(s, st, err) : -1;
}

static int
read_number(struct store *s, enum stmt which, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	return st ? stmt_int(s, st, 0, ret, err) : -1;
}

int
rules_before(struct store *s, int64_t *ret, struct err *err)
{
	return read_number(s, STMT_POST_NEWEST, ret, err);
}

int
rules_note(struct store *s, int64_t feed_id, int64_t before, bool is_first, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_ARRIVED_ADD, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed_id);
	stmt_bind_int(st, 2, before);
	stmt_bind_int(st, 3, is_first);
	return stmt_run(s, st, err);
}

int
rules_forget(struct store *s, struct err *err)
{
	int64_t any;

	if (read_number(s, STMT_ARRIVED_ANY, &any, err) < 0)
		return -1;
	return any ? run(s, STMT_ARRIVED_CLEAR, err) : 0;
}

/* ---- running */

/* Takes those out that came with the first sync of their feed. Returns how many are left, -1 with *err. */
static int64_t
drop_first(struct store *s, int64_t *ids, size_t n, struct err *err)
{
	int64_t left = 0, is_first;

	for (size_t i = 0; i < n; i++) {
		sqlite3_stmt *st = stmt_get(s, STMT_ARRIVED_FIRST, err);

		if (!st)
			return -1;
		stmt_bind_int(st, 1, ids[i]);
		if (stmt_int(s, st, 0, &is_first, err) < 0)
			return -1;
		if (!is_first)
			ids[left++] = ids[i];
	}
	return left;
}

/* ids is used up. */
static int
add_errands(struct store *s, const struct rules_rule *rule, int64_t *ids, size_t n, struct err *err)
{
	int64_t left;

	if (rule->does & QUERY_RULE_FULLTEXT && errand_add(s, ERRAND_FULLTEXT, 0, ids, n, err) < 0)
		return -1;
	if (!(rule->does & (QUERY_RULE_NOTIFY | QUERY_RULE_EXEC)))
		return 0;
	left = drop_first(s, ids, n, err);
	if (left < 0)
		return -1;
	if (rule->does & QUERY_RULE_NOTIFY && errand_add(s, ERRAND_NOTIFY, 0, ids, (size_t)left, err) < 0)
		return -1;
	if (rule->does & QUERY_RULE_EXEC)
		return errand_add(s, ERRAND_EXEC, rule->exec_key, ids, (size_t)left, err);
	return 0;
}

int
rules_check(struct store *s, const struct rules_rule *rule, struct err *err)
{
	struct state_change change = rule->change;
	struct arena a = { 0 };
	int rc = state_resolve(s, &a, &change, err);

	arena_free(&a);
	return rc;
}

/* The change of a rule to these posts; aliases are those of this cache, and where they make nonsense of it nothing is changed. */
static int
change_posts(struct store *s, const struct rules_rule *rule, const int64_t *ids, size_t n, struct buf *parts, int64_t *changed,
    struct err *err)
{
	struct state_change change = rule->change;
	struct arena a = { 0 };
	struct err why = { 0 };
	int rc = state_resolve(s, &a, &change, &why);

	*changed = 0;
	if (!rc)
		rc = change_within(s, ids, n, &change, parts, changed, &why);
	else if (why.code == ERR_USAGE)
		rc = 0;
	if (rc < 0 && err)
		*err = why;
	arena_free(&a);
	return rc;
}

/* What the rules do to the posts of a slice: its changes, and what was found, a post once for each rule. */
struct slice {
	struct buf parts;
	vec(int64_t) ids;
};

static int
by_number(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static int64_t
count_posts(struct slice *slice)
{
	int64_t n = 0;

	if (slice->ids.n)
		qsort(slice->ids.v, slice->ids.n, sizeof *slice->ids.v, by_number);
	for (size_t i = 0; i < slice->ids.n; i++)
		n += !i || slice->ids.v[i] != slice->ids.v[i - 1];
	return n;
}

static int
run_rule(struct store *s, const struct rules_rule *rule, struct slice *slice, int64_t *found, struct err *err)
{
	const struct posts_view what = { .query = rule->query, .is_arrived = true };
	int64_t *ids = NULL, changed;
	size_t n;
	int rc = posts_ids(s, &what, &ids, &n, err);

	for (size_t i = 0; !rc && i < n; i++)
		*vec_add(&slice->ids) = ids[i];
	if (!rc)
		rc = change_posts(s, rule, ids, n, &slice->parts, &changed, err);
	if (!rc)
		rc = add_errands(s, rule, ids, n, err);
	if (!rc)
		*found += (int64_t)n;
	free(ids);
	return rc;
}

/* Not an action of the user's: undo passes it over. */
static int
record(struct writing *w, struct str parts, struct err *err)
{
	struct buf line = { 0 };
	int64_t place;
	int rc;

	line_begin(&line, ++w->seq, "state");
	line_member(&line, "by", str_lit("rules"));
	(void)buf_printf(&line, ",\"parts\":[%.*s]}", STR(parts));
	rc = writing_write(w, buf_str(&line), &place, err);
	buf_free(&line);
	return rc;
}

static int
run_slice(struct store *s, const struct rules_rule *rules, size_t n, int64_t *found, int64_t *posts, struct err *err)
{
	struct slice slice = { 0 };
	struct writing w;
	int rc = 0;

	if (writing_begin(&w, s, err) < 0)
		return -1;
	for (size_t i = 0; i < n && !rc; i++)
		rc = run_rule(s, &rules[i], &slice, &found[i], err);
	if (!rc)
		rc = run(s, STMT_ARRIVED_DONE, err);
	if (!rc && slice.parts.n)
		rc = record(&w, buf_str(&slice.parts), err);
	if (!rc)
		*posts += count_posts(&slice);
	buf_free(&slice.parts);
	vec_free(&slice.ids);
	return writing_end(&w, rc, err);
}

int
rules_arrive(struct store *s, const struct rules_rule *rules, size_t n, int64_t *found, int64_t *posts, struct err *err)
{
	int64_t first;

	for (;;) {
		if (read_number(s, STMT_ARRIVED_READY, &first, err) < 0)
			return -1;
		if (!first)
			return 0;
		if (index_file_look(s, err) < 0 || run_slice(s, rules, n, found, posts, err) < 0)
			return -1;
	}
}

/* ---- by hand */

/* *first is the first line of the action, as in struct bulk. */
static int
apply_rule(struct store *s, const struct rules_rule *rule, void (*tell)(const struct bulk *b), int64_t *first, int64_t *found,
    int64_t *changed, struct err *err)
{
	const struct posts_view what = { .query = rule->query };
	struct bulk bulk = { 0 };
	int64_t *ids = NULL;
	size_t n;

	if (posts_ids(s, &what, &ids, &n, err) < 0)
		return -1;
	*found = (int64_t)n;
	if (bulk_change(&bulk, s, ids, n, &rule->change, err) < 0) {
		bulk_end(&bulk, NULL);
		free(ids);
		return -1;
	}
	free(ids);
	bulk.first = *first;
	bulk.tell = tell;
	*changed = bulk_run(&bulk, err) < 0 ? -1 : bulk.changed;
	*first = bulk.first;
	bulk_end(&bulk, NULL);
	return *changed < 0 ? -1 : 0;
}

int
rules_apply(struct store *s, const struct rules_rule *rules, size_t n, void (*tell)(const struct bulk *b), int64_t *found,
    int64_t *changed, struct err *err)
{
	int64_t first = 0;

	for (size_t i = 0; i < n; i++)
		if (apply_rule(s, &rules[i], tell, &first, &found[i], &changed[i], err) < 0)
			return -1;
	return 0;
}
