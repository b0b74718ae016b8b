#include "store/purge.h"

#include "base/vec.h"
#include "store/apply.h"
#include "store/line_part.h"
#include "store/store_impl.h"
#include "store/writing.h"

static int
run(struct store *s, enum stmt which, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	return st ? stmt_run(s, st, err) : -1;
}

/* The ids into temp.act. */
static int
put_ids(struct store *s, const int64_t *ids, size_t n, struct err *err)
{
	if (run(s, STMT_ACT_CLEAR, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		sqlite3_stmt *st = stmt_get(s, STMT_ACT_ADD, err);

		if (!st)
			return -1;
		stmt_bind_int(st, 1, ids[i]);
		if (stmt_run(s, st, err) < 0)
			return -1;
	}
	return 0;
}

static int
count(struct store *s, struct purge_spared *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_PURGE_SPARED, err);

	if (!st || stmt_step(s, st, err) < 0)
		return -1;
	*ret = (struct purge_spared){ stmt_num(st, 0), stmt_num(st, 1), stmt_num(st, 2) };
	stmt_done(st);
	return 0;
}

int
purge_choose(struct store *s, int64_t *ids, size_t *n, struct purge_spared *spared, struct err *err)
{
	sqlite3_stmt *st;
	size_t left = 0;
	int got = 1;

	if (put_ids(s, ids, *n, err) < 0 || count(s, spared, err) < 0 || run(s, STMT_PURGE_SPARE, err) < 0)
		return -1;
	st = stmt_get(s, STMT_ACT_LIST, err);
	if (!st)
		return -1;
	while (left < *n && (got = stmt_step(s, st, err)) > 0)
		ids[left++] = stmt_num(st, 0);
	stmt_done(st);
	*n = left;
	return got < 0 ? -1 : 0;
}

int
purge_left(struct store *s, int64_t **ids, size_t *n, struct err *err)
{
	vec(int64_t) list = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_PURGE_LEFT, err);
	int got = -1;

	while (st && (got = stmt_step(s, st, err)) > 0)
		*vec_add(&list) = stmt_num(st, 0);
	*ids = list.v;
	*n = list.n;
	return got;
}

/* The posts in temp.act as one line of the journal. */
static int
write_line(struct writing *w, int64_t *n, struct err *err)
{
	sqlite3_stmt *st = stmt_get(w->s, STMT_ACT_NAMES, err);
	struct buf parts = { 0 }, line = { 0 };
	struct line_part_writer part;
	int64_t place;
	int got = -1;

	line_part_begin(&part, &parts, LINE_PURGE, STR_NONE);
	while (st && (got = stmt_step(w->s, st, err)) > 0)
		line_part_add(&part, stmt_peek(st, 0), stmt_peek(st, 1), STR_NONE, STR_NONE, 0);
	*n = line_part_end(&part);
	if (!got && *n) {
		line_begin(&line, ++w->seq, "state");
		(void)buf_printf(&line, ",\"parts\":[%s]}", buf_cstr(&parts));
		got = writing_write(w, buf_str(&line), &place, err);
	}
	buf_free(&parts);
	buf_free(&line);
	return got;
}

int
purge_run(struct store *s, const int64_t *ids, size_t n, int64_t *gone, struct err *err)
{
	struct writing w;
	int64_t count_gone = 0;
	int rc = -1;

	if (writing_begin(&w, s, err) < 0)
		return -1;
	if (!put_ids(s, ids, n, err) && !run(s, STMT_PURGE_SPARE, err))
		rc = write_line(&w, &count_gone, err);
	if (!rc && count_gone)
		rc = apply_part(s, LINE_PURGE, STR_NONE, err) < 0 || apply_set(s, "purge_seq", w.seq, err) < 0 ? -1 : 0;
	rc = writing_end(&w, rc, err);
	if (!rc)
		*gone = count_gone;
	return rc;
}
