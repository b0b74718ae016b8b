#include "cmd/cmd_digest_part.h"
#include "html/print_escape.h"
#include "html/print_page.h"
#include "text/entity.h"
#include "text/say.h"

/* ---- Markdown */

static void
add_paragraph(struct buf *out, struct str text)
{
	if (!text.n)
		return;
	print_escape_line(out, text);
	buf_puts(out, "\n\n");
}

static void
add_post(struct buf *out, const struct posts_row *row)
{
	struct buf line = { 0 };

	cmd_digest_part_headline(&line, row);
	buf_puts(out, row->link.n ? "### [" : "### ");
	print_escape_line(out, buf_str(&line));
	if (row->link.n) {
		buf_puts(out, "](");
		print_escape_url(out, row->link, 0);
		buf_putc(out, ')');
	}
	buf_puts(out, "\n\n");
	buf_clear(&line);
	cmd_digest_part_byline(&line, row);
	add_paragraph(out, buf_str(&line));
	add_paragraph(out, row->excerpt);
	buf_free(&line);
}

void
cmd_digest_page_markdown(const struct cmd_digest *d)
{
	struct buf out = { 0 }, line = { 0 };

	cmd_digest_part_title(&line, d);
	buf_puts(&out, "# ");
	add_paragraph(&out, buf_str(&line));
	buf_clear(&line);
	cmd_digest_part_sum(&line, d);
	add_paragraph(&out, buf_str(&line));
	for (size_t i = 0; i < d->n_groups; i++) {
		buf_puts(&out, "## ");
		print_escape_line(&out, d->groups[i].name);
		buf_printf(&out, " (%zu)\n\n", d->groups[i].n);
		for (size_t k = 0; k < d->groups[i].n; k++)
			add_post(&out, &d->rows[d->groups[i].posts[k]]);
	}
	buf_clear(&line);
	cmd_digest_part_left(&line, d);
	add_paragraph(&out, buf_str(&line));
	out.n--; /* the blank line at the end */
	say_document(buf_str(&out));
	buf_free(&line);
	buf_free(&out);
}

/* ---- HTML */

static void
add_article(struct buf *out, const struct posts_row *row)
{
	struct buf line = { 0 };

	cmd_digest_part_headline(&line, row);
	buf_puts(out, "<article>\n<h3>");
	if (row->link.n) {
		buf_puts(out, "<a href=\"");
		print_escape_href(out, row->link);
		buf_puts(out, "\">");
	}
	entity_escape(out, buf_str(&line));
	buf_puts(out, row->link.n ? "</a></h3>\n" : "</h3>\n");
	buf_clear(&line);
	cmd_digest_part_byline(&line, row);
	print_page_element(out, "small", buf_str(&line));
	print_page_element(out, "p", row->excerpt);
	buf_puts(out, "</article>\n");
	buf_free(&line);
}

static void
add_section(struct buf *out, const struct cmd_digest *d, const struct cmd_digest_group *group)
{
	buf_puts(out, "<section>\n<h2>");
	entity_escape(out, group->name);
	buf_printf(out, " (%zu)</h2>\n", group->n);
	for (size_t i = 0; i < group->n; i++)
		add_article(out, &d->rows[group->posts[i]]);
	buf_puts(out, "</section>\n");
}

void
cmd_digest_page_html(const struct cmd_digest *d)
{
	struct buf out = { 0 }, title = { 0 }, line = { 0 };

	cmd_digest_part_title(&title, d);
	cmd_digest_part_sum(&line, d);
	print_page_begin(&out, &(struct print_page){ .title = buf_str(&title),
		.language = print_page_language(d->n ? d->rows[0].title : buf_str(&title)) });
	buf_puts(&out, "<header>\n");
	print_page_element(&out, "h1", buf_str(&title));
	print_page_element(&out, "p", buf_str(&line));
	buf_puts(&out, "</header>\n");
	for (size_t i = 0; i < d->n_groups; i++)
		add_section(&out, d, &d->groups[i]);
	buf_clear(&line);
	cmd_digest_part_left(&line, d);
	print_page_element(&out, "p", buf_str(&line));
	print_page_end(&out);
	say_document(buf_str(&out));
	buf_free(&line);
	buf_free(&title);
	buf_free(&out);
}
