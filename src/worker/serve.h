/*
 * The worker's loop: jobs in, records out, on standard input and output.
 */
#ifndef WORKER_SERVE_H
#define WORKER_SERVE_H

#include "text/charset.h"

/* Answers jobs until the parent closes its end: 0, or -1 when it broke the rules or is gone. */
int serve_run(struct charset *set);

#endif
