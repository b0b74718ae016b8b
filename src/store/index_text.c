#include "store/index_text.h"

#include "base/mem.h"
#include "html/doc_read.h"
#include "html/outline.h"
#include "html/prose.h"
#include "html/reading.h"
#include "store/has.h"
#include "text/hangul.h"

enum { TEXT_LARGE = 1 << 20 };

static unsigned
language_of(const struct index_text *text, const struct doc *doc)
{
	struct measure all = measure_text(text->body.n ? STR_NONE : text->title);

	for (size_t i = 0; i < doc->n; i++)
		measure_add(&all, &doc->blocks[i].measure);
	return has_language(&all);
}

static int64_t
seconds_of(const struct doc *doc)
{
	int64_t ms = 0;

	for (size_t i = 0; i < doc->n; i++)
		ms += reading_ms(&doc->blocks[i]);
	return (ms + 999) / 1000;
}

/* An article that cannot be read is none; a post without one has its excerpt. */
static void
read_article(struct arena *a, struct doc *doc, const struct index_post *post)
{
	if (post->xhtml.n && doc_read(a, post->xhtml, doc, NULL) == 0)
		return;
	*doc = (struct doc){ 0 };
	doc_read_text(a, post->summary, doc);
}

/* What the article was read into, of which nothing is left in the text; much of it goes back to the system. */
static void
give_back(struct arena *a)
{
	bool is_large = a->total >= TEXT_LARGE;

	arena_reset(a);
	if (is_large)
		mem_trim();
}

void
index_text_make(struct index_text *text, const struct index_post *post)
{
	struct doc doc = { 0 };

	text->title = post->title;
	text->author = post->author;
	buf_clear(&text->section);
	buf_clear(&text->body);
	buf_clear(&text->initials);
	hangul_initials(&text->initials, post->title);
	read_article(&text->a, &doc, post);
	outline_find(&text->a, &doc, post->title);
	prose_sections(&text->section, &doc);
	prose_add(&text->body, &doc, NULL);
	text->has = has_of(&doc) | language_of(text, &doc);
	text->seconds = seconds_of(&doc);
	text->sections = (int64_t)doc.n_sections;
	give_back(&text->a);
}

void
index_text_free(struct index_text *text)
{
	buf_free(&text->section);
	buf_free(&text->body);
	buf_free(&text->initials);
	arena_free(&text->a);
	*text = (struct index_text){ 0 };
}

size_t
index_text_bytes(const struct index_text *text)
{
	return text->title.n + text->author.n + text->section.n + text->body.n + text->initials.n;
}
