#include "unit.h"

#include "html/doc_read.h"
#include "html/outline.h"
#include "html/prose.h"

static void
prose_is_what_is_shown(void **state)
{
	static const char text[] = "<article><h2>1. 처음</h2><p>한 줄은<br/>다음 줄과 한 문단 <a href=\"https://a.example/\">고리</a></p>"
		"<ul><li>하나</li><li>둘</li></ul><pre>a\nb</pre><table><tr><th>머리</th><td>칸</td></tr></table>"
		"<figure><img src=\"https://a.example/i.png\" alt=\"그림 설명\"/></figure><h2>2. 끝</h2><p>글</p></article>";
	struct buf prose = { 0 }, sections = { 0 };
	struct arena a = { 0 };
	struct doc doc;
	size_t starts[16];

	(void)state;
	assert_int_equal(doc_read(&a, str_of(text), &doc, NULL), 0);
	outline_find(&a, &doc, STR_NONE);
	assert_true(doc.n < 16);
	prose_add(&prose, &doc, starts);
	assert_str(buf_str(&prose), "1. 처음\n한 줄은 다음 줄과 한 문단 고리\n하나\n둘\na\nb\n머리\n칸\n그림 설명\n2. 끝\n글\n");
	prose_sections(&sections, doc.sections, doc.n_sections);
	assert_str(buf_str(&sections), "1. 처음\n2. 끝\n");
	for (size_t i = 0; i < doc.n; i++)
		if (doc.blocks[i].kind != DOC_TABLE)
			assert_true(str_starts(str_sub(buf_str(&prose), starts[i], prose.n), arena_cstr(&a, doc.blocks[i].text)));
	buf_free(&prose);
	buf_free(&sections);
	arena_free(&a);
}

/* An article in parts: what was taken of it. */
struct parts {
	struct arena *a;
	struct buf prose;
	struct prose state;
	struct outline_lines lines;
	size_t begun, taken, blocks;
	struct doc_room *room;
};

static void
begin(void *user)
{
	struct parts *parts = user;

	buf_clear(&parts->prose);
	vec_free(&parts->state.starts);
	vec_free(&parts->lines.v);
	parts->lines = (struct outline_lines){ 0 };
	parts->begun++;
	parts->taken = parts->blocks = 0;
}

static void
take(void *user, const struct doc *some)
{
	struct parts *parts = user;

	outline_add(parts->a, &parts->lines, some);
	prose_add_some(&parts->state, &parts->prose, some);
	parts->taken++;
	parts->blocks += some->n;
}

/* Reads it in parts, and checks that all is as it is where it is read as a whole. */
static void
check_parts(struct parts *parts, struct str text)
{
	const struct doc_taker taker = { begin, take, parts };
	struct doc_section *sections;
	struct buf prose = { 0 };
	struct doc doc;
	size_t n;

	assert_int_equal(doc_read(parts->a, text, &doc, NULL), 0);
	outline_find(parts->a, &doc, STR_NONE);
	prose_add(&prose, &doc, NULL);
	assert_int_equal(doc_read_on(parts->a, &parts->room, text, &taker, NULL), 0);
	assert_int_equal(parts->blocks, doc.n);
	sections = outline_sections(parts->a, &parts->lines, STR_NONE, &n);
	assert_int_equal(n, doc.n_sections);
	for (size_t i = 0; i < n; i++) {
		assert_str(sections[i].title, arena_cstr(parts->a, doc.sections[i].title));
		assert_int_equal(sections[i].block, doc.sections[i].block);
		assert_int_equal(sections[i].end, doc.sections[i].end);
		prose_set_apart(&parts->state, &parts->prose, sections[i].block);
	}
	assert_str(buf_str(&parts->prose), arena_cstr(parts->a, buf_str(&prose)));
	buf_free(&prose);
}

static void
free_parts(struct parts *parts)
{
	buf_free(&parts->prose);
	vec_free(&parts->state.starts);
	doc_room_free(parts->room);
	arena_free(parts->a);
}

/* Headings that are lines of a paragraph, which are told when all is read. */
static void
an_article_in_parts_is_the_same(void **state)
{
	struct arena a = { 0 };
	struct parts parts = { .a = &a };
	struct buf text = { 0 };

	(void)state;
	(void)buf_puts(&text, "<article><p>처음에 하는 말이 있고 여기서 끝납니다.");
	for (int i = 1; i <= 200; i++)
		buf_printf(&text, "<br/><b>%d. 제목 %d</b><br/>이 글은 여러 줄로 된 문단에서 한 줄을 차지하고<br/>다음 줄로 이어집니다.", i, i);
	(void)buf_puts(&text, "</p></article>");
	check_parts(&parts, buf_str(&text));
	assert_int_equal(parts.blocks, 601);
	assert_true(parts.taken > 2);
	assert_int_equal(parts.begun, 1);
	buf_free(&text);
	free_parts(&parts);
}

/* A numeric reference is not written by tidy: the article is read again, by expat. */
static void
an_article_in_parts_begins_anew(void **state)
{
	struct arena a = { 0 };
	struct parts parts = { .a = &a };
	struct buf text = { 0 };

	(void)state;
	(void)buf_puts(&text, "<article>");
	for (int i = 0; i < 200; i++)
		buf_printf(&text, "<p>문단 %d</p>", i);
	(void)buf_puts(&text, "<p>&#65;</p></article>");
	check_parts(&parts, buf_str(&text));
	assert_int_equal(parts.blocks, 201);
	assert_int_equal(parts.begun, 2);
	buf_free(&text);
	free_parts(&parts);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prose_is_what_is_shown),
		cmocka_unit_test(an_article_in_parts_is_the_same),
		cmocka_unit_test(an_article_in_parts_begins_anew),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
