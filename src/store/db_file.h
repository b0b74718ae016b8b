/*
 * Looks at a database's file beside the connections to it. To open and close it as any other file drops all locks that
 * this process has on it (fcntl(2)), and others would take its WAL away; SQLite knows of its own and waits.
 */
#ifndef STORE_DB_FILE_H
#define STORE_DB_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The n bytes of path from at on, whatever a WAL has beside them; false when there is no such file, or it ends before. */
bool db_file_read(const char *path, int64_t at, void *ret, size_t n);

/* Has what was written to path on the disk: 0, also where there is no such file. */
int db_file_sync(const char *path);

#endif
