#include "html/layout_image.h"

#include "base/tr.h"
#include "text/url.h"

static struct str
host_of(const struct doc *doc, uint16_t link)
{
	return link && link <= doc->n_links ? url_host(doc->links[link - 1].url) : STR_NONE;
}

/* " (host, 640×480)", as far as it is known. */
static void
add_facts(struct buf *out, struct str host, const struct doc_block *b)
{
	bool has_size = b->width && b->height;

	if (!host.n && !has_size)
		return;
	(void)buf_printf(out, " (%.*s", STR(host));
	if (has_size)
		(void)buf_printf(out, "%s%d×%d", host.n ? ", " : "", b->width, b->height);
	(void)buf_putc(out, ')');
}

/* The number of the link around the picture. */
static void
add_page(struct layout_flow *f, uint16_t page)
{
	struct buf ref = { 0 };

	(void)buf_printf(&ref, " [%u]", page);
	layout_flow_add_ours(f, buf_str(&ref), LAYOUT_REF, page);
	buf_free(&ref);
}

void
layout_image_add(struct layout_out *out, const struct doc_block *b, const struct doc_block *below)
{
	struct layout_flow_text alt = { .text = b->text, .role = LAYOUT_CAPTION };
	struct layout_flow *f = &out->flow;
	struct str host = host_of(out->doc, b->link);
	struct buf label = { 0 };

	(void)buf_printf(&label, "[%s", tr("image"));
	if (b->link)
		(void)buf_printf(&label, " %d", b->link);
	(void)buf_putc(&label, ']');
	layout_flow_clear(f);
	layout_flow_add_ours(f, buf_str(&label), LAYOUT_LABEL, b->link);
	if (b->text.n && !(below && below->is_caption && str_eq(below->text, b->text))) {
		layout_flow_add_ours(f, str_lit(" "), LAYOUT_TEXT, 0);
		layout_flow_add(f, &alt);
	}
	if (b->page && out->opts->has_refs)
		add_page(f, b->page);
	buf_clear(&label);
	add_facts(&label, host, b);
	layout_flow_add_ours(f, buf_str(&label), LAYOUT_LABEL, 0);
	layout_out_flow(out, 2);
	for (int i = 0; out->opts->pictures && i < out->opts->pictures[out->block]; i++)
		layout_out_picture(out, (uint32_t)b->text.n + 1 + (uint32_t)i, i);
	buf_free(&label);
}
