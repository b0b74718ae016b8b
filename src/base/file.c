#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include "base/path.h"
#include "base/tr.h"

enum { FILE_LINKS = 40 };

/* Some systems refuse to make even what is there. errno stays. */
static bool
is_there(const char *dir)
{
	int number = errno, rc = access(dir, F_OK);

	errno = number;
	return !rc;
}

int
file_mkdirs(const char *dir, struct err *err)
{
	struct path part;

	if (path_join(&part, dir, "", err) < 0)
		return -1;
	for (char *p = part.p + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		if (mkdir(part.p, 0700) < 0 && errno != EEXIST && !is_there(part.p))
			return err_errno(err, ERR_FAILED, tr("cannot make the folder %s"), part.p);
		*p = '/';
	}
	if (mkdir(part.p, 0700) < 0 && errno != EEXIST)
		return err_errno(err, ERR_FAILED, tr("cannot make the folder %s"), part.p);
	return 0;
}

/* The folder of a file; "." for a bare name. */
static int
folder_of(struct path *ret, const char *file, struct err *err)
{
	char *slash;

	if (path_join(ret, file, "", err) < 0)
		return -1;
	slash = strrchr(ret->p, '/');
	if (!slash)
		return path_join(ret, ".", "", err);
	slash[slash == ret->p] = '\0';
	return 0;
}

int
file_mkdirs_for(const char *file, struct err *err)
{
	struct path dir;

	return folder_of(&dir, file, err) < 0 ? -1 : file_mkdirs(dir.p, err);
}

/* Makes room for a whole file at once; what is no file, or grows, gets more as it comes. */
static void
make_room(int fd, size_t max, struct buf *ret)
{
	struct stat st;

	if (ret->max && ret->max < max)
		max = ret->max;
	if (!fstat(fd, &st) && S_ISREG(st.st_mode) && st.st_size > 0 && (uintmax_t)st.st_size <= max)
		(void)buf_reserve(ret, (size_t)st.st_size);
}

int
file_read_fd(int fd, const char *name, size_t max, struct buf *ret, struct err *err)
{
	char part[16 << 10];

	buf_clear(ret);
	make_room(fd, max, ret);
	for (;;) {
		ssize_t n = read(fd, part, sizeof part);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_errno(err, ERR_FAILED, tr("cannot read %s"), name);
		if (n == 0)
			return 0;
		if (ret->n + (size_t)n > max)
			return err_set(err, ERR_LIMIT, tr("%s is larger than %zu bytes"), name, max);
		if (buf_add_bytes(ret, part, (size_t)n) < 0)
			return err_set(err, ERR_LIMIT, tr("%s is larger than %zu bytes"), name, ret->max);
	}
}

const char *
file_name(const char *path)
{
	return strcmp(path, "-") ? path : tr("standard input");
}

int
file_read(const char *path, size_t max, struct buf *ret, struct err *err)
{
	int fd, rc;

	if (!strcmp(path, "-"))
		return file_read_fd(STDIN_FILENO, file_name(path), max, ret, err);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return err_errno(err, errno == ENOENT ? ERR_NOT_FOUND : ERR_FAILED, tr("cannot open %s"), path);
	rc = file_read_fd(fd, path, max, ret, err);
	(void)close(fd);
	return rc;
}

int
file_read_settings(const char *name, size_t max, struct path *path, struct buf *ret, struct err *err)
{
	struct err local = { 0 };

	if (path_config(path, name, err) < 0)
		return -1;
	if (!file_read(path->p, max, ret, &local))
		return 0;
	if (local.code == ERR_NOT_FOUND) {
		buf_clear(ret);
		return 0;
	}
	if (local.code != ERR_IO)
		local.code = ERR_USAGE;
	if (err)
		*err = local;
	return -1;
}

int
file_write_fd(int fd, const void *p, size_t n)
{
	const char *at = p;

	while (n) {
		ssize_t done = write(fd, at, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return -1;
		at += done;
		n -= (size_t)done;
	}
	return 0;
}

int
file_sync_folder(const char *file)
{
	struct path dir;
	int fd, rc;

	if (folder_of(&dir, file, NULL) < 0)
		return -1;
	fd = open(dir.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	rc = fsync(fd);
	(void)close(fd);
	return rc;
}

/* Where path leads through symlinks, also when the last of them leads to nothing yet. */
static int
follow(struct path *ret, const char *path, struct err *err)
{
	struct path folder, link;

	if (realpath(path, ret->p))
		return 0;
	if (path_join(ret, path, "", err) < 0)
		return -1;
	for (int i = 0; i < FILE_LINKS; i++) {
		ssize_t n = readlink(ret->p, link.p, sizeof link.p - 1);

		if (n < 0)
			return 0;
		link.p[n] = '\0';
		if (*link.p == '/')
			*ret = link;
		else if (folder_of(&folder, ret->p, err) < 0 || path_join(ret, folder.p, link.p, err) < 0)
			return -1;
	}
	return err_set(err, ERR_FAILED, tr("%s leads through too many symbolic links"), path);
}

static int
locate(struct file_new *f, const char *path, struct err *err)
{
	if (follow(&f->target, path, err) < 0)
		return -1;
	if ((size_t)snprintf(f->temp.p, sizeof f->temp.p, "%s.sosik-new", f->target.p) >= sizeof f->temp.p)
		return err_set(err, ERR_USAGE, tr("path too long: %.80s…"), path);
	return 0;
}

static int
lacks_folder(const char *file, struct err *err)
{
	struct path dir;

	if (folder_of(&dir, file, err) < 0)
		return -1;
	return err_set(err, ERR_NOT_FOUND, tr("there is no folder %s; make it, or name another file"), dir.p);
}

int
file_new_open(struct file_new *f, const char *path, struct err *err)
{
	struct stat st;
	int fd;

	if (locate(f, path, err) < 0)
		return -1;
	(void)unlink(f->temp.p);
	fd = open(f->temp.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0 && errno == ENOENT)
		return lacks_folder(f->target.p, err);
	if (fd < 0)
		return err_errno(err, ERR_FAILED, tr("cannot write %s"), path);
	if (!stat(f->target.p, &st))
		(void)!fchmod(fd, st.st_mode & 0777);
	return fd;
}

/* Says why it could not be written, and drops it. */
static int
give_up(const struct file_new *f, struct err *err)
{
	int why = errno, has_old = !access(f->target.p, F_OK);

	errno = why;
	if (why == ENOSPC || why == EDQUOT)
		(void)err_set(err, ERR_IO, has_old ? tr("cannot write %s: the disk is full; the old file is kept") :
			tr("cannot write %s: the disk is full"), f->target.p);
	else
		(void)err_errno(err, ERR_IO, has_old ? tr("cannot write %s; the old file is kept") : tr("cannot write %s"), f->target.p);
	file_new_drop(f);
	return -1;
}

int
file_new_close(const struct file_new *f, int fd, struct err *err)
{
	int rc = fsync(fd);

	return close(fd) < 0 || rc < 0 ? give_up(f, err) : 0;
}

/* Returns the descriptor. */
static int
write_new(struct file_new *f, const char *path, struct str bytes, struct err *err)
{
	int fd;

	if (locate(f, path, err) < 0 || file_mkdirs_for(f->target.p, err) < 0)
		return -1;
	fd = file_new_open(f, path, err);
	if (fd < 0)
		return -1;
	if (!file_write_fd(fd, bytes.p, bytes.n))
		return fd;
	give_up(f, err);
	(void)close(fd);
	return -1;
}

int
file_new_write(struct file_new *f, const char *path, struct str bytes, struct err *err)
{
	int fd = write_new(f, path, bytes, err);

	return fd < 0 ? -1 : file_new_close(f, fd, err);
}

int
file_new_commit(const struct file_new *f, struct err *err)
{
	if (rename(f->temp.p, f->target.p) < 0)
		return give_up(f, err);
	(void)file_sync_folder(f->target.p);
	return 0;
}

void
file_new_drop(const struct file_new *f)
{
	(void)unlink(f->temp.p);
}

void
file_new_sweep(const char *path)
{
	struct file_new f;

	if (!locate(&f, path, NULL))
		file_new_drop(&f);
}

int
file_replace(const char *path, struct str bytes, struct err *err)
{
	struct file_new f;

	return file_new_write(&f, path, bytes, err) < 0 ? -1 : file_new_commit(&f, err);
}

int
file_put(const char *path, struct str bytes, struct err *err)
{
	struct file_new f;
	int fd = write_new(&f, path, bytes, err);

	if (fd < 0)
		return -1;
	return close(fd) < 0 || rename(f.temp.p, f.target.p) < 0 ? give_up(&f, err) : 0;
}

static bool
lacks_locks(int code)
{
	return code == ENOLCK || code == EOPNOTSUPP || code == ENOSYS;
}

int
file_flock(int fd, int how)
{
	int rc;

	while ((rc = flock(fd, how)) < 0 && errno == EINTR)
		continue;
	return rc < 0 && lacks_locks(errno) ? 0 : rc;
}

bool
file_has_lock(int fd)
{
	return !flock(fd, LOCK_EX | LOCK_NB) || !lacks_locks(errno);
}

bool
file_is_remote(const char *path)
{
	/* statfs(2); those of linux/magic.h and a few it does not have */
	static const uint32_t kinds[] = {
		0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245, 0x564c, 0x01021997, 0x00c36400, 0x0bd00bd0,
		0x47504653, 0x19830326, 0x7461636f,
	};
	struct statfs fs;

	if (statfs(path, &fs) < 0)
		return false;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if ((uint32_t)fs.f_type == kinds[i])
			return true;
	return false;
}

int
file_lock(const char *path, bool wait, struct err *err)
{
	int fd;

	if (file_mkdirs_for(path, err) < 0)
		return -1;
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return err_errno(err, ERR_FAILED, tr("cannot open %s"), path);
	if (file_flock(fd, LOCK_EX | (wait ? 0 : LOCK_NB)) < 0) {
		err_errno(err, errno == EWOULDBLOCK ? ERR_BUSY : ERR_FAILED, tr("cannot lock %s"), path);
		(void)close(fd);
		return -1;
	}
	return fd;
}
