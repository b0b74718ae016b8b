/*
 * The inside of struct store, for the files of this folder only.
 */
#ifndef STORE_STORE_IMPL_H
#define STORE_STORE_IMPL_H

#include <sqlite3.h>
#include <stdbool.h>

#include "base/buf.h"
#include "base/ids.h"
#include "base/path.h"
#include "base/vec.h"
#include "store/db.h"
#include "store/stmt.h"
#include "store/store.h"

enum { STORE_LISTS = 4, STORE_LISTS_OF_FEW = 6 };

/* post.stub: what is there of a post. */
enum store_known {
	STORE_GIVEN,    /* all that a feed gave */
	STORE_NAMED,    /* what the journal has of it: title, link, date */
	STORE_NAMELESS, /* its identity: never shown */
	STORE_PURGED,   /* the same, and it does not come back (store/purge.h) */
	STORE_ADOPTED,   /* from here on: another feed has it now (store/adopt.h) */
};

/* What a list of store/query_list.h or store/hits_narrow.h holds. */
struct store_list {
	struct buf expr;
	struct ids ids;
	int64_t version;  /* store_version() when it was filled */
	bool is_filled;
};

/* A post that waits for the search index; turn tells its text from a later one. */
struct store_waiting {
	int64_t post, turn;
};

struct store_waitings {
	vec(struct store_waiting) v;
};

struct store {
	sqlite3 *db;
	enum store_mode mode;
	int depth;          /* transactions begun and not ended; only the outermost is SQLite's */
	bool is_either;     /* where it cannot be written it is opened for reading, and that is told */
	const struct store_opening *opening; /* while it is opened; NULL: nobody looks on */
	struct db_wait wait; /* for other processes; who stops it stops queries, too */
	int stamp;          /* the stamp's descriptor, -1 when there is none (store/stamp.h) */
	int young;          /* the mark of a young cache, -1 when there is none (store/young.h) */
	int young_log;      /* its log, open until another process has it; -1 */
	bool is_full;       /* so was the disk: the log stays as it is when the cache is closed (store/wal.h) */
	bool is_suspect;    /* the cache may have been damaged since it was last closed */
	bool is_in_memory;  /* there is no cache */
	bool has_index;     /* the search index is attached (store/index_file.h) */
	int64_t index_version; /* store_version() when it was last looked at, 0: never */
	int carried;        /* pages of the log of the cache that are in its file (store/wal.h) */
	struct index_write *index_write; /* NULL until something is brought in */
	struct index_apart *index_apart; /* NULL: none is made (store/index_apart.h) */
	struct trace *trace; /* NULL: not needed so far (store/trace.h) */
	struct categories *categories; /* NULL: none is known so far (store/category.h) */
	struct story_heads *heads; /* NULL: none is kept (store/story_head.h) */
	struct store_waitings waiting; /* what temp.post_waiting has, from the highest number (store/index_prepare.h) */
	bool has_waiting;   /* something waited when temp.post_waiting was filled */
	int64_t waiting_version, waiting_left; /* of temp.post_waiting: store_version() when it was filled, 0: it is not there */
	struct store_list lists[STORE_LISTS];
	bool has_lists;   /* SQL can ask for them */
	struct store_list few[STORE_LISTS_OF_FEW]; /* those of store/hits_narrow.h */
	int snapshots;      /* begun and not ended (store/snapshot.h) */
	bool has_snapshot;  /* the outermost is a transaction of its own */
	int64_t own_changes; /* of tables in memory, which are no part of the cache */
	char device[33];    /* this machine's name in the journal, hex */
	struct path folder, file, wal, journal, index;
	sqlite3_stmt *stmts[STMT_COUNT];
};

#endif
