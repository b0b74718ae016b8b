/*
 * The posts that a query finds as an EPUB book.
 */
#ifndef CMD_CMD_EXPORT_EPUB_H
#define CMD_CMD_EXPORT_EPUB_H

#include "base/err.h"

/* To the file of that name, or to standard output where path is NULL or "-". argv: the query, all posts when there is none. */
int cmd_export_epub(const char *path, int argc, char **argv, struct err *err);

#endif
