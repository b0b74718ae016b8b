/*
 * SQLite as a program without threads of ours needs it.
 */
#ifndef STORE_DB_SETUP_H
#define STORE_DB_SETUP_H

/* Before the first connection; further calls do nothing. */
void db_setup(void);

#endif
