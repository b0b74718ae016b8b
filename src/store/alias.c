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

int
alias_resolve(struct store *s, struct str name, struct buf *out, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_ALIAS_FIND, err);
	struct buf key = { 0 };
	int got = -1;

	tag_key(&key, name);
	if (st) {
		stmt_bind_str(st, 1, buf_str(&key));
		got = stmt_step(s, st, err);
		if (got >= 0)
			(void)buf_add(out, got ? stmt_peek(st, 0) : name);
		stmt_done(st);
	}
	buf_free(&key);
	return got < 0 ? -1 : 0;
}
