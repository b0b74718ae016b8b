/*
 * sosik-sync add …: asks which feeds of a page are wanted, where somebody is
 * there to answer, and says what was subscribed.
 */
#ifndef FRONT_FRONT_ADD_H
#define FRONT_FRONT_ADD_H

#include "base/err.h"

/* argv[0] is the command's name. Returns the exit status, or -1 with *err where nothing was begun. */
int front_add(int argc, char **argv, struct err *err);

#endif
