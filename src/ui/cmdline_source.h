/*
 * "source FILE": the lines of a file are run as if they were typed on the
 * command line. A relative name is one in the folder of the config file.
 */
#ifndef UI_CMDLINE_SOURCE_H
#define UI_CMDLINE_SOURCE_H

#include "ui/cmdline_call.h"

enum { CMDLINE_SOURCE_DEPTH = 8, CMDLINE_SOURCE_FILES = 64 }; /* of files that name others, and of all of them */

/* What is wrong in single lines is told with file, line and column; the others are run all the same, up to Esc. */
int cmdline_source_run(struct cmdline_call *call, struct err *err);

#endif
