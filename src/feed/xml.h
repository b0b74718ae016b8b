/*
 * Events from well-formed XML, by expat. External entities are never read;
 * expat's protection against entity bombs stays on.
 */
#ifndef FEED_XML_H
#define FEED_XML_H

#include "feed/events.h"

/* Gives the events of bytes (UTF-8, whatever their declaration says) until the first error. *has_unbound: prefixes were met that nobody declares. */
enum events_end xml_events(struct str bytes, const struct events_sink *sink, bool *has_unbound);

/* Whether the bytes are well formed as far as expat takes them: xml_events() will not find them broken or cut. */
bool xml_is_fine(struct str bytes);

#endif
