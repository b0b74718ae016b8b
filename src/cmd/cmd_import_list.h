/*
 * The feeds of the lists to be imported, as lines of the feeds file: each feed
 * once, whatever lists and folders it stands in.
 */
#ifndef CMD_CMD_IMPORT_LIST_H
#define CMD_CMD_IMPORT_LIST_H

#include "base/map.h"
#include "base/vec.h"
#include "store/subs.h"
#include "worker/client.h"

struct cmd_import_list {
	struct arena a;
	struct client *worker;       /* NULL until the first list */
	vec(struct subs_feed) feeds;
	struct map by_key;           /* -> index in feeds + 1, as a pointer */
	const struct str *tags;      /* that all of them get */
	size_t n_tags;
	size_t taken, refused;       /* of the list at hand: entries */
	enum blogroll_format format; /* whose it is */
};

/* Adds the feeds of the list in bytes. What is not taken is told on the way, by file and line. ERR_FORMAT when it is no list. */
int cmd_import_list_read(struct cmd_import_list *l, const char *file, struct str bytes, struct err *err);

void cmd_import_list_free(struct cmd_import_list *l);

#endif
