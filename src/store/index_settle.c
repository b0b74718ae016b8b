#include "store/index_settle.h"

#include <unistd.h>

#include "store/db.h"
#include "store/index_file.h"
#include "store/index_write.h"
#include "store/store_impl.h"

enum { STEP_PAGES = 500 };

static int
step(struct store *s, int64_t large, bool *is_done, struct err *err)
{
	int64_t parts, pages;
	bool has_wal, is_merged;

	if (index_write_open(s, &has_wal, err) < 0 || index_write_count(s, &parts, &pages, err) < 0)
		return -1;
	*is_done = !has_wal || pages < large || parts <= INDEX_SETTLE_PARTS;
	if (*is_done)
		return 0;
	if (index_write_settle(s, STEP_PAGES, &is_merged, err) < 0)
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
