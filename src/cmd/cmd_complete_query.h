/*
 * A word of a query, for the completion of shells: fields and what they take.
 */
#ifndef CMD_CMD_COMPLETE_QUERY_H
#define CMD_CMD_COMPLETE_QUERY_H

#include "cmd/cmd_complete_words.h"

void cmd_complete_query(struct cmd_complete *c);

#endif
