/*
 * Files whose lines are run: only the user may have written them, and reading
 * one waits for nobody.
 */
#ifndef BASE_FILE_OWN_H
#define BASE_FILE_OWN_H

#include "base/buf.h"
#include "base/err.h"

/* As file_read(). What others could have written is refused, and a named pipe, which has nothing until somebody writes. */
int file_own_read(const char *path, size_t max, struct buf *ret, struct err *err);

#endif
