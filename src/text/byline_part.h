/*
 * Parts of by-lines: dates with words before them, credits, reporters.
 */
#ifndef TEXT_BYLINE_PART_H
#define TEXT_BYLINE_PART_H

#include "base/clock.h"
#include "base/str.h"

/* For dates that leave out the year, or the zone. */
struct byline_when {
	int64_t now;
	int zone_min;
};

/* s without blanks and the marks between the parts of a head line at its ends. */
struct str byline_part_strip(struct str s);

/* Takes a word that stands before dates off the front; true when there was one. */
bool byline_part_label(struct str *s);

/* s without such words at its end: "홍길동 기자 승인", "gaon on". */
struct str byline_part_unlabelled(struct str s);

/* Takes the first date off *s, what is before it, but for the day of its week, into *before; CLOCK_NONE without one. */
int64_t byline_part_date(struct str *s, const struct byline_when *when, struct str *before);

/* Takes a word that stands before names off; one must end where it does: "By", "글 : ", not "Byron" and "글로벌". */
bool byline_part_credit(struct str *s);

/* Takes "홍길동 기자" off the front of *s. */
bool byline_part_reporter(struct str *s, struct str *author);

/* Whether a word is an address of mail. */
bool byline_part_is_address(struct str word);

#endif
