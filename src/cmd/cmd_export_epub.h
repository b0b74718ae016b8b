/*
 * Posts as an EPUB book.
 */
#ifndef CMD_CMD_EXPORT_EPUB_H
#define CMD_CMD_EXPORT_EPUB_H

#include <stdbool.h>

#include "base/err.h"

/*
 * To the file of that name, or to standard output where path is NULL or "-". title: of the book, one is made
 * where it is empty. is_progress: each post is told on standard error. argv: a query, or names of posts, which keep their order;
 * all posts when there is none.
 */
int cmd_export_epub(const char *path, const char *title, bool is_progress, int argc, char **argv, struct err *err);

#endif
