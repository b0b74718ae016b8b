/*
 * sosik-sync fulltext …: which posts are meant, and what became of each.
 */
#ifndef FRONT_FRONT_FULLTEXT_H
#define FRONT_FRONT_FULLTEXT_H

#include "base/err.h"

/* argv[0] is the command's name. Returns the exit status, or -1 with *err where nothing was begun. */
int front_fulltext(int argc, char **argv, struct err *err);

#endif
