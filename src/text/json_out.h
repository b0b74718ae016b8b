/*
 * JSON for programs: what jansson lacks for slices and times.
 */
#ifndef TEXT_JSON_OUT_H
#define TEXT_JSON_OUT_H

#include <jansson.h>
#include <stdint.h>

#include "base/str.h"

/* The text, which is valid UTF-8; the caller's to give away. */
json_t *json_out_string(struct str text);

/* Adds key: that text to the object. */
void json_out_text(json_t *object, const char *key, struct str text);

/* Adds key: the time as RFC 3339 in UTC, or null for CLOCK_NONE. */
void json_out_time(json_t *object, const char *key, int64_t t);

/* Adds key: an array of texts. */
void json_out_texts(json_t *object, const char *key, const struct str *texts, size_t n);

#endif
