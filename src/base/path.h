/*
 * Where things lie: the user's folders of the XDG base directory
 * specification, and our own programs and data, which are found beside the
 * executable in a build tree and under the prefix when installed.
 */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/arena.h"
#include "base/err.h"

/* The longest path we make. */
enum { PATH_SIZE = 4096 };

struct path {
	char p[PATH_SIZE];
};

/* Each writes $XDG_..._HOME/sosik/name (the specification's default where the variable is unset or not absolute); -1 with *err when it is too long or there is no home. */
int path_config(struct path *ret, const char *name, struct err *err);
int path_data(struct path *ret, const char *name, struct err *err);
int path_state(struct path *ret, const char *name, struct err *err);
int path_cache(struct path *ret, const char *name, struct err *err);

/* One of our programs ("sosik-sync", "sosik-worker"). */
int path_program(struct path *ret, const char *name, struct err *err);

/* One of our data files or folders ("samples"). */
int path_share(struct path *ret, const char *name, struct err *err);

/* A path of the user's: "~/" at its beginning is his home, as there is no shell to say so. The text given, or in a. */
const char *path_home(struct arena *a, const char *name);

/* The folder of message catalogues, valid for the program's life. */
const char *path_locale(void);

/* dir + "/" + name. */
int path_join(struct path *ret, const char *dir, const char *name, struct err *err);

#endif
