/*
 * Commands about feeds: subscribing, syncing, names.
 */
#ifndef UI_CMDLINE_FEED_H
#define UI_CMDLINE_FEED_H

#include "ui/cmdline_call.h"

int cmdline_feed_add(struct cmdline_call *call, struct err *err);
int cmdline_feed_sync(struct cmdline_call *call, struct err *err);
int cmdline_feed_rename(struct cmdline_call *call, struct err *err);

#endif
