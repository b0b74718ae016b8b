#include "store/wal.h"

#include "store/store_impl.h"
#include "store/young.h"

void
wal_leave(struct store *s, bool is_left)
{
	(void)sqlite3_wal_autocheckpoint(s->db, is_left ? WAL_LEFT_PAGES : WAL_ALONE_PAGES);
}

/* SQLite waits for the file only if all of the log is in it, and others go on writing. So it is waited for here, where nobody waits for us. */
void
wal_carry(struct store *s)
{
	sqlite3_file *file = NULL;
	int all, done;

	if (sqlite3_wal_checkpoint_v2(s->db, "main", SQLITE_CHECKPOINT_PASSIVE, &all, &done) != SQLITE_OK)
		return;
	s->carried = done;
	if (young_is(s))
		return;
	(void)sqlite3_file_control(s->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	if (file && file->pMethods)
		(void)file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
}

static int
on_commit(void *user, sqlite3 *db, const char *name, int pages)
{
	struct store *s = user;

	(void)db, (void)name;
	if (pages < s->carried)
		s->carried = 0; /* it has begun anew */
	if (pages - s->carried >= WAL_CARRY_PAGES)
		wal_carry(s);
	return SQLITE_OK;
}

void
wal_watch(struct store *s)
{
	(void)sqlite3_wal_hook(s->db, on_commit, s);
}
