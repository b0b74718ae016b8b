/*
 * A character as tokens have it, whatever way it was written.
 */
#ifndef TEXT_FIND_TOKEN_FOLD_H
#define TEXT_FIND_TOKEN_FOLD_H

#include <stdint.h>

/* Without case, width and accents. */
int32_t find_token_fold(int32_t cp);

#endif
