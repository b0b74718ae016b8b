#include "cmd/cmd_change.h"

#include "base/tr.h"
#include "base/vec.h"
#include "text/tag.h"

struct names {
	vec(struct str) add, remove;
};

/* Takes the words with + or - off *rest, with the "--" that ends them. */
static int
take_words(struct str *rest, struct names *names, struct err *err)
{
	for (;;) {
		struct str after = *rest, word = str_word(&after), name = str_sub(word, 1, word.n);
		struct buf checked = { 0 };

		if (!word.n || (*word.p != '+' && *word.p != '-'))
			return 0;
		*rest = after;
		if (str_is(word, "--"))
			return 0;
		if (tag_name(&checked, name, err) < 0) {
			buf_free(&checked);
			return -1;
		}
		buf_free(&checked);
		if (*word.p == '+')
			*vec_add(&names->add) = name;
		else
			*vec_add(&names->remove) = name;
	}
}

static const struct str *
keep(struct arena *a, const struct str *v, size_t n)
{
	struct str *ret = arena_new(a, struct str, n);

	for (size_t i = 0; i < n; i++)
		ret[i] = v[i];
	return ret;
}

int
cmd_change_parse(struct arena *a, struct str line, struct cmd_change *ret, struct err *err)
{
	struct names names = { 0 };
	struct str rest = line;
	int rc = take_words(&rest, &names, err);

	*ret = (struct cmd_change){
		.state = {
			.add = keep(a, names.add.v, names.add.n), .n_add = names.add.n,
			.remove = keep(a, names.remove.v, names.remove.n), .n_remove = names.remove.n,
		},
		.words = str_trim(str_new(line.p, line.n - rest.n)),
		.query = str_trim(rest),
	};
	vec_free(&names.add);
	vec_free(&names.remove);
	if (rc < 0)
		return -1;
	if (!ret->state.n_add && !ret->state.n_remove)
		return err_set(err, ERR_USAGE, tr("which tags? sosik tag +ai -later QUERY"));
	if (!ret->query.n)
		return err_set(err, ERR_USAGE, tr("which posts? sosik tag %.*s QUERY; is:all for all of them"), STR(ret->words));
	if (str_ends(ret->words, "--"))
		ret->words = str_trim(str_sub(ret->words, 0, ret->words.n - 2));
	return 0;
}
