#include "sync/sync_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/num.h"
#include "base/path.h"
#include "base/tr.h"
#include "text/clean.h"
#include "text/date.h"

enum { LOCK_BELIEVED_S = 3600, HOST_SIZE = 65 };

/* Who has it, as its file says. */
struct holder {
	struct buf text;   /* of the file */
	int64_t pid, since; /* 0, CLOCK_NONE: not known */
	struct str host;    /* in text */
};

static void
read_host(char ret[HOST_SIZE])
{
	if (gethostname(ret, HOST_SIZE) < 0)
		*ret = '\0';
	ret[HOST_SIZE - 1] = '\0';
}

static void
read_holder(const char *path, struct holder *ret)
{
	struct str rest, word;

	*ret = (struct holder){ .text = BUF_CAPPED(256), .since = CLOCK_NONE };
	if (file_read(path, ret->text.max, &ret->text, NULL) < 0)
		return;
	str_cut(str_trim(buf_str(&ret->text)), ' ', &word, &rest);
	(void)num_parse(word, 1, INT32_MAX, &ret->pid);
	str_cut(rest, ' ', &word, &ret->host);
	if (!num_parse(word, 1, INT64_MAX, &ret->since))
		ret->since = CLOCK_NONE;
}

static void
write_holder(int fd)
{
	char host[HOST_SIZE], text[HOST_SIZE + 64];
	int n;

	read_host(host);
	n = snprintf(text, sizeof text, "%ld %" PRId64 " %s\n", (long)getpid(), clock_now(), host);
	if (!ftruncate(fd, 0))
		(void)file_write_fd(fd, text, (size_t)n);
}

/* A process of that number that is no sync has only come after it. */
static bool
is_running(int64_t pid)
{
	struct buf name = BUF_CAPPED(64);
	char path[64];
	bool ret;

	(void)snprintf(path, sizeof path, "/proc/%" PRId64 "/comm", pid);
	if (kill((pid_t)pid, 0) < 0 && errno == ESRCH)
		return false;
	ret = file_read(path, name.max, &name, NULL) < 0 || str_starts(buf_str(&name), "sosik");
	buf_free(&name);
	return ret;
}

/* Whether the file alone says that another has it. */
static bool
is_held(const struct holder *holder)
{
	char host[HOST_SIZE];
	int64_t now = clock_now();

	if (!holder->pid || holder->since == CLOCK_NONE)
		return false;
	read_host(host);
	if (str_is(holder->host, host))
		return holder->pid != getpid() && is_running(holder->pid);
	return now >= holder->since && now - holder->since < LOCK_BELIEVED_S;
}

static int
refuse(const struct holder *holder, struct err *err)
{
	struct buf since = { 0 }, on = { 0 };
	char host[HOST_SIZE];

	read_host(host);
	if (holder->since != CLOCK_NONE) {
		date_list_clock(&since, holder->since, clock_now());
		clean_line(&on, holder->host);
	}
	if (!holder->pid)
		err_set(err, ERR_BUSY, "%s", tr("another sync is running"));
	else if (!since.n)
		err_set(err, ERR_BUSY, tr("another sync is running (process %" PRId64 ")"), holder->pid);
	else if (str_is(buf_str(&on), host))
		err_set(err, ERR_BUSY, tr("another sync is running (process %" PRId64 ", since %s)"), holder->pid, buf_cstr(&since));
	else
		err_set(err, ERR_BUSY, tr("another sync is running on %s (process %" PRId64 ", since %s)"), buf_cstr(&on), holder->pid,
			buf_cstr(&since));
	buf_free(&since);
	buf_free(&on);
	return -1;
}

/* A folder that cannot be written has no cache either; why there is none err says by itself. */
static int
tell_failure(struct err *err)
{
	struct path folder;

	if (err->code == ERR_FAILED)
		err->code = ERR_CACHE;
	if (!path_data(&folder, "", NULL) && access(folder.p, W_OK) < 0 && errno != ENOENT)
		return err_errno(err, ERR_CACHE, tr("nothing was changed, %s can only be read"), folder.p);
	return -1;
}

int
sync_lock_take(struct err *err)
{
	struct path path;
	struct holder holder;
	int fd;

	if (path_data(&path, "sync.lock", err) < 0)
		return -1;
	fd = file_lock(path.p, false, err);
	if (fd < 0 && err->code != ERR_BUSY)
		return tell_failure(err);
	read_holder(path.p, &holder);
	if (fd < 0 || (!file_has_lock(fd) && is_held(&holder))) {
		refuse(&holder, err);
		if (fd >= 0)
			(void)close(fd);
		fd = -1;
	} else {
		write_holder(fd);
	}
	buf_free(&holder.text);
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

void
sync_lock_give(int fd)
{
	if (fd < 0)
		return;
	(void)!ftruncate(fd, 0);
	(void)close(fd);
}
