#include "cmd/cmd_demo.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/tr.h"

/* Folders that nftw() may hold open at once; the tree is three deep. */
enum { OPEN_MAX_DEMO = 8 };

static int
make_folder(struct path *ret, struct err *err)
{
	const char *runtime = getenv("XDG_RUNTIME_DIR");

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
	if (make_folder(&demo->dir, err) < 0)
		return -1;
	if (!set_variables(&demo->dir, err) && !copy_feeds(samples, err))
		return 0;
	cmd_demo_end(demo);
	return -1;
}

static int
remove_one(const char *path, const struct stat *stat, int type, struct FTW *ftw)
{
	(void)stat, (void)type, (void)ftw;
	(void)remove(path);
	return 0;
}

void
cmd_demo_end(const struct cmd_demo *demo)
{
	(void)nftw(demo->dir.p, remove_one, OPEN_MAX_DEMO, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}
