#include "store/compact.h"

#include "base/limits.h"
#include "store/apply.h"
#include "store/dump.h"
#include "store/store_impl.h"

enum {
	COMPACT_TIMES = 4,   /* longer than the live state */
	COMPACT_ACTIONS = 100, /* which can still be undone */
	COMPACT_TAIL = 16 << 20, /* bytes of them at most */
};

static int
collect(void *user, struct str text)
{
	struct buf *out = user;

	return buf_add(out, text) < 0 || buf_putc(out, '\n') < 0 ? -1 : 0;
}

/* Where the line at place belongs to an action of several: back to the first of them. They stay together, for undo takes them back together. */
static int
find_first(struct store *s, struct journal *j, int64_t *seq, int64_t *place, struct err *err)
{
	struct str text;
	json_t *line;
	sqlite3_stmt *st;
	int64_t at, first, from;

	if (!journal_seek(j, *place) || journal_next(j, &text, &at, err) <= 0)
		return 0;
	line = line_parse(text);
	first = line_int(line, "with");
	json_decref(line);
	st = first > 0 ? stmt_get(s, STMT_ACTION_PLACE, err) : NULL;
	if (!st)
		return first > 0 ? -1 : 0;
	stmt_bind_int(st, 1, first);
	if (stmt_int(s, st, -1, &from, err) < 0)
		return -1;
	if (from >= 0) {
		*seq = first;
		*place = from;
	}
	return 0;
}

/* The first of the actions whose lines stay: the last one, and the last 100 as far as their bytes go. *seq is one past the newest when there is none. */
static int
find_tail(struct store *s, struct journal *j, int64_t *seq, int64_t *place, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_ACTION_TAIL, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, j->size - COMPACT_TAIL);
	stmt_bind_int(st, 2, COMPACT_ACTIONS);
	got = stmt_step(s, st, err);
	if (got < 0)
		return -1;
	if (got) {
		*seq = stmt_num(st, 0);
		*place = stmt_num(st, 1);
		stmt_done(st);
		return find_first(s, j, seq, place, err);
	}
	*place = j->size;
	return apply_get(s, "applied_seq", seq, err) < 0 ? -1 : (*seq += 1, 0);
}

/* The lines from place on, as they are. */
static int
copy_tail(struct journal *j, int64_t place, struct buf *out, struct err *err)
{
	struct str line;
	int64_t at;
	int got;

	if (!journal_seek(j, place))
		return -1;
	while ((got = journal_next(j, &line, &at, err)) > 0)
		if (collect(out, line) < 0)
			return -1;
	return got;
}

/* The undo stack after the lines moved. */
static int
note(struct store *s, int64_t first, int64_t shift, int64_t size, struct err *err)
{
	const struct { enum stmt which; int64_t value; } steps[] = {
		{ STMT_ACTION_DROP_OLD, first }, { STMT_ACTION_SHIFT, shift },
	};

	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		sqlite3_stmt *st = stmt_get(s, steps[i].which, err);

		if (!st)
			return -1;
		stmt_bind_int(st, 1, steps[i].value);
		if (stmt_run(s, st, err) < 0)
			return -1;
	}
	return apply_set(s, "applied_place", size, err);
}

static int
replace(struct store *s, struct journal *j, struct buf *bytes, int64_t first, int64_t place, struct err *err)
{
	int64_t shift = (int64_t)bytes->n - place;

	if (copy_tail(j, place, bytes, err) < 0)
		return -1;
	if (journal_replace(j, buf_str(bytes), err) < 0 || store_begin(s, err) < 0)
		return -1;
	if (note(s, first, shift, j->size, err) < 0) {
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

int
compact_if_long(struct store *s, struct journal *j, struct err *err)
{
	struct buf bytes = { 0 };
	int64_t live, seq, place;
	struct dump dump = { .s = s, .with_secrets = true, .line = collect, .user = &bytes };
	int rc = -1;

	if (j->size < LIMIT_JOURNAL_SHORT)
		return 0;
	if (apply_get(s, "journal_live", &live, err) < 0)
		return -1;
	if (j->size < COMPACT_TIMES * live)
		return 0;
	if (find_tail(s, j, &seq, &place, err) < 0)
		return -1;
	dump.seq = seq - 1;
	line_begin(&bytes, dump.seq, "snapshot");
	(void)buf_puts(&bytes, "}\n");
	if (dump_run(&dump, err) < 0)
		goto out;
	live = (int64_t)bytes.n;
	/* Where it would save less than half it is put off until the file is half as long again. */
	if (2 * (live + j->size - place) > j->size)
		rc = set_live(s, j->size / COMPACT_TIMES * 3 / 2, err);
	else if (!(rc = set_live(s, live, err)))
		rc = replace(s, j, &bytes, seq, place, err);
out:
	buf_free(&bytes);
	return rc;
}
