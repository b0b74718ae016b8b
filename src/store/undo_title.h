/*
 * The title of the one post that an undo was about.
 */
#ifndef STORE_UNDO_TITLE_H
#define STORE_UNDO_TITLE_H

#include <jansson.h>

#include "store/store.h"

/* Into text, as far as it goes into size bytes; empty when the line is about several posts, or about none that there is. */
int undo_title(struct store *s, const json_t *line, char *text, size_t size, struct err *err);

#endif
