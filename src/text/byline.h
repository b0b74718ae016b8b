/*
 * Who wrote it and when, as lines of the text say it.
 */
#ifndef TEXT_BYLINE_H
#define TEXT_BYLINE_H

#include "base/buf.h"
#include "base/clock.h"

struct byline {
	struct str author; /* slice of the line, may be empty */
	int64_t date;      /* CLOCK_NONE when it holds none */
	bool is_bare;      /* nothing but a date: a diary has such lines too */
	bool is_sure;      /* "by …" and a date: what stands above it is the head of the page */
};

/* True when the whole line is such a line: "by NAME 2025. 2. 5.", "○○○ 기자", "입력 2025.02.05 10:00 수정 …". */
bool byline_read(struct str line, int64_t now, int zone_min, struct byline *ret);

/* True when a text begins with the office and its reporter, "[서울=소식통신] 홍길동 기자 = …"; *author is a slice of it. */
bool byline_lead(struct str text, struct str *author);

/*
 * Appends the names in a credit, "By A and B, b@c.example": "A, B". Words such
 * as "by" and "글쓴이", dates, addresses, handles (@a) and names that out holds
 * already are left out; nothing is appended where nothing is left.
 */
void byline_names(struct buf *out, struct str credit);

/* The line of a credit up to the mark that a date or a count stands behind: "By A | 5 min read" is "By A". */
struct str byline_names_credit(struct str line, int64_t now);

#endif
