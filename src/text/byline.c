#include "text/byline.h"

#include "text/date.h"
#include "text/date_names.h"
#include "text/utf8.h"

/* Longer lines and names are text. Bytes. */
enum { LINE_MAX = 200, NAME_MAX = 60, LEAD_MAX = 60, CREDIT_MAX = 100 };

/* For dates that leave out the year, or the zone. */
struct when {
	int64_t now;
	int zone_min;
};

/* Words that stand before dates in the head of an article. */
static const char *const labels[] = {
	"입력", "등록", "승인", "작성일", "작성", "게시일", "게시", "발행일", "발행", "송고", "수정일", "수정", "최종수정",
	"최종 수정", "최종수정일", "업데이트", "최종업데이트", "최종 업데이트", "기사입력", "기사등록", "입력일", "등록일", "승인일", "Posted on", "Posted", "Published on", "Published", "Updated on",
	"Updated", "Last updated", "Date",
};

/* Who writes in newspapers; "IT전문기자" ends in the first of them. */
static const char *const jobs[] = { "기자", "특파원", "논설위원", "에디터" };
enum { JOB_MAX = 24 };

static bool
is_joint(char c)
{
	return str_is_space(c) || memchr("|-/:,()[]", c, 9) != NULL;
}

/* Whether the bracket at the end of s was opened inside it: "A (with B)". */
static bool
closes(struct str s)
{
	char last = s.p[s.n - 1];
	size_t open = str_find_char(s, last == ')' ? '(' : '[');

	return (last == ')' || last == ']') && open > 0 && open < s.n;
}

/* s without blanks and the marks between the parts of a head line at its ends. */
static struct str
strip(struct str s)
{
	static const char *const marks[] = { "·", "ㆍ", "•", "∙", "│", "｜", "–", "—", "=" };

	for (size_t n = s.n + 1; n != s.n;) {
		n = s.n;
		while (s.n && is_joint(s.p[0]))
			s = str_sub(s, 1, s.n);
		while (s.n && is_joint(s.p[s.n - 1]) && !closes(s))
			s.n--;
		for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
			if (str_starts(s, marks[i]))
				s = str_sub(s, strlen(marks[i]), s.n);
			if (str_ends(s, marks[i]))
				s.n -= strlen(marks[i]);
		}
	}
	return s;
}

/* Takes a label off the front; true when there was one. */
static bool
take_label(struct str *s)
{
	size_t best = 0;

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (str_starts_icase(*s, labels[i]) && strlen(labels[i]) > best)
			best = strlen(labels[i]);
	*s = strip(str_sub(*s, best, s->n));
	return best > 0;
}

/* s without the labels at its end: "홍길동 기자 승인", "gaon on". */
static struct str
without_labels(struct str s)
{
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (str_ends(s, labels[i]) && (s.n == strlen(labels[i]) || str_is_space(s.p[s.n - strlen(labels[i]) - 1])))
			s = strip(str_sub(s, 0, s.n - strlen(labels[i])));
	if (str_ends(s, " on"))
		s.n -= strlen(" on");
	return s;
}

/* What is left of the words before a date when the day of its week is one of them. */
static struct str
without_weekday(struct str s)
{
	struct str rest = s;

	return date_names_weekday(&rest) && !strip(rest).n ? STR_NONE : s;
}

/* Takes the first date off s, what is before it into *before; CLOCK_NONE without one. */
static int64_t
take_date(struct str *s, const struct when *when, struct str *before)
{
	size_t at = 0, n = 0;
	int64_t date = date_search(*s, when->now, when->zone_min, &at, &n);

	*before = STR_NONE;
	if (date == CLOCK_NONE)
		return date;
	*before = without_weekday(strip(str_sub(*s, 0, at)));
	*s = strip(str_sub(*s, at + n, s->n));
	return date;
}

/* "입력 2025.02.05 10:00 | 수정 2025.02.06 09:00", or dates alone. */
static bool
is_dates(struct str s, const struct when *when, struct byline *ret)
{
	struct str before;

	ret->is_bare = true;
	for (s = strip(s); s.n;) {
		int64_t date;

		ret->is_bare = !take_label(&s) && ret->is_bare;
		date = take_date(&s, when, &before);
		if (date == CLOCK_NONE || before.n)
			return false;
		if (ret->date == CLOCK_NONE)
			ret->date = date;
	}
	return ret->date != CLOCK_NONE;
}

/* Words that stand before names, the longer first. */
static const char *const credits[] = { "written by", "posted by", "published by", "edited by", "story by", "words by", "author", "by", "글쓴이",
	"글·사진", "글/사진", "정리", "기자명", "작성자", "지은이", "글", "필자", "저자", "기고", "취재", "사진" };

/* Takes such a word off; one must end where it does: "By", "글 : ", not "Byron" and "글로벌". */
static bool
take_credit(struct str *s)
{
	for (size_t i = 0; i < sizeof credits / sizeof *credits; i++) {
		struct str rest = str_sub(*s, strlen(credits[i]), s->n);

		if (!str_starts_icase(*s, credits[i]) || !rest.n || !(is_joint(rest.p[0]) || rest.p[0] == '=' || str_starts(rest, "\xc2\xa0")))
			continue;
		*s = strip(rest);
		return true;
	}
	return false;
}

static bool
is_address(struct str word)
{
	size_t at = str_find_char(word, '@');

	return at > 0 && at + 3 < word.n && str_find_char(str_sub(word, at, word.n), '.') < word.n - at;
}

/* A personal name as it stands before "기자": 2 to 5 syllables. */
static bool
is_person(struct str name)
{
	size_t n = utf8_count(name);

	for (struct str rest = name; rest.n;) {
		int32_t cp = utf8_next(&rest);

		if (cp < 0xac00 || cp > 0xd7a3)
			return false;
	}
	return n >= 2 && n <= 5;
}

static bool
is_job(struct str word)
{
	for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++)
		if (str_ends(word, jobs[i]) && word.n <= (i ? strlen(jobs[i]) : JOB_MAX))
			return true;
	return false;
}

/* Takes "홍길동 기자" off the front of *s. */
static bool
take_reporter(struct str *s, struct str *author)
{
	struct str rest = strip(*s), name, job;
	size_t n = 0;

	*author = rest;
	name = str_word(&rest);
	rest = str_trim(rest);
	while (n < rest.n && !is_joint(rest.p[n]))
		n++;
	job = str_sub(rest, 0, n);
	if (!is_person(name) || !is_job(job))
		return false;
	author->n = (size_t)(job.p + job.n - author->p);
	*s = str_sub(rest, n, rest.n);
	return true;
}

/* "홍길동 기자", "[홍길동 기자]", "홍길동 기자(hong@example.com)", "홍길동 기자 | 입력 2025.02.05". */
static bool
is_reporter(struct str s, const struct when *when, struct byline *ret)
{
	struct str author, rest = s, word;

	while (take_credit(&rest))
		continue;
	if (!take_reporter(&rest, &author))
		return false;
	if (is_dates(rest, when, ret)) {
		ret->author = author;
		ret->is_bare = false;
		return true;
	}
	*ret = (struct byline){ .author = author, .date = CLOCK_NONE };
	while ((word = strip(str_word(&rest))).n)
		if (!is_address(word))
			return false;
	return true;
}

/* "by NAME DATE", "NAME · DATE". */
static bool
is_signed(struct str s, const struct when *when, struct byline *ret)
{
	struct str rest = s, name, whole;
	bool has_by = take_credit(&rest);
	size_t gap;

	whole = rest;
	ret->date = take_date(&rest, when, &name);
	if (has_by)
		name = without_labels(name);
	if (ret->date == CLOCK_NONE || !name.n || name.n > NAME_MAX || str_is_digit(name.p[0]))
		return false;
	gap = (size_t)(name.p - whole.p) + name.n;
	if (!has_by && str_trim(str_sub(whole, gap, gap + 3)).n < 2)
		return false; /* no mark between name and date: a sentence */
	if (rest.n && !is_dates(rest, when, &(struct byline){ .date = CLOCK_NONE }))
		return false;
	ret->author = name;
	ret->is_sure = str_starts_icase(s, "by ");
	return true;
}

static bool
is_sentence(struct str s)
{
	return str_ends(s, "다.") || str_ends(s, "요.") || str_ends(s, "?") || str_ends(s, "!");
}

static bool
has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (str_is_digit(s.p[i]))
			return true;
	return false;
}

bool
byline_read(struct str line, int64_t now, int zone_min, struct byline *ret)
{
	static const struct byline none = { .date = CLOCK_NONE };
	const struct when when = { now, zone_min };
	struct str rest = str_trim(line);

	*ret = none;
	if (!rest.n || rest.n > LINE_MAX || is_sentence(rest))
		return false;
	if (is_reporter(rest, &when, ret))
		return true;
	*ret = none;
	if (!has_digit(rest))
		return false; /* searching for a date is the dear part */
	if (is_dates(rest, &when, ret))
		return true;
	*ret = none;
	if (is_signed(rest, &when, ret))
		return true;
	*ret = none;
	return false;
}

bool
byline_lead(struct str text, struct str *author)
{
	struct str office, rest;

	text = str_trim(text);
	if (!text.n || !strchr("[(", text.p[0]) || !str_cut(text, text.p[0] == '[' ? ']' : ')', &office, &rest))
		return false;
	if (office.n > LEAD_MAX || str_find_char(office, '=') == office.n)
		return false;
	return take_reporter(&rest, author) && str_starts(str_trim(rest), "=");
}

/* ---- names of a credit */

static bool
is_link(struct str word)
{
	return str_starts(word, "@") || str_has(word, "://") || str_starts_icase(word, "www.") || is_address(word);
}

static bool
has_name(struct str names, struct str name)
{
	struct str one;

	while (names.n) {
		str_cut(names, ',', &one, &names);
		if (str_eq_icase(str_trim(one), name))
			return true;
	}
	return false;
}

/* Appends one name, without the words in it that are addresses. */
static void
add_name(struct buf *out, struct str part)
{
	struct buf words = { 0 };
	struct str word, rest = strip(part), name, behind = STR_NONE;

	(void)str_cut(rest, '=', NULL, &behind);
	if (take_reporter(&rest, &name) || take_reporter(&behind, &name))
		rest = name;

	while ((word = str_word(&rest)).n) {
		if (is_link(strip(word)))
			continue;
		if (words.n)
			(void)buf_putc(&words, ' ');
		(void)buf_add(&words, word);
	}
	name = without_labels(strip(buf_str(&words)));
	if (name.n && !str_is_digit(name.p[0]) && name.n <= CREDIT_MAX && !has_name(buf_str(out), name)) {
		(void)buf_puts(out, out->n ? ", " : "");
		(void)buf_add(out, name);
	}
	buf_free(&words);
}

/* Where the next name begins: behind a comma or "and"; *end is where this one ends. */
static size_t
next_name(struct str s, size_t *end)
{
	static const char *const joints[] = { ",", ";", "|", " and ", " And ", " · ", " • " };
	size_t next = s.n;

	*end = s.n;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		size_t at = str_find(s, str_of(joints[i]));

		if (at >= *end)
			continue;
		*end = at;
		next = at + strlen(joints[i]);
	}
	return next;
}

void
byline_names(struct buf *out, struct str credit)
{
	struct str s = credit, lead, before;
	const struct when when = { 0, 0 };
	size_t next, end;

	s = byline_lead(s, &lead) ? lead : strip(s);
	while (take_credit(&s))
		continue;
	if (has_digit(s) && take_date(&s, &when, &before) != CLOCK_NONE && before.n)
		s = before;
	for (; s.n; s = strip(str_sub(s, next, s.n))) {
		next = next_name(s, &end);
		while (take_credit(&s))
			next = next_name(s, &end);
		add_name(out, str_sub(s, 0, end));
	}
}
