#include "text/argv.h"

#include "base/buf.h"
#include "base/tr.h"
#include "base/vec.h"

/* Takes one word, from *at on; false when a quote in it, at *at then, is not closed. */
static bool
take_word(struct buf *out, struct str line, size_t *at)
{
	size_t open = 0;
	char quote = '\0';

	for (; *at < line.n && (quote || !str_is_space(line.p[*at])); ++*at) {
		char c = line.p[*at];

		if (c == quote && quote) {
			quote = '\0';
		} else if (!quote && (c == '\'' || c == '"')) {
			quote = c;
			open = *at;
		} else {
			if (c == '\\' && quote != '\'' && *at + 1 < line.n)
				c = line.p[++*at];
			(void)buf_putc(out, c);
		}
	}
	if (quote)
		*at = open;
	return !quote;
}

/* A shell would act on them: the program would have one word more. */
bool
argv_is_sign(struct str typed)
{
	static const char *const signs[] = { ">", ">>", "2>", "<", "|", "||", "&", "&&", ";" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_is(typed, signs[i]))
			return true;
	return false;
}

/* The word from *at on; what is wrong with it is at *at then. */
static int
read_word(struct buf *out, struct str line, size_t *at, struct err *err)
{
	size_t from = *at;
	struct str typed;

	buf_clear(out);
	if (!take_word(out, line, at))
		return err_set(err, ERR_USAGE, "%s", tr("a quote is not closed"));
	typed = str_sub(line, from, *at);
	if (!argv_is_sign(typed))
		return 0;
	*at = from;
	return err_set(err, ERR_USAGE, tr("no shell sees ‘%.*s’; sh -c '…' starts one, and quotes make it a word"), STR(typed));
}

int
argv_split(struct arena *a, struct str line, const char *const **ret, size_t *at, struct err *err)
{
	vec(const char *) words = { 0 };
	struct buf word = { 0 };
	const char **copy;
	size_t here = 0;
	int rc = 0;

	while (!rc) {
		while (here < line.n && str_is_space(line.p[here]))
			here++;
		if (here == line.n)
			break;
		rc = read_word(&word, line, &here, err);
		if (!rc)
			*vec_add(&words) = arena_cstr(a, buf_str(&word));
	}
	if (!rc && (!words.n || !*words.v[0]))
		rc = err_set(err, ERR_USAGE, "%s", tr("no program is named"));
	if (at)
		*at = here;
	copy = arena_new(a, const char *, words.n + 1);
	if (words.n)
		memcpy(copy, words.v, words.n * sizeof *copy);
	if (!rc)
		*ret = copy;
	vec_free(&words);
	buf_free(&word);
	return rc;
}
