/*
 * What sosik-sync says to programs.
 */
#ifndef FRONT_FRONT_JSON_H
#define FRONT_FRONT_JSON_H

#include <jansson.h>

/* Says object on one line and frees it. */
void front_json(json_t *object);

#endif
