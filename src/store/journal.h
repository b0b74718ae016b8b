/*
 * The journal: $XDG_DATA_HOME/sosik/journal/DEVICE.jsonl, one JSON object a
 * line (store/line.h), appended under flock and fsynced. While a struct
 * journal is open it holds that lock, and the last line is whole.
 */
#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

struct store;

struct journal {
	int fd;
	const char *path; /* the store's */
	int64_t size;     /* bytes; each line ends before or at it */
	struct buf ahead; /* what was read ahead of journal_next() */
	int64_t at;       /* where in the file ahead begins */
	size_t from;      /* what of it was handed out */
};

/* Finds this machine's name, or makes one, and with it the journal's path: s->device, s->journal. */
int journal_locate(struct store *s, struct err *err);

/* Waits for the lock, makes the file when there is none, takes off a last line that was torn. */
int journal_open(struct store *s, struct journal *j, struct err *err);
void journal_close(struct journal *j);

/* Writes line (without its line end) and fsyncs. *place is where it begins. On -1 the file is as it was. */
int journal_append(struct journal *j, struct str line, int64_t *place, struct err *err);

/* Takes back what was appended beyond size. */
void journal_cut(struct journal *j, int64_t size);

/* From here journal_next() reads; false when no line begins at place. */
bool journal_seek(struct journal *j, int64_t place);

/* The next line, without its line end, valid until the next call; *place is where it begins. 1 a line, 0 the end, -1 with *err. */
int journal_next(struct journal *j, struct str *line, int64_t *place, struct err *err);

/* Replaces the whole file by bytes, and stays open on it. */
int journal_replace(struct journal *j, struct str bytes, struct err *err);

/* The file's size without its lock; 0 when there is none. */
int64_t journal_size(const struct store *s);

/* Whether somebody has its lock. */
bool journal_is_held(const struct store *s);

#endif
