#include "store/apply_tag.h"

#include <stdio.h>

#include "base/mem.h"
#include "store/store_impl.h"
#include "text/tag.h"

static int
find(struct store *s, struct str key, int64_t *id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_TAG_FIND, err);

	if (!st)
		return -1;
	stmt_bind_str(st, 1, key);
	return stmt_int(s, st, 0, id, err);
}

static int
set_name(struct store *s, int64_t id, struct str key, struct str name, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_TAG_NAME, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_str(st, 2, key);
	stmt_bind_str(st, 3, name);
	return stmt_run(s, st, err);
}

int
apply_tag_join(struct store *s, int64_t one, int64_t other, struct err *err)
{
	static const enum stmt steps[] = { STMT_TAG_JOIN, STMT_TAG_EMPTY, STMT_TAG_DROP };

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		sqlite3_stmt *st = stmt_get(s, steps[i], err);

		if (!st)
			return -1;
		stmt_bind_int(st, 1, one);
		if (steps[i] == STMT_TAG_JOIN)
			stmt_bind_int(st, 2, other);
		if (stmt_run(s, st, err) < 0)
			return -1;
	}
	return 0;
}

/* Takes the tag out of the way under a key that no tag has; *id is 0 where there is none. */
static int
lift(struct store *s, struct str from, int64_t *id, struct err *err)
{
	struct buf key = { 0 };
	char aside[32];
	int rc;

	tag_key(&key, from);
	rc = find(s, buf_str(&key), id, err);
	buf_free(&key);
	if (rc < 0 || !*id)
		return rc;
	(void)snprintf(aside, sizeof aside, "\n%lld", (long long)*id);
	return set_name(s, *id, str_of(aside), from, err);
}

static int
put(struct store *s, int64_t id, struct str to, struct err *err)
{
	struct buf key = { 0 };
	int64_t there;
	int rc;

	tag_key(&key, to);
	rc = find(s, buf_str(&key), &there, err);
	/* One that no post has any more has left its name only. */
	if (!rc && there)
		rc = apply_tag_join(s, there, id, err);
	if (!rc)
		rc = set_name(s, id, buf_str(&key), to, err);
	buf_free(&key);
	return rc;
}

int
apply_tag_moves(struct store *s, const struct apply_tag_move *moves, size_t n, struct err *err)
{
	int64_t *ids = mem_zalloc(n ? n : 1, sizeof *ids);
	int rc = 0;

	for (size_t i = 0; i < n && !rc; i++)
		rc = lift(s, moves[i].from, &ids[i], err);
	for (size_t i = 0; i < n && !rc; i++)
		if (ids[i])
			rc = put(s, ids[i], moves[i].to, err);
	free(ids);
	return rc;
}

int
apply_tag_line(struct store *s, const json_t *line, struct err *err)
{
	const json_t *tags = json_object_get(line, "tags");
	size_t n = json_array_size(tags), taken = 0;
	struct apply_tag_move *moves = mem_zalloc(n ? n : 1, sizeof *moves);
	int rc;

	for (size_t i = 0; i < n; i++) {
		const json_t *tag = json_array_get(tags, i);
		struct apply_tag_move move = { line_str(tag, "from"), line_str(tag, "to") };

		if (move.from.n && move.to.n)
			moves[taken++] = move;
	}
	rc = apply_tag_moves(s, moves, taken, err);
	free(moves);
	return rc;
}
