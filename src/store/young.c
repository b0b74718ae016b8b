#include "store/young.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "store/db_file.h"
#include "store/store_impl.h"

/* random(4): another one each time the machine starts. */
#define BOOT "/proc/sys/kernel/random/boot_id"

enum { BOOT_SIZE = 64, BOOT_BYTES = 36 };

struct boot {
	char id[BOOT_SIZE];
};

static bool
read_boot(int fd, struct boot *ret)
{
	ssize_t n = fd < 0 ? -1 : pread(fd, ret->id, sizeof ret->id - 1, 0);

	ret->id[n > 0 ? n : 0] = '\0';
	ret->id[strcspn(ret->id, "\n")] = '\0';
	return strlen(ret->id) == BOOT_BYTES;
}

static bool
this_boot(struct boot *ret)
{
	int fd = open(BOOT, O_RDONLY | O_CLOEXEC);
	bool is = read_boot(fd, ret);

	if (fd >= 0)
		(void)close(fd);
	return is;
}

static bool
is_of_this_boot(int fd)
{
	struct boot then, now;

	return read_boot(fd, &then) && this_boot(&now) && !strcmp(then.id, now.id);
}

/* Not where nobody can say which boot this is: there none is begun either. */
static bool
is_of_another_boot(int fd)
{
	struct boot now;

	return this_boot(&now) && !is_of_this_boot(fd);
}

static int
find(const struct store *s, struct path *ret)
{
	return path_join(ret, s->folder.p, "sosik.db-young", NULL);
}

/* The mark, -1 where there is none. */
static int
open_mark(const struct store *s)
{
	struct path path;

	return find(s, &path) < 0 ? -1 : open(path.p, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
}

void
young_forget(const struct store *s)
{
	struct path path;

	if (!find(s, &path))
		(void)unlink(path.p);
}

/* ---- to the disk */

static int
sync_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW), rc;

	if (fd < 0)
		return errno == ENOENT ? 0 : -1;
	rc = fdatasync(fd);
	(void)close(fd);
	return rc;
}

static int
sync_wal(const char *path)
{
	char name[PATH_SIZE];

	return (size_t)snprintf(name, sizeof name, "%s-wal", path) < sizeof name ? sync_file(name) : -1;
}

/* The files of databases by sync: in a process where SQLite has some open, db_file_sync(). */
static void
settle(const struct store *s, int (*sync)(const char *path))
{
	if (!sync_wal(s->file.p) && !sync(s->file.p) && !sync_wal(s->index.p) && !sync(s->index.p) && !file_sync_folder(s->file.p))
		young_forget(s);
}

/* ---- who goes along */

/* The lock of all who do; false where the mark is gone meanwhile. */
static bool
take_lock(int mark)
{
	struct stat st;

	return file_has_lock(mark) && !file_flock(mark, LOCK_SH | LOCK_NB) && !fstat(mark, &st) && st.st_nlink;
}

static void
go_along(struct store *s, int mark)
{
	if (mark >= 0 && take_lock(mark) && is_of_this_boot(mark))
		s->young = mark;
	else if (mark >= 0)
		(void)close(mark);
}

/* What a process that was killed has begun, and another goes on with, stays its own. */
void
young_begin(struct store *s)
{
	struct boot boot;
	struct path path;

	if (s->young >= 0 || file_is_remote(s->folder.p) || !this_boot(&boot) || find(s, &path) < 0)
		return;
	if (access(path.p, F_OK) < 0)
		(void)file_replace(path.p, str_of(boot.id), NULL);
	go_along(s, open_mark(s));
}

/* A mark that nobody holds says nothing of what the cache has by now. */
void
young_join(struct store *s)
{
	int mark = open_mark(s);

	if (mark >= 0 && !file_flock(mark, LOCK_EX | LOCK_NB))
		(void)close(mark);
	else
		go_along(s, mark);
}

bool
young_is(const struct store *s)
{
	return s->young >= 0;
}

void
young_keep_log(struct store *s)
{
	if (young_is(s))
		s->young_log = open(s->wal.p, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
}

static void
drop_log(struct store *s)
{
	if (s->young_log >= 0)
		(void)close(s->young_log);
	s->young_log = -1;
}

/* Nothing stays open there but the mark, whose lock is its own then, and the log: no pipe and no lock of ours is held by it. */
static void
be_left_alone(int mark, int log)
{
	static const int signals[] = { SIGHUP, SIGINT, SIGTERM, SIGPIPE };

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		(void)signal(signals[i], SIG_IGN);
	(void)setsid();
	for (int fd = 0; fd < mark || fd < log; fd++)
		if (fd != mark && fd != log)
			(void)close(fd);
	(void)close_range((unsigned)(mark > log ? mark : log) + 1, UINT_MAX, 0);
}

/* In a child, which is nobody's to wait for: a sync that closes its cache is about to end. */
static void
settle_beside(const struct store *s)
{
	pid_t child;

	mem_trim(); /* both have what is there */
	child = fork();
	if (child < 0)
		settle(s, db_file_sync);
	if (child)
		return;
	be_left_alone(s->young, s->young_log);
	settle(s, sync_file);
	_exit(0);
}

void
young_leave(struct store *s)
{
	if (s->young < 0)
		return;
	if (!file_flock(s->young, LOCK_EX | LOCK_NB))
		settle_beside(s);
	drop_log(s);
	(void)close(s->young);
	s->young = -1;
}

/* ---- what is left of one */

void
young_enter(struct store *s, bool *is_lost)
{
	int mark = open_mark(s);

	*is_lost = mark >= 0 && is_of_another_boot(mark);
	if (mark >= 0 && !*is_lost && !file_flock(mark, LOCK_EX | LOCK_NB))
		settle(s, db_file_sync);
	if (mark >= 0)
		(void)close(mark);
}

bool
young_is_lost(const struct store *s)
{
	int mark = open_mark(s);
	bool is = mark >= 0 && is_of_another_boot(mark);

	if (mark >= 0)
		(void)close(mark);
	return is;
}
