/*
 * What sosik-index does, which a sync starts beside itself, so that the search index
 * is written while it fetches and stores. It is told by single bytes on its
 * standard input.
 */
#ifndef FRONT_FRONT_INDEX_H
#define FRONT_FRONT_INDEX_H

#include "base/err.h"

/* Returns the exit status; -1 with *err. */
int front_index(int argc, char **argv, struct err *err);

#endif
