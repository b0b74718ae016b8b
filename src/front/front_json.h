/*
 * What sosik-sync says to programs.
 */
#ifndef FRONT_FRONT_JSON_H
#define FRONT_FRONT_JSON_H

#include <jansson.h>

/* Sets what people are told too: its particles are settled. */
void front_json_sentence(json_t *object, const char *key, const char *text);

/* Says object on one line and frees it. */
void front_json(json_t *object);

#endif
