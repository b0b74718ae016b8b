/*
 * Opening the cache on the command line: one of an older version is brought up to
 * this one, which is told where it takes more than a moment.
 */
#ifndef CMD_CMD_UPGRADE_H
#define CMD_CMD_UPGRADE_H

#include "store/store.h"

/* As store_open(). On a terminal a line says how far it is; elsewhere one on standard error that it takes a while. */
int cmd_upgrade_open(struct store **ret, enum store_mode mode, char notice[256], struct err *err);

#endif
