#include "store/tag_words.h"

#include <stddef.h>

#include "base/tr.h"
#include "base/vec.h"
#include "text/tag.h"

/* What is no tag though it is written as one. */
static const struct {
	const char *name;
	size_t offset; /* of an enum state_set in struct state_change */
	bool is_on;
} states[] = {
	{ "read", offsetof(struct state_change, read), true }, { "unread", offsetof(struct state_change, read), false },
	{ "star", offsetof(struct state_change, star), true }, { "starred", offsetof(struct state_change, star), true },
	{ "hide", offsetof(struct state_change, hide), true }, { "hidden", offsetof(struct state_change, hide), true },
	{ "읽음", offsetof(struct state_change, read), true }, { "안읽음", offsetof(struct state_change, read), false },
	{ "별표", offsetof(struct state_change, star), true }, { "숨김", offsetof(struct state_change, hide), true },
};

struct reading {
	struct arena *a;
	struct state_change change;
	vec(struct str) add, remove;
};

static bool
take_state(struct state_change *change, struct str name, bool is_added)
{
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (str_is_icase(name, states[i].name)) {
			enum state_set set = states[i].is_on == is_added ? STATE_ON : STATE_OFF;

			memcpy((char *)change + states[i].offset, &set, sizeof set);
			return true;
		}
	return false;
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

static bool
has(const struct str *names, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (is_same(names[i], name))
			return true;
	return false;
}

static int
take_tag(struct reading *r, struct str typed, bool is_added, struct err *err)
{
	struct buf checked = { 0 };
	struct str name;
	int rc = tag_name(&checked, typed, err);

	name = arena_dup(r->a, buf_str(&checked));
	buf_free(&checked);
	if (rc < 0)
		return -1;
	if (is_added ? has(r->remove.v, r->remove.n, name) : has(r->add.v, r->add.n, name))
		return err_set(err, ERR_USAGE, tr("‘%.*s’ cannot be put on and taken off at once"), STR(name));
	if (is_added && !has(r->add.v, r->add.n, name))
		*vec_add(&r->add) = name;
	else if (!is_added && !has(r->remove.v, r->remove.n, name))
		*vec_add(&r->remove) = name;
	return 0;
}

/* The word behind its sign. */
static int
take_word(struct reading *r, struct str name, bool is_added, struct err *err)
{
	if (name.n > 1 && *name.p == '#')
		return take_tag(r, str_sub(name, 1, name.n), is_added, err);
	return take_state(&r->change, name, is_added) ? 0 : take_tag(r, name, is_added, err);
}

static const struct str *
keep(struct arena *a, const struct str *v, size_t n)
{
	struct str *ret = arena_new(a, struct str, n);

	for (size_t i = 0; i < n; i++)
		ret[i] = v[i];
	return ret;
}

static int
end(struct reading *r, int rc, struct state_change *ret)
{
	*ret = r->change;
	ret->add = keep(r->a, r->add.v, r->add.n);
	ret->n_add = r->add.n;
	ret->remove = keep(r->a, r->remove.v, r->remove.n);
	ret->n_remove = r->remove.n;
	vec_free(&r->add);
	vec_free(&r->remove);
	return rc;
}

int
tag_words_take(struct arena *a, struct str *rest, struct state_change *ret, struct err *err)
{
	struct reading r = { .a = a };
	int rc = 0;

	while (!rc) {
		struct str after = *rest, word = str_word(&after);

		if (!word.n || (*word.p != '+' && *word.p != '-'))
			break;
		*rest = after;
		if (str_is(word, "--"))
			break;
		rc = take_word(&r, str_sub(word, 1, word.n), *word.p == '+', err);
	}
	return end(&r, rc, ret);
}

int
tag_words_read(struct arena *a, struct str text, struct state_change *ret, struct err *err)
{
	struct reading r = { .a = a };
	struct str word;
	int rc = 0;

	while (!rc && (word = str_word(&text)).n) {
		bool has_sign = *word.p == '+' || *word.p == '-';

		if (has_sign)
			rc = take_word(&r, str_sub(word, 1, word.n), *word.p == '+', err);
		else
			rc = take_tag(&r, *word.p == '#' ? str_sub(word, 1, word.n) : word, true, err);
	}
	return end(&r, rc, ret);
}

bool
tag_words_any(const struct state_change *change)
{
	return change->n_add || change->n_remove || change->read || change->star || change->hide;
}
