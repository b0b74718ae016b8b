#include "store/journal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/tr.h"
#include "store/store_impl.h"

enum { JOURNAL_STEP = 64 << 10 };

/* True for the name of a journal file; its stem is the device. */
static bool
is_device(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (!str_is_digit(name.p[i]) && !(name.p[i] >= 'a' && name.p[i] <= 'f'))
			return false;
	return name.n == sizeof ((struct store *)0)->device - 1;
}

/* Where the device file was lost: the journal that was written last. */
static bool
newest_journal(const char *folder, char device[33])
{
	DIR *dir = opendir(folder);
	struct timespec newest = { 0 };
	struct dirent *entry;
	struct stat st;
	bool is_found = false;

	while (dir && (entry = readdir(dir))) {
		struct str name = str_of(entry->d_name);

		if (!str_ends(name, ".jsonl") || !is_device(str_sub(name, 0, name.n - 6)))
			continue;
		if (fstatat(dirfd(dir), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) < 0 || !S_ISREG(st.st_mode))
			continue;
		if (is_found && (st.st_mtim.tv_sec < newest.tv_sec ||
		    (st.st_mtim.tv_sec == newest.tv_sec && st.st_mtim.tv_nsec <= newest.tv_nsec)))
			continue;
		newest = st.st_mtim;
		is_found = true;
		memcpy(device, entry->d_name, 32);
		device[32] = '\0';
	}
	if (dir)
		(void)closedir(dir);
	return is_found;
}

static int
make_device(char device[33], struct err *err)
{
	unsigned char bytes[16];

	if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes)
		return err_errno(err, ERR_FAILED, tr("no random bytes"));
	for (size_t i = 0; i < sizeof bytes; i++)
		(void)snprintf(device + 2 * i, 3, "%02x", bytes[i]);
	return 0;
}

static bool
read_device(const char *file, char device[33])
{
	struct buf text = BUF_CAPPED(256);
	bool is_read = !file_read(file, text.max, &text, NULL) && is_device(str_trim(buf_str(&text)));

	if (is_read) {
		memcpy(device, str_trim(buf_str(&text)).p, 32);
		device[32] = '\0';
	}
	buf_free(&text);
	return is_read;
}

/* One that was lost is made anew, see newest_journal(). */
static int
write_device(const char *file, const char *device, struct err *err)
{
	struct buf text = { 0 };
	int rc;

	(void)buf_printf(&text, "%s\n", device);
	rc = file_put(file, buf_str(&text), err);
	buf_free(&text);
	return rc;
}

static int
find_device(struct store *s, const char *folder, struct err *err)
{
	struct path name, lock;
	int rc = 0, fd;

	if (path_join(&name, s->folder.p, "device", err) < 0 || path_join(&lock, s->folder.p, "device.lock", err) < 0)
		return -1;
	if (read_device(name.p, s->device))
		return 0;
	if (s->mode == STORE_READ)
		return newest_journal(folder, s->device) ? 0 : make_device(s->device, err);
	fd = file_lock(lock.p, true, err);
	if (fd < 0)
		return -1;
	if (!read_device(name.p, s->device)) {
		rc = newest_journal(folder, s->device) ? 0 : make_device(s->device, err);
		if (!rc)
			rc = write_device(name.p, s->device, err);
	}
	(void)unlink(lock.p);
	(void)close(fd);
	return rc;
}

int
journal_locate(struct store *s, struct err *err)
{
	struct path folder;

	if (path_join(&folder, s->folder.p, "journal", err) < 0)
		return -1;
	if (s->mode != STORE_READ && file_mkdirs(folder.p, err) < 0)
		return -1;
	if (find_device(s, folder.p, err) < 0)
		return -1;
	if ((size_t)snprintf(s->journal.p, sizeof s->journal.p, "%s/%s.jsonl", folder.p, s->device) >= sizeof s->journal.p)
		return err_set(err, ERR_USAGE, tr("path too long: %.80s…"), folder.p);
	return 0;
}

/* Opens and locks, or ERR_BUSY where it is not to be waited for; compaction may have put another file in the place of the one that was. */
static int
open_locked(const char *path, bool waits, bool *is_new, struct err *err)
{
	for (;;) {
		struct stat ours, there;
		int fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);

		if (fd < 0)
			return err_errno(err, ERR_CACHE, tr("cannot open the journal %s"), path);
		if (file_flock(fd, LOCK_EX | (waits ? 0 : LOCK_NB)) < 0) {
			err_errno(err, errno == EWOULDBLOCK ? ERR_BUSY : ERR_FAILED, tr("cannot lock %s"), path);
			(void)close(fd);
			return -1;
		}
		if (!fstat(fd, &ours) && !stat(path, &there) && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev) {
			*is_new = ours.st_size == 0;
			return fd;
		}
		(void)close(fd);
	}
}

/* Where the last line begins; -1 when the file cannot be read. */
static int64_t
last_line(int fd, int64_t size)
{
	char part[JOURNAL_STEP];

	while (size > 0) {
		int64_t from = size > JOURNAL_STEP ? size - JOURNAL_STEP : 0;
		ssize_t n = pread(fd, part, (size_t)(size - from), (off_t)from);

		if (n < size - from)
			return -1;
		for (ssize_t i = n; i > 0; i--)
			if (part[i - 1] == '\n')
				return from + i;
		size = from;
	}
	return 0;
}

/* What stands behind the last line end was torn by a crash or a full disk: nobody was told that it is kept. A whole object only lacks its line end. */
static int
mend_tail(struct journal *j, struct err *err)
{
	struct buf tail = BUF_CAPPED(LIMIT_JOURNAL_LINE);
	int64_t from;
	char last = '\n', *to;
	json_t *whole = NULL;
	int rc = 0;

	if (!j->size || (pread(j->fd, &last, 1, (off_t)(j->size - 1)) == 1 && last == '\n'))
		return 0;
	from = last_line(j->fd, j->size);
	to = from < 0 ? NULL : buf_reserve(&tail, (size_t)(j->size - from));
	/* What cannot be read is not taken for torn. */
	if (from < 0 || (to && pread(j->fd, to, (size_t)(j->size - from), (off_t)from) != (ssize_t)(j->size - from))) {
		buf_free(&tail);
		return err_errno(err, ERR_IO, tr("cannot read %s"), j->path);
	}
	if (to)
		whole = json_loadb(to, (size_t)(j->size - from), JSON_REJECT_DUPLICATES, NULL);
	if (whole)
		rc = file_write_fd(j->fd, "\n", 1);
	else
		rc = ftruncate(j->fd, (off_t)from);
	j->size = whole ? j->size + 1 : from;
	json_decref(whole);
	buf_free(&tail);
	return rc < 0 ? err_errno(err, ERR_IO, tr("cannot mend the journal %s"), j->path) : 0;
}

int
journal_open(struct store *s, struct journal *j, struct err *err)
{
	struct stat st;
	bool is_new;

	*j = (struct journal){ .path = s->journal.p, .ahead = BUF_CAPPED(LIMIT_JOURNAL_LINE + JOURNAL_STEP) };
	j->fd = open_locked(s->journal.p, !s->wait.is_hasty, &is_new, err);
	if (j->fd < 0)
		return -1;
	if (is_new)
		(void)file_sync_folder(s->journal.p);
	if (fstat(j->fd, &st) < 0) {
		err_errno(err, ERR_CACHE, tr("cannot read %s"), j->path);
		journal_close(j);
		return -1;
	}
	j->size = st.st_size;
	if (mend_tail(j, err) < 0) {
		journal_close(j);
		return -1;
	}
	return 0;
}

void
journal_close(struct journal *j)
{
	buf_free(&j->ahead);
	if (j->fd >= 0)
		(void)close(j->fd);
	j->fd = -1;
}

int
journal_append(struct journal *j, struct str line, int64_t *place, struct err *err)
{
	if (line.n >= LIMIT_JOURNAL_LINE)
		return err_set(err, ERR_LIMIT, tr("too much for one action; choose fewer posts"));
	if (file_write_fd(j->fd, line.p, line.n) < 0 || file_write_fd(j->fd, "\n", 1) < 0 || fdatasync(j->fd) < 0) {
		err_errno(err, ERR_IO, tr("cannot write the journal; nothing was changed"));
		(void)!ftruncate(j->fd, (off_t)j->size);
		return -1;
	}
	*place = j->size;
	j->size += (int64_t)line.n + 1;
	return 0;
}

void
journal_cut(struct journal *j, int64_t size)
{
	if (size < j->size && !ftruncate(j->fd, (off_t)size))
		j->size = size;
}

bool
journal_seek(struct journal *j, int64_t place)
{
	char before = '\n';

	if (place < 0 || place > j->size)
		return false;
	if (place > 0 && (pread(j->fd, &before, 1, (off_t)(place - 1)) != 1 || before != '\n'))
		return false;
	j->at = place;
	j->from = 0;
	buf_clear(&j->ahead);
	return true;
}

/* Reads one step more behind what was read ahead: the bytes got, -1 with *err. */
static ssize_t
read_more(struct journal *j, struct err *err)
{
	char *to;
	ssize_t n;

	if (j->from) {
		memmove(j->ahead.p, j->ahead.p + j->from, j->ahead.n - j->from);
		buf_truncate(&j->ahead, j->ahead.n - j->from);
		j->at += (int64_t)j->from;
		j->from = 0;
	}
	to = buf_reserve(&j->ahead, JOURNAL_STEP);
	if (!to)
		return err_set(err, ERR_LIMIT, tr("a line of the journal %s is too long"), j->path);
	n = pread(j->fd, to, JOURNAL_STEP, (off_t)(j->at + (int64_t)j->ahead.n));
	if (n < 0)
		return err_errno(err, ERR_IO, tr("cannot read %s"), j->path);
	j->ahead.n += (size_t)n;
	return n;
}

int
journal_next(struct journal *j, struct str *line, int64_t *place, struct err *err)
{
	size_t seen = 0;

	for (;;) {
		struct str rest = str_sub(buf_str(&j->ahead), j->from, j->ahead.n);
		size_t end = seen + str_find_char(str_sub(rest, seen, rest.n), '\n');
		ssize_t got;

		if (end < rest.n) {
			*line = str_sub(rest, 0, end);
			*place = j->at + (int64_t)j->from;
			j->from += end + 1;
			return 1;
		}
		seen = rest.n;
		got = read_more(j, err);
		if (got <= 0)
			return (int)got;
	}
}

int
journal_replace(struct journal *j, struct str bytes, struct err *err)
{
	bool is_new;
	int fd;

	if (file_replace(j->path, bytes, err) < 0)
		return -1;
	/* The old file's lock is held until the new one's is: nobody writes between. */
	fd = open_locked(j->path, true, &is_new, err);
	if (fd < 0)
		return -1;
	(void)close(j->fd);
	j->fd = fd;
	j->size = (int64_t)bytes.n;
	return 0;
}

int64_t
journal_size(const struct store *s)
{
	struct stat st;

	return stat(s->journal.p, &st) < 0 ? 0 : st.st_size;
}

bool
journal_is_held(const struct store *s)
{
	int fd = open(s->journal.p, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	bool is_held = fd >= 0 && file_flock(fd, LOCK_SH | LOCK_NB) < 0 && errno == EWOULDBLOCK;

	if (fd >= 0)
		(void)close(fd);
	return is_held;
}
