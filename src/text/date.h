/*
 * Dates as feeds and Korean pages write them, and as we show them.
 */
#ifndef TEXT_DATE_H
#define TEXT_DATE_H

#include "base/buf.h"
#include "base/clock.h"

enum { DATE_KST = 9 * 60 }; /* minutes east of UTC */

/*
 * Reads a date in any form that is known: RFC 822/850/3339, asctime, W3CDTF,
 * 2025. 2. 5., 2025년 2월 5일 오후 3:02, 어제, 3시간 전 … Where the text has no
 * zone it is zone_min minutes east of UTC. now is for relative forms and
 * missing years. CLOCK_NONE when it is no date, not a valid one, or the zero of
 * some program's calendar, which means that there is none.
 */
int64_t date_parse(struct str s, int64_t now, int zone_min);

/* The same for a date somewhere in a line ("by 지식 나무 2025. 2. 5.", "입력 … 수정 …": the first). *at and *n (may be NULL) say where it stands. */
int64_t date_search(struct str s, int64_t now, int zone_min, size_t *at, size_t *n);

/* True for the two common forms (text/date_wire.h), which have a zone; others may have one too. */
bool date_has_zone(struct str s);

/* Appends t as RFC 3339 in UTC: 2025-02-05T06:02:00Z. */
void date_rfc3339(struct buf *out, int64_t t);

/* Appends t for a list, at most 13 columns, in the user's zone and language: 방금, 40분 전, 어제, 1월 10일, 2024. 12. 31.; nothing for CLOCK_NONE. */
void date_list(struct buf *out, int64_t t, int64_t now);

/* The same in figures, at most 10 columns: 09:12 on the same day, 02-05 in the same year, 2024-12-31. */
void date_list_day(struct buf *out, int64_t t, int64_t now);

/* Both for many of one moment. */
struct date_today {
	int64_t now;
	int64_t day; /* of it in the user's zone, since 1970 */
	int year;    /* since 1900 */
};

struct date_today date_list_today(int64_t now);
void date_list_from(struct buf *out, int64_t t, const struct date_today *today);
void date_list_day_from(struct buf *out, int64_t t, const struct date_today *today);

/* As long as it and the day are the same, so are the texts of both. */
int64_t date_list_age(int64_t t, const struct date_today *today);

/* Appends the day in the user's zone: 2025-02-05. */
void date_list_iso(struct buf *out, int64_t t);

/* Appends t, a moment that is near, by the clock in the user's zone, behind its day where that is not today: 14:05, 2월 6일 00:10. */
void date_list_clock(struct buf *out, int64_t t, int64_t now);

/* Appends t for the head of an article: 2025년 2월 5일 (수) 오후 7:00; of the first second of a day only the day, since that is what a date without a time is read as. */
void date_full(struct buf *out, int64_t t);

#endif
