/*
 * The names under which charsets go in headers and declarations.
 */
#ifndef TEXT_CHARSET_LABEL_H
#define TEXT_CHARSET_LABEL_H

#include "base/str.h"

/* Our name for a label ("EUC_KR" -> "cp949", "latin1" -> "windows-1252"), NULL when it is not known. */
const char *charset_label(struct str label);

/* The charset= of a Content-Type, empty when it has none. */
struct str charset_label_http(struct str content_type);

/* The charset that an XML declaration or, in a page, a meta element gives; text extends ASCII. */
struct str charset_label_inside(struct str text);

#endif
