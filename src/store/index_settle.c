#include "store/index_settle.h"

#include <unistd.h>

#include "store/db.h"
#include "store/index_file.h"
#include "store/index_write.h"
#include "store/index_write_parts.h"
#include "store/store_impl.h"

static const char begin_merge[] = "BEGIN IMMEDIATE; INSERT INTO post_index(post_index, rank) VALUES('usermerge', 4)";
static const char merge_pages[] = "INSERT INTO post_index(post_index, rank) VALUES('merge', 500)";
static const char end_merge[] = "INSERT INTO post_index(post_index, rank) VALUES('usermerge', 16)"; /* FTS5 takes no larger number */

int
index_settle_is_due(struct store *s, int64_t large, bool *ret, struct err *err)
{
	int64_t parts, pages;

	if (index_write_parts_count(s, &parts, &pages, err) < 0)
		return -1;
	*ret = pages >= large && parts > INDEX_SETTLE_PARTS;
	return 0;
}

/* A transaction of the index ends. */
static int
end(struct store *s, int rc, struct err *err)
{
	if (!rc)
		rc = db_exec(index_write_db(s), "COMMIT", err);
	if (rc < 0)
		index_write_cancel(s);
	return rc;
}

/* ---- one that others read */

/* Any four parts of a level are merged, some pages of them. A merge that finds nothing to do counts as one change. */
static int
merge(struct store *s, bool *is_merged, struct err *err)
{
	sqlite3 *db = index_write_db(s);
	int64_t before;
	int rc = db_exec(db, begin_merge, err);

	before = sqlite3_total_changes64(db);
	if (!rc)
		rc = db_exec(db, merge_pages, err);
	*is_merged = sqlite3_total_changes64(db) - before > 1;
	if (!rc)
		rc = db_exec(db, end_merge, err);
	return end(s, rc, err);
}

static int
step(struct store *s, int64_t large, bool *is_done, struct err *err)
{
	bool has_wal, is_due, is_merged;

	if (index_write_open(s, &has_wal, err) < 0 || index_settle_is_due(s, large, &is_due, err) < 0)
		return -1;
	*is_done = !has_wal || !is_due;
	if (*is_done)
		return 0;
	if (merge(s, &is_merged, err) < 0)
		return -1;
	*is_done = !is_merged;
	return 0;
}

int
index_settle(struct store *s, int64_t large, bool *is_done, struct err *err)
{
	int lock, rc;

	*is_done = true;
	if (s->is_in_memory || access(s->index.p, F_OK) < 0 || index_file_is_locked(s))
		return 0;
	lock = index_file_lock(s, err);
	if (lock < 0)
		return -1;
	rc = step(s, large, is_done, err);
	(void)close(lock);
	if (!*is_done)
		db_yield();
	return rc;
}

/* ---- one that is made apart */

int
index_settle_apart(struct store *s, bool *is_done, struct err *err)
{
	bool is_joined = false;
	int rc = db_exec(index_write_db(s), "BEGIN IMMEDIATE", err);

	if (!rc)
		rc = index_write_parts_join(s, &is_joined, err);
	*is_done = !is_joined;
	return end(s, rc, err);
}
