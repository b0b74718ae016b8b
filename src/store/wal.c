#include "store/wal.h"

#include <stdint.h>
#include <unistd.h>

#include "store/db.h"
#include "store/store_impl.h"
#include "store/young.h"

void
wal_leave(struct store *s, bool is_left)
{
	(void)sqlite3_wal_autocheckpoint(s->db, is_left ? WAL_LEFT_PAGES : WAL_ALONE_PAGES);
}

/* The bytes of the log that count, by what SQLite keeps of it in memory that all processes share (walformat.html, 2.1); -1 for no log. */
static int64_t
whole(sqlite3_file *file)
{
	enum { REGION = 32 << 10, SIZE_AT = 14, FRAMES_AT = 16, HEAD = 32, FRAME_HEAD = 24 };
	volatile void *shared = NULL;
	uint32_t size, frames;

	if (!file->pMethods || file->pMethods->iVersion < 2 || file->pMethods->xShmMap(file, 0, REGION, 0, &shared) != SQLITE_OK || !shared)
		return -1;
	size = ((const volatile uint16_t *)shared)[SIZE_AT / sizeof(uint16_t)];
	frames = ((const volatile uint32_t *)shared)[FRAMES_AT / sizeof frames];
	return HEAD + (int64_t)frames * (FRAME_HEAD + (size == 1 ? 1 << 16 : size));
}

void
wal_give_back(struct store *s)
{
	sqlite3_file *file = NULL, *log = NULL;
	sqlite3_int64 is = 0;
	int64_t wanted;

	s->is_full = true;
	if (access(s->wal.p, F_OK) < 0 || db_exec(s->db, "BEGIN IMMEDIATE", NULL) < 0)
		return; /* or another writes, who may be behind it already */
	(void)sqlite3_file_control(s->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	(void)sqlite3_file_control(s->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
	wanted = file && log && log->pMethods ? whole(file) : -1;
	if (wanted >= 0 && log->pMethods->xFileSize(log, &is) == SQLITE_OK && is > wanted)
		(void)log->pMethods->xTruncate(log, wanted);
	(void)db_exec(s->db, "ROLLBACK", NULL);
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
