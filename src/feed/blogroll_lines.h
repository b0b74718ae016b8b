/*
 * Lists of one feed a line: newsboat's urls, our own feeds file, bare
 * addresses; and our JSON, an object a line.
 */
#ifndef FEED_BLOGROLL_LINES_H
#define FEED_BLOGROLL_LINES_H

#include "feed/blogroll_entry.h"

/* Each adds the feeds of text, valid UTF-8. */

/* newsboat: URL "tag" ~"name" !, and query:, exec:, filter:. */
void blogroll_lines_newsboat(struct blogroll_entries *e, struct str text);

/* Ours: URL and the rest of the line as it stands. */
void blogroll_lines_own(struct blogroll_entries *e, struct str text);

/* {"url":…,"line":…}, or with "name" and "tags". Lines that are no JSON are BLOGROLL_UNCLEAR. */
void blogroll_lines_json(struct blogroll_entries *e, struct str text);

#endif
