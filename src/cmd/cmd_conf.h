/*
 * The config file, for commands.
 */
#ifndef CMD_CMD_CONF_H
#define CMD_CMD_CONF_H

#include "conf/conf.h"

/* Reads the config file and tells what is wrong in it; the rest counts. */
int cmd_conf_read(struct arena *a, struct conf *ret, struct err *err);

#endif
