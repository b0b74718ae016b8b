/*
 * The process of a worker, and the socket to it.
 */
#ifndef WORKER_CLIENT_SPAWN_H
#define WORKER_CLIENT_SPAWN_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/err.h"

/* Starts program; is_plain: without converters (RECORD_PLAIN). Returns the socket, whose first record says that it is ready; -1 and *pid 0 where it cannot be started. */
int client_spawn(const char *program, bool is_plain, pid_t *pid, struct err *err);

#endif
