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
	int feeds;   /* the watch on the folder of the feeds file */
	char name[256]; /* of that file in it */
};

/* wal: what a writer of the cache writes into. Close it in any case. */
void watch_open(struct watch *w, const char *wal);

/* Takes all that has happened: *cache when the cache was written, *feeds when the feeds file is another. */
void watch_read(const struct watch *w, bool *cache, bool *feeds);

void watch_close(const struct watch *w);

#endif
