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
	prose_sections(&sections, &doc);
	assert_str(buf_str(&sections), "1. 처음\n2. 끝\n");
	for (size_t i = 0; i < doc.n; i++)
		if (doc.blocks[i].kind != DOC_TABLE)
			assert_true(str_starts(str_sub(buf_str(&prose), starts[i], prose.n), arena_cstr(&a, doc.blocks[i].text)));
	buf_free(&prose);
	buf_free(&sections);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(prose_is_what_is_shown) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
