/*
 * A process with all that it has started, and they in turn.
 */
#ifndef BASE_PROC_TREE_H
#define BASE_PROC_TREE_H

#include <sys/types.h>

/* Sends all of them a signal, itself last. Those of which the kernel does not tell (/proc) are not among them. */
void proc_tree_signal(pid_t pid, int number);

#endif
