#include "page/select.h"

#include <stdlib.h>

#include "base/vec.h"

/* Of one node, so that hostile ones stay cheap. Pages made with utility classes have up to 60. */
enum { CLASS_WORDS = 80 };

/* So few paths are tried one by one: that takes less than looking all a node is called up. */
enum { FEW_PATHS = 16 };

/* A path, found by the surest condition of its last part. */
struct select_key {
	uint32_t hash; /* 0: any node */
	uint32_t path;
};

/* ---- the index */

static uint32_t
hash_of(enum selector_test kind, struct str word)
{
	uint32_t hash = 2166136261u ^ (uint32_t)kind;

	for (size_t i = 0; i < word.n; i++)
		hash = (hash ^ (unsigned char)word.p[i]) * 16777619u;
	return hash | 1;
}

/* ---- what most nodes fail at */

/* A word's bit of 64; names of tags and attributes, ids and classes share them. */
static uint64_t
bit_of(struct str word)
{
	unsigned sum = (unsigned)word.n;

	if (word.n)
		sum += (unsigned char)word.p[0] * 31u + (unsigned char)word.p[word.n / 2] * 7u + (unsigned char)word.p[word.n - 1];
	return (uint64_t)1 << (sum & 63);
}

/* The bits of all that a node has to be called by to fit the last part of a path. */
static uint64_t
needs_of(const struct selector *s, const struct selector_path *path)
{
	const struct selector_part *last = &s->parts[path->first + path->n - 1];
	uint64_t bits = 0;

	for (size_t i = last->first; i < last->first + last->n; i++)
		if (!s->conds[i].is_not)
			bits |= bit_of(s->conds[i].test < SELECTOR_HAS ? s->conds[i].value : s->conds[i].name);
	return bits;
}

static struct str
tag_of(const struct dom_node *node)
{
	return node->tag == DOM_OTHER ? node->text : dom_tag_name(node->tag);
}

static uint64_t
names_of(struct dom_node *node)
{
	struct str words, word;

	if (node->names)
		return node->names;
	node->names = bit_of(tag_of(node));
	for (size_t i = 0; i < node->n_attrs; i++) {
		node->names |= bit_of(node->attrs[i].name);
		words = node->attrs[i].value;
		if (str_is(node->attrs[i].name, "id"))
			node->names |= bit_of(words);
		else if (str_is(node->attrs[i].name, "class"))
			for (int k = 0; k < CLASS_WORDS && (word = str_word(&words)).n; k++)
				node->names |= bit_of(word);
	}
	return node->names;
}

/* The surest condition: id before class before attribute before tag. */
static uint32_t
key_of(const struct selector *s, const struct selector_path *path)
{
	static const unsigned char ranks[] = {
		[SELECTOR_TAG] = 1, [SELECTOR_ID] = 4, [SELECTOR_CLASS] = 3, [SELECTOR_HAS] = 2, [SELECTOR_IS] = 2,
		[SELECTOR_STARTS] = 2, [SELECTOR_ENDS] = 2, [SELECTOR_HOLDS] = 2, [SELECTOR_WORD] = 2, [SELECTOR_PREFIX] = 2,
	};
	const struct selector_part *last = &s->parts[path->first + path->n - 1];
	const struct selector_cond *best = NULL;

	for (size_t i = last->first; i < last->first + last->n; i++)
		if (!s->conds[i].is_not && (!best || ranks[s->conds[i].test] > ranks[best->test]))
			best = &s->conds[i];
	if (!best)
		return 0;
	return best->test < SELECTOR_HAS ? hash_of(best->test, best->value) : hash_of(SELECTOR_HAS, best->name);
}

static int
by_hash(const void *a, const void *b)
{
	const struct select_key *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->path < y->path ? -1 : x->path > y->path;
}

int
select_parse(struct arena *a, struct str text, struct select *ret, struct selector_fault *fault)
{
	struct select select = { 0 };

	if (selector_parse(a, text, &select.selector, fault) < 0)
		return -1;
	select.keys = arena_new(a, struct select_key, select.selector.n_paths);
	select.needs = arena_new(a, uint64_t, select.selector.n_paths);
	for (size_t i = 0; i < select.selector.n_paths; i++) {
		uint32_t hash = key_of(&select.selector, &select.selector.paths[i]);

		select.keys[i] = (struct select_key){ hash, (uint32_t)i };
		select.needs[i] = needs_of(&select.selector, &select.selector.paths[i]);
		select.seen[hash >> 30] |= (uint64_t)1 << (hash >> 24 & 63);
	}
	qsort(select.keys, select.selector.n_paths, sizeof *select.keys, by_hash);
	*ret = select;
	return 0;
}

/* ---- one node against one path */

static bool
has_word(struct str words, struct str word)
{
	struct str next;

	for (int i = 0; i < CLASS_WORDS && (next = str_word(&words)).n; i++)
		if (str_eq(next, word))
			return true;
	return false;
}

static bool
is_prefix(struct str value, struct str start)
{
	return value.n >= start.n && str_eq(str_sub(value, 0, start.n), start);
}

static bool
value_fits(enum selector_test test, struct str value, struct str want)
{
	switch (test) {
	case SELECTOR_ID:
	case SELECTOR_IS:
		return str_eq(value, want);
	case SELECTOR_STARTS:
		return want.n && is_prefix(value, want);
	case SELECTOR_ENDS:
		return want.n && value.n >= want.n && str_eq(str_sub(value, value.n - want.n, value.n), want);
	case SELECTOR_HOLDS:
		return want.n && str_find(value, want) < value.n;
	case SELECTOR_CLASS:
	case SELECTOR_WORD:
		return has_word(value, want);
	case SELECTOR_PREFIX:
		return is_prefix(value, want) && (value.n == want.n || value.p[want.n] == '-');
	default:
		return true;
	}
}

static bool
cond_fits(const struct dom_node *node, const struct selector_cond *cond)
{
	struct str name = cond->test == SELECTOR_ID ? str_lit("id") : cond->test == SELECTOR_CLASS ? str_lit("class") : cond->name;

	if (cond->test == SELECTOR_TAG)
		return str_eq(tag_of(node), cond->value) != cond->is_not;
	for (size_t i = 0; i < node->n_attrs; i++)
		if (str_eq(node->attrs[i].name, name))
			return value_fits(cond->test, node->attrs[i].value, cond->value) != cond->is_not;
	return cond->is_not;
}

static bool
part_fits(const struct dom_node *node, const struct selector *s, const struct selector_part *part)
{
	if (node->tag == DOM_TEXT)
		return false;
	for (size_t i = part->first; i < part->first + part->n; i++)
		if (!cond_fits(node, &s->conds[i]))
			return false;
	return true;
}

/*
 * From the node upwards, each part as near as it can be. Where a parent does
 * not fit, only the part below the last free step has to be looked for again
 * further up: the parts below that one stand as near as can be already.
 */
static bool
path_fits(const struct dom_node *node, const struct selector *s, const struct selector_path *path)
{
	const struct selector_part *parts = &s->parts[path->first], *part = &parts[path->n - 1], *again = NULL;
	const struct dom_node *again_at = NULL;

	if (!part_fits(node, s, part))
		return false;
	while (part > parts) {
		bool is_child = part->is_child;

		node = node->parent;
		part--;
		if (!is_child) {
			while (node && !part_fits(node, s, part))
				node = node->parent;
			again = part;
			again_at = node;
		} else if (node && !part_fits(node, s, part)) {
			if (!again)
				return false;
			part = again + 1;
			node = again_at;
			continue;
		}
		if (!node)
			return false;
	}
	return true;
}

/* ---- one node against all */

struct search {
	const struct select *select;
	struct dom_node *node;
	bool *fits;  /* all paths that fit are wanted, else one is enough */
	bool is_fit; /* one does */
};

static void
try_path(struct search *search, size_t path)
{
	const struct selector *selector = &search->select->selector;

	if ((search->fits ? search->fits[path] : search->is_fit) || !path_fits(search->node, selector, &selector->paths[path]))
		return;
	search->is_fit = true;
	if (search->fits)
		search->fits[path] = true;
}

static void
try_hash(struct search *search, uint32_t hash)
{
	const struct select *select = search->select;
	size_t from = 0, to = select->selector.n_paths;

	if (!(select->seen[hash >> 30] >> (hash >> 24 & 63) & 1))
		return;
	while (from < to) {
		size_t mid = (from + to) / 2;

		if (select->keys[mid].hash < hash)
			from = mid + 1;
		else
			to = mid;
	}
	for (; from < select->selector.n_paths && select->keys[from].hash == hash; from++)
		try_path(search, select->keys[from].path);
}

static void
try_classes(struct search *search, struct str words)
{
	struct str word;

	for (int i = 0; i < CLASS_WORDS && (word = str_word(&words)).n; i++)
		try_hash(search, hash_of(SELECTOR_CLASS, word));
}

/* Tries the paths that may fit by what the node is called. */
static void
try_node(struct search *search)
{
	const struct select *select = search->select;
	struct dom_node *node = search->node;
	uint64_t names;

	if (node->tag == DOM_TEXT)
		return;
	if (select->selector.n_paths <= FEW_PATHS) {
		names = names_of(node);
		for (size_t i = 0; i < select->selector.n_paths; i++)
			if (!(select->needs[i] & ~names))
				try_path(search, i);
		return;
	}
	try_hash(search, 0);
	try_hash(search, hash_of(SELECTOR_TAG, tag_of(node)));
	for (size_t i = 0; i < node->n_attrs; i++) {
		try_hash(search, hash_of(SELECTOR_HAS, node->attrs[i].name));
		if (str_is(node->attrs[i].name, "id"))
			try_hash(search, hash_of(SELECTOR_ID, node->attrs[i].value));
		else if (str_is(node->attrs[i].name, "class"))
			try_classes(search, node->attrs[i].value);
	}
}

void
select_mark(struct dom_node *node, const struct select *select, bool *fits)
{
	struct search search = { select, node, fits, false };

	try_node(&search);
}

static bool
fits_any(struct dom_node *node, const struct select *select)
{
	struct search search = { select, node, NULL, false };

	try_node(&search);
	return search.is_fit;
}

struct dom_node *
select_first(const struct dom_node *root, const struct select *select)
{
	for (struct dom_node *node = root->first; node; node = dom_next(node, root))
		if (fits_any(node, select))
			return node;
	return NULL;
}

struct select_nodes
select_all(struct arena *a, const struct dom_node *root, const struct select *select)
{
	vec(struct dom_node *) found = { 0 };
	struct select_nodes nodes = { 0 };
	struct dom_node *node = root->first;

	while (node) {
		bool is_found = fits_any(node, select);

		if (is_found)
			*vec_add(&found) = node;
		node = is_found ? dom_skip(node, root) : dom_next(node, root);
	}
	nodes.n = found.n;
	nodes.v = arena_new(a, struct dom_node *, found.n);
	if (found.n)
		memcpy(nodes.v, found.v, found.n * sizeof *found.v);
	vec_free(&found);
	return nodes;
}
