/*
 * The subscriptions to be exported, and the forms they go out in.
 */
#ifndef CMD_CMD_EXPORT_H
#define CMD_CMD_EXPORT_H

#include "store/feeds.h"

struct cmd_export_feed {
	const struct subs_feed *feed;
	const struct feeds_row *row; /* what the cache knows of it, NULL when it has not been fetched */
	struct str label;            /* what it is called without a name */
	size_t place;                /* in the feeds file, from 1 */
};

struct cmd_export {
	struct arena a;
	struct cmd_export_feed *feeds;
	size_t n;
	bool with_secrets;
};

/* The name to show; the address as it may go out. */
struct str cmd_export_name(const struct cmd_export_feed *f);
void cmd_export_url(const struct cmd_export *e, struct buf *out, const struct cmd_export_feed *f);

#endif
