#include "page/selector.h"

#include "base/buf.h"
#include "base/tr.h"
#include "base/vec.h"

struct parser {
	struct arena *arena;
	struct str text;
	size_t at;
	const char *what; /* the first thing that is wrong */
	vec(struct selector_cond) conds;
	vec(struct selector_part) parts;
	vec(struct selector_path) paths;
};

static char
peek(const struct parser *p)
{
	return p->at < p->text.n ? p->text.p[p->at] : '\0';
}

static bool
fail(struct parser *p, const char *what)
{
	if (!p->what)
		p->what = what;
	return false;
}

static bool
skip_space(struct parser *p)
{
	size_t from = p->at;

	while (str_is_space(peek(p)))
		p->at++;
	return p->at > from;
}

static bool
take(struct parser *p, char c)
{
	if (peek(p) != c || p->at == p->text.n)
		return false;
	p->at++;
	return true;
}

/* ---- names and values */

static bool
is_name(char c)
{
	return str_is_alpha(c) || str_is_digit(c) || c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

/* A name with its backslashes taken off ("md\:flex"); false without one. */
static bool
take_name(struct parser *p, struct str *ret)
{
	struct buf name = { 0 };

	while (p->at < p->text.n) {
		if (peek(p) == '\\' && p->at + 1 < p->text.n)
			p->at++;
		else if (!is_name(peek(p)))
			break;
		(void)buf_putc(&name, p->text.p[p->at++]);
	}
	*ret = arena_dup(p->arena, buf_str(&name));
	buf_free(&name);
	return ret->n || fail(p, N_("a name is missing here"));
}

static struct str
lower(struct arena *a, struct str name)
{
	char *copy = arena_cstr(a, name);

	for (size_t i = 0; i < name.n; i++)
		copy[i] = str_lower(copy[i]);
	return str_new(copy, name.n);
}

/* The value of [a=value], in quotes or not, up to its "]". */
static bool
take_value(struct parser *p, struct str *ret)
{
	char quote = peek(p);
	size_t from = ++p->at, end;

	if (quote != '"' && quote != '\'') {
		from = --p->at;
		while (p->at < p->text.n && peek(p) != ']' && !str_is_space(peek(p)))
			p->at++;
		*ret = str_sub(p->text, from, p->at);
		return ret->n || fail(p, N_("a value is missing here"));
	}
	end = from + str_find_char(str_sub(p->text, from, p->text.n), quote);
	if (end == p->text.n) {
		p->at = from - 1;
		return fail(p, N_("this quote is not closed"));
	}
	*ret = str_sub(p->text, from, end);
	p->at = end + 1;
	return true;
}

/* ---- what one node has to be */

static bool
take_attr(struct parser *p, struct selector_cond *cond)
{
	static const struct {
		char mark;
		enum selector_test test;
	} marks[] = {
		{ '^', SELECTOR_STARTS }, { '$', SELECTOR_ENDS }, { '*', SELECTOR_HOLDS }, { '~', SELECTOR_WORD }, { '|', SELECTOR_PREFIX },
	};

	skip_space(p);
	if (!take_name(p, &cond->name))
		return false;
	cond->name = lower(p->arena, cond->name);
	skip_space(p);
	cond->test = SELECTOR_HAS;
	if (take(p, ']'))
		return true;
	cond->test = SELECTOR_IS;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (take(p, marks[i].mark)) {
			cond->test = marks[i].test;
			break;
		}
	if (!take(p, '='))
		return fail(p, N_("‘=’ or ‘]’ is missing here"));
	skip_space(p);
	if (!take_value(p, &cond->value))
		return false;
	skip_space(p);
	return take(p, ']') || fail(p, N_("‘]’ is missing here"));
}

static bool
add_simple(struct parser *p, bool is_not)
{
	struct selector_cond cond = { .is_not = is_not };
	bool is_good;

	if (take(p, '[')) {
		is_good = take_attr(p, &cond);
	} else {
		cond.test = take(p, '.') ? SELECTOR_CLASS : take(p, '#') ? SELECTOR_ID : SELECTOR_TAG;
		is_good = take_name(p, &cond.value);
		if (cond.test == SELECTOR_TAG)
			cond.value = lower(p->arena, cond.value);
	}
	if (is_good)
		*vec_add(&p->conds) = cond;
	return is_good;
}

/* ":not(.a, [b])" */
static bool
add_not(struct parser *p)
{
	struct str rest = str_sub(p->text, p->at, p->text.n);

	if (!str_starts_icase(rest, ":not("))
		return fail(p, N_("of what begins with ‘:’ only :not() is known"));
	p->at += strlen(":not(");
	do {
		skip_space(p);
		if (!add_simple(p, true))
			return false;
		skip_space(p);
	} while (take(p, ','));
	return take(p, ')') || fail(p, N_("‘)’ is missing here"));
}

static bool
add_part(struct parser *p, bool is_child)
{
	struct selector_part part = { .first = p->conds.n, .is_child = is_child };
	size_t from = p->at;

	if (!take(p, '*') && is_name(peek(p)) && !add_simple(p, false))
		return false;
	while (!p->what && (peek(p) == '.' || peek(p) == '#' || peek(p) == '[' || peek(p) == ':'))
		if (peek(p) == ':' ? !add_not(p) : !add_simple(p, false))
			return false;
	if (p->at == from)
		return fail(p, N_("a tag, .class, #id or [attribute] is missing here"));
	part.n = p->conds.n - part.first;
	*vec_add(&p->parts) = part;
	return true;
}

/* ---- the whole */

static bool
add_path(struct parser *p)
{
	struct selector_path path = { .first = p->parts.n };
	bool is_child = false;

	skip_space(p);
	do {
		if (!add_part(p, is_child))
			return false;
		skip_space(p);
		is_child = take(p, '>');
		if (is_child)
			skip_space(p);
	} while (is_child || (p->at < p->text.n && peek(p) != ','));
	path.n = p->parts.n - path.first;
	*vec_add(&p->paths) = path;
	return true;
}

#define COPY(a, vec_) memcpy(arena_array((a), (vec_).n, sizeof *(vec_).v), (vec_).v, (vec_).n * sizeof *(vec_).v)

static void
copy(struct arena *a, const struct parser *p, struct selector *ret)
{
	*ret = (struct selector){ .n_conds = p->conds.n, .n_parts = p->parts.n, .n_paths = p->paths.n };
	if (p->conds.n)
		ret->conds = COPY(a, p->conds);
	ret->parts = COPY(a, p->parts);
	ret->paths = COPY(a, p->paths);
}

int
selector_parse(struct arena *a, struct str text, struct selector *ret, struct selector_fault *fault)
{
	struct parser p = { .arena = a, .text = arena_dup(a, text) };
	bool is_good;

	do
		is_good = add_path(&p);
	while (is_good && take(&p, ','));
	if (is_good)
		copy(a, &p, ret);
	else if (fault)
		*fault = (struct selector_fault){ p.at, p.what };
	vec_free(&p.conds);
	vec_free(&p.parts);
	vec_free(&p.paths);
	return is_good ? 0 : -1;
}
