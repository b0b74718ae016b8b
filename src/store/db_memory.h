/*
 * SQLite's memory. A statement takes and gives back some dozen small blocks
 * each time it runs; a SQLite that was built without its own lookaside for
 * them (Debian's) asks malloc() for each. Here those that were given back
 * are kept by size for the next who asks.
 */
#ifndef STORE_DB_MEMORY_H
#define STORE_DB_MEMORY_H

/* Before anything else of SQLite; it is used by one thread then. */
void db_memory_set(void);

/* What is kept goes back to the system: behind sqlite3_db_release_memory(). */
void db_memory_give_back(void);

#endif
