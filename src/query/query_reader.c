#include "query/query_reader.h"

#include <stdio.h>

#include "base/tr.h"
#include "text/nfc.h"

size_t
query_reader_at(const struct query_reader *r)
{
	return r->outer ? r->outer_at : r->whole.n - r->rest.n;
}

struct query *
query_reader_fail(struct query_reader *r, size_t at, const char *format, ...)
{
	va_list args;

	r->fault->at = at;
	va_start(args, format);
	(void)vsnprintf(r->fault->text, sizeof r->fault->text, format, args);
	va_end(args);
	return NULL;
}

struct query *
query_reader_leaf(struct query_reader *r, enum query_kind kind, size_t at)
{
	struct query *leaf;

	if (++r->leaves > QUERY_LEAVES)
		return query_reader_fail(r, at, tr("more than %d words and fields are too many for one query"), QUERY_LEAVES);
	leaf = arena_new(r->a, struct query, 1);
	leaf->kind = kind;
	leaf->at = at;
	return leaf;
}

struct str
query_reader_text(struct query_reader *r, struct str text)
{
	struct buf composed = { 0 };
	struct str made;

	nfc_add(&composed, text);
	made = arena_dup(r->a, buf_str(&composed));
	buf_free(&composed);
	return made;
}
