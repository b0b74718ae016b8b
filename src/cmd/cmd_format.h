/*
 * How a command writes articles: its option --format.
 */
#ifndef CMD_CMD_FORMAT_H
#define CMD_CMD_FORMAT_H

#include "base/err.h"

enum cmd_format { CMD_FORMAT_TEXT, CMD_FORMAT_MARKDOWN, CMD_FORMAT_HTML, CMD_FORMAT_JSON, CMD_FORMATS };

/* By its name; ERR_USAGE for what is none. */
int cmd_format_read(const char *name, enum cmd_format *ret, struct err *err);

#endif
