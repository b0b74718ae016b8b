/*
 * The command sync.
 */
#ifndef FRONT_FRONT_SYNC_H
#define FRONT_FRONT_SYNC_H

#include "base/err.h"

/* The exit status, or -1. */
int front_sync(int argc, char **argv, struct err *err);

#endif
