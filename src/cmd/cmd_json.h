/*
 * What posts and articles are as JSON.
 */
#ifndef CMD_CMD_JSON_H
#define CMD_CMD_JSON_H

#include <jansson.h>

#include "html/doc.h"
#include "store/posts.h"

/* "full" (what there is of its page), "changed" and "story" of a post; a story is a number that its posts share, or null. */
void cmd_json_story(json_t *object, const struct posts_row *row);

/* Adds "outline": the sections of doc, each with its level and title. */
void cmd_json_outline(json_t *object, const struct doc *doc);

/* Writes value as one line to standard output and gives it back. */
void cmd_json_out(json_t *value);

#endif
