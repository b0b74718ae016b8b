#include "html/tidy_leaf.h"

#include "html/tidy_card.h"
#include "html/tidy_code.h"
#include "html/tidy_formula.h"
#include "html/tidy_image.h"
#include "html/tidy_lang.h"
#include "html/tidy_link.h"
#include "html/tidy_media.h"
#include "html/tidy_module.h"
#include "html/tidy_service.h"

static void
end_line(const struct tidy_leaf *at)
{
	(void)draft_end_line(at->parts, at->line);
}

/* ---- lines */

static bool
add_break(const struct tidy_leaf *at)
{
	if (at->line != DOM_P && at->line != DOM_FIGCAPTION)
		draft_text(at->parts, str_lit(" "), at->style);
	else
		draft_break(at->parts, at->line);
	return true;
}

static bool
add_rule(const struct tidy_leaf *at)
{
	end_line(at);
	draft_rule(at->parts);
	return true;
}

/* A box to tick in a list of tasks. */
static bool
add_check(const struct tidy_leaf *at, const struct dom_node *input)
{
	if (str_is_icase(dom_attr(input, "type"), "checkbox"))
		draft_text(at->parts, dom_has_attr(input, "checked") ? str_lit("☑ ") : str_lit("☐ "), at->style);
	return true;
}

/* A line of its own that is a link. */
static void
add_link(const struct tidy_leaf *at, struct str url, struct str title)
{
	struct draft_style style = at->style;

	end_line(at);
	style.link = draft_link(at->parts, url);
	draft_text(at->parts, title, style);
	end_line(at);
}

/* ---- code */

static bool
add_code(const struct tidy_leaf *at, const struct dom_node *node, enum tidy_class meaning)
{
	struct buf text = { 0 };

	if (meaning == TIDY_CLASS_CODE_TABLE || (node->tag == DOM_TABLE && meaning != TIDY_CLASS_CODE))
		node = tidy_code_in_table(node);
	end_line(at);
	tidy_code_text(&text, node);
	draft_code(at->parts, buf_str(&text), tidy_lang_find(at->parts->arena, node));
	buf_free(&text);
	return true;
}

/* "<![CDATA[…]]>" in a script of SyntaxHighlighter. */
static bool
add_waiting_code(const struct tidy_leaf *at, const struct dom_node *script)
{
	struct str text = script->first ? str_trim(script->first->text) : STR_NONE;

	if (str_starts(text, "<![CDATA["))
		text = str_sub(text, strlen("<![CDATA["), text.n - (str_ends(text, "]]>") ? strlen("]]>") : 0));
	end_line(at);
	draft_code(at->parts, text, tidy_lang_find(at->parts->arena, script));
	return true;
}

/* A textarea holds code or what a reader may write. */
static bool
add_field(const struct tidy_leaf *at, const struct dom_node *node)
{
	struct str text = node->first ? str_trim(node->first->text) : STR_NONE;

	if (str_find_char(text, '\n') < text.n || dom_has_class(node, "code") || str_is(dom_attr(node, "name"), "code"))
		(void)add_code(at, node, TIDY_CLASS_CODE);
	return true;
}

/* ---- pictures */

/* The same picture once more, as a noscript beside it has it: true, and the better address is kept. */
static bool
is_again(const struct tidy_leaf *at, struct str src)
{
	const struct draft *p = at->parts;
	struct draft_part *last = p->list.n ? &p->list.v[p->list.n - 1] : NULL;
	bool is_beside = last && last->kind == DRAFT_IMAGE && p->text.n == p->line_at;

	if (!is_beside)
		return false;
	if (at->is_noscript && (!last->note.n || last->is_stand_in)) {
		last->note = src;
		last->is_stand_in = false;
		return true;
	}
	return src.n > 0 && str_eq(last->note, src);
}

static void
add_formula(const struct tidy_leaf *at, struct str tex)
{
	struct draft_style style = at->style;
	struct buf text = { 0 };

	style.bits |= DRAFT_CODE_TEXT;
	tidy_formula_tex(&text, tex);
	draft_text(at->parts, buf_str(&text), style);
	buf_free(&text);
}

/* The link around a picture; 0 where it leads to the picture itself. */
static uint32_t
page_of(const struct tidy_leaf *at, struct str src)
{
	struct str url = at->style.link ? at->parts->links.v[at->style.link - 1] : STR_NONE;

	if (tidy_image_is_file(url) || str_eq(tidy_service_picture(at->parts->arena, at->base, url), src))
		return 0;
	return at->style.link;
}

static bool
add_image(const struct tidy_leaf *at, const struct dom_node *img)
{
	struct str alt = str_trim(dom_attr(img, "alt")), src;
	enum tidy_image kind = tidy_image_find(at->parts->arena, at->base, img, &src);
	struct draft_part *image;

	if (kind == TIDY_IMAGE_LETTER)
		draft_text(at->parts, alt, at->style);
	else if (kind == TIDY_IMAGE_FORMULA)
		add_formula(at, alt);
	if (kind != TIDY_IMAGE_PICTURE && kind != TIDY_IMAGE_STAND_IN)
		return true;
	if (is_again(at, src))
		return true;
	if (!draft_is_in_cell(at->parts))
		end_line(at);
	image = draft_image(at->parts, src, alt);
	if (!image)
		return true;
	tidy_image_size(img, &image->width, &image->height);
	image->link = page_of(at, src);
	image->is_stand_in = kind == TIDY_IMAGE_STAND_IN;
	return true;
}

/* ---- formulas */

static bool
add_math(const struct tidy_leaf *at, const struct dom_node *math)
{
	struct buf text = { 0 };

	tidy_formula_add(&text, math);
	add_formula(at, buf_str(&text));
	buf_free(&text);
	return true;
}

static bool
add_drawn(const struct tidy_leaf *at, const struct dom_node *node)
{
	struct buf text = { 0 };
	bool is_done = tidy_formula_drawn(&text, node);

	add_formula(at, buf_str(&text));
	buf_free(&text);
	return is_done;
}

/* ---- what is elsewhere */

static bool
add_media(const struct tidy_leaf *at, const struct dom_node *node)
{
	struct str url, title;

	if (tidy_media_link(at->parts->arena, at->base, node, &url, &title))
		add_link(at, url, title);
	else if (node->tag == DOM_OBJECT)
		return false; /* what stands in for it, or another player */
	return true;
}

static bool
add_card(const struct tidy_leaf *at, const struct dom_node *node)
{
	const struct dom_node *caption = tidy_card_caption(node);
	struct draft_style plain = { .size = 0 };
	struct str url, title;

	if (!tidy_card_link(at->parts->arena, at->base, node, &url, &title))
		return str_is(dom_attr(node, "data-ke-type"), "opengraph");
	add_link(at, url, title);
	if (caption) {
		draft_text(at->parts, tidy_card_text(at->parts->arena, caption), plain);
		(void)draft_end_line(at->parts, DOM_P);
	}
	return true;
}

/* A video of the page's own: its picture, and its name with the way to the page where it plays. */
static void
add_video(const struct tidy_leaf *at, struct str picture, struct str name)
{
	struct draft_style style = { .link = draft_link(at->parts, at->base) };

	if (picture.n)
		(void)draft_image(at->parts, picture, STR_NONE);
	if (!name.n)
		return;
	draft_text(at->parts, str_lit("▶ "), style);
	draft_text(at->parts, name, style);
}

static bool
add_module(const struct tidy_leaf *at, const struct dom_node *script)
{
	struct tidy_module module;
	struct str url;

	tidy_module_read(at->parts->arena, script, &module);
	if (module.kind == TIDY_MODULE_NONE)
		return true;
	end_line(at);
	url = tidy_link_web(at->parts->arena, at->base, module.url);
	if (module.kind == TIDY_MODULE_FRAME)
		(void)add_media(at, module.frame);
	else if (module.kind == TIDY_MODULE_VIDEO)
		add_video(at, url, module.text);
	else if (module.kind == TIDY_MODULE_FORMULA)
		add_formula(at, module.text);
	end_line(at);
	return true;
}

/* Scripts hold nothing to read but formulas, gists, and code that waits to be coloured. */
static bool
add_script(const struct tidy_leaf *at, const struct dom_node *script)
{
	struct str type = dom_attr(script, "type"), src = dom_attr(script, "src");
	struct buf tex = { 0 };

	if (str_is_icase(type, "syntaxhighlighter"))
		return add_waiting_code(at, script);
	if (str_has(src, "gist.github.com/"))
		return add_media(at, script);
	if (tidy_formula_script(&tex, script))
		add_formula(at, buf_str(&tex));
	buf_free(&tex);
	return true;
}

bool
tidy_leaf_add(const struct tidy_leaf *at, const struct dom_node *node, enum tidy_action action, enum tidy_class meaning)
{
	switch (action) {
	case TIDY_RULE_DROP:
		return true;
	case TIDY_RULE_BREAK:
		return add_break(at);
	case TIDY_RULE_RULE:
		return add_rule(at);
	case TIDY_RULE_IMAGE:
		return add_image(at, node);
	case TIDY_RULE_CODE:
		return add_code(at, node, meaning);
	case TIDY_RULE_FIELD:
		return add_field(at, node);
	case TIDY_RULE_MEDIA:
		return add_media(at, node);
	case TIDY_RULE_CARD:
		return add_card(at, node);
	case TIDY_RULE_MODULE:
		return add_module(at, node);
	case TIDY_RULE_MATH:
		return add_math(at, node);
	case TIDY_RULE_MATHJAX:
		return add_drawn(at, node);
	case TIDY_RULE_SCRIPT:
		return add_script(at, node);
	case TIDY_RULE_CHECK:
		return add_check(at, node);
	default:
		return false;
	}
}
