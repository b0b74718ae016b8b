/*
 * What keeps a worker that has been taken over from doing harm: resource
 * limits, Landlock (no file at all) and a seccomp filter that allows little
 * more than read, write, poll, memory and exit.
 */
#ifndef WORKER_JAIL_H
#define WORKER_JAIL_H

#include "base/err.h"

/* Closes the jail around this process for good. Everything that opens files lazily has to be done before. */
int jail_enter(struct err *err);

#endif
