#include "page/meta_lang.h"

#include "text/utf8.h"

enum {
	SAMPLE_LETTERS = 4000, /* of a page: its menus are behind it then */
	TAG_LONGEST = 35,      /* RFC 5646 4.4.1 */
};

struct letters {
	size_t all, hangul, kana, han, cyrillic;
};

static void
count(struct letters *l, struct str text)
{
	while (text.n && l->all < SAMPLE_LETTERS) {
		int32_t cp = utf8_next(&text);

		if (cp < 0x80) {
			l->all += str_is_alpha((char)cp);
			continue;
		}
		l->hangul += cp >= 0xac00 && cp <= 0xd7a3;
		l->kana += cp >= 0x3041 && cp <= 0x30ff;
		l->han += cp >= 0x4e00 && cp <= 0x9fff;
		l->cyrillic += cp >= 0x400 && cp <= 0x4ff;
		l->all++;
	}
}

/* The letters of the page's paragraphs, or of all its text where it has none. */
static void
sample(struct letters *l, const struct dom_node *root)
{
	const struct dom_node *body = dom_find(root, DOM_BODY), *node = body;

	while (node && l->all < SAMPLE_LETTERS) {
		bool is_left_out = node->tag == DOM_SCRIPT || node->tag == DOM_STYLE || node->tag == DOM_PRE || node->tag == DOM_CODE ||
		                   node->tag == DOM_NAV;

		if (node->tag == DOM_TEXT)
			count(l, node->text);
		node = is_left_out ? dom_skip(node, body) : dom_next(node, body);
	}
}

/* The language that alone is written so; empty for what many are. */
static struct str
by_script(const struct letters *l)
{
	if (l->hangul * 4 > l->all)
		return str_lit("ko");
	if (l->kana * 6 > l->all)
		return str_lit("ja");
	if (l->han * 4 > l->all)
		return str_lit("zh");
	return l->cyrillic * 2 > l->all ? str_lit("ru") : STR_NONE;
}

/* Whether text in the script of one language can be in that which is claimed. */
static bool
contradicts(struct str script, struct str claim)
{
	return str_is(script, "ko") && !str_eq_icase(str_sub(claim, 0, 2), script);
}

static bool
is_tag(struct str claim)
{
	for (size_t i = 0; i < claim.n; i++)
		if (!str_is_alpha(claim.p[i]) && !str_is_digit(claim.p[i]) && claim.p[i] != '-')
			return false;
	return claim.n >= 2 && claim.n <= TAG_LONGEST;
}

/* "ko_KR" of programs as "ko-KR"; of a list, the first. */
static struct str
tag_of(struct arena *a, struct str claim)
{
	struct str first;
	char *p;

	str_cut(claim, ',', &first, NULL);
	first = str_trim(first);
	p = arena_cstr(a, first);
	for (size_t i = 0; i < first.n; i++)
		p[i] = p[i] == '_' ? '-' : p[i];
	return str_new(p, first.n);
}

struct str
meta_lang_choose(struct arena *a, const struct meta_bag *bag, const struct dom_node *root)
{
	const struct meta_claim *claim = NULL;
	struct letters letters = { 0 };
	struct str script;

	sample(&letters, root);
	script = by_script(&letters);
	while ((claim = meta_bag_next(bag, META_LANGUAGE, claim))) {
		struct str tag = tag_of(a, claim->value);

		if (is_tag(tag))
			return contradicts(script, tag) ? script : tag;
	}
	return script;
}
