/*
 * OPML 2.0 of the subscriptions: a feed's first tag is its folder, 분류/하위 a
 * folder in a folder; all its tags are its "category". What OPML has no place
 * for, the whole line and its place in the feeds file, stands in attributes of
 * our own namespace, urn:sosik:opml, so that nothing is lost on the way back.
 */
#ifndef CMD_CMD_EXPORT_OPML_H
#define CMD_CMD_EXPORT_OPML_H

#include "base/buf.h"
#include "cmd/cmd_export.h"

void cmd_export_opml_write(const struct cmd_export *e, struct buf *out);

#endif
