/*
 * The words of dates: months, days, parts of the day, zones.
 */
#ifndef TEXT_DATE_NAMES_H
#define TEXT_DATE_NAMES_H

#include "base/str.h"

/* Takes the longest known word off *s (letters of ASCII in any case) and sets *value; false when none stands there. */
bool date_names_month(struct str *s, int *month);    /* 1-12 */
bool date_names_weekday(struct str *s);
bool date_names_zone(struct str *s, int *minutes);   /* east of UTC */

/* A part of the day: 오전 새벽 아침, 오후 저녁, 낮, 밤. */
enum date_part { DATE_AM, DATE_PM, DATE_NOON, DATE_NIGHT };
bool date_names_part(struct str *s, enum date_part *part);

/* Noon and midnight by their names: 12 and 0. */
bool date_names_noon(struct str *s, int *hour);

/* A day relative to today: 어제 is -1. */
bool date_names_day(struct str *s, int *days);

/* A number in words (한, 두, 일) and a unit of time in seconds. */
bool date_names_count(struct str *s, int *count);
bool date_names_unit(struct str *s, int *seconds);

/* False for a syllable with which no date begins, nor what may stand before one: such a word of Hangul is none of these, but for units. */
bool date_names_may_begin(struct str s);

#endif
