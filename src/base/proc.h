/*
 * Running other programs, always by argv and never through a shell.
 */
#ifndef BASE_PROC_H
#define BASE_PROC_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/err.h"

/* What becomes of the child's standard input, output and error: a descriptor of ours, PROC_SAME or PROC_NULL. */
enum { PROC_SAME = -1, PROC_NULL = -2 };

struct proc_io {
	int in, out, err;
};

/* Starts argv[0] (a path, or a name looked up in PATH) with exactly these three descriptors open. Returns 0 and sets *pid. */
int proc_start(const char *const argv[], struct proc_io io, pid_t *pid, struct err *err);

/*
 * The same for a program of the user's: as the head of a group of its own, so that proc_kill_all() ends all it started, and with
 * no more of our environment than programs commonly want (who, where, language, display, proxies).
 */
int proc_start_apart(const char *const argv[], struct proc_io io, pid_t *pid, struct err *err);

/* The same with all of our environment, for a program that goes on beside us: what stops us, or hangs up, is not for it. */
int proc_start_beside(const char *const argv[], struct proc_io io, pid_t *pid, struct err *err);

/* Ends one that was started so, with all it started. */
void proc_kill_all(pid_t pid);

/* Waits for the child: its exit status, or 128 + the signal that ended it. */
int proc_wait(pid_t pid);

/* Waits until the child has ended, but no longer than timeout_ms: whether it has. */
bool proc_wait_end(pid_t pid, int timeout_ms);

/* A descriptor that can be read from once the child has ended, for who polls several; -1 with *err. close() it. */
int proc_end_fd(pid_t pid, struct err *err);

/* Lets a process use seconds more of CPU time than it has used so far, up to its hard limit. */
void proc_renew_cpu(pid_t pid, int seconds);

#endif
