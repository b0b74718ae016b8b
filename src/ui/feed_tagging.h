/*
 * Changing the tags of the feed under the cursor of the sidebar: those that
 * stand in its line of the feeds file.
 */
#ifndef UI_FEED_TAGGING_H
#define UI_FEED_TAGGING_H

struct app;

/* Opens the prompt. */
void feed_tagging_ask(struct app *app);

#endif
