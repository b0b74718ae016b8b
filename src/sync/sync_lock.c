#include "sync/sync_lock.h"

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
	if (fd >= 0)
		write_pid(fd);
	else if (err->code == ERR_BUSY)
		err_set(err, ERR_BUSY, tr("another sync is running (process %" PRId64 ")"), holder_of(path.p));
	return fd;
}
