/*
 * Who waits to write the cache says so, and whoever writes much ends his
 * transaction for it: one that nobody waits for may take longer. It is said by
 * a lock on a byte of a file that all have open (store/stamp.h, or the lock of
 * the index, for that), which ends with its process. Without such locks nobody
 * seems to wait.
 */
#ifndef STORE_TURN_H
#define STORE_TURN_H

#include <stdbool.h>

void turn_ask(int file);
void turn_drop(int file);

/* Whether another asks. */
bool turn_is_asked(int file);

#endif
