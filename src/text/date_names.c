#include "text/date_names.h"

struct word {
	const char *text;
	int value;
};

static const struct word months[] = {
	{ "january", 1 }, { "jan", 1 }, { "february", 2 }, { "feb", 2 }, { "march", 3 }, { "mar", 3 }, { "april", 4 },
	{ "apr", 4 }, { "may", 5 }, { "june", 6 }, { "jun", 6 }, { "july", 7 }, { "jul", 7 }, { "august", 8 }, { "aug", 8 },
	{ "september", 9 }, { "sept", 9 }, { "sep", 9 }, { "october", 10 }, { "oct", 10 }, { "november", 11 },
	{ "nov", 11 }, { "december", 12 }, { "dec", 12 },
	/* German, French, Spanish, Italian, Portuguese where they differ. */
	{ "januar", 1 }, { "jänner", 1 }, { "janvier", 1 }, { "janv", 1 }, { "enero", 1 }, { "ene", 1 }, { "gennaio", 1 },
	{ "gen", 1 }, { "janeiro", 1 }, { "februar", 2 }, { "février", 2 }, { "févr", 2 }, { "fév", 2 }, { "febrero", 2 },
	{ "febbraio", 2 }, { "fevereiro", 2 }, { "fev", 2 }, { "märz", 3 }, { "mär", 3 }, { "mrz", 3 }, { "mars", 3 },
	{ "marzo", 3 }, { "março", 3 }, { "avril", 4 }, { "avr", 4 }, { "abril", 4 }, { "abr", 4 }, { "aprile", 4 },
	{ "mai", 5 }, { "mayo", 5 }, { "maggio", 5 }, { "mag", 5 }, { "maio", 5 }, { "juni", 6 }, { "juin", 6 },
	{ "junio", 6 }, { "giugno", 6 }, { "giu", 6 }, { "junho", 6 }, { "juli", 7 }, { "juillet", 7 }, { "juil", 7 },
	{ "julio", 7 }, { "luglio", 7 }, { "lug", 7 }, { "julho", 7 }, { "août", 8 }, { "agosto", 8 }, { "ago", 8 },
	{ "septembre", 9 }, { "septiembre", 9 }, { "settembre", 9 }, { "set", 9 }, { "setembro", 9 }, { "oktober", 10 },
	{ "okt", 10 }, { "octobre", 10 }, { "octubre", 10 }, { "ottobre", 10 }, { "ott", 10 }, { "outubro", 10 },
	{ "out", 10 }, { "novembre", 11 }, { "noviembre", 11 }, { "novembro", 11 }, { "dezember", 12 }, { "dez", 12 },
	{ "décembre", 12 }, { "déc", 12 }, { "diciembre", 12 }, { "dic", 12 }, { "dicembre", 12 }, { "dezembro", 12 },
	/* Greek, Hungarian and Russian. */
	{ "Ιαν", 1 }, { "Φεβ", 2 }, { "Μάρ", 3 }, { "Μαρ", 3 }, { "Μάώ", 3 }, { "Μαώ", 3 }, { "Απρ", 4 }, { "Μάι", 5 },
	{ "Μαϊ", 5 }, { "Μαι", 5 }, { "Μάϊ", 5 }, { "Ιούν", 6 }, { "Ιον", 6 }, { "Ιουν", 6 }, { "Ιούλ", 7 }, { "Ιολ", 7 },
	{ "Ιουλ", 7 }, { "Αύγ", 8 }, { "Αυγ", 8 }, { "Σεπ", 9 }, { "Οκτ", 10 }, { "Νοέ", 11 }, { "Νοε", 11 }, { "Δεκ", 12 },
	{ "január", 1 }, { "február", 2 }, { "februári", 2 }, { "március", 3 }, { "április", 4 }, { "május", 5 },
	{ "máujus", 5 }, { "június", 6 }, { "július", 7 }, { "augusztus", 8 }, { "szeptember", 9 }, { "október", 10 },
	{ "янв", 1 }, { "фев", 2 }, { "мар", 3 }, { "апр", 4 }, { "мая", 5 }, { "май", 5 }, { "июн", 6 }, { "июл", 7 },
	{ "авг", 8 }, { "сен", 9 }, { "окт", 10 }, { "ноя", 11 }, { "дек", 12 },
};

static const struct word weekdays[] = {
	{ "monday", 0 }, { "mon", 0 }, { "tuesday", 0 }, { "tues", 0 }, { "tue", 0 }, { "wednesday", 0 }, { "weds", 0 },
	{ "wed", 0 }, { "thursday", 0 }, { "thurs", 0 }, { "thur", 0 }, { "thu", 0 }, { "friday", 0 }, { "fri", 0 },
	{ "saturday", 0 }, { "sat", 0 }, { "sunday", 0 }, { "sun", 0 },
	{ "월요일", 0 }, { "화요일", 0 }, { "수요일", 0 }, { "목요일", 0 }, { "금요일", 0 }, { "토요일", 0 }, { "일요일", 0 },
	{ "월", 0 }, { "화", 0 }, { "수", 0 }, { "목", 0 }, { "금", 0 }, { "토", 0 }, { "일", 0 },
	{ "(月)", 0 }, { "(火)", 0 }, { "(水)", 0 }, { "(木)", 0 }, { "(金)", 0 }, { "(土)", 0 }, { "(日)", 0 },
};

static const struct word parts[] = {
	{ "오전", DATE_AM }, { "새벽", DATE_AM }, { "아침", DATE_AM }, { "오후", DATE_PM }, { "낮", DATE_NOON },
	{ "저녁", DATE_PM }, { "밤", DATE_NIGHT }, { "a.m.", DATE_AM }, { "p.m.", DATE_PM }, { "am", DATE_AM },
	{ "pm", DATE_PM },
};

static const struct word noons[] = { { "정오", 12 }, { "자정", 0 }, { "noon", 12 }, { "midnight", 0 } };

static const struct word days[] = {
	{ "오늘", 0 }, { "어제", -1 }, { "그저께", -2 }, { "그제", -2 }, { "엊그제", -2 }, { "엊그저께", -2 },
	{ "하루 전", -1 }, { "이틀 전", -2 }, { "사흘 전", -3 }, { "나흘 전", -4 },
	{ "today", 0 }, { "yesterday", -1 },
};

static const struct word counts[] = {
	{ "한", 1 }, { "두", 2 }, { "세", 3 }, { "네", 4 },
	{ "다섯", 5 }, { "여섯", 6 }, { "일곱", 7 }, { "여덟", 8 }, { "아홉", 9 }, { "열", 10 }, { "일", 1 }, { "이", 2 },
	{ "삼", 3 }, { "an", 1 }, { "a", 1 },
};

static const struct word units[] = {
	{ "초", 1 }, { "분", 60 }, { "시간", 3600 }, { "일", 86400 }, { "주일", 7 * 86400 }, { "주", 7 * 86400 },
	{ "개월", 30 * 86400 }, { "달", 30 * 86400 }, { "년", 365 * 86400 }, { "seconds", 1 }, { "second", 1 },
	{ "secs", 1 }, { "sec", 1 }, { "minutes", 60 }, { "minute", 60 }, { "mins", 60 }, { "min", 60 }, { "hours", 3600 },
	{ "hour", 3600 }, { "hrs", 3600 }, { "hr", 3600 }, { "days", 86400 }, { "day", 86400 }, { "weeks", 7 * 86400 },
	{ "week", 7 * 86400 }, { "months", 30 * 86400 }, { "month", 30 * 86400 }, { "years", 365 * 86400 },
	{ "year", 365 * 86400 },
};

/* Hours and minutes east as hhmm. Where a name means several zones: what RFC 5322 says, else the most populous. */
static const struct word zones[] = {
	{ "z", 0 }, { "ut", 0 }, { "utc", 0 }, { "gmt", 0 }, { "uct", 0 }, { "zulu", 0 }, { "etc/gmt", 0 },
	{ "etc/utc", 0 }, { "wet", 0 }, { "kst", 900 }, { "asia/seoul", 900 }, { "한국시간", 900 }, { "한국 표준시", 900 },
	{ "jst", 900 }, { "asia/tokyo", 900 }, { "est", -500 }, { "edt", -400 }, { "cst", -600 }, { "cdt", -500 },
	{ "mst", -700 }, { "mdt", -600 }, { "pst", -800 }, { "pdt", -700 }, { "akst", -900 }, { "akdt", -800 },
	{ "hst", -1000 }, { "ast", -400 }, { "adt", -300 }, { "nst", -330 }, { "ndt", -230 }, { "brt", -300 },
	{ "brst", -200 }, { "art", -300 }, { "clt", -400 }, { "cot", -500 }, { "pet", -500 }, { "west", 100 },
	{ "bst", 100 }, { "ist", 530 }, { "cet", 100 }, { "cest", 200 }, { "met", 100 }, { "mest", 200 }, { "mez", 100 },
	{ "mesz", 200 }, { "eet", 200 }, { "eest", 300 }, { "sast", 200 }, { "msk", 300 }, { "msd", 400 }, { "trt", 300 },
	{ "gst", 400 }, { "pkt", 500 }, { "npt", 545 }, { "ict", 700 }, { "wib", 700 }, { "hkt", 800 }, { "sgt", 800 },
	{ "pht", 800 }, { "myt", 800 }, { "awst", 800 }, { "acst", 930 }, { "acdt", 1030 }, { "aest", 1000 },
	{ "aedt", 1100 }, { "nzst", 1200 }, { "nzdt", 1300 },
};

/* The longest word of the table, whose words are in lower case; one of ASCII letters must not go on in a letter. */
static bool
take(struct str *s, const struct word *table, size_t n, int *value)
{
	const struct word *best = NULL;
	size_t best_n = 0;
	char first = s->n ? str_lower(s->p[0]) : '\0', second = s->n > 1 ? str_lower(s->p[1]) : '\0';

	for (size_t i = 0; i < n; i++) {
		size_t len;
		bool is_cut;

		if (table[i].text[0] != first || (table[i].text[1] && table[i].text[1] != second) || !str_starts_icase(*s, table[i].text))
			continue;
		len = strlen(table[i].text);
		is_cut = len < s->n && str_is_alpha(s->p[len]) && (str_is_alpha(s->p[len - 1]) || s->p[len - 1] == '.');
		if (len > best_n && !is_cut) {
			best = &table[i];
			best_n = len;
		}
	}
	if (!best)
		return false;
	*value = best->value;
	*s = str_sub(*s, best_n, s->n);
	return true;
}

/* The first letters of all words of Hangul but units, "방금" and "지금". */
static const char heads[] = "월화수목금토일오새아낮저밤정자어그엊하이사나한두세네다여열삼방지";

bool
date_names_may_begin(struct str s)
{
	if (s.n < 3 || (unsigned char)s.p[0] < 0xea || (unsigned char)s.p[0] > 0xed) /* no syllable */
		return true;
	for (const char *head = heads; *head; head += 3)
		if (head[2] == s.p[2] && head[1] == s.p[1] && head[0] == s.p[0])
			return true;
	return false;
}

#define TAKE(s, table, value) take((s), (table), sizeof(table) / sizeof *(table), (value))

/* "2004-dec-13T9:15": a month may be followed by T; "янв" stands for "января" too. */
bool
date_names_month(struct str *s, int *month)
{
	if (!s->n || (unsigned char)s->p[0] >= 0xe0 || !TAKE(s, months, month)) /* they are in Latin, Greek and Cyrillic letters */
		return false;
	while (s->n && (unsigned char)s->p[0] >= 0x80)
		*s = str_sub(*s, 1, s->n);
	return true;
}

bool
date_names_weekday(struct str *s)
{
	int unused;

	return TAKE(s, weekdays, &unused);
}

bool
date_names_zone(struct str *s, int *minutes)
{
	int hhmm;

	if (!TAKE(s, zones, &hhmm))
		return false;
	*minutes = hhmm / 100 * 60 + hhmm % 100;
	return true;
}

bool
date_names_part(struct str *s, enum date_part *part)
{
	int value;

	if (!TAKE(s, parts, &value))
		return false;
	*part = (enum date_part)value;
	return true;
}

bool
date_names_noon(struct str *s, int *hour)
{
	return TAKE(s, noons, hour);
}

bool
date_names_day(struct str *s, int *value)
{
	return TAKE(s, days, value);
}

bool
date_names_count(struct str *s, int *count)
{
	return TAKE(s, counts, count);
}

bool
date_names_unit(struct str *s, int *seconds)
{
	return TAKE(s, units, seconds);
}
