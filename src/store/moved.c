#include "store/moved.h"

#include "store/store_impl.h"

bool
moved_away(struct store *s)
{
	int is_moved = 0;

	return !s->is_in_memory && sqlite3_file_control(s->db, "main", SQLITE_FCNTL_HAS_MOVED, &is_moved) == SQLITE_OK && is_moved;
}
