/*
 * A table that is too wide, as "key: value" lines, one group a row.
 */
#ifndef HTML_LAYOUT_RECORD_H
#define HTML_LAYOUT_RECORD_H

#include "html/layout_table.h"

void layout_record_add(struct layout_out *out, const struct layout_table *t);

#endif
