#include "store/compact.h"

#include "base/limits.h"
#include "base/vec.h"
#include "store/apply.h"
#include "store/dump.h"
#include "store/store_impl.h"
#include "store/writing.h"

enum {
	COMPACT_TIMES = 4,   /* longer than the live state */
	COMPACT_LATE = 16,   /* where somebody waits: a sync comes before that */
	LIVE_LEAST = LIMIT_JOURNAL_SHORT / COMPACT_TIMES,
	COMPACT_ACTIONS = 10000, /* lines of actions that can still be undone, about */
	COMPACT_TAIL = 32 << 20, /* bytes of them; one action may have more */
};

/* A line and where it begins. */
struct moved {
	int64_t seq, place;
};

/* The actions that stay. */
struct tail {
	struct buf *bytes;
	vec(struct moved) moved;
	int64_t oldest; /* first line of the oldest one */
	bool is_cut;    /* older ones go */
};

static int
collect(void *user, struct str text)
{
	struct buf *out = user;

	return buf_add(out, text) < 0 || buf_putc(out, '\n') < 0 ? -1 : 0;
}

/* Its line behind the snapshot: what it did stands in that already, it is only to be undone or done again. False for one that is not there any more. */
static bool
copy_action(struct tail *t, struct journal *j, int64_t seq, int64_t place, int64_t undone)
{
	const struct str name = str_lit("\"seq\":");
	struct moved moved = { seq, (int64_t)t->bytes->n };
	struct buf number = { 0 };
	struct str line;
	size_t from;
	int64_t at;
	bool is_it;

	if (!journal_seek(j, place) || journal_next(j, &line, &at, NULL) <= 0)
		return false;
	from = str_find(line, name); /* before it may stand what an earlier snapshot has put there */
	(void)buf_printf(&number, "%lld,", (long long)seq);
	is_it = from < line.n && str_starts(str_sub(line, from + name.n, line.n), buf_cstr(&number));
	buf_free(&number);
	if (!is_it)
		return false;
	(void)buf_printf(t->bytes, "{\"past\":%lld,", (long long)undone);
	if (collect(t->bytes, str_sub(line, from, line.n)) < 0)
		return false;
	*vec_add(&t->moved) = moved;
	return true;
}

static bool
is_full(const struct tail *t, size_t began)
{
	return t->moved.n >= COMPACT_ACTIONS || t->bytes->n - began >= COMPACT_TAIL;
}

/* The newest actions. The lines of one that has several stay together, for undo takes them back together. */
static int
copy_tail(struct tail *t, struct store *s, struct journal *j, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_ACTION_LIST, err);
	size_t began = t->bytes->n;
	int got = -1;

	t->oldest = INT64_MAX;
	while (st && (got = stmt_step(s, st, err)) > 0) {
		int64_t seq = stmt_num(st, 0), first = stmt_num(st, 3);

		if (seq < t->oldest && is_full(t, began)) {
			t->is_cut = true;
			break;
		}
		if (copy_action(t, j, seq, stmt_num(st, 1), stmt_num(st, 2)) && first < t->oldest)
			t->oldest = first;
	}
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

static int
run(struct store *s, enum stmt which, int64_t one, int64_t other, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, one);
	if (which == STMT_ACTION_MOVE)
		stmt_bind_int(st, 2, other);
	return stmt_run(s, st, err);
}

/* The undo stack after the lines moved. */
static int
note(struct store *s, const struct tail *t, int64_t size, struct err *err)
{
	if (t->is_cut && (run(s, STMT_ACTION_DROP_OLD, t->oldest, 0, err) < 0 || apply_set(s, "undo_cut", 1, err) < 0))
		return -1;
	for (size_t i = 0; i < t->moved.n; i++)
		if (run(s, STMT_ACTION_MOVE, t->moved.v[i].seq, t->moved.v[i].place, err) < 0)
			return -1;
	return apply_set(s, "applied_place", size, err);
}

static int
replace(struct store *s, struct journal *j, const struct tail *t, struct err *err)
{
	if (journal_replace(j, buf_str(t->bytes), err) < 0 || store_begin(s, err) < 0)
		return -1;
	if (note(s, t, j->size, err) < 0) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, err);
}

static int
set_live(struct store *s, int64_t live, struct err *err)
{
	if (store_begin(s, err) < 0)
		return -1;
	if (apply_set(s, "journal_live", live, err) < 0) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, err);
}

/* The state, behind it the actions, and whether there were older ones. */
static int
make(struct store *s, struct journal *j, struct tail *t, int64_t *live, struct err *err)
{
	struct dump dump = { .s = s, .with_secrets = true, .line = collect, .user = t->bytes };
	int64_t was_cut;

	if (apply_get(s, "applied_seq", &dump.seq, err) < 0 || apply_get(s, "undo_cut", &was_cut, err) < 0)
		return -1;
	line_begin(t->bytes, dump.seq, "snapshot");
	(void)buf_puts(t->bytes, "}\n");
	if (dump_run(&dump, err) < 0)
		return -1;
	*live = (int64_t)t->bytes->n;
	if (copy_tail(t, s, j, err) < 0)
		return -1;
	if (t->is_cut || was_cut) {
		line_begin(t->bytes, dump.seq, "cut");
		(void)buf_puts(t->bytes, "}\n");
	}
	return 0;
}

static int
is_long(struct store *s, int64_t size, int times, bool *ret, struct err *err)
{
	int64_t live;

	*ret = false;
	if (size < LIMIT_JOURNAL_SHORT)
		return 0;
	if (apply_get(s, "journal_live", &live, err) < 0)
		return -1;
	*ret = size >= times * (live > LIVE_LEAST ? live : LIVE_LEAST);
	return 0;
}

static int
compact(struct store *s, struct journal *j, struct err *err)
{
	struct buf bytes = { 0 };
	struct tail tail = { .bytes = &bytes };
	int64_t live;
	int rc = -1;

	if (make(s, j, &tail, &live, err) < 0)
		goto out;
	/* Where it would save less than half it is put off until the file is half as long again; what was saved is to come together twice. */
	if (2 * (int64_t)bytes.n > j->size) {
		rc = set_live(s, j->size / COMPACT_TIMES * 3 / 2, err);
		goto out;
	}
	if (live < (int64_t)bytes.n / 2)
		live = (int64_t)bytes.n / 2;
	rc = set_live(s, live, err);
	if (!rc)
		rc = replace(s, j, &tail, err);
out:
	vec_free(&tail.moved);
	buf_free(&bytes);
	return rc;
}

int
compact_if_long(struct store *s, struct journal *j, struct err *err)
{
	bool is;

	if (is_long(s, j->size, s->mode == STORE_CHECK ? COMPACT_TIMES : COMPACT_LATE, &is, err) < 0)
		return -1;
	return is ? compact(s, j, err) : 0;
}

int
compact_run(struct store *s, struct err *err)
{
	struct writing w;
	bool is;

	if (is_long(s, journal_size(s), COMPACT_TIMES, &is, err) < 0)
		return -1;
	if (!is)
		return 0;
	return writing_begin(&w, s, err) < 0 ? -1 : writing_end(&w, 0, err);
}
