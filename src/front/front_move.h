/*
 * sosik-sync move …: gives feeds another address, and looks first whether a feed is there.
 */
#ifndef FRONT_FRONT_MOVE_H
#define FRONT_FRONT_MOVE_H

#include "base/err.h"

/* As front_add(). */
int front_move(int argc, char **argv, struct err *err);

#endif
