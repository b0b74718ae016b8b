#include "text/byline.h"

#include "text/byline_part.h"

/* Longer lines and names are text. Bytes. */
enum { LINE_MAX = 200, NAME_MAX = 60, LEAD_MAX = 60 };

/* "입력 2025.02.05 10:00 | 수정 2025.02.06 09:00", or dates alone. */
static bool
is_dates(struct str s, const struct byline_when *when, struct byline *ret)
{
	struct str before;

	ret->is_bare = true;
	for (s = byline_part_strip(s); s.n;) {
		int64_t date;

		ret->is_bare = !byline_part_label(&s) && ret->is_bare;
		date = byline_part_date(&s, when, &before);
		if (date == CLOCK_NONE || before.n)
			return false;
		if (ret->date == CLOCK_NONE)
			ret->date = date;
	}
	return ret->date != CLOCK_NONE;
}

/* "홍길동 기자", "[홍길동 기자]", "홍길동 기자(hong@example.com)", "홍길동 기자 | 입력 2025.02.05". */
static bool
is_reporter(struct str s, const struct byline_when *when, struct byline *ret)
{
	struct str author, rest = s, word;

	while (byline_part_credit(&rest))
		continue;
	if (!byline_part_reporter(&rest, &author))
		return false;
	if (is_dates(rest, when, ret)) {
		ret->author = author;
		ret->is_bare = false;
		return true;
	}
	*ret = (struct byline){ .author = author, .date = CLOCK_NONE };
	while ((word = byline_part_strip(str_word(&rest))).n)
		if (!byline_part_is_address(word))
			return false;
	return true;
}

/* "by NAME DATE", "NAME · DATE". */
static bool
is_signed(struct str s, const struct byline_when *when, struct byline *ret)
{
	struct str rest = s, name, whole;
	bool has_by = byline_part_credit(&rest);
	size_t gap;

	whole = rest;
	ret->date = byline_part_date(&rest, when, &name);
	if (has_by)
		name = byline_part_unlabelled(name);
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

bool
byline_read(struct str line, int64_t now, int zone_min, struct byline *ret)
{
	static const struct byline none = { .date = CLOCK_NONE };
	const struct byline_when when = { now, zone_min };
	struct str rest = str_trim(line);

	*ret = none;
	if (!rest.n || rest.n > LINE_MAX || is_sentence(rest))
		return false;
	if (is_reporter(rest, &when, ret))
		return true;
	*ret = none;
	if (!str_digits(rest))
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
	return byline_part_reporter(&rest, author) && str_starts(str_trim(rest), "=");
}
