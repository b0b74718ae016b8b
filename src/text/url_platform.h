/*
 * Hosts that are one server behind many names.
 */
#ifndef TEXT_URL_PLATFORM_H
#define TEXT_URL_PLATFORM_H

#include "base/str.h"

/* The part of host that names the platform of a blog, as "tistory.com"; host itself where it is of none that is known. */
struct str url_platform(struct str host);

#endif
