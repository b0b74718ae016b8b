#include "store/snapshot.h"

#include "store/db.h"
#include "store/index_file.h"
#include "store/store_impl.h"

int
snapshot_begin(struct store *s, struct err *err)
{
	if (!s->snapshots && index_file_look(s, err) < 0)
		return -1;
	if (!s->snapshots && sqlite3_get_autocommit(s->db)) {
		if (db_exec(s->db, "BEGIN", err) < 0)
			return -1;
		s->has_snapshot = true;
	}
	s->snapshots++;
	return 0;
}

void
snapshot_end(struct store *s)
{
	if (--s->snapshots || !s->has_snapshot)
		return;
	s->has_snapshot = false;
	/* What was stopped while it wrote into a table in memory has taken all of those back. */
	if (sqlite3_get_autocommit(s->db))
		s->waiting_version = 0;
	else
		(void)db_exec(s->db, "COMMIT", NULL);
}
