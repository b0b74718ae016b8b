/*
 * The file of a write-ahead log, written many pages at a time. SQLite writes
 * two pieces a page; a call each costs more than what is in them.
 */
#ifndef STORE_WAL_FILE_H
#define STORE_WAL_FILE_H

enum { WAL_FILE_BYTES = 64 << 10 }; /* kept back at most; SQLite's own way to files takes less than 128 KB at once */

/*
 * For all connections that are opened from now on; once. Others see nothing else: what is kept back is written before
 * the transaction is said to be done, and failing to is its failure.
 */
void wal_file_set(void);

#endif
