#include "base/file_own.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/tr.h"

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
	int fd, rc;

	if (file_others_write(path))
		return err_set(err, ERR_USAGE, tr("%s is not read: others can write it or its folder; chmod go-w ends that"), path);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (fd < 0)
		return err_errno(err, errno == ENOENT ? ERR_NOT_FOUND : ERR_FAILED, tr("cannot open %s"), path);
	rc = read_opened(fd, path, max, ret, err);
	(void)close(fd);
	return rc;
}
