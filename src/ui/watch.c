#include "ui/watch.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/path.h"

/* Editors write it in place or put another there: its folder tells both. A symlink is followed to where the file is kept. */
static void
watch_feeds(struct watch *w)
{
	struct path file;
	char *real, *name;

	if (path_config(&file, "feeds", NULL) < 0)
		return;
	real = realpath(file.p, NULL);
	name = strrchr(real ? real : file.p, '/');
	if (name && (size_t)snprintf(w->name, sizeof w->name, "%s", name + 1) < sizeof w->name) {
		*name = '\0';
		w->feeds = inotify_add_watch(w->fd, real ? real : file.p, IN_CLOSE_WRITE | IN_MOVED_TO | IN_MASK_ADD);
	}
	free(real);
}

/* The cache may be deleted, and another one put there. */
static void
watch_cache(struct watch *w, const char *wal)
{
	const char *name = strrchr(wal, '/');
	struct path folder;

	if (name && (size_t)snprintf(folder.p, sizeof folder.p, "%.*s", (int)(name - wal), wal) < sizeof folder.p)
		w->cache = inotify_add_watch(w->fd, folder.p, IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM | IN_MASK_ADD);
}

void
watch_open(struct watch *w, const char *wal)
{
	*w = (struct watch){ .fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK), .feeds = -1, .cache = -1 };
	if (w->fd < 0)
		return;
	(void)inotify_add_watch(w->fd, wal, IN_MODIFY);
	watch_cache(w, wal);
	watch_feeds(w);
}

static void
take(const struct watch *w, const struct inotify_event *event, struct watch_news *ret)
{
	if (event->wd != w->feeds && event->wd != w->cache)
		ret->is_written = true;
	if (event->wd == w->feeds && event->len && !strcmp(event->name, w->name))
		ret->is_edited = true;
	if (event->wd == w->cache && event->len && !strncmp(event->name, "sosik.db", strlen("sosik.db")))
		ret->is_moved = true;
}

void
watch_read(const struct watch *w, struct watch_news *ret)
{
	_Alignas(struct inotify_event) char events[4096];
	ssize_t n;

	*ret = (struct watch_news){ 0 };
	while ((n = read(w->fd, events, sizeof events)) > 0)
		for (ssize_t at = 0; at < n;) {
			const struct inotify_event *event = (const struct inotify_event *)(const void *)(events + at);

			take(w, event, ret);
			at += (ssize_t)sizeof *event + event->len;
		}
}

void
watch_close(const struct watch *w)
{
	if (w->fd >= 0)
		(void)close(w->fd);
}
