#include "page/gauge.h"

#include "page/gauge_table.h"
#include "text/url.h"
#include "text/utf8.h"

/* Where the reading of text stands: a run of blanks counts once, and not at an end. */
struct tally {
	bool has_text, has_blank;
};

static bool
is_comma(int32_t cp)
{
	switch (cp) {
	case ',':
	case 0x60c:  /* Arabic */
	case 0xfe50:
	case 0xfe10:
	case 0xfe11:
	case 0x2e41:
	case 0x2e34:
	case 0x2e32:
	case 0xff0c:
	case 0x3001: /* 、 */
	case 0x3002: /* 。 */
		return true;
	default:
		return false;
	}
}

/* The bytes of CJK begin with E3 to ED. */
static void
count_text(struct tally *tally, struct str text, struct gauge_sum *sum)
{
	const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n;

	while (p < end) {
		unsigned char c = *p;

		if (c <= ' ') {
			tally->has_blank = tally->has_text;
			p++;
			continue;
		}
		sum->letters += tally->has_blank + (c >= 0xe3 && c <= 0xed ? 2 : 1);
		tally->has_blank = false;
		tally->has_text = true;
		sum->commas += c < 0x80 ? c == ',' : is_comma(utf8_next(&(struct str){ (const char *)p, (size_t)(end - p) }));
		do
			p++;
		while (p < end && (*p & 0xc0) == 0x80);
	}
}

static bool
is_silent(const struct dom_node *node)
{
	switch (node->tag) {
	case DOM_SCRIPT:
	case DOM_STYLE:
	case DOM_TEMPLATE:
	case DOM_TEXTAREA:
	case DOM_SELECT:
	case DOM_HEAD:
	case DOM_SVG:
		return true;
	default:
		return node->is_dropped;
	}
}

static void
count_element(const struct dom_node *node, struct gauge_sum *sum)
{
	sum->elements = node->tag != DOM_BR && node->tag != DOM_HR;
	sum->p = node->tag == DOM_P;
	sum->img = node->tag == DOM_IMG;
	sum->li = node->tag == DOM_LI;
	sum->input = node->tag == DOM_INPUT;
	sum->link = node->tag == DOM_A;
	sum->embed = node->tag == DOM_OBJECT || node->tag == DOM_EMBED || node->tag == DOM_IFRAME;
	sum->blocks = gauge_table_is_block(node->tag);
	sum->code = gauge_table_is_kept(node->tag);
}

static void
add(struct gauge_sum *to, const struct gauge_sum *sum)
{
	to->letters += sum->letters;
	to->linked += sum->linked;
	to->outward += sum->outward;
	to->headed += sum->headed;
	to->listed += sum->listed;
	to->commas += sum->commas;
	to->elements += sum->elements;
	to->p += sum->p;
	to->img += sum->img;
	to->li += sum->li;
	to->input += sum->input;
	to->embed += sum->embed;
	to->link += sum->link;
	to->blocks += sum->blocks;
	to->code += sum->code;
}

static void
subtract(struct gauge_sum *from, const struct gauge_sum *sum)
{
	from->letters -= sum->letters;
	from->linked -= sum->linked;
	from->outward -= sum->outward;
	from->headed -= sum->headed;
	from->listed -= sum->listed;
	from->commas -= sum->commas;
	from->elements -= sum->elements;
	from->p -= sum->p;
	from->img -= sum->img;
	from->li -= sum->li;
	from->input -= sum->input;
	from->embed -= sum->embed;
	from->link -= sum->link;
	from->blocks -= sum->blocks;
	from->code -= sum->code;
}

static struct str
bare_host(struct str host)
{
	if (str_starts_icase(host, "www."))
		return str_sub(host, 4, host.n);
	return str_starts_icase(host, "m.") ? str_sub(host, 2, host.n) : host;
}

/* The same host, or a part of it. */
static bool
is_host_of(struct str host, struct str site)
{
	site = bare_host(site);
	host = bare_host(host);
	if (!site.n || host.n < site.n || !str_eq_icase(str_sub(host, host.n - site.n, host.n), site))
		return false;
	return host.n == site.n || host.p[host.n - site.n - 1] == '.';
}

/* Links to places in the page are part of it, links to elsewhere may be its sources. */
static void
count_link(const struct gauge *g, struct gauge_node *a)
{
	struct str href = str_trim(dom_attr(a->node, "href"));
	struct str host = url_host(href);

	if (str_starts(href, "#") && href.n > 1) {
		a->sum.linked = a->sum.letters * 3 / 10;
		a->sum.outward = a->sum.linked;
		return;
	}
	a->sum.linked = a->sum.letters;
	if (host.n && !is_host_of(host, g->hosts[0]) && !is_host_of(host, g->hosts[1]))
		a->sum.outward = a->sum.letters;
}

/* Whether a picture stands right before a node: what is in a noscript element there is the same one. */
static bool
follows_image(const struct gauge_node *node)
{
	const struct gauge_node *before = node - 1;

	if (before->node->tag == DOM_TEXT && !str_trim(before->node->text).n)
		before--;
	return before->node->tag == DOM_IMG;
}

/* What the sums of a node's children have given it is finished by what it is itself. */
static void
finish(const struct gauge *g, struct gauge_node *node)
{
	enum dom_tag tag = node->node->tag;

	if (tag == DOM_A)
		count_link(g, node);
	else if (tag >= DOM_H1 && tag <= DOM_H6)
		node->sum.headed = node->sum.letters;
	else if (tag == DOM_UL || tag == DOM_OL)
		node->sum.listed = node->sum.letters;
	else if (tag == DOM_NOSCRIPT && node->sum.img && follows_image(node))
		node->sum.img = 0;
}

/* Sums from the leaves to the root: a node's number is greater than its parent's. */
static void
sum_up(struct gauge *g)
{
	for (uint32_t i = g->n; i-- > 0;) {
		struct gauge_node *node = &g->nodes[i];
		struct gauge_sum *parent;

		if (node->is_gone)
			continue;
		parent = &g->nodes[node->parent].sum;
		if (node->node->tag == DOM_TEXT) {
			parent->letters += node->sum.letters;
			parent->commas += node->sum.commas;
			continue;
		}
		finish(g, node);
		if (i)
			add(parent, &node->sum);
	}
}

static void
count(struct gauge *g)
{
	struct tally tally = { 0 };

	for (uint32_t i = 0; i < g->n; i++) {
		struct gauge_node *node = &g->nodes[i];

		node->sum = (struct gauge_sum){ 0 };
		node->is_out = node->is_caption = node->is_para = node->is_scored = false;
		node->score = 0;
		node->is_gone = is_silent(node->node) || (i && g->nodes[node->parent].is_gone);
		if (node->is_gone)
			continue;
		if (node->node->tag == DOM_TEXT)
			count_text(&tally, node->node->text, &node->sum);
		else
			count_element(node->node, &node->sum);
	}
	sum_up(g);
}

/* What does not change when parts are taken out: from the leaves to the root again. */
static void
read_shape(struct gauge *g)
{
	for (uint32_t i = g->n; i-- > 0;) {
		struct gauge_node *node = &g->nodes[i];
		struct gauge_node *parent = &g->nodes[node->parent];

		node->is_phrasing = gauge_table_is_phrasing(node->node->tag, node->is_phrasing);
		if (!i)
			break;
		parent->is_phrasing = parent->is_phrasing && node->is_phrasing;
		parent->end = node->end > parent->end ? node->end : parent->end;
	}
}

static bool
is_blank(const struct dom_node *node)
{
	return node->tag == DOM_TEXT && !str_trim(node->text).n;
}

static void
read_breaks(struct gauge *g, uint32_t at)
{
	const struct dom_node *br = g->nodes[at].node, *next = br->next;

	while (next && is_blank(next))
		next = next->next;
	if (next && next->tag == DOM_BR)
		g->nodes[g->nodes[at].parent].has_breaks = true;
}

void
gauge_read(struct arena *a, struct dom_node *root, struct str url, struct str canonical, struct gauge *ret)
{
	const struct hint *hint = hint_new(a);
	uint32_t n = 0;

	for (const struct dom_node *node = root; node; node = dom_next(node, root))
		n++;
	*ret = (struct gauge){ .nodes = arena_new(a, struct gauge_node, n), .n = n };
	ret->hosts[0] = url_host(url);
	ret->hosts[1] = url_host(canonical);
	for (struct dom_node *node = root; node; node = dom_next(node, root)) {
		struct gauge_node *to = &ret->nodes[node->number];

		to->node = node;
		to->parent = node->parent ? node->parent->number : 0;
		to->end = node->number + 1;
		to->is_phrasing = true;
		if (node->tag == DOM_BR)
			read_breaks(ret, node->number);
		if (node->n_attrs) {
			to->class_hints = (uint16_t)hint_find(hint, dom_attr(node, "class"));
			to->id_hints = (uint16_t)hint_find(hint, dom_attr(node, "id"));
		}
	}
	read_shape(ret);
	count(ret);
	gauge_table_find(ret);
}

void
gauge_reset(struct gauge *g)
{
	count(g);
}

void
gauge_drop(struct gauge *g, uint32_t at)
{
	struct gauge_sum sum = g->nodes[at].sum;

	if (g->nodes[at].is_gone)
		return;
	g->nodes[at].is_out = true;
	for (uint32_t i = at; i < g->nodes[at].end; i++)
		g->nodes[i].is_gone = true;
	for (uint32_t i = at; i;) {
		i = g->nodes[i].parent;
		subtract(&g->nodes[i].sum, &sum);
	}
}

float
gauge_link_density(const struct gauge_node *node)
{
	return node->sum.letters ? (float)node->sum.linked / (float)node->sum.letters : 0;
}

uint32_t
gauge_child(const struct gauge *g, uint32_t parent, uint32_t child)
{
	uint32_t at = child ? g->nodes[child].end : parent + 1;

	while (at < g->nodes[parent].end && g->nodes[at].is_gone)
		at = g->nodes[at].end;
	return at < g->nodes[parent].end ? at : 0;
}

bool
gauge_is_inside(const struct gauge *g, uint32_t at, enum dom_tag tag, int levels)
{
	for (; at && levels > 0; levels--) {
		at = g->nodes[at].parent;
		if (g->nodes[at].node->tag == tag)
			return true;
	}
	return false;
}
