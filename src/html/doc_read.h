/*
 * Clean XHTML to the article model, by expat. Refuses what is not in the
 * subset, so that nothing but what tidy made is ever shown.
 */
#ifndef HTML_DOC_READ_H
#define HTML_DOC_READ_H

#include "base/err.h"
#include "html/doc.h"

/*
 * The subset, one <article> element around it:
 *   h1-h6 p ul ol li dl dt dd blockquote pre code table caption tr th td figure
 *   figcaption img a b i s u sup sub mark kbd br hr details summary
 * Attributes: href (a), src alt width height (img), start type (ol), value (li),
 * colspan rowspan data-align (td th), data-lang (pre), data-size data-blank
 * data-hashes data-note (h p li td: the hints of struct doc_block; on an a without
 * href, the note that it names).
 */
int doc_read(struct arena *a, struct str xhtml, struct doc *ret, struct err *err);

struct doc_room;

/* The same in parts, for articles of any length. Notes are as they stand in it. *room: NULL at first, the same for many; free with doc_room_free(). */
int doc_read_on(struct arena *a, struct doc_room **room, struct str xhtml, const struct doc_taker *taker, struct err *err);
void doc_room_free(struct doc_room *room);

/* Plain text (with "\n" between lines, blank lines kept as hints) as an article, for posts without markup. */
void doc_read_text(struct arena *a, struct str text, struct doc *ret);

#endif
