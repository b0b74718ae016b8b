#include "html/print.h"

#include <jansson.h>
#include <stdlib.h>

void
print_text(struct buf *out, const struct layout *layout)
{
	for (size_t i = 0; i < layout->n; i++) {
		const struct layout_line *line = &layout->lines[i];
		size_t start = out->n;

		for (uint32_t k = 0; k < line->n; k++)
			(void)buf_add(out, line->runs[k].text);
		while (out->n > start && out->p[out->n - 1] == ' ')
			buf_truncate(out, out->n - 1);
		(void)buf_putc(out, '\n');
	}
}

void
print_outline_json(struct buf *out, const struct doc *doc)
{
	json_t *list = json_array();
	char *text;

	for (size_t i = 0; i < doc->n_sections; i++) {
		const struct doc_section *s = &doc->sections[i];

		(void)json_array_append_new(list, json_pack("{s:i, s:o}", "level", s->level, "title",
			json_stringn(s->title.n ? s->title.p : "", s->title.n)));
	}
	text = json_dumps(list, JSON_COMPACT);
	(void)buf_puts(out, text ? text : "[]");
	(void)buf_putc(out, '\n');
	free(text);
	json_decref(list);
}

void
print_outline_text(struct buf *out, const struct doc *doc)
{
	for (size_t i = 0; i < doc->n_sections; i++) {
		const struct doc_section *s = &doc->sections[i];

		(void)buf_fill(out, ' ', s->level > 1 ? 2 * (size_t)(s->level - 1) : 0);
		(void)buf_add(out, s->title);
		(void)buf_putc(out, '\n');
	}
}
