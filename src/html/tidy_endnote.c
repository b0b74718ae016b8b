#include "html/tidy_endnote.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/num.h"
#include "html/tidy_link.h"

/*
 * The most links looked at; the most notes, and their highest number; how much longer than a few
 * letters, in bytes, no name is; how many elements up and how many links down the answer to a link is
 * looked for, how many nodes down a heading.
 */
enum { LINKS_MAX = 4000, NOTES_MAX = 1000, NUMBER_MAX = 9999, NAME_MAX = 12, NEAR_UP = 3, INSIDE_UP = 12, ANSWERS_MAX = 40, SECTION_NODES = 40 };

/* A node by its place among all of the roots. */
struct place {
	struct dom_node *node;
	uint64_t at;
};

/* A link to a place in the page. */
struct link {
	struct place from;
	const struct place *to; /* NULL: to nothing */
	bool is_way_back;
};

struct finder {
	struct tidy_endnotes *ret;
	struct arena *arena;
	struct str base;
	vec(struct link) links; /* in the order of the page */
	struct map ids;         /* of struct place */
	vec(uint16_t) numbers;  /* those taken */
	uint16_t highest;
};

/* ---- links and where they lead */

static bool
is_in(const struct dom_node *node, const struct dom_node *box)
{
	for (int i = 0; i < INSIDE_UP && node; i++, node = node->parent)
		if (node == box)
			return true;
	return false;
}

static void
add_id(struct finder *f, struct str id, struct place place)
{
	void **at;

	if (!id.n)
		return;
	at = map_at(&f->ids, id);
	if (*at)
		return;
	*at = arena_new(f->arena, struct place, 1);
	*(struct place *)*at = place;
}

static void
collect(struct finder *f, struct dom_node *root, uint64_t first, bool is_for_ids)
{
	for (struct dom_node *node = root; node; node = dom_next(node, root)) {
		struct place place = { node, first + node->number };

		if (is_for_ids) {
			add_id(f, dom_attr(node, "id"), place);
			add_id(f, node->tag == DOM_A ? dom_attr(node, "name") : STR_NONE, place);
		} else if (node->tag == DOM_A && f->links.n < LINKS_MAX && tidy_link_place(f->base, dom_attr(node, "href")).n) {
			*vec_add(&f->links) = (struct link){ .from = place };
		}
	}
}

/* Some sites put a word of theirs before the names that a writer gave. */
static const struct place *
find_id(const struct finder *f, struct str name)
{
	const struct place *found = map_find(&f->ids, name);

	return found ? found : map_find(&f->ids, arena_printf(f->arena, "user-content-%.*s", STR(name)));
}

/* The first link at or behind a place. */
static size_t
first_link(const struct finder *f, uint64_t at)
{
	size_t low = 0, high = f->links.n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (f->links.v[mid].from.at < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The link that stands at a place, in it or around it; NULL where none does. */
static const struct link *
link_near(const struct finder *f, const struct place *place)
{
	size_t i = first_link(f, place->at);
	const struct dom_node *around = place->node;

	if (i < f->links.n && is_in(f->links.v[i].from.node, place->node))
		return &f->links.v[i];
	for (int up = 0; up < NEAR_UP && around; up++, around = around->parent)
		if (i && f->links.v[i - 1].from.node == around)
			return &f->links.v[i - 1];
	return NULL;
}

/* ---- what is a note */

/* The text of a node without the brackets around it, in buf. */
static struct str
name_of(const struct dom_node *node, struct buf *buf)
{
	struct str s;

	buf_clear(buf);
	dom_text(buf, node);
	s = str_trim(buf_str(buf));
	while (s.n && memchr("[(^", s.p[0], 3))
		s = str_trim(str_sub(s, 1, s.n));
	while (s.n && memchr("])", s.p[s.n - 1], 2))
		s = str_trim(str_sub(s, 0, s.n - 1));
	return s;
}

static bool
is_name(struct str s)
{
	return s.n && s.n <= NAME_MAX && str_find_char(s, ' ') == s.n;
}

/* A name that text without a mark of its own has: a link that says more may be one to a section. */
static bool
is_figure(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (str_is_digit(s.p[i]) || s.p[i] == '*')
			return true;
	return false;
}

static bool
says_note(const struct dom_node *a)
{
	static const struct {
		const char *attr, *word;
	} signs[] = {
		{ "class", "footnote" }, { "class", "noteref" }, { "class", "fn-content" }, { "role", "doc-noteref" },
		{ "rel", "footnote" }, { "epub:type", "noteref" }, { "data-component-name", "Footnote" },
	};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_has(dom_attr(a, signs[i].attr), signs[i].word))
			return true;
	return dom_has_attr(a, "data-footnote-ref");
}

static bool
is_raised(const struct dom_node *a)
{
	for (int up = 0; up < NEAR_UP && a; up++, a = a->parent)
		if (a->tag == DOM_SUP)
			return true;
	return false;
}

/* The block in which a note stands. */
static const struct dom_node *
block_of(const struct dom_node *node)
{
	for (int up = 0; up < NEAR_UP && node->parent && !(dom_tag_kinds(node->tag) & DOM_IS_BLOCK); up++)
		node = node->parent;
	return node;
}

/* Notes the links that lead back from a note to where it is named; false when there are none. */
static bool
find_ways_back(struct finder *f, const struct place *note)
{
	const struct dom_node *block = block_of(note->node);
	size_t first = first_link(f, note->at - note->node->number + block->number), i = first;
	bool has_one = false;

	for (; i < f->links.n && i < first + ANSWERS_MAX && is_in(f->links.v[i].from.node, block); i++) {
		struct link *link = &f->links.v[i];
		const struct link *name = link->to && link->to->at < note->at ? link_near(f, link->to) : NULL;

		link->is_way_back = link->is_way_back || (name && name->to == note);
		has_one = has_one || link->is_way_back;
	}
	return has_one;
}

/* What a heading is or begins with is a section. */
static bool
is_section(const struct dom_node *top)
{
	const struct dom_node *node = block_of(top);

	top = node;
	for (int i = 0; i < SECTION_NODES && node; i++, node = dom_next(node, top))
		if (node->tag >= DOM_H1 && node->tag <= DOM_H6)
			return true;
	return false;
}

static bool
may_name(const struct link *link)
{
	return link->to && link->to->at > link->from.at && !link->is_way_back && !is_section(link->to->node) &&
	    !is_in(link->from.node, link->to->node);
}

static bool
is_in_heading(const struct dom_node *node)
{
	for (int i = 0; i < INSIDE_UP && node; i++, node = node->parent)
		if (node->tag >= DOM_H1 && node->tag <= DOM_H6)
			return true;
	return false;
}

/* From the text to a section: no heading's link to itself. */
static bool
is_inner(const struct link *link)
{
	return link->to && !link->is_way_back && is_section(link->to->node) && !is_in(link->from.node, link->to->node) &&
	    !is_in_heading(link->from.node);
}

/* ---- numbers */

static bool
is_taken(const struct finder *f, int64_t number)
{
	for (size_t i = 0; i < f->numbers.n; i++)
		if (f->numbers.v[i] == number)
			return true;
	return false;
}

static uint16_t
new_number(struct finder *f, struct str name)
{
	int64_t number;

	if (!num_parse(name, 1, NUMBER_MAX, &number) || is_taken(f, number))
		number = f->highest + 1;
	if (number > f->highest)
		f->highest = (uint16_t)number;
	*vec_add(&f->numbers) = (uint16_t)number;
	return (uint16_t)number;
}

static void
add(struct finder *f, const struct dom_node *node, uint16_t number, bool is_for_name)
{
	*vec_add(&f->ret->list) = (struct tidy_endnote){ node, number, is_for_name };
}

/* The element that shows the whole name: the sup around its link, where nothing else is in it. */
static const struct dom_node *
whole_name(const struct dom_node *a, struct str name)
{
	const struct dom_node *whole = a;
	struct buf text = { 0 };

	for (const struct dom_node *node = a->parent; node && !(dom_tag_kinds(node->tag) & DOM_IS_BLOCK); node = node->parent) {
		if (!str_eq(name_of(node, &text), name))
			break;
		whole = node->tag == DOM_SUP ? node : whole;
	}
	buf_free(&text);
	return whole;
}

/* The number of a note that was found before; 0 for a new one. */
static uint16_t
known_number(const struct finder *f, const struct dom_node *note)
{
	for (size_t i = f->ret->list.n; i > 0; i--)
		if (f->ret->list.v[i - 1].node == note && !f->ret->list.v[i - 1].is_name)
			return f->ret->list.v[i - 1].number;
	return 0;
}

static void
judge(struct finder *f, const struct link *link)
{
	struct buf text = { 0 };
	struct str name = may_name(link) ? name_of(link->from.node, &text) : STR_NONE;
	uint16_t number = is_name(name) ? known_number(f, link->to->node) : 0;

	if (is_name(name) && !number && f->numbers.n < NOTES_MAX) {
		bool is_marked = says_note(link->from.node) || is_raised(link->from.node);

		if ((is_marked || is_figure(name)) && (find_ways_back(f, link->to) || is_marked)) {
			number = new_number(f, name);
			add(f, link->to->node, number, false);
		}
	}
	if (number)
		add(f, whole_name(link->from.node, name), number, true);
	buf_free(&text);
}

/* ---- all together */

static int
by_node(const void *a, const void *b)
{
	const struct tidy_endnote *x = a, *y = b;

	return x->node != y->node ? (x->node > y->node) - (x->node < y->node) : x->is_name - y->is_name;
}

void
tidy_endnote_find(struct tidy_endnotes *ret, struct arena *a, struct dom_node *const *roots, size_t n, struct str base)
{
	struct finder f = { .ret = ret, .arena = a, .base = base };

	*ret = (struct tidy_endnotes){ 0 };
	for (size_t i = 0; i < n; i++)
		collect(&f, roots[i], (uint64_t)i << 32, false);
	for (size_t i = 0; i < n && f.links.n; i++)
		collect(&f, roots[i], (uint64_t)i << 32, true);
	for (size_t i = 0; i < f.links.n; i++)
		f.links.v[i].to = find_id(&f, tidy_link_place(base, dom_attr(f.links.v[i].from.node, "href")));
	for (size_t i = 0; i < f.links.n; i++)
		judge(&f, &f.links.v[i]);
	for (size_t i = 0; i < f.links.n; i++) {
		struct dom_node *node = f.links.v[i].from.node;

		node->is_dropped |= f.links.v[i].is_way_back;
		node->is_inner = is_inner(&f.links.v[i]);
	}
	if (ret->list.n)
		qsort(ret->list.v, ret->list.n, sizeof *ret->list.v, by_node);
	vec_free(&f.links);
	vec_free(&f.numbers);
	map_free(&f.ids);
}

void
tidy_endnote_free(struct tidy_endnotes *notes)
{
	vec_free(&notes->list);
}

uint16_t
tidy_endnote_number(const struct tidy_endnotes *notes, const struct dom_node *node, bool is_for_name)
{
	size_t low = 0, high = notes->list.n;
	const struct tidy_endnote want = { node, 0, is_for_name };

	while (low < high) {
		size_t mid = (low + high) / 2;
		int order = by_node(&notes->list.v[mid], &want);

		if (!order)
			return notes->list.v[mid].number;
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return 0;
}
