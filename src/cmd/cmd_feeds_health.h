/*
 * sosik feeds --health: how feeds are, worst first.
 */
#ifndef CMD_CMD_FEEDS_HEALTH_H
#define CMD_CMD_FEEDS_HEALTH_H

#include "store/health.h"

/* A line a feed. */
void cmd_feeds_health_line(const struct health *health);

/* All that is known of it, a line each. */
void cmd_feeds_health_record(const struct health *health);

void cmd_feeds_health_json(const struct health *health);

#endif
