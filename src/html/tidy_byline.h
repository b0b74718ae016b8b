/*
 * Who wrote it and when, as lines of the text say it.
 */
#ifndef HTML_TIDY_BYLINE_H
#define HTML_TIDY_BYLINE_H

#include "base/clock.h"
#include "base/str.h"

struct tidy_byline {
	struct str author; /* slice of the line, may be empty */
	int64_t date;      /* CLOCK_NONE when it holds none */
	bool is_bare;      /* nothing but a date: a diary has such lines too */
	bool is_sure;      /* "by …" and a date: what stands above it is the head of the page */
};

/* True when the whole line is such a line: "by NAME 2025. 2. 5.", "○○○ 기자", "입력 2025.02.05 10:00 수정 …". */
bool tidy_byline_read(struct str line, int64_t now, struct tidy_byline *ret);

#endif
