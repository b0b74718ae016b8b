#include "store/state.h"

#include "base/tr.h"
#include "base/vec.h"
#include "store/alias.h"
#include "store/bulk.h"
#include "store/change.h"
#include "store/dump.h"
#include "store/restore.h"
#include "store/store_impl.h"
#include "text/tag.h"

/* The names as they are kept, in the arena. */
static int
check_tags(struct arena *a, const struct str *typed, size_t n, const struct str **ret, struct err *err)
{
	struct str *names = arena_new(a, struct str, n);
	struct buf name = { 0 };
	int rc = 0;

	for (size_t i = 0; i < n && !rc; i++) {
		buf_clear(&name);
		rc = tag_name(&name, typed[i], err);
		names[i] = arena_dup(a, buf_str(&name));
	}
	buf_free(&name);
	*ret = names;
	return rc;
}

int
state_check(struct arena *a, const struct state_change *change, struct state_change *ret, struct err *err)
{
	*ret = *change;
	if (check_tags(a, change->add, change->n_add, &ret->add, err) < 0)
		return -1;
	return check_tags(a, change->remove, change->n_remove, &ret->remove, err);
}

/* What is called as an alias stays found by it (store/tag_sql.h): it is taken off, too. */
static int
resolve_tags(struct store *s, struct arena *a, enum state_set set, const struct str **tags, size_t *n, struct err *err)
{
	struct str *names = arena_new(a, struct str, 2 * *n);
	struct buf meant = { 0 };
	size_t got = 0;
	int rc = 0;

	for (size_t i = 0; i < *n && !rc; i++) {
		struct str given = (*tags)[i], name;

		buf_clear(&meant);
		rc = alias_resolve(s, given, &meant, err);
		name = arena_dup(a, buf_str(&meant));
		if (!tag_is_among(names, got, name))
			names[got++] = name;
		if (set == STATE_OFF && !tag_is_among(names, got, given))
			names[got++] = given;
	}
	buf_free(&meant);
	*tags = names;
	*n = got;
	return rc;
}

int
state_resolve(struct store *s, struct arena *a, struct state_change *change, struct err *err)
{
	if (resolve_tags(s, a, STATE_ON, &change->add, &change->n_add, err) < 0 ||
	    resolve_tags(s, a, STATE_OFF, &change->remove, &change->n_remove, err) < 0)
		return -1;
	for (size_t i = 0; i < change->n_add; i++)
		if (tag_is_among(change->remove, change->n_remove, change->add[i]))
			return err_set(err, ERR_USAGE, tr("‘%.*s’ cannot be put on and taken off at once"), STR(change->add[i]));
	return 0;
}

int
state_apply(struct store *s, const int64_t *ids, size_t n, const struct state_change *change, int64_t *changed,
    struct err *err)
{
	struct bulk bulk;
	int rc = bulk_change(&bulk, s, ids, n, change, err);

	if (!rc)
		rc = bulk_run(&bulk, err);
	if (changed)
		*changed = bulk.changed;
	bulk_end(&bulk, NULL);
	return rc;
}

void
state_prepare(struct store *s)
{
	static const enum stmt marking[] = { STMT_BEGIN, STMT_META_SET, STMT_ACT_CLEAR, STMT_ACT_ADD, STMT_ACT_NAMES_UNREAD, STMT_SET_READ,
		STMT_ACTION_DROP_UNDONE, STMT_ACTION_ADD, STMT_COMMIT };
	struct err err;

	if (s->mode == STORE_READ)
		return;
	for (size_t i = 0; i < sizeof marking / sizeof marking[0]; i++)
		if (!stmt_get(s, marking[i], &err))
			return; /* whoever needs it is told */
}

int
state_pick(struct store *s, int64_t *ids, size_t *n, const struct state_change *change, struct err *err)
{
	struct state_change checked;
	struct arena a = { 0 };
	int rc = state_check(&a, change, &checked, err);

	if (!rc)
		rc = state_resolve(s, &a, &checked, err);
	if (!rc)
		rc = change_pick(s, ids, n, &checked, err);
	arena_free(&a);
	return rc;
}

static int
undo(struct store *s, enum undo_way way, struct state_undone *ret, struct err *err)
{
	struct bulk bulk;
	int64_t until = 0;
	int rc;

	bulk_undo(&bulk, s, way, &until);
	rc = bulk_run(&bulk, err);
	bulk_end(&bulk, rc ? NULL : ret);
	return rc;
}

int
state_undo(struct store *s, struct state_undone *ret, struct err *err)
{
	return undo(s, UNDO_BACK, ret, err);
}

int
state_redo(struct store *s, struct state_undone *ret, struct err *err)
{
	return undo(s, UNDO_AGAIN, ret, err);
}

int
state_set_position(struct store *s, int64_t id, int64_t section, int64_t letter, struct err *err)
{
	return change_position(s, id, section, letter, err);
}

int
state_position(struct store *s, int64_t id, int64_t *section, int64_t *letter, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_POSITION_GET, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	got = stmt_step(s, st, err);
	if (got < 0)
		return -1;
	*section = got ? stmt_num(st, 0) : 0;
	*letter = got ? stmt_num(st, 1) : 0;
	stmt_done(st);
	return 0;
}

int
state_tags(struct store *s, struct arena *a, struct state_tag **ret, size_t *n, struct err *err)
{
	vec(struct state_tag) tags = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_TAG_LIST, err);
	int got = -1;

	while (st && (got = stmt_step(s, st, err)) > 0)
		*vec_add(&tags) = (struct state_tag){ stmt_str(st, 0, a), stmt_num(st, 1), stmt_num(st, 2) };
	if (!got) {
		*ret = arena_new(a, struct state_tag, tags.n);
		for (size_t i = 0; i < tags.n; i++)
			(*ret)[i] = tags.v[i];
		*n = tags.n;
	}
	vec_free(&tags);
	return got;
}

void
state_undone_tell(const struct state_undone *done, struct buf *out)
{
	if (*done->title)
		(void)buf_printf(out, tr("%s (‘%s’)"), done->what, done->title);
	else if (done->posts)
		(void)buf_printf(out, tr_n("%s (%lld post)", "%s (%lld posts)", (unsigned long)done->posts), done->what, (long long)done->posts);
	else
		(void)buf_puts(out, done->what);
}

int
state_dump(struct store *s, bool with_secrets, int (*line)(void *user, struct str text), void *user, struct err *err)
{
	struct dump dump = { .s = s, .with_secrets = with_secrets, .seq = 1, .step = 1, .line = line, .user = user };

	return dump_run(&dump, err);
}

int
state_restore(struct store *s, struct str lines, int64_t *applied, struct err *err)
{
	return restore_run(s, lines, applied, err);
}
