/*
 * What bytes are, by how they begin; what a server says of them is not asked.
 */
#ifndef IMAGE_IMAGE_KIND_H
#define IMAGE_IMAGE_KIND_H

#include <stdbool.h>

#include "base/str.h"

enum image_kind { IMAGE_KIND_NONE, IMAGE_KIND_JPEG, IMAGE_KIND_PNG, IMAGE_KIND_GIF, IMAGE_KIND_WEBP,
	IMAGE_KIND_AVIF, IMAGE_KIND_HEIC, IMAGE_KIND_SVG, /* these are only told */
};

enum image_kind image_kind_of(struct str bytes);

/* Whether sosik-image reads it. */
bool image_kind_is_read(enum image_kind kind);

/* Its name: "AVIF"; "" for IMAGE_KIND_NONE. */
const char *image_kind_name(enum image_kind kind);

#endif
