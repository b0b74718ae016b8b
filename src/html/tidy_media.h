/*
 * What an article shows of other places in a frame: videos, sounds, maps,
 * slides, gists. An article links to them.
 */
#ifndef HTML_TIDY_MEDIA_H
#define HTML_TIDY_MEDIA_H

#include "base/arena.h"
#include "html/dom.h"

/* The page people know for the address of a player; *title is the name of its service, else the address. Both in a. */
struct str tidy_media_page(struct arena *a, struct str player, struct str *title);

/*
 * The page and title of an iframe, video, audio, embed, object, a custom player or the script of a gist; where there
 * is no title, the name of a known service or the address is one. False for advertisements, counters and what leads nowhere.
 */
bool tidy_media_link(struct arena *a, struct str base, const struct dom_node *node, struct str *url, struct str *title);

#endif
