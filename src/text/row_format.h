/*
 * How a row of the headlines is made up: "{mark}{unread} {date}  {title:*,29-120}  {feed:20%,?1}".
 * A field stands in braces; behind its name, after a colon and with commas between them, what is said
 * of its column:
 *
 *	13       so many columns
 *	4-13     as many as the widest of the texts in sight takes, within these bounds
 *	20%      a share of the row, within the bounds
 *	*        what the others leave, within the bounds
 *	> <      the text stands at its right, or left
 *	?1       left out where the bounds cannot be kept, ?1 first, ?9 last
 *	@92      only in rows of at least so many columns
 *
 * What stands before a field is its gap, shown with it. "{{" and "}}" are braces.
 */
#ifndef TEXT_ROW_FORMAT_H
#define TEXT_ROW_FORMAT_H

#include "base/arena.h"

/* X(ENUM, "name", least columns, most columns, whether it stands at its right) */
#define ROW_FIELD_TABLE(X) \
	X(MARK, "mark", 1, 1, false) \
	X(UNREAD, "unread", 1, 2, false) \
	X(STAR, "star", 1, 2, false) \
	X(FULL, "full", 0, 1, false) \
	X(DATE, "date", 0, 13, false) \
	X(DAY, "day", 0, 10, true) \
	X(TITLE, "title", 29, 120, false) \
	X(FEED, "feed", 0, 24, false) \
	X(TAGS, "tags", 0, 24, false) \
	X(SECTIONS, "sections", 0, 6, true) \
	X(TIME, "time", 0, 8, true) \
	X(AUTHOR, "author", 0, 16, false) \
	X(LENGTH, "length", 0, 8, true)

#define ROW_FIELD_ENUM(name_, text_, min_, max_, right_) ROW_##name_,
enum row_field { ROW_FIELD_TABLE(ROW_FIELD_ENUM) ROW_FIELDS };
#undef ROW_FIELD_ENUM

enum { ROW_PARTS_MAX = 24, ROW_COLS_MAX = 400 };

struct row_part {
	struct str gap;       /* what stands before it */
	enum row_field field; /* ROW_FIELDS: nothing, the row ends with the gap */
	int min, max, percent;
	bool is_rest, is_right;
	int drop;             /* 1 .. 9, the lowest first; 0: never */
	int row_cols;         /* only in rows of at least so many columns */
};

struct row_format {
	struct row_part parts[ROW_PARTS_MAX];
	size_t n;
};

/* What is used where nothing is said. */
#define ROW_FORMAT_USUAL "{mark}{unread}{star} {full} {date}  {title:*,29-120}  {feed:20%,12-40,?4}  {tags:?3}  {sections:@92,?1}  {time:@92,?2}"

/* Reads a format; its gaps are in the arena. False when it is wrong: *at is the byte where, *fault says what, in the user's language. */
bool row_format_parse(struct arena *a, struct str text, struct row_format *ret, size_t *at, const char **fault);

/* The columns of each part in a row of so many. widest: what the widest text of each part takes. -1: left out, with its gap. */
void row_format_fit(const struct row_format *format, int cols, const int widest[ROW_PARTS_MAX], int widths[ROW_PARTS_MAX]);

#endif
