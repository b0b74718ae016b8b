#include "store/tag_words.h"

#include "base/tr.h"
#include "base/vec.h"
#include "query/query_name.h"
#include "text/tag.h"
#include "text/tag_state.h"

struct reading {
	struct arena *a;
	struct state_change change;
	vec(struct str) add, remove;
};

static int
refuse_both(struct str name, struct err *err)
{
	return err_set(err, ERR_USAGE, tr("‘%.*s’ cannot be put on and taken off at once"), STR(name));
}

static int
take_state(struct reading *r, struct str word, enum tag_state state, bool is_on, struct err *err)
{
	enum state_set *const sets[TAG_STATES] = {
		[TAG_STATE_READ] = &r->change.read, [TAG_STATE_STAR] = &r->change.star, [TAG_STATE_HIDE] = &r->change.hide,
	};
	enum state_set set = is_on ? STATE_ON : STATE_OFF;

	if (*sets[state] != STATE_KEEP && *sets[state] != set)
		return err_set(err, ERR_USAGE, tr("‘%.*s’ is the contrary of a word before it"), STR(word));
	*sets[state] = set;
	return 0;
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
	if (is_added ? tag_is_among(r->remove.v, r->remove.n, name) : tag_is_among(r->add.v, r->add.n, name))
		return refuse_both(name, err);
	if (is_added && !tag_is_among(r->add.v, r->add.n, name))
		*vec_add(&r->add) = name;
	else if (!is_added && !tag_is_among(r->remove.v, r->remove.n, name))
		*vec_add(&r->remove) = name;
	return 0;
}

/* "is:read" is a condition that was meant for the query, where "-" says that it does not hold. */
static int
take_plain(struct reading *r, struct str name, bool is_added, struct err *err)
{
	size_t colon = str_find_char(name, ':');

	if (colon < name.n && query_name_find(QUERY_FIELDS, str_sub(name, 0, colon)))
		return err_set(err, ERR_USAGE, tr("‘%.*s’ belongs to the query, behind --; a tag of that name is written #%.*s"), STR(name), STR(name));
	return take_tag(r, name, is_added, err);
}

/* The word behind its sign. */
static int
take_word(struct reading *r, struct str name, bool is_added, struct err *err)
{
	enum tag_state state;
	bool is_on;

	if (name.n > 1 && *name.p == '#')
		return take_tag(r, str_sub(name, 1, name.n), is_added, err);
	if (tag_state(name, &state, &is_on))
		return take_state(r, name, state, is_on == is_added, err);
	return take_plain(r, name, is_added, err);
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
		if (*word.p == '+' || *word.p == '-')
			rc = take_word(&r, str_sub(word, 1, word.n), *word.p == '+', err);
		else if (*word.p == '#')
			rc = take_tag(&r, str_sub(word, 1, word.n), true, err);
		else
			rc = take_plain(&r, word, true, err);
	}
	return end(&r, rc, ret);
}

bool
tag_words_any(const struct state_change *change)
{
	return change->n_add || change->n_remove || change->read || change->star || change->hide;
}
