/*
 * How servers are asked, as the config file says it for all of them.
 */
#ifndef FRONT_FRONT_ACCESS_H
#define FRONT_FRONT_ACCESS_H

#include "conf/conf.h"
#include "sync/sync_access.h"

/* From the options of a config file that was read; strings are theirs, or in a. */
struct access front_access_of(struct arena *a, const struct conf_options *options);

/* Reads the config file for that alone, and tells what is wrong in it; all in a. */
int front_access_read(struct arena *a, struct access *ret, struct err *err);

#endif
