#include "text/byline.h"
#include "text/byline_part.h"

enum { CREDIT_MAX = 100 }; /* bytes; a longer name is text */

static bool
is_link(struct str word)
{
	return str_starts(word, "@") || str_has(word, "://") || str_starts_icase(word, "www.") || byline_part_is_address(word);
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

/* Whether a part of a by-line begins with a count: "12 views", "5 min read". */
static bool
is_counted(struct str s)
{
	static const char *const words[] = { "view", "comment", "min", "share", "like", "clap", "read", "follower", "post" };
	struct str number = str_word(&s), word = str_word(&s);

	for (size_t i = 0; i < number.n; i++)
		if (!str_is_digit(number.p[i]) && number.p[i] != ',')
			return false;
	for (size_t i = 0; number.n && i < sizeof words / sizeof *words; i++)
		if (str_starts_icase(word, words[i]))
			return true;
	return false;
}

/* Appends one name, without the words in it that are addresses. */
static void
add_name(struct buf *out, struct str part)
{
	struct buf words = { 0 };
	struct str word, rest = byline_part_strip(part), name, behind = STR_NONE;

	(void)str_cut(rest, '=', NULL, &behind);
	if (byline_part_reporter(&rest, &name) || byline_part_reporter(&behind, &name))
		rest = name;

	while (!is_counted(rest) && (word = str_word(&rest)).n) {
		if (is_link(byline_part_strip(word)))
			continue;
		if (words.n)
			(void)buf_putc(&words, ' ');
		(void)buf_add(&words, word);
	}
	name = byline_part_unlabelled(byline_part_strip(buf_str(&words)));
	if (name.n && !str_is_digit(name.p[0]) && name.n <= CREDIT_MAX && !has_name(buf_str(out), name)) {
		(void)buf_puts(out, out->n ? ", " : "");
		(void)buf_add(out, name);
	}
	buf_free(&words);
}

/* Whether s.p + at is the comma of "1,200". */
static bool
is_in_number(struct str s, size_t at)
{
	return at > 0 && at + 1 < s.n && str_is_digit(s.p[at - 1]) && str_is_digit(s.p[at + 1]);
}

/* Where the next name begins: behind a comma or "and"; *end is where this one ends. */
static size_t
next_name(struct str s, size_t *end)
{
	static const char *const joints[] = { ",", ";", "|", " and ", " And ", " · ", " • ", " » ", " — ", " – " };
	size_t next = s.n;

	*end = s.n;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		size_t at = str_find(s, str_of(joints[i]));

		if (at >= *end || is_in_number(s, at))
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
	const struct byline_when when = { 0, 0 };
	size_t next, end;

	s = byline_lead(s, &lead) ? lead : byline_part_strip(s);
	while (byline_part_credit(&s))
		continue;
	if (str_digits(s) && byline_part_date(&s, &when, &before) != CLOCK_NONE && before.n)
		s = before;
	for (; s.n; s = byline_part_strip(str_sub(s, next, s.n))) {
		next = next_name(s, &end);
		while (byline_part_credit(&s))
			next = next_name(s, &end);
		add_name(out, str_sub(s, 0, end));
	}
}

struct str
byline_names_credit(struct str line, int64_t now)
{
	static const char *const joints[] = { " | ", " · ", " • ", " » ", "│" };
	const struct byline_when when = { now, 0 };
	size_t end = line.n;

	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		size_t at = str_find(line, str_of(joints[i]));
		struct str rest = str_trim(str_sub(line, at + strlen(joints[i]), line.n)), before, dated = rest;

		if (at && at < end && (is_counted(rest) || (byline_part_date(&dated, &when, &before) != CLOCK_NONE && !before.n)))
			end = at;
	}
	return str_trim(str_sub(line, 0, end));
}
