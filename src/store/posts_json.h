/*
 * A post of a list, as programs are told of it.
 */
#ifndef STORE_POSTS_JSON_H
#define STORE_POSTS_JSON_H

#include <jansson.h>

#include "store/posts.h"

/* Adds "title", "feed", "author", "published", "link", "excerpt" and "tags" to the object, in this order. */
void posts_json(json_t *object, const struct posts_row *row);

#endif
