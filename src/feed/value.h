/*
 * What the text inside an element stands for: plain text, escaped HTML, XHTML
 * or base64, by the rules of RSS and of Atom 0.3 and 1.0 (RFC 4287 3.1, 4.1.3).
 */
#ifndef FEED_VALUE_H
#define FEED_VALUE_H

#include "base/arena.h"
#include "base/buf.h"
#include "feed/element.h"

/* VALUE_LINES: plain text whose line ends count. */
enum value_mode { VALUE_TEXT, VALUE_LINES, VALUE_HTML, VALUE_XHTML, VALUE_BASE64_TEXT, VALUE_BASE64_HTML, VALUE_ABSENT };

/* How the element's content has to be read. is_atom: of a feed whose root is <feed>. */
enum value_mode value_mode_of(const struct events_element *element, bool is_atom);

/* Plain text whose line ends count as HTML. What has no mark of HTML in it stays as it is: its lines are told from it later. */
struct str value_lines(struct arena *a, struct str text);

/* The content as HTML, as one plain line. */
struct str value_html(struct arena *a, enum value_mode mode, struct str content);
struct str value_plain(struct arena *a, enum value_mode mode, struct str content);

/* Markup inside a value, written back as it stood. */
void value_add_start(struct buf *out, const struct events_element *element);
void value_add_end(struct buf *out, struct str name);

#endif
