#include "store/index_text.h"

#include "base/mem.h"
#include "html/doc_read.h"
#include "html/outline.h"
#include "html/prose.h"
#include "html/reading.h"
#include "store/has.h"
#include "text/hangul.h"

enum {
	TEXT_LARGE = 1 << 20,
	TEXT_BLOCKS = 64, /* few articles have more */
};

/* An article while it is read. */
struct reading {
	struct index_text *text;
	struct outline_lines lines;
	struct prose prose;
	struct measure all;
	int64_t ms;
};

static void
forget(void *user)
{
	struct reading *r = user;

	buf_clear(&r->text->body);
	vec_free(&r->lines.v);
	vec_free(&r->prose.starts);
	*r = (struct reading){ .text = r->text };
	vec_reserve(&r->lines.v, TEXT_BLOCKS);
	vec_reserve(&r->prose.starts, TEXT_BLOCKS);
	r->text->has = 0;
}

static void
take(void *user, const struct doc *some)
{
	struct reading *r = user;

	outline_add(&r->text->a, &r->lines, some);
	prose_add_some(&r->prose, &r->text->body, some);
	r->text->has |= has_of(some);
	for (size_t i = 0; i < some->n; i++) {
		measure_add(&r->all, &some->blocks[i].measure);
		r->ms += reading_ms(&some->blocks[i]);
	}
}

/* An article that cannot be read is none; a post without one has its excerpt. */
static void
read_article(struct reading *r, const struct index_post *post)
{
	const struct doc_taker taker = { forget, take, r };
	struct doc doc = { 0 };

	if (post->xhtml.n && doc_read_on(&r->text->a, &r->text->room, post->xhtml, &taker, NULL) == 0)
		return;
	forget(r);
	doc_read_text(&r->text->a, post->summary, &doc);
	take(r, &doc);
}

/* When all is read. */
static void
settle(struct reading *r, struct str title)
{
	struct index_text *text = r->text;
	size_t n;
	struct doc_section *sections = outline_sections(&text->a, &r->lines, title, &n);
	struct measure of_title = measure_text(text->body.n ? STR_NONE : title);

	for (size_t i = 0; i < n; i++)
		prose_set_apart(&r->prose, &text->body, sections[i].block);
	prose_sections(&text->section, sections, n);
	measure_add(&r->all, &of_title);
	text->has |= has_language(&r->all) | (n ? HAS_OUTLINE : 0);
	text->seconds = (r->ms + 999) / 1000;
	text->sections = (int64_t)n;
	vec_free(&r->prose.starts);
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
	struct reading r = { .text = text };

	text->title = post->title;
	text->author = post->author;
	buf_clear(&text->section);
	buf_clear(&text->initials);
	hangul_initials(&text->initials, post->title);
	read_article(&r, post);
	settle(&r, post->title);
	give_back(&text->a);
}

void
index_text_free(struct index_text *text)
{
	buf_free(&text->section);
	buf_free(&text->body);
	buf_free(&text->initials);
	arena_free(&text->a);
	doc_room_free(text->room);
	*text = (struct index_text){ 0 };
}

size_t
index_text_bytes(const struct index_text *text)
{
	return text->title.n + text->author.n + text->section.n + text->body.n + text->initials.n;
}
