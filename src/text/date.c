#include "text/date.h"

#include "base/num.h"
#include "base/tr.h"
#include "text/date_fold.h"
#include "text/date_names.h"
#include "text/date_read.h"
#include "text/date_time.h"
#include "text/date_wire.h"
#include "text/utf8.h"

enum {
	SEARCHED = 400, /* bytes of a line that may hold a date; by-lines are short */
	LONGEST = 80,   /* bytes of a date with words around it */
};

static void
skip_blanks(struct str *s)
{
	while (s->n && (str_is_space(s->p[0]) || s->p[0] == ','))
		*s = str_sub(*s, 1, s->n);
}

/* "lundi 5 janvier 2004": a word that is no month, then a day. */
static bool
is_word_before_day(struct str word, struct str rest)
{
	int unused;

	rest = str_trim(rest);
	return rest.n && str_is_digit(rest.p[0]) && word.n && str_is_alpha(word.p[0]) && !date_names_month(&word, &unused);
}

/* A day of the week in any language: a word and a comma, or a name we know. */
static void
skip_weekday(struct str *s)
{
	struct str head, rest, known = *s;
	bool has_comma = str_cut(*s, ',', &head, &rest), has_digit = false;

	if (!has_comma) {
		rest = *s;
		head = str_word(&rest);
	}
	head = str_trim(head);
	for (size_t i = 0; i < head.n; i++)
		has_digit |= str_is_digit(head.p[i]) || str_is_space(head.p[i]);
	if (!has_digit && head.n <= 24 && (has_comma || is_word_before_day(head, rest))) {
		*s = rest;
	} else if (!has_comma && date_names_weekday(&known) && (!known.n || str_is_space(known.p[0]) || known.p[0] == '.')) {
		*s = str_starts(known, ".") ? str_sub(known, 1, known.n) : known;
	}
	skip_blanks(s);
}

/* What programs write around such a number: "/Date(1738738800000+0900)/" of .NET, "@1738738800" of date(1), a fraction of a second. */
static struct str
bare_number(struct str s)
{
	struct str bare, rest;

	if (str_starts(s, "/Date(") && str_ends(s, ")/")) {
		s = str_sub(s, strlen("/Date("), s.n - strlen(")/"));
		(void)str_cut(s, '+', &s, &rest); /* where it was written, not when */
		return s;
	}
	if (str_starts(s, "@"))
		s = str_sub(s, 1, s.n);
	bare = s;
	return s.n > 11 && str_cut(s, '.', &bare, &rest) && bare.n == 10 && date_time_digits(rest) == rest.n ? bare : s;
}

/* Seconds or milliseconds since 1970, of this century. */
static int64_t
read_number(struct str s)
{
	int64_t t;

	s = bare_number(s);
	if ((s.n != 10 && s.n != 13) || !num_parse(s, 1000000000, 9999999999999, &t))
		return CLOCK_NONE;
	if (t > 99999999999)
		return t / 1000;
	return t < 10000000000 ? t : CLOCK_NONE;
}

/* Whether a date can begin behind this part of the line. */
static bool
starts_well(struct str before, char first)
{
	char last = before.n ? before.p[before.n - 1] : ' ';
	bool is_start = str_is_digit(first) ? !str_is_alpha(last) && !str_is_digit(last) && !strchr("./-_%=#&", last) :
					      str_is_space(last) || strchr("|/([:,", last) || (unsigned char)last >= 0x80;

	if (!is_start)
		return false;
	before = str_trim(before);
	return !str_ends(before, "버전") && !str_ends(before, "version");
}

/* Whether a year of two digits can be meant behind this part of a line: at its start, behind a mark, or behind a word of by-lines. All else that looks like 24.04.10 is a version. */
static bool
introduces_date(struct str before)
{
	static const char *const ends[] = { "|", "/", "(", "[", ":", "-", "–", "·", "입력", "수정", "등록", "작성", "게시", "발행", "송고", "승인",
		"갱신", "업데이트", "날짜", "일자", "일시", "입력일", "수정일", "등록일", "작성일", "게시일", "발행일", "기자" };

	before = str_trim(before);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_ends(before, ends[i]))
			return true;
	return !before.n || str_starts_icase(before, "by ");
}

/* Whether a date of two digits, dot … has nothing in it that makes it more than three numbers. */
static bool
is_numbers(struct str date)
{
	return date.n > 2 && str_is_digit(date.p[1]) && date.p[2] == '.' && !str_has(date, ":") && !str_has(date, "시");
}

int64_t
date_search(struct str s, int64_t now_s, int zone_min, size_t *at, size_t *n)
{
	struct date_now now = { now_s, zone_min, .is_clockless = !date_time_is_in(s) };

	for (size_t i = 0; i < s.n && i < SEARCHED; i++) {
		struct str rest = str_sub(s, i, s.n);

		if (str_is_space(s.p[i]) || ((unsigned char)s.p[i] & 0xc0) == 0x80 || !starts_well(str_sub(s, 0, i), s.p[i]))
			continue;
		int64_t t = date_names_may_begin(rest) ? date_read(&rest, &now, DATE_IN_TEXT) : CLOCK_NONE;
		if (t == CLOCK_NONE || (is_numbers(str_sub(s, i, s.n - rest.n)) && !introduces_date(str_sub(s, 0, i))))
			continue;
		if (at)
			*at = i;
		if (n)
			*n = s.n - rest.n - i;
		return t;
	}
	return CLOCK_NONE;
}

static bool
has_hangul(struct str s)
{
	while (s.n) {
		int32_t cp = utf8_next(&s);

		if (cp >= 0xac00 && cp <= 0xd7a3)
			return true;
	}
	return false;
}

/* Days that programs write for "no date", as the zero of their calendars: .NET, Windows, Excel, Unix. */
static bool
is_placeholder(int64_t t)
{
	static const struct {
		int year, month, day;
	} zeros[] = { { 1, 1, 1 }, { 1601, 1, 1 }, { 1899, 12, 30 }, { 1899, 12, 31 }, { 1900, 1, 1 }, { 1970, 1, 1 } };

	for (size_t i = 0; t <= 0 && i < sizeof zeros / sizeof *zeros; i++) {
		int64_t zero = clock_from_utc(zeros[i].year, zeros[i].month, zeros[i].day, 0, 0, 0);

		if (t == zero || t == zero - (int64_t)DATE_KST * 60)
			return true;
	}
	return false;
}

/* The first second of the year 2. */
#define DATE_FIRST (-62104060800)

/* One in none of the common forms. */
static int64_t
read_other(struct str whole, const struct date_now *now)
{
	struct str s = whole;
	int64_t t = read_number(s);

	if (t != CLOCK_NONE)
		return t;
	if (s.n > 1 && s.p[0] == '\'' && str_is_digit(s.p[1])) /* '25. 2. 5. */
		s = str_sub(s, 1, s.n);
	skip_weekday(&s);
	t = date_read(&s, now, DATE_ALONE);
	if (!str_trim(s).n)
		return t;
	return whole.n <= LONGEST && has_hangul(whole) ? date_search(whole, now->now, now->zone_min, NULL, NULL) : CLOCK_NONE; /* "입력 2026-08-12" */
}

int64_t
date_parse(struct str s, int64_t now_s, int zone_min)
{
	struct date_now now = { .now = now_s, .zone_min = zone_min };
	struct buf folded = { .max = LONGEST * 4 };
	int64_t t = CLOCK_NONE;

	s = str_trim(s);
	if (!s.n)
		return CLOCK_NONE;
	if (!date_wire_read(s, &t)) {
		if (!str_is_ascii(s) && s.n <= LONGEST * 4)
			date_fold(&folded, s);
		t = read_other(folded.n ? str_trim(buf_str(&folded)) : s, &now);
	}
	buf_free(&folded);
	return t < DATE_FIRST || is_placeholder(t) ? CLOCK_NONE : t;
}

bool
date_has_zone(struct str s)
{
	int64_t ignored;

	return date_wire_read(str_trim(s), &ignored);
}

void
date_rfc3339(struct buf *out, int64_t t)
{
	struct tm tm;

	clock_utc(t, &tm);
	buf_printf(out, "%04d-%02d-%02dT%02d:%02d:%02dZ", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

void
date_full(struct buf *out, int64_t t)
{
	static const char *const korean_days[] = { "일", "월", "화", "수", "목", "금", "토" };
	static const char *const days[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	static const char *const months[] = { "January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December" };
	struct tm tm;

	clock_local(t, &tm);
	int hour = tm.tm_hour % 12 ? tm.tm_hour % 12 : 12;
	bool has_time = tm.tm_hour || tm.tm_min || tm.tm_sec;
	if (tr_is_korean())
		buf_printf(out, "%d년 %d월 %d일 (%s)", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, korean_days[tm.tm_wday]);
	else
		buf_printf(out, "%s, %s %d, %d", days[tm.tm_wday], months[tm.tm_mon], tm.tm_mday, tm.tm_year + 1900);
	if (has_time && tr_is_korean())
		buf_printf(out, " %s %d:%02d", tm.tm_hour < 12 ? "오전" : "오후", hour, tm.tm_min);
	else if (has_time)
		buf_printf(out, ", %d:%02d %s", hour, tm.tm_min, tm.tm_hour < 12 ? "AM" : "PM");
}
