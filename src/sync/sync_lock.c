#include "sync/sync_lock.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/num.h"
#include "base/path.h"
#include "base/tr.h"

static int64_t
holder_of(const char *path)
{
	struct buf text = BUF_CAPPED(64);
	int64_t pid = 0;

	if (!file_read(path, text.max, &text, NULL))
		(void)num_parse(str_trim(buf_str(&text)), 1, INT32_MAX, &pid);
	buf_free(&text);
	return pid;
}

/* Whether a sync has this number, on this machine: all that can be known where there are no locks. */
static bool
runs(int64_t pid)
{
	struct buf name = BUF_CAPPED(64);
	char path[64];
	bool is_sync;

	(void)snprintf(path, sizeof path, "/proc/%" PRId64 "/comm", pid);
	is_sync = pid && pid != getpid() && !file_read(path, name.max, &name, NULL) && str_is(str_trim(buf_str(&name)), "sosik-sync");
	buf_free(&name);
	return is_sync;
}

static void
write_pid(int fd)
{
	char text[32];
	int n = snprintf(text, sizeof text, "%ld\n", (long)getpid());

	if (!ftruncate(fd, 0))
		(void)file_write_fd(fd, text, (size_t)n);
}

int
sync_lock_take(struct err *err)
{
	struct path path;
	int fd;

	if (path_data(&path, "sync.lock", err) < 0)
		return -1;
	fd = file_lock(path.p, false, err);
	if (fd < 0 && err->code == ERR_FAILED)
		err->code = ERR_CACHE; /* a folder that cannot be written has no cache either */
	if (fd >= 0 && !file_has_lock(fd) && runs(holder_of(path.p))) {
		(void)close(fd);
		return err_set(err, ERR_BUSY, tr("another sync is running (process %" PRId64 ")"), holder_of(path.p));
	}
	if (fd >= 0)
		write_pid(fd);
	else if (err->code == ERR_BUSY)
		err_set(err, ERR_BUSY, tr("another sync is running (process %" PRId64 ")"), holder_of(path.p));
	return fd;
}

bool
sync_lock_is_one(void)
{
	struct path path;
	int fd = path_data(&path, "sync.lock", NULL) < 0 ? -1 : open(path.p, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	bool is_one = fd < 0 || file_has_lock(fd);

	if (fd >= 0)
		(void)close(fd);
	return is_one;
}
