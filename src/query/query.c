#include "query/query.h"

#include "base/clock.h"
#include "base/tr.h"
#include "query/query_group.h"
#include "text/utf8.h"

int
query_read(struct arena *a, struct str text, const struct query_names *names, struct query **ret, struct query_fault *fault)
{
	struct query_reader r = {
		.a = a, .whole = text, .rest = text, .names = names, .fault = fault, .now = clock_now(),
	};
	struct query *tree = NULL;

	if (text.n > QUERY_BYTES)
		query_reader_fail(&r, 0, tr("longer than %d bytes"), QUERY_BYTES);
	else if (!utf8_is_valid(text))
		query_reader_fail(&r, 0, "%s", tr("the query is not UTF-8"));
	else
		tree = query_group_read(&r);
	if (!tree)
		return -1;
	*ret = tree;
	return 0;
}

int
query_parse(struct arena *a, struct str text, const struct query_names *names, struct query **ret, struct err *err)
{
	struct query_fault fault;

	if (!query_read(a, text, names, ret, &fault))
		return 0;
	return err_set(err, ERR_USAGE, tr("query, column %zu: %s"), utf8_count(str_sub(text, 0, fault.at)) + 1, fault.text);
}

/* Adds a part of a node: in an AND what every post is changes nothing. */
static void
add(struct query *node, struct query *part)
{
	if (node->kind == QUERY_AND && part->kind == QUERY_ANY)
		return;
	if (part->kind != node->kind)
		node->parts[node->n++] = part;
	else
		for (size_t i = 0; i < part->n; i++)
			node->parts[node->n++] = part->parts[i];
}

struct query *
query_join(struct arena *a, enum query_kind kind, struct query *const *parts, size_t n)
{
	struct query *node;
	size_t all = 0;

	for (size_t i = 0; i < n; i++) {
		if (kind == QUERY_OR && parts[i]->kind == QUERY_ANY)
			return parts[i];
		all += parts[i]->kind == kind ? parts[i]->n : 1;
	}
	node = arena_new(a, struct query, 1);
	node->kind = kind;
	node->at = parts[0]->at;
	node->parts = arena_new(a, struct query *, all);
	for (size_t i = 0; i < n; i++)
		add(node, parts[i]);
	return node->n > 1 ? node : node->n ? node->parts[0] : parts[0];
}

struct query *
query_and(struct arena *a, struct query *one, struct query *other)
{
	struct query *both[] = { one, other };

	if (!one || one->kind == QUERY_ANY)
		return other;
	if (!other || other->kind == QUERY_ANY)
		return one;
	return query_join(a, QUERY_AND, both, 2);
}

bool
query_asks(const struct query *query, enum query_state state)
{
	if (query->kind == QUERY_IS)
		return query->code == (int)state;
	if (query->kind != QUERY_AND)
		return false;
	for (size_t i = 0; i < query->n; i++)
		if (query_asks(query->parts[i], state))
			return true;
	return false;
}
