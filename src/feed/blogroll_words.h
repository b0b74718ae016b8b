/*
 * The words of a line as newsboat and a shell write them.
 */
#ifndef FEED_BLOGROLL_WORDS_H
#define FEED_BLOGROLL_WORDS_H

#include <stdint.h>

#include "base/buf.h"

struct blogroll_word {
	struct str text;  /* in the buffer the caller gave, until its next change */
	bool is_quoted;   /* began with a quote */
	bool has_code;    /* of a shell: a variable or a command stands in it */
};

/* The next word of a line: "…" with backslashes in them are one; a "#" at the beginning of a word ends it all. False at the end. */
bool blogroll_words_next(struct str *line, struct buf *to, struct blogroll_word *ret);

/* The next word of a shell's program, which *at stands in front of; *number counts the lines passed. False at the end. An end of a command is a word of one of ; & | ( ) { } or a line end, unquoted. */
bool blogroll_words_shell(struct str *at, int64_t *number, struct buf *to, struct blogroll_word *ret);

#endif
