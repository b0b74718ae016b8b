#include "text/operand.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/vec.h"

struct operands {
	struct arena *a;
	vec(struct str) list;
};

/* Up to a NUL where there is one in the text, else a line. */
static void
split(struct operands *o, struct str text)
{
	char end = str_find_char(text, '\0') < text.n ? '\0' : '\n';
	struct str one;

	while (text.n) {
		str_cut(text, end, &one, &text);
		one = str_trim(one);
		if (one.n)
			*vec_add(&o->list) = one;
	}
}

static int
read_input(struct operands *o, struct err *err)
{
	struct buf text = { 0 };
	int rc = file_read("-", LIMIT_BATCH_BYTES, &text, err);

	if (!rc)
		split(o, arena_dup(o->a, buf_str(&text)));
	buf_free(&text);
	return rc;
}

int
operand_read(struct arena *a, char *const *words, int n, struct str **ret, size_t *n_ret, struct err *err)
{
	struct operands o = { .a = a };
	int rc = 0;

	for (int i = 0; i < n && !rc; i++)
		if (!strcmp(words[i], "-"))
			rc = read_input(&o, err);
		else
			*vec_add(&o.list) = str_of(words[i]);
	if (!rc) {
		*ret = arena_new(a, struct str, o.list.n);
		for (size_t i = 0; i < o.list.n; i++)
			(*ret)[i] = o.list.v[i];
		*n_ret = o.list.n;
	}
	vec_free(&o.list);
	return rc;
}
