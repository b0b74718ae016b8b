#include "store/stamp.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/tr.h"
#include "store/db_file.h"
#include "store/rebuild.h"
#include "store/store_impl.h"
#include "store/young.h"

enum { STAMP_SIZE = 96, STAMP_COUNTER_AT = 24, STAMP_COUNTER_BYTES = 4 };

/* Size, time of change and SQLite's change counter (file format 1.3) as one line; "" when there is no file. */
static void
describe(const char *file, char line[STAMP_SIZE])
{
	unsigned char counter[STAMP_COUNTER_BYTES] = { 0 };
	struct stat st;

	line[0] = '\0';
	if (!lstat(file, &st) && st.st_size && db_file_read(file, STAMP_COUNTER_AT, counter, sizeof counter))
		(void)snprintf(line, STAMP_SIZE, "%lld %lld.%09ld %02x%02x%02x%02x\n", (long long)st.st_size,
		    (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec, counter[0], counter[1], counter[2], counter[3]);
}

/* What the stamp holds; "?" when the cache is in doubt. */
static void
recall(struct store *s, char line[STAMP_SIZE])
{
	ssize_t n = pread(s->stamp, line, STAMP_SIZE - 1, 0);

	line[n > 0 ? n : 0] = '\0';
}

static void
note(struct store *s, const char *line)
{
	(void)!pwrite(s->stamp, line, strlen(line), 0);
	(void)!ftruncate(s->stamp, (off_t)strlen(line));
}

static bool
differs(struct store *s)
{
	char now[STAMP_SIZE], then[STAMP_SIZE];
	struct stat st;

	describe(s->file.p, now);
	recall(s, then);
	return *now && (strcmp(now, then) || (!stat(s->wal.p, &st) && st.st_size));
}

/* Nobody else has it open. */
static int
look(struct store *s, bool is_lost, struct path *bad, struct err *err)
{
	struct stat st;

	if (is_lost && !stat(s->file.p, &st) && st.st_size && rebuild_set_aside(s, bad, err) < 0)
		return -1;
	if (is_lost)
		young_forget(s);
	else if (differs(s))
		stamp_doubt(s);
	return 0;
}

int
stamp_enter(struct store *s, struct path *bad, struct err *err)
{
	struct path name;
	bool is_alone, is_lost;
	int rc = 0;

	if (path_join(&name, s->folder.p, "sosik.db-stamp", err) < 0)
		return -1;
	s->stamp = open(name.p, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (s->stamp < 0)
		return err_errno(err, ERR_CACHE, tr("cannot open %s"), name.p);
	bad->p[0] = '\0';
	is_alone = !file_flock(s->stamp, LOCK_EX | LOCK_NB);
	young_enter(s, &is_lost);
	if (is_alone)
		rc = look(s, is_lost, bad, err);
	(void)file_flock(s->stamp, LOCK_SH);
	return rc;
}

void
stamp_leave(struct store *s)
{
	char now[STAMP_SIZE], then[STAMP_SIZE];
	struct stat st;

	if (s->stamp < 0)
		return;
	recall(s, then);
	if (then[0] != '?' && !file_flock(s->stamp, LOCK_EX | LOCK_NB) && (stat(s->wal.p, &st) < 0 || !st.st_size)) {
		describe(s->file.p, now);
		note(s, now);
	}
	(void)close(s->stamp);
	s->stamp = -1;
}

void
stamp_doubt(struct store *s)
{
	s->is_suspect = true;
	if (s->stamp >= 0)
		note(s, "?\n");
}

void
stamp_clear(struct store *s)
{
	s->is_suspect = false;
	if (s->stamp >= 0)
		note(s, "");
}
