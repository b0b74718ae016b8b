/*
 * Hosts that are one server behind many names.
 */
#ifndef TEXT_URL_PLATFORM_H
#define TEXT_URL_PLATFORM_H

#include "base/str.h"

/* The name of the platform that a blog of this host is of, as "tistory.com", a constant; host itself where it is of none that is known. */
struct str url_platform(struct str host);

#endif
