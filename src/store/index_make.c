#include "store/index_make.h"

#include <stdio.h>

#include "store/db.h"
#include "store/index_drop.h"
#include "store/index_write.h"
#include "store/schema.h"
#include "store/store_impl.h"

static const char make[] =
	"DROP TABLE IF EXISTS post_index; DROP TABLE IF EXISTS mark;"
	"CREATE VIRTUAL TABLE post_index USING " SCHEMA_INDEX ";"
	"INSERT INTO post_index(post_index, rank) VALUES('automerge', 0), ('usermerge', 16), ('crisismerge', 64);"
	"CREATE TABLE mark(id INTEGER NOT NULL, slice INTEGER NOT NULL, form INTEGER NOT NULL);";

int64_t
index_make_id(void)
{
	uint64_t n = 0;

	sqlite3_randomness(sizeof n, &n);
	return (int64_t)(n >> 2) + 1;
}

int
index_make_tables(struct store *s, int64_t id, struct err *err)
{
	char mark[96];
	bool has_wal;

	if (index_write_open(s, &has_wal, err) < 0 || db_exec(index_write_db(s), "BEGIN IMMEDIATE", err) < 0)
		return -1;
	(void)snprintf(mark, sizeof mark, "INSERT INTO mark(id, slice, form) VALUES(%lld, 0, %d)", (long long)id, INDEX_TEXT_FORM);
	if (!db_exec(index_write_db(s), make, err) && !db_exec(index_write_db(s), mark, err))
		return db_exec(index_write_db(s), "COMMIT", err);
	index_write_cancel(s);
	return -1;
}

int
index_make_empty(struct store *s, int64_t id, struct err *err)
{
	struct err why = { 0 };

	if (!index_make_tables(s, id, &why))
		return 0;
	if (why.code == ERR_CACHE) {
		index_write_close(s);
		index_drop(s->index.p);
		return index_make_tables(s, id, err);
	}
	*err = why;
	return -1;
}
