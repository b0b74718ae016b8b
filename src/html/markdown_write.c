#include "html/markdown_write.h"

#include "text/entity.h"

/* What is open around a piece. */
struct around {
	vec(enum markdown_inline_kind) ends; /* what each end is of; text for one that writes nothing */
	size_t links, images;
};

static void
write_code(struct buf *html, struct str code)
{
	struct str line;

	(void)buf_puts(html, "<code>");
	while (str_cut(code, '\n', &line, &code)) {
		entity_escape(html, line);
		(void)buf_putc(html, ' ');
	}
	entity_escape(html, line);
	(void)buf_puts(html, "</code>");
}

static void
write_link(struct buf *html, const char *before, struct str url, const char *after)
{
	(void)buf_puts(html, before);
	entity_escape(html, url);
	(void)buf_puts(html, after);
}

/* What stands in an image: words alone. */
static void
write_alt(struct buf *html, const struct markdown_inline *m, const struct markdown_inline_piece *piece)
{
	if (piece->kind == MARKDOWN_INLINE_RAW && piece->text.p[0] == '&')
		(void)buf_add(html, piece->text);
	else if (piece->kind == MARKDOWN_INLINE_RAW)
		(void)buf_putc(html, ' ');
	else if (piece->kind == MARKDOWN_INLINE_RUN)
		(void)buf_fill(html, m->emph.runs.v[piece->run - 1].mark, m->emph.runs.v[piece->run - 1].left);
	else
		entity_escape(html, piece->text);
}

static void
write_piece(struct buf *html, const struct markdown_inline *m, const struct markdown_inline_piece *piece)
{
	switch (piece->kind) {
	case MARKDOWN_INLINE_RAW:
		(void)buf_add(html, piece->text);
		break;
	case MARKDOWN_INLINE_CODE:
		write_code(html, piece->text);
		break;
	case MARKDOWN_INLINE_RUN:
		markdown_emph_write(html, &m->emph, piece->run);
		break;
	case MARKDOWN_INLINE_NOTE:
		write_link(html, "<sup><a href=\"#fn-", piece->text, "\">");
		write_link(html, "[", piece->text, "]</a></sup>");
		break;
	default:
		entity_escape(html, piece->text);
	}
}

static void
open_link(struct buf *html, struct around *around, const struct markdown_inline_piece *piece)
{
	bool is_shown = !around->links && !around->images;

	if (is_shown)
		write_link(html, "<a href=\"", piece->url, "\">");
	around->links += is_shown;
	*vec_add(&around->ends) = is_shown ? MARKDOWN_INLINE_LINK : MARKDOWN_INLINE_TEXT;
}

static void
open_image(struct buf *html, struct around *around, const struct markdown_inline_piece *piece)
{
	if (!around->images++)
		write_link(html, "<img src=\"", piece->url, "\" alt=\"");
	*vec_add(&around->ends) = MARKDOWN_INLINE_IMAGE;
}

static void
close_end(struct buf *html, struct around *around)
{
	enum markdown_inline_kind kind = around->ends.v[--around->ends.n];

	if (kind == MARKDOWN_INLINE_LINK) {
		around->links--;
		(void)buf_puts(html, "</a>");
	} else if (kind == MARKDOWN_INLINE_IMAGE && !--around->images) {
		(void)buf_puts(html, "\">");
	}
}

void
markdown_write_pieces(struct buf *html, const struct markdown_inline *m)
{
	struct around around = { .links = 0 };

	for (size_t i = 0; i < m->pieces.n; i++) {
		const struct markdown_inline_piece *piece = &m->pieces.v[i];

		if (piece->kind == MARKDOWN_INLINE_LINK)
			open_link(html, &around, piece);
		else if (piece->kind == MARKDOWN_INLINE_IMAGE)
			open_image(html, &around, piece);
		else if (piece->kind == MARKDOWN_INLINE_END)
			close_end(html, &around);
		else if (around.images)
			write_alt(html, m, piece);
		else
			write_piece(html, m, piece);
	}
	vec_free(&around.ends);
}
