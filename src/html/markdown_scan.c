#include "html/markdown_scan.h"

#include "base/num.h"

enum { NUMBER_DIGITS = 9, FENCE_MIN = 3, RULE_MIN = 3, HEADING_MAX = 6 };

/* How often s begins with c. */
static size_t
count(struct str s, char c)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == c)
		n++;
	return n;
}

size_t
markdown_scan_indent(struct str line)
{
	return count(line, ' ');
}

bool
markdown_scan_is_blank(struct str line)
{
	return !str_trim(line).n;
}

/* The title without the marks behind it. */
static struct str
without_end(struct str title)
{
	size_t n = title.n;

	while (n && title.p[n - 1] == '#')
		n--;
	if (n && !str_is_space(title.p[n - 1]))
		return title;
	return str_trim(str_sub(title, 0, n));
}

int
markdown_scan_heading(struct str line, struct str *title)
{
	size_t n = count(line, '#');

	if (!n || n > HEADING_MAX || (n < line.n && !str_is_space(line.p[n])))
		return 0;
	*title = without_end(str_trim(str_sub(line, n, line.n)));
	return (int)n;
}

int
markdown_scan_underline(struct str line)
{
	struct str s = str_trim(line);

	if (s.n && count(s, '=') == s.n)
		return 1;
	return s.n && count(s, '-') == s.n ? 2 : 0;
}

bool
markdown_scan_is_rule(struct str line)
{
	size_t n = 0;

	if (!line.n || !memchr("*-_", line.p[0], 3))
		return false;
	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == line.p[0])
			n++;
		else if (!str_is_space(line.p[i]))
			return false;
	}
	return n >= RULE_MIN;
}

bool
markdown_scan_fence(struct str line, struct markdown_fence *ret)
{
	char mark = line.n ? line.p[0] : '\0';
	size_t n = count(line, mark);
	struct str info = str_trim(str_sub(line, n, line.n));

	if ((mark != '`' && mark != '~') || n < FENCE_MIN || (mark == '`' && str_find_char(info, '`') < info.n))
		return false;
	*ret = (struct markdown_fence){ mark, n, info };
	return true;
}

bool
markdown_scan_is_fence_end(struct str line, const struct markdown_fence *open)
{
	size_t n = count(line, open->mark);

	return n >= open->n && markdown_scan_is_blank(str_sub(line, n, line.n));
}

bool
markdown_scan_marker(struct str line, struct markdown_marker *ret)
{
	struct str rest = line;
	int64_t number = num_take(&rest, NUMBER_DIGITS);
	const char *marks = number < 0 ? "-+*" : ".)";

	if (!rest.n || !memchr(marks, rest.p[0], strlen(marks)) || (rest.n > 1 && !str_is_space(rest.p[1])))
		return false;
	*ret = (struct markdown_marker){ rest.p[0], (int)number, line.n - rest.n + 1 };
	return true;
}

struct str
markdown_scan_footnote(struct str line)
{
	size_t end = str_find_char(line, ']');
	struct str name = str_sub(line, 2, end);

	if (!str_starts(line, "[^") || end < 3 || end + 1 >= line.n || line.p[end + 1] != ':')
		return STR_NONE;
	return str_find_char(name, ' ') == name.n ? name : STR_NONE;
}
