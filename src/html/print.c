#include "html/print.h"

#include <jansson.h>
#include <stdlib.h>

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
