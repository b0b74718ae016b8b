/*
 * The rules of the config file, for a sync.
 */
#ifndef FRONT_FRONT_RULES_H
#define FRONT_FRONT_RULES_H

#include "sync/sync_rules.h"

/* Reads the config file and makes its rules ready, and how servers are asked; what is wrong in it is told by ret->notice, which is set before, and the rest counts. All in a. */
int front_rules_read(struct arena *a, struct sync_rules *ret, struct access *access, struct err *err);

#endif
