/*
 * The two forms in which nearly all feeds write their dates, read at once:
 * RFC 5322 ("Sun, 4 Dec 2022 20:45:05 +0900") and RFC 3339
 * ("2022-12-04T20:45:05+09:00").
 */
#ifndef TEXT_DATE_WIRE_H
#define TEXT_DATE_WIRE_H

#include <stdint.h>

#include "base/str.h"

/* False, and *ret as it was, for any other form, and for a date that is not valid. */
bool date_wire_read(struct str s, int64_t *ret);

#endif
