/*
 * JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1).
 */
#ifndef FEED_JSONFEED_H
#define FEED_JSONFEED_H

#include "feed/parse.h"

/* Parses text, valid UTF-8. */
enum feed_problem jsonfeed_parse(struct arena *a, const struct parse_input *in, const struct parse_sink *sink, struct feed *feed, struct str text);

#endif
