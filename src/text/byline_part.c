#include "text/byline_part.h"

#include "text/date.h"
#include "text/date_names.h"
#include "text/utf8.h"

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

struct str
byline_part_strip(struct str s)
{
	static const char *const marks[] = { "·", "ㆍ", "•", "∙", "│", "｜", "–", "—", "=", "»" };

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

bool
byline_part_label(struct str *s)
{
	size_t best = 0;

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (str_starts_icase(*s, labels[i]) && strlen(labels[i]) > best)
			best = strlen(labels[i]);
	*s = byline_part_strip(str_sub(*s, best, s->n));
	return best > 0;
}

struct str
byline_part_unlabelled(struct str s)
{
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (str_ends(s, labels[i]) && (s.n == strlen(labels[i]) || str_is_space(s.p[s.n - strlen(labels[i]) - 1])))
			s = byline_part_strip(str_sub(s, 0, s.n - strlen(labels[i])));
	if (str_ends(s, " on"))
		s.n -= strlen(" on");
	return s;
}

/* The words before a date without the day of its week. */
static struct str
without_weekday(struct str s)
{
	struct str rest;
	size_t at = s.n;

	while (at && !str_is_space(s.p[at - 1]))
		at--;
	rest = str_sub(s, at, s.n);
	return date_names_weekday(&rest) && !byline_part_strip(rest).n ? byline_part_strip(str_sub(s, 0, at)) : s;
}

int64_t
byline_part_date(struct str *s, const struct byline_when *when, struct str *before)
{
	size_t at = 0, n = 0;
	int64_t date = date_search(*s, when->now, when->zone_min, &at, &n);

	*before = STR_NONE;
	if (date == CLOCK_NONE)
		return date;
	*before = without_weekday(byline_part_strip(str_sub(*s, 0, at)));
	*s = byline_part_strip(str_sub(*s, at + n, s->n));
	return date;
}

/* Words that stand before names, the longer first. */
static const char *const credits[] = { "written by", "posted by", "published by", "edited by", "story by", "words by", "author", "by", "글쓴이",
	"글·사진", "글/사진", "정리", "기자명", "작성자", "지은이", "글", "필자", "저자", "기고", "취재", "사진" };

bool
byline_part_credit(struct str *s)
{
	for (size_t i = 0; i < sizeof credits / sizeof *credits; i++) {
		struct str rest = str_sub(*s, strlen(credits[i]), s->n);

		if (!str_starts_icase(*s, credits[i]) || !rest.n || !(is_joint(rest.p[0]) || rest.p[0] == '=' || str_starts(rest, "\xc2\xa0")))
			continue;
		*s = byline_part_strip(rest);
		return true;
	}
	return false;
}

bool
byline_part_is_address(struct str word)
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

bool
byline_part_reporter(struct str *s, struct str *author)
{
	struct str rest = byline_part_strip(*s), name, job;
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
