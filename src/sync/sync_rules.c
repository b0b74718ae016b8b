#include "sync/sync_rules.h"

#include "base/clock.h"
#include "base/limits.h"
#include "base/tr.h"
#include "base/vec.h"
#include "store/alias.h"
#include "store/errand.h"
#include "sync/sync_errand.h"
#include "text/josa.h"

/* A program that failed: how often, and whether it is tried no more in this run. */
struct trouble {
	int64_t key;
	const char *name;
	size_t n;
	bool is_lost;
	struct trouble *next;
};

/* The errands of a run. */
struct round {
	const struct sync_rules *r;
	struct store *store;
	struct arena arena;
	struct sync_errand_watch watch;
	struct trouble *troubles;
};

static void
notice(const struct sync_rules *r, const char *text)
{
	struct buf line = { 0 };

	josa_apply(&line, str_of(text));
	if (r->notice)
		r->notice(r->user, buf_cstr(&line));
	buf_free(&line);
}

/* ---- what comes */

/* A rule that makes no sense with the aliases is told; what else it does is done. */
static int
check(const struct sync_rules *r, struct store *s, size_t i, struct err *err)
{
	struct buf line = { 0 };

	if (!rules_check(s, &r->rules[i], err))
		return 0;
	if (err->code != ERR_USAGE)
		return -1;
	(void)buf_printf(&line, tr("rule %zu: %s"), i + 1, err->text);
	notice(r, buf_cstr(&line));
	buf_free(&line);
	return 0;
}

int
sync_rules_open(const struct sync_rules *r, struct store *s, struct err *err)
{
	for (size_t i = 0; i < r->n_aliases; i++)
		if (alias_add(s, r->aliases[i].alias, r->aliases[i].name, err) < 0)
			return -1;
	for (size_t i = 0; i < r->n; i++)
		if (check(r, s, i, err) < 0)
			return -1;
	return 0;
}

int
sync_rules_before(const struct sync_rules *r, struct store *s, int64_t *before, struct err *err)
{
	if (!r->n)
		return 0;
	if (store_begin(s, err) < 0)
		return -1;
	if (!rules_before(s, before, err))
		return 0;
	store_rollback(s);
	return -1;
}

int
sync_rules_after(const struct sync_rules *r, struct store *s, int64_t feed, int64_t before, bool is_first, struct err *err)
{
	if (!r->n)
		return 0;
	if (!rules_note(s, feed, before, is_first, err))
		return store_commit(s, err);
	store_rollback(s);
	return -1;
}

int
sync_rules_run(const struct sync_rules *r, struct store *s, int64_t *posts, struct err *err)
{
	int64_t *each = mem_zalloc(r->n ? r->n : 1, sizeof *each);
	int rc = r->n ? rules_arrive(s, r->rules, r->n, each, posts, err) : rules_forget(s, err);

	free(each);
	return rc;
}

/* ---- messages */

static int
tell_post(struct round *round, int64_t post, struct err *why, struct err *err)
{
	struct posts_row row;

	if (posts_get(round->store, &round->arena, post, &row, err) < 0)
		return -1;
	return sync_errand_tell(round->r->notify, row.title.n ? row.title : row.link, row.feed_name, &round->watch, why) < 0 ? 1 : 0;
}

/* Those beyond the limit are one message. */
static int
tell_rest(struct round *round, size_t n, struct err *why)
{
	struct str title = arena_printf(&round->arena, tr_n("%zu more new post", "%zu more new posts", n), n);

	return sync_errand_tell(round->r->notify, title, str_lit("sosik"), &round->watch, why) < 0 ? 1 : 0;
}

/* Why nobody could be told is said once, and not again at every sync; "" where all went well. */
static int
tell_trouble(struct round *round, const char *text, struct err *err)
{
	bool is_known;

	if (errand_note_trouble(round->store, str_of(text), &is_known, err) < 0)
		return -1;
	if (*text && !is_known)
		notice(round->r, text);
	return 0;
}

static int
tell_all(struct round *round, struct err *err)
{
	struct errand *errands;
	struct err why = { 0 };
	size_t n, shown;
	int rc = 0;

	if (errand_list(round->store, &round->arena, ERRAND_NOTIFY, LIMIT_FEED_ITEMS, &errands, &n, err) < 0)
		return -1;
	if (n && errand_clear(round->store, ERRAND_NOTIFY, err) < 0)
		return -1;
	shown = n > LIMIT_RULE_NOTES ? LIMIT_RULE_NOTES : n;
	for (size_t i = 0; i < shown && !rc; i++)
		rc = tell_post(round, errands[i].post, &why, err);
	if (!rc && n > shown)
		rc = tell_rest(round, n - shown, &why);
	return rc < 0 || !shown ? rc : tell_trouble(round, why.text, err);
}

/* ---- programs */

static const struct rules_rule *
find_rule(const struct sync_rules *r, int64_t key)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->rules[i].exec && r->rules[i].exec_key == key)
			return &r->rules[i];
	return NULL;
}

/* It did not run, and never had the post: it waits until the program can be started. */
static int
put_back(struct round *round, const struct errand *errand, struct err *err)
{
	if (store_begin(round->store, err) < 0)
		return -1;
	if (!errand_add(round->store, ERRAND_EXEC, errand->key, &errand->post, 1, err))
		return store_commit(round->store, err);
	store_rollback(round->store);
	return -1;
}

static struct trouble *
find_trouble(const struct round *round, int64_t key)
{
	struct trouble *trouble = round->troubles;

	while (trouble && trouble->key != key)
		trouble = trouble->next;
	return trouble;
}

/* Tells the first failure of a program, with the post that it does not get again; how many followed is told at the end. */
static void
note_trouble(struct round *round, const struct rules_rule *rule, int64_t post, const struct err *why)
{
	struct trouble *trouble = find_trouble(round, rule->exec_key);

	if (!trouble) {
		trouble = arena_new(&round->arena, struct trouble, 1);
		*trouble = (struct trouble){ .key = rule->exec_key, .name = rule->exec[0], .next = round->troubles };
		round->troubles = trouble;
		notice(round->r, why->code == ERR_NOT_FOUND ? why->text :
			arena_printf(&round->arena, "%s (id:%lld)", why->text, (long long)post).p);
	}
	trouble->n++;
	trouble->is_lost = why->code == ERR_NOT_FOUND || why->code == ERR_LIMIT;
}

/* One of a rule that is gone is dropped; a program that cannot be started, or does not end, is not tried again. Returns 1 where one was run. */
static int
run_program(struct round *round, const struct errand *errand, struct err *err)
{
	const struct rules_rule *rule = find_rule(round->r, errand->key);
	const struct trouble *trouble = find_trouble(round, errand->key);
	struct err why = { 0 };

	if (rule && trouble && trouble->is_lost)
		return 0;
	if (errand_take(round->store, ERRAND_EXEC, errand, 1, err) < 0)
		return -1;
	if (!rule || !sync_errand_exec(round->store, rule->exec, errand->post, &round->watch, &why))
		return rule ? 1 : 0;
	note_trouble(round, rule, errand->post, &why);
	return why.code == ERR_NOT_FOUND ? put_back(round, errand, err) : 1;
}

static void
tell_troubles(const struct round *round)
{
	struct buf line = { 0 };

	for (const struct trouble *trouble = round->troubles; trouble; trouble = trouble->next) {
		size_t more = trouble->n - 1;

		if (!more)
			continue;
		buf_clear(&line);
		(void)buf_printf(&line, tr_n("%s failed for %zu more post", "%s failed for %zu more posts", (unsigned long)more), trouble->name,
			more);
		notice(round->r, buf_cstr(&line));
	}
	buf_free(&line);
}

static int
run_programs(struct round *round, struct err *err)
{
	struct errand *errands;
	int left = LIMIT_RULE_PROGRAMS, got = 0;
	size_t n;

	if (errand_list(round->store, &round->arena, ERRAND_EXEC, LIMIT_FEED_ITEMS, &errands, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < n && left > 0 && got >= 0 && !round->watch.is_over(round->watch.of); i++) {
		got = run_program(round, &errands[i], err);
		left -= got;
	}
	tell_troubles(round);
	return got < 0 ? -1 : 0;
}

/* ---- the end of a sync */

static int
finish(int (*part)(struct round *round, struct err *err), struct round round, struct err *err)
{
	int rc = round.r->notify && !round.watch.is_over(round.watch.of) ? part(&round, err) : 0;

	arena_free(&round.arena);
	return rc;
}

int
sync_rules_tell(const struct sync_rules *r, struct store *s, bool (*is_over)(const void *trip), const void *trip, struct err *err)
{
	return finish(tell_all, (struct round){ .r = r, .store = s, .watch = { is_over, trip } }, err);
}

int
sync_rules_exec(const struct sync_rules *r, struct store *s, bool (*is_over)(const void *trip), const void *trip, struct err *err)
{
	return finish(run_programs, (struct round){ .r = r, .store = s, .watch = { is_over, trip } }, err);
}
