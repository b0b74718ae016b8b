#include "base/path.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/tr.h"

int
path_join(struct path *ret, const char *dir, const char *name, struct err *err)
{
	int n = snprintf(ret->p, sizeof ret->p, "%s%s%s", dir, *name ? "/" : "", name);

	if (n < 0 || (size_t)n >= sizeof ret->p)
		return err_set(err, ERR_USAGE, tr("path too long: %.80s…"), dir);
	return 0;
}

/* The user's home: of the environment, or else (cron, services) of the system's list of users. "" when there is none. */
static const char *
home_folder(void)
{
	static struct path found;
	const char *home = getenv("HOME");
	const struct passwd *user;

	if (home && *home == '/')
		return home;
	if (*found.p)
		return found.p;
	user = getpwuid(getuid());
	if (!user || !user->pw_dir || *user->pw_dir != '/' || path_join(&found, user->pw_dir, "", NULL) < 0)
		return "";
	return found.p;
}

static int
home_path(struct path *ret, const char *variable, const char *fallback, const char *name, struct err *err)
{
	const char *dir = getenv(variable);
	struct path base, ours;

	if (!dir || *dir != '/') {
		const char *home = home_folder();

		if (!*home)
			return err_set(err, ERR_USAGE, tr("HOME is not set; set it or %s"), variable);
		if (path_join(&base, home, fallback, err) < 0)
			return -1;
		dir = base.p;
	}
	if (path_join(&ours, dir, "sosik", err) < 0)
		return -1;
	return path_join(ret, ours.p, name, err);
}

int
path_config(struct path *ret, const char *name, struct err *err)
{
	return home_path(ret, "XDG_CONFIG_HOME", ".config", name, err);
}

int
path_data(struct path *ret, const char *name, struct err *err)
{
	return home_path(ret, "XDG_DATA_HOME", ".local/share", name, err);
}

int
path_state(struct path *ret, const char *name, struct err *err)
{
	return home_path(ret, "XDG_STATE_HOME", ".local/state", name, err);
}

int
path_cache(struct path *ret, const char *name, struct err *err)
{
	return home_path(ret, "XDG_CACHE_HOME", ".cache", name, err);
}

const char *
path_home(struct arena *a, const char *name)
{
	return str_starts(str_of(name), "~/") && *home_folder() ? arena_printf(a, "%s%s", home_folder(), name + 1).p : name;
}

/* The folder of the running program, "" when it cannot be told. */
static void
program_folder(struct path *ret)
{
	ssize_t n = readlink("/proc/self/exe", ret->p, sizeof ret->p - 1);

	while (n > 0 && ret->p[n - 1] != '/')
		n--;
	ret->p[n > 0 ? n - 1 : 0] = '\0';
}

/* dir/name when that exists, else elsewhere/name. */
static int
first_of(struct path *ret, const char *name, const char *sub, const char *elsewhere, struct err *err)
{
	struct path dir, beside;

	program_folder(&dir);
	if (!path_join(&beside, dir.p, sub, NULL) && !path_join(ret, beside.p, name, NULL) && !access(ret->p, F_OK))
		return 0;
	return path_join(ret, elsewhere, name, err);
}

int
path_program(struct path *ret, const char *name, struct err *err)
{
	if (first_of(ret, name, "", LIBEXECDIR, err) < 0)
		return -1;
	if (access(ret->p, X_OK) < 0)
		return err_errno(err, ERR_FAILED, tr("cannot run %s; is sosik installed whole?"), ret->p);
	return 0;
}

int
path_share(struct path *ret, const char *name, struct err *err)
{
	if (first_of(ret, name, "share", SHAREDIR, err) < 0)
		return -1;
	if (access(ret->p, F_OK) < 0)
		return err_errno(err, ERR_FAILED, tr("cannot find %s; is sosik installed whole?"), ret->p);
	return 0;
}

const char *
path_locale(void)
{
	static struct path dir;

	if (!*dir.p && first_of(&dir, "locale", "share", DATADIR, NULL) < 0)
		*dir.p = '\0';
	return dir.p;
}
