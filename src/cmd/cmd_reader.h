/*
 * The reader from the shell: on the user's own cache, or on the samples.
 */
#ifndef CMD_CMD_READER_H
#define CMD_CMD_READER_H

#include "base/err.h"

/* "sosik": needs a terminal (ERR_USAGE else). */
int cmd_reader_run(struct err *err);

/* "sosik --demo": on the bundled samples, in a temporary folder that is gone afterwards. */
int cmd_reader_demo(struct err *err);

#endif
