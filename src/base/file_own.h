/*
 * Files whose lines are run: only the user may have written them, and reading
 * one waits for nobody.
 */
#ifndef BASE_FILE_OWN_H
#define BASE_FILE_OWN_H

#include "base/buf.h"
#include "base/err.h"
#include "base/path.h"

/*
 * Whether others than the user and root can write a file of his or put another in its place, through symlinks: what is run
 * by it would be theirs. *which is what they can write then, the file or its folder. False for one that is missing.
 */
bool file_own_is_open(const char *path, struct path *which);

/* As file_read(). What others could have written is refused, and a named pipe, which has nothing until somebody writes. */
int file_own_read(const char *path, size_t max, struct buf *ret, struct err *err);

#endif
