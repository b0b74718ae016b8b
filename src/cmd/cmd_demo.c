#include "cmd/cmd_demo.h"

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/tr.h"

/* Folders that nftw() may hold open at once; the tree is three deep. */
enum { OPEN_MAX_DEMO = 8 };

static const char prefix[] = "sosik-demo-";

static int
remove_one(const char *path, const struct stat *stat, int type, struct FTW *ftw)
{
	(void)stat, (void)type, (void)ftw;
	(void)remove(path);
	return 0;
}

static void
remove_folder(const struct path *dir)
{
	(void)nftw(dir->p, remove_one, OPEN_MAX_DEMO, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

/* Whether it is a demo's of ours that was killed: nobody holds its lock. */
static bool
is_left(const struct path *dir)
{
	struct path lock;
	struct stat st;
	int fd;

	if (lstat(dir->p, &st) < 0 || !S_ISDIR(st.st_mode) || st.st_uid != getuid() || (st.st_mode & 077) ||
	    path_join(&lock, dir->p, "lock", NULL) < 0 || access(lock.p, F_OK) < 0)
		return false;
	fd = file_lock(lock.p, false, NULL);
	if (fd >= 0)
		(void)close(fd);
	return fd >= 0;
}

static void
sweep(const char *parent)
{
	DIR *folder = opendir(parent);
	const struct dirent *entry;
	struct path dir;

	while (folder && (entry = readdir(folder)))
		if (str_starts(str_of(entry->d_name), prefix) && !path_join(&dir, parent, entry->d_name, NULL) && is_left(&dir))
			remove_folder(&dir);
	if (folder)
		(void)closedir(folder);
}

static int
make_folder(struct path *ret, struct err *err)
{
	const char *runtime = getenv("XDG_RUNTIME_DIR");

	sweep("/tmp");
	if (runtime && *runtime == '/')
		sweep(runtime);
	if (runtime && *runtime == '/' && !path_join(ret, runtime, "sosik-demo-XXXXXX", err) && mkdtemp(ret->p))
		return 0;
	if (path_join(ret, "/tmp", "sosik-demo-XXXXXX", err) < 0)
		return -1;
	if (!mkdtemp(ret->p))
		return err_errno(err, ERR_FAILED, tr("cannot make a folder for the demo in %s"), "/tmp");
	return 0;
}

static int
set_variables(const struct path *dir, struct err *err)
{
	static const struct {
		const char *variable, *sub;
	} homes[] = {
		{ "XDG_CONFIG_HOME", "config" },
		{ "XDG_DATA_HOME", "data" },
		{ "XDG_STATE_HOME", "state" },
		{ "XDG_CACHE_HOME", "cache" },
		{ "XDG_STATE_HOME", "state" },
	};
	struct path path;

	for (size_t i = 0; i < sizeof homes / sizeof *homes; i++) {
		if (path_join(&path, dir->p, homes[i].sub, err) < 0)
			return -1;
		if (setenv(homes[i].variable, path.p, 1) < 0)
			return err_errno(err, ERR_FAILED, tr("cannot set %s"), homes[i].variable);
	}
	return 0;
}

static int
copy_feeds(const char *samples, struct err *err)
{
	struct buf feeds = BUF_CAPPED(LIMIT_SUBS_BYTES);
	struct path from, to;
	int rc = -1;

	if (!path_join(&from, samples, "feeds", err) && !path_config(&to, "feeds", err) && !file_mkdirs_for(to.p, err) &&
		!file_read(from.p, LIMIT_SUBS_BYTES, &feeds, err))
		rc = file_replace(to.p, buf_str(&feeds), err);
	buf_free(&feeds);
	return rc;
}

int
cmd_demo_begin(struct cmd_demo *demo, const char *samples, struct err *err)
{
	struct path lock;

	demo->lock = -1;
	if (make_folder(&demo->dir, err) < 0)
		return -1;
	if (!path_join(&lock, demo->dir.p, "lock", err) && (demo->lock = file_lock(lock.p, true, err)) >= 0 && !set_variables(&demo->dir, err) && !copy_feeds(samples, err))
		return 0;
	cmd_demo_end(demo);
	return -1;
}

void
cmd_demo_end(const struct cmd_demo *demo)
{
	remove_folder(&demo->dir);
	if (demo->lock >= 0)
		(void)close(demo->lock);
}
