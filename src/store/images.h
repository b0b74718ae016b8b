/*
 * Files of pictures, by their addresses: $XDG_CACHE_HOME/sosik/images, each
 * under the SHA-256 of its address. They may be deleted at any time.
 */
#ifndef STORE_IMAGES_H
#define STORE_IMAGES_H

#include <stdint.h>

#include "base/path.h"

/* Where the picture of an address lies, when it is there. */
int images_path(struct str url, struct path *ret, struct err *err);

/* Opens it for reading, and notes that it is used; -1 without more where it is not there. close() it. */
int images_open(struct str url);

/* Keeps the bytes of one. */
int images_put(struct str url, struct str bytes, struct err *err);

/* Drops those that were not used for longest until no more than so many bytes are left, and what was left half written an hour ago. What cannot be dropped is left. */
void images_trim(int64_t bytes);

#endif
