/*
 * The command `source FILE` of the config file: lines of another file in its
 * place.
 */
#ifndef CONF_CONF_SOURCE_H
#define CONF_CONF_SOURCE_H

#include "conf/conf_line.h"

/* A file that is being read, and the one that names it; NULL above the first. */
struct conf_source {
	const char *file;
	const struct conf_source *above;
};

/* A file may name another and so on, but not for ever: so deep, and so many in all. */
enum { CONF_SOURCE_DEPTH = 8, CONF_SOURCE_FILES = 64 };

/*
 * Reads the file that is named behind `source`, a relative one from the folder of the config file; its name and text are in the arena.
 * False when the line has a problem, which has been told: one that is being read is not begun again.
 */
bool conf_source(struct conf_line *line, const char *config, const struct conf_source *reading, const char **name, struct str *text);

#endif
