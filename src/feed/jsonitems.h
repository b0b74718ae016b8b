/*
 * A JSON Feed that cannot be read as a whole, read item by item: one that is
 * broken costs no other.
 */
#ifndef FEED_JSONITEMS_H
#define FEED_JSONITEMS_H

#include <jansson.h>

#include "base/str.h"

/* The feed in text, which begins with "{", with those of its items that can be read; NULL when it has no items. Free with json_decref(). */
json_t *jsonitems_load(struct str text);

#endif
