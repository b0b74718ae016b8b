/*
 * Most of a feed is tags and texts as all have them, which are read here, by
 * blocks of bytes, where the parser looks at each letter and hands texts on in
 * lines and references.
 */
#ifndef FEED_XML_PLAIN_H
#define FEED_XML_PLAIN_H

#include "feed/xml_give.h"

/*
 * Goes on behind a tag, or the start of a section, that the parser has seen and that ends what it was given: takes off
 * *bytes what it need not see. Elements that are open then it has to be told of (xml->own).
 */
void xml_plain_take(struct xml *xml, struct str *bytes);

#endif
