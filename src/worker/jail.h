/*
 * What keeps a worker that has been taken over from doing harm: resource
 * limits, Landlock (no file at all) and a seccomp filter that allows little
 * more than read, write, memory and exit. CPU time is limited a job at a time
 * by the parent, who alone may raise the limit (worker/client.c).
 */
#ifndef WORKER_JAIL_H
#define WORKER_JAIL_H

#include <stdbool.h>

#include "base/err.h"

/* What it may use: of CPU time until somebody raises that, and of address space. */
struct jail_limits {
	int cpu_s, memory_mb;
};

/* Closes the jail around this process for good. Everything that opens files lazily has to be done before. */
int jail_enter(const struct jail_limits *allowed, struct err *err);

/* What a process finds when it tries: 0 where it worked, else errno. */
struct jail_probe {
	int open, socket, exec;
	int descriptors; /* open ones */
};

/* Tries to get out: opens a file, makes a socket, runs a program. Only for use inside the jail. */
void jail_try(struct jail_probe *ret);

/* True in a build with AddressSanitizer: no limit of address space there, and standard error stays open for its reports. */
bool jail_is_sanitized(void);

#endif
