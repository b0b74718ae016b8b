/*
 * The config file, for commands.
 */
#ifndef CMD_CMD_CONF_H
#define CMD_CMD_CONF_H

#include "conf/conf.h"
#include "ui/ui.h"

/* Reads the config file and tells what is wrong in it; the rest counts. */
int cmd_conf_read(struct arena *a, struct conf *ret, struct err *err);

/* The bindings as the reader takes them, in the arena. */
const struct ui_bind *cmd_conf_binds(struct arena *a, const struct conf *conf);

/* For struct ui_config: whether a line for itself is one of the config, but for the views that it names. */
int cmd_conf_check_line(void *owner, struct str line, size_t *at, struct err *err);

/* Likewise an option as the reader takes it; false behind the last. */
bool cmd_conf_option(const struct conf_options *options, size_t i, struct ui_option *ret, struct buf *value);

/* Adds what the reader says is wrong in them to the problems. */
void cmd_conf_check_binds(struct arena *a, struct conf *conf);

#endif
