#include "html/tidy_bracket.h"

#include "text/url.h"

/* Longer labels and addresses are none, in bytes. */
enum { LABEL_MAX = 300, ADDRESS_MAX = 2000 };

/* Where the "]" that belongs to the "[" before `at` stands, or s.n. */
static size_t
find_close(struct str s, size_t at)
{
	size_t depth = 0, end = at + LABEL_MAX < s.n ? at + LABEL_MAX : s.n;

	for (; at < end; at++) {
		if (s.p[at] == ']' && !depth)
			return at;
		depth += s.p[at] == '[';
		depth -= s.p[at] == ']';
	}
	return s.n;
}

/* Where the ")" that ends the address at `at` stands, or s.n; parentheses in it come in pairs. */
static size_t
find_end(struct str s, size_t at)
{
	size_t depth = 0, end = at + ADDRESS_MAX < s.n ? at + ADDRESS_MAX : s.n;

	for (; at < end; at++) {
		if (s.p[at] == ')' && !depth)
			return at;
		depth += s.p[at] == '(';
		depth -= s.p[at] == ')';
	}
	return s.n;
}

/* An address without a title behind it: "https://… \"title\"". */
static struct str
address(struct str s)
{
	struct str rest = s, url = str_word(&rest);

	rest = str_trim(rest);
	if (rest.n && rest.p[0] != '"' && rest.p[0] != '\'')
		return STR_NONE;
	if (str_starts(url, "<") && str_ends(url, ">"))
		url = str_sub(url, 1, url.n - 1);
	return url_is_web(url) ? url : STR_NONE;
}

static bool
read_one(struct str s, size_t at, struct tidy_bracket *ret)
{
	size_t close;

	*ret = (struct tidy_bracket){ .is_image = s.p[at] == '!' };
	ret->label = at + 1 + ret->is_image;
	if (ret->label > s.n || s.p[ret->label - 1] != '[')
		return false;
	close = find_close(s, ret->label);
	if (close + 1 >= s.n || s.p[close + 1] != '(' || (close == ret->label && !ret->is_image))
		return false;
	ret->label_end = close;
	ret->end = find_end(s, close + 2);
	ret->url = address(str_sub(s, close + 2, ret->end));
	return ret->end++ < s.n && ret->url.n > 0;
}

bool
tidy_bracket_read(struct str s, size_t at, struct tidy_bracket *ret)
{
	struct tidy_bracket inner;

	if (at >= s.n || (s.p[at] != '[' && s.p[at] != '!') || !read_one(s, at, ret))
		return false;
	if (!ret->is_image && ret->label < s.n && s.p[ret->label] == '!' && read_one(s, ret->label, &inner) && inner.end == ret->label_end) {
		ret->label = inner.label;
		ret->label_end = inner.label_end;
	}
	return true;
}
