#include "query/query_word.h"

#include "base/tr.h"
#include "text/utf8.h"

static bool
is_blank(int32_t cp)
{
	return cp <= ' ' || cp == 0xa0 || cp == 0x3000;
}

static bool
is_open(int32_t cp)
{
	return cp == '(' || cp == 0xff08;
}

static bool
is_close(int32_t cp)
{
	return cp == ')' || cp == 0xff09;
}

static bool
is_minus(int32_t cp)
{
	return cp == '-' || cp == 0xff0d || cp == 0x2212;
}

static bool
is_hash(int32_t cp)
{
	return cp == '#' || cp == 0xff03;
}

static bool
is_colon(int32_t cp)
{
	return cp == ':' || cp == 0xff1a;
}

/* The quote that closes what this one opens, 0 for what is none. */
static int32_t
closing(int32_t cp)
{
	switch (cp) {
	case '"':
	case 0xff02:
		return cp;
	case 0x201c:
		return 0x201d;
	default:
		return 0;
	}
}

/* The next code point, -1 at the end. */
static int32_t
peek(struct str s)
{
	return utf8_next(&s);
}

/* Whether nothing of a word stands there. */
static bool
ends_word(const struct query_reader *r, int32_t cp)
{
	return is_blank(cp) || (is_close(cp) && r->groups);
}

/* Takes the code point off where it is one. */
static bool
take(struct query_reader *r, bool (*is)(int32_t))
{
	struct str after = r->rest;

	if (!is(utf8_next(&after)))
		return false;
	r->rest = after;
	return true;
}

void
query_word_skip(struct query_reader *r)
{
	while (r->rest.n && take(r, is_blank))
		;
}

/* "()" alone is text. */
bool
query_word_open(struct query_reader *r)
{
	struct str after = r->rest;

	if (!is_open(utf8_next(&after)) || is_close(peek(after)))
		return false;
	r->rest = after;
	return true;
}

bool
query_word_close(struct query_reader *r)
{
	return r->groups && take(r, is_close);
}

bool
query_word_end(const struct query_reader *r)
{
	return !r->rest.n || (r->groups && is_close(peek(r->rest)));
}

bool
query_word_minus(struct query_reader *r)
{
	struct str after = r->rest;
	int32_t next;

	if (!is_minus(utf8_next(&after)))
		return false;
	next = peek(after);
	if (ends_word(r, next) || is_minus(next))
		return false;
	r->rest = after;
	return true;
}

bool
query_word_bang(const struct query_reader *r)
{
	struct str after = r->rest;
	int32_t cp = utf8_next(&after), next = peek(after);

	if (cp != '!' && cp != 0xff01)
		return false;
	if (is_blank(next))
		return str_trim(after).n;
	return next >= 0x80 || str_is_alpha((char)next) || str_is_digit((char)next) || is_open(next) || is_hash(next) || closing(next);
}

bool
query_word_hash(struct query_reader *r)
{
	struct str after = r->rest;
	int32_t next;

	if (!is_hash(utf8_next(&after)))
		return false;
	next = peek(after);
	if (ends_word(r, next) || is_hash(next))
		return false;
	r->rest = after;
	return true;
}

bool
query_word_keyword(struct query_reader *r, const char *const *list, struct str *taken)
{
	struct str after = r->rest, word;
	int32_t next = peek(after);

	while (!is_blank(next) && !is_open(next) && !is_close(next)) {
		(void)utf8_next(&after);
		next = peek(after);
	}
	word = str_sub(r->rest, 0, r->rest.n - after.n);
	if (!word.n || !str_is_one_of(word, list))
		return false;
	if (taken)
		*taken = word;
	r->rest = after;
	return true;
}

struct str
query_word_take(struct query_reader *r)
{
	struct str from = r->rest, after = from;
	int depth = 0;

	while (after.n) {
		int32_t cp = utf8_next(&after);

		if (is_blank(cp) || (is_close(cp) && !depth && r->groups))
			break;
		depth += is_open(cp) - (is_close(cp) && depth);
		r->rest = after;
	}
	return str_sub(from, 0, from.n - r->rest.n);
}

int
query_word_quoted(struct query_reader *r, struct str *inside)
{
	struct str after = r->rest, from;
	size_t at = query_reader_at(r);
	int32_t quote = closing(utf8_next(&after));

	if (!quote)
		return 0;
	for (from = after; after.n;) {
		size_t left = after.n;

		if (utf8_next(&after) != quote)
			continue;
		*inside = str_sub(from, 0, from.n - left);
		r->rest = after;
		return 1;
	}
	query_reader_fail(r, at, "%s", tr("a closing quote is missing"));
	return -1;
}

bool
query_word_name(const struct query_reader *r, struct str *name, struct str *after)
{
	struct str rest = r->rest;

	for (;;) {
		size_t left = rest.n;
		int32_t cp = utf8_next(&rest);

		if (is_colon(cp)) {
			*name = str_sub(r->rest, 0, r->rest.n - left);
			*after = rest;
			return name->n > 0;
		}
		if (is_blank(cp) || is_open(cp) || is_close(cp) || closing(cp) || (cp < 0x80 && !str_is_alpha((char)cp)))
			return false;
	}
}
