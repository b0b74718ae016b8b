#include "store/alias.h"

#include "store/store_impl.h"
#include "text/tag.h"

int
alias_add(struct store *s, struct str alias, struct str name, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_ALIAS_ADD, err);
	struct buf key = { 0 }, tag = { 0 };
	int rc = -1;

	tag_key(&key, alias);
	tag_key(&tag, name);
	if (st) {
		stmt_bind_str(st, 1, buf_str(&key));
		stmt_bind_str(st, 2, buf_str(&tag));
		stmt_bind_str(st, 3, name);
		rc = stmt_run(s, st, err);
	}
	buf_free(&key);
	buf_free(&tag);
	return rc;
}

/* 1 with what this very name is an alias of in out, 0 when it is none, -1 with *err. */
static int
find(struct store *s, struct str name, struct buf *out, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_ALIAS_FIND, err);
	struct buf key = { 0 };
	int got = -1;

	tag_key(&key, name);
	if (st) {
		stmt_bind_str(st, 1, buf_str(&key));
		got = stmt_step(s, st, err);
		if (got > 0)
			(void)buf_add(out, stmt_peek(st, 0));
		stmt_done(st);
	}
	buf_free(&key);
	return got;
}

/* With lang for 언어 lang/go is 언어/go: the longest front that is an alias counts. */
int
alias_resolve(struct store *s, struct str name, struct buf *out, struct err *err)
{
	struct str front = name;
	int got = 0;

	while (front.n && !(got = find(s, front, out, err)))
		front = tag_parent(front);
	if (got >= 0)
		(void)buf_add(out, str_sub(name, front.n, name.n));
	return got < 0 ? -1 : 0;
}
