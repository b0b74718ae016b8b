/*
 * Names in the cache, for the completion of shells: tags, feeds, posts.
 */
#ifndef CMD_CMD_COMPLETE_STORE_H
#define CMD_CMD_COMPLETE_STORE_H

#include "cmd/cmd_complete_words.h"

/* The tags of posts and feeds and what they stand under, the most used first, and the aliases of the config, each with front before it. */
void cmd_complete_store_tags(struct cmd_complete *c, struct str front);

/* The categories of the feeds, "c:" and front before them: as values of a query, in quotes where they have a blank or a comma. */
void cmd_complete_store_categories(struct cmd_complete *c, struct str front);

/* "#tag" for the tags of subscriptions, and for those that they stand under. */
void cmd_complete_store_feed_tags(struct cmd_complete *c);

/* Feeds by name; by address too once a part of one is typed. */
void cmd_complete_store_feeds(struct cmd_complete *c);

/* The same as a value of a query, front (a field) before it: in quotes where it has a blank. */
void cmd_complete_store_feed_values(struct cmd_complete *c, struct str front);

/* The numbers of the newest posts. */
void cmd_complete_store_posts(struct cmd_complete *c);

#endif
