/*
 * The time. Wall-clock times are seconds since 1970 in UTC; CLOCK_NONE stands
 * for "not known" everywhere in sosik. A test sets its own clock.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>
#include <time.h>

#define CLOCK_NONE INT64_MIN

int64_t clock_now(void);

/* From now on clock_now() is this; CLOCK_NONE gives the real time back. */
void clock_set(int64_t now);

/* Milliseconds of a clock that never jumps. */
int64_t clock_mono_ms(void);

/* Milliseconds that the machine has slept since it was started, which clock_mono_ms() does not count. */
int64_t clock_slept_ms(void);

/* The machine sleeps so long, for a test. */
void clock_sleep(int64_t ms);

/* Milliseconds of work that this process has done so far. */
int64_t clock_cpu_ms(void);

/* Broken-down time in the user's zone (TZ), and in UTC. tm_gmtoff is set. */
void clock_local(int64_t t, struct tm *ret);
void clock_utc(int64_t t, struct tm *ret);

/* The inverse of clock_utc() for a year, month 1-12, day and time in UTC; no range checks. */
int64_t clock_from_utc(int year, int month, int day, int hour, int minute, int second);

/* The same in the user's zone; a day, hour, minute or second beyond its range goes on in the next unit. */
int64_t clock_from_local(int year, int month, int day, int hour, int minute, int second);

#endif
