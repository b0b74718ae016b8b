#include "text/tag.h"

#include "base/limits.h"
#include "base/tr.h"
#include "text/clean.h"
#include "text/grapheme.h"
#include "text/nfc.h"
#include "text/utf8.h"

#define CATEGORY "c:"

/* Blanks of Unicode beside those of ASCII. */
static bool
is_blank(int32_t cp)
{
	return (cp < 0x80 && str_is_space((char)cp)) || cp == 0xa0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200a) ||
		cp == 0x2028 || cp == 0x2029 || cp == 0x202f || cp == 0x205f || cp == 0x3000;
}

/* The column, from 1, of the first character that no name has; 0 when there is none. */
static size_t
find_blank(struct str name)
{
	int32_t cp;

	for (size_t column = 1; (cp = utf8_next(&name)) >= 0; column++)
		if (cp == ',' || is_blank(cp))
			return column;
	return 0;
}

/* The column of a "/" with nothing before or behind it; 0 when there is none. */
static size_t
find_empty_part(struct str name)
{
	size_t column = 1;
	int32_t before = '/', cp;

	for (; (cp = utf8_next(&name)) >= 0; column++, before = cp)
		if (cp == '/' && before == '/')
			return column;
	return before == '/' ? column - 1 : 0;
}

/* The column of a part that is "*" alone, which stands for any part in a query. */
static size_t
find_star(struct str name)
{
	struct str part;

	for (size_t column = 1; name.n; column += utf8_count(part) + 1) {
		str_cut(name, '/', &part, &name);
		if (str_is(part, "*"))
			return column;
	}
	return 0;
}

struct str
tag_fit(struct str name)
{
	struct str rest = name;
	size_t end = 0;

	for (int letters = 0; letters < TAG_LETTERS; letters++) {
		struct str letter = grapheme_next(&rest);

		if (!letter.n || end + letter.n > LIMIT_TAG)
			break;
		end += letter.n;
	}
	return str_sub(name, 0, end);
}

static int
refuse(struct err *err, struct str typed, size_t column, const char *why)
{
	struct str shown = utf8_prefix(typed, 80);

	if (column)
		return err_set(err, ERR_USAGE, tr("the tag ‘%.*s’, column %zu: %s"), STR(shown), column, why);
	return err_set(err, ERR_USAGE, tr("the tag ‘%.*s’ %s"), STR(shown), why);
}

static int
check(struct str typed, struct str name, struct err *err)
{
	size_t column;

	if (!name.n)
		return refuse(err, typed, 0, tr("is empty"));
	if (strchr("+-#", *name.p))
		return refuse(err, typed, 0, tr("cannot begin with + - or #"));
	if (tag_is_category(name))
		return refuse(err, typed, 0, tr("is a category: those come from the feed and cannot be changed"));
	if ((column = find_blank(name)))
		return refuse(err, typed, column, tr("a tag has no space or comma in it"));
	if ((column = find_empty_part(name)))
		return refuse(err, typed, column, tr("something is missing before or behind ‘/’"));
	if ((column = find_star(name)))
		return refuse(err, typed, column, tr("‘*’ stands for any tag, and only in a query"));
	if (tag_fit(name).n < name.n)
		return err_set(err, ERR_USAGE, tr("the tag ‘%.*s…’ is longer than %d letters"), STR(utf8_prefix(typed, 80)), TAG_LETTERS);
	return 0;
}

int
tag_name(struct buf *out, struct str typed, struct err *err)
{
	struct buf name = { 0 };
	int rc;

	if (utf8_is_valid(typed))
		nfc_add(&name, typed);
	if (typed.n && (!name.n || !clean_is(buf_str(&name))))
		rc = refuse(err, utf8_is_valid(typed) ? typed : STR_NONE, 0, tr("has characters that cannot be shown"));
	else
		rc = check(typed, buf_str(&name), err);
	if (!rc)
		(void)buf_add(out, buf_str(&name));
	buf_free(&name);
	return rc;
}

int
tag_check(const char *const *typed, size_t n, struct err *err)
{
	struct buf name = { 0 };
	int rc = 0;

	for (size_t i = 0; i < n && !rc; i++)
		rc = tag_name(&name, str_of(typed[i] + (*typed[i] == '#')), err);
	buf_free(&name);
	return rc;
}

bool
tag_keep(struct buf *out, struct str name)
{
	size_t from = out->n;

	if (!name.n || !utf8_is_valid(name) || find_blank(name))
		return false;
	nfc_add(out, name);
	if (clean_is(str_sub(buf_str(out), from, out->n)))
		return true;
	buf_truncate(out, from);
	return false;
}

bool
tag_is_category(struct str name)
{
	return str_starts_icase(name, CATEGORY);
}

/* Machine Learning, machine-learning and machine_learning of three blogs are one category. */
static void
join_words(struct buf *out, struct str key)
{
	bool was_gap = false;

	while (key.n) {
		struct str rest = key;
		int32_t cp = utf8_next(&rest);
		bool is_gap = is_blank(cp) || (cp < 0x80 && strchr(",_-", (char)cp));

		if (!is_gap)
			(void)buf_add(out, str_sub(key, 0, key.n - rest.n));
		else if (!was_gap)
			(void)buf_putc(out, '-');
		was_gap = is_gap;
		key = rest;
	}
}

void
tag_key(struct buf *out, struct str name)
{
	struct buf key = { 0 };

	if (!tag_is_category(name)) {
		nfc_fold(out, name);
		return;
	}
	nfc_fold(&key, name);
	join_words(out, buf_str(&key));
	buf_free(&key);
}

struct str
tag_key_in(struct arena *a, struct str name)
{
	struct buf key = { 0 };
	struct str ret;

	tag_key(&key, name);
	ret = arena_dup(a, buf_str(&key));
	buf_free(&key);
	return ret;
}

static bool
is_same(struct str a, struct str b)
{
	struct buf one = { 0 }, other = { 0 };
	bool ret;

	tag_key(&one, a);
	tag_key(&other, b);
	ret = str_eq(buf_str(&one), buf_str(&other));
	buf_free(&one);
	buf_free(&other);
	return ret;
}

bool
tag_is_among(const struct str *names, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (is_same(names[i], name))
			return true;
	return false;
}

static size_t
last_slash(struct str name)
{
	size_t at = name.n;

	while (at > 0 && name.p[at - 1] != '/')
		at--;
	return at;
}

struct str
tag_parent(struct str name)
{
	size_t at = last_slash(name);

	return str_sub(name, 0, at ? at - 1 : 0);
}

struct str
tag_leaf(struct str name)
{
	return str_sub(name, last_slash(name), name.n);
}

bool
tag_is_under(struct str key, struct str parent)
{
	return key.n > parent.n + 1 && key.p[parent.n] == '/' && str_eq(str_sub(key, 0, parent.n), parent);
}
