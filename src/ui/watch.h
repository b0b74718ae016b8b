/*
 * What others change while the reader is open: the cache, by a sync or a
 * command, and the feeds file, by hand. Without inotify the reader works all the
 * same, and sees it at the next start.
 */
#ifndef UI_WATCH_H
#define UI_WATCH_H

#include <stdbool.h>

struct watch {
	int fd;      /* to be polled; -1 where there is none */
	int feeds, cache; /* the watches on the folders of the feeds file and of the cache */
	char name[256];   /* of the feeds file */
};

struct watch_news {
	bool is_written; /* the cache */
	bool is_edited;  /* the feeds file is another */
	bool is_moved;   /* files of the cache have come or gone */
};

/* wal: what a writer of the cache writes into. Close it in any case. */
void watch_open(struct watch *w, const char *wal);

/* Takes all that has happened. */
void watch_read(const struct watch *w, struct watch_news *ret);

void watch_close(const struct watch *w);

#endif
