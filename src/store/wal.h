/*
 * The write-ahead log of the cache while a sync stores: what it has is brought
 * into the file now and then, for which the disk is waited for. The sync
 * leaves that to the process beside it that makes the index.
 */
#ifndef STORE_WAL_H
#define STORE_WAL_H

#include <stdbool.h>

struct store;

/*
 * Pages of a log: those that are worth to be brought in; those from which on who writes most of it does that itself, just behind
 * the second time, when little is left and the log can begin anew; and the same for one who is alone.
 */
enum { WAL_CARRY_PAGES = 3000, WAL_LEFT_PAGES = 7000, WAL_ALONE_PAGES = 5000 };

/* Another process does it from now on, or does not any more: this one only where the log becomes long all the same. */
void wal_leave(struct store *s, bool is_left);

/* This process does it from now on, behind its own transactions, for others as well. */
void wal_watch(struct store *s);

/*
 * After a transaction that failed on a full disk: what it has written behind the last one that is whole, which nobody reads, is
 * room again for who has something to say of it, or to tag. Nothing is brought in when the cache is closed: that takes more.
 */
void wal_give_back(struct store *s);

/* Now. */
void wal_carry(struct store *s);

#endif
