#include "base/file_own.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/tr.h"

static bool
others_write(const char *path)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return false;
	if (S_ISDIR(st.st_mode) && st.st_mode & S_ISVTX)
		return false;
	return st.st_mode & (S_IWGRP | S_IWOTH) || (st.st_uid != geteuid() && st.st_uid != 0);
}

bool
file_own_is_open(const char *path, struct path *which)
{
	char *whole = realpath(path, NULL), *end = whole ? strrchr(whole, '/') : NULL;
	bool is_open = whole && others_write(whole);

	if (end && !is_open) {
		end[end == whole] = '\0';
		is_open = others_write(whole);
	}
	if (is_open)
		(void)snprintf(which->p, sizeof which->p, "%s", whole);
	free(whole);
	return is_open;
}

static int
read_opened(int fd, const char *path, size_t max, struct buf *ret, struct err *err)
{
	struct stat st;

	if (!fstat(fd, &st) && S_ISFIFO(st.st_mode))
		return err_set(err, ERR_USAGE, tr("‘%.*s’ is no file"), STR(str_of(path)));
	return file_read_fd(fd, path, max, ret, err);
}

int
file_own_read(const char *path, size_t max, struct buf *ret, struct err *err)
{
	struct path which;
	int fd, rc;

	if (file_own_is_open(path, &which))
		return err_set(err, ERR_USAGE, tr("%s is not read: others can write %s; chmod go-w ends that"), path, which.p);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (fd < 0)
		return err_errno(err, errno == ENOENT ? ERR_NOT_FOUND : ERR_FAILED, tr("cannot open %s"), path);
	rc = read_opened(fd, path, max, ret, err);
	(void)close(fd);
	return rc;
}
