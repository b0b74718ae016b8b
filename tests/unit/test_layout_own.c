#include "unit.h"

#include "html/doc_read.h"
#include "html/layout.h"
#include "html/outline.h"
#include "html/prose.h"

static const char page[] =
	"<article><h2>1. 첫째</h2><p>줄이 여러 번 바뀔 만큼 긴 문단입니다. <a href=\"https://a.example/%EA%B0%80\">https://a.example/%EA%B0%80</a> "
	"와 E=mc<sup>2</sup>, <s>지운 글</s>, 붙은\u00a0빈칸, 1\ufe0f\u20e3 번.<br/>이어진 줄입니다.</p>"
	"<ul><li>항목 하나</li><li><b>항목</b> 둘</li></ul><blockquote><p>인용한 글은 이렇습니다.</p></blockquote>"
	"<pre data-lang=\"c\">int main(void)\n{\n\treturn 0; /* 끝 */\n}</pre>"
	"<table><tr><th>이름</th><th>하는 일</th><th>언제</th></tr><tr><td>가람</td><td rowspan=\"2\">길게 적은 설명은 한 줄에 다 들어가지 않아서 "
	"여러 줄로 나뉩니다</td><td>새벽</td></tr><tr><td>누리</td><td>저녁<br/>밤</td></tr></table>"
	"<table><tr><td>빠르기</td><td>3초</td></tr><tr><td>크기</td><td>12 MB</td></tr></table>"
	"<figure><img src=\"https://a.example/b.png\" alt=\"그림의 설명\"/></figure></article>";

/* Which bytes of the text of the whole article some run shows. */
static void
look_at_runs(const struct doc *doc, const struct layout *layout, struct str prose, const size_t *starts, bool *shown)
{
	for (size_t i = 0; i < layout->n; i++)
		for (uint32_t k = 0; k < layout->lines[i].n; k++) {
			const struct layout_run *run = &layout->lines[i].runs[k];
			size_t at;

			if (!run->n)
				continue;
			assert_true(layout->lines[i].block < doc->n);
			at = starts[layout->lines[i].block] + run->at;
			assert_true(at + run->n <= prose.n);
			memset(shown + at, true, run->n);
			if (run->n == run->text.n && !str_has(run->text, "²"))
				assert_memory_equal(run->text.p, prose.p + at, run->n);
		}
}

static void
every_letter_of_an_article_is_told_from_where_it_is(void **state)
{
	struct arena a = { 0 };
	struct buf prose = { 0 };
	struct doc doc;
	struct err err;
	size_t *starts;

	(void)state;
	assert_int_equal(doc_read(&a, str_of(page), &doc, &err), 0);
	outline_find(&a, &doc, STR_NONE);
	starts = arena_new(&a, size_t, doc.n);
	prose_add(&prose, &doc, starts);
	for (int cols = 12; cols <= 120; cols += 4) {
		const struct layout_opts opts = { .cols = cols, .has_refs = true };
		bool *shown = arena_new(&a, bool, prose.n);
		struct layout layout;

		layout_doc(&a, &doc, &opts, &layout);
		look_at_runs(&doc, &layout, buf_str(&prose), starts, shown);
		for (size_t i = 0; i < prose.n; i++)
			if (!shown[i] && !str_is_space(prose.p[i]))
				fail_msg("%d columns: byte %zu of ‘%.*s’ is nowhere", cols, i, STR(buf_str(&prose)));
	}
	buf_free(&prose);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_letter_of_an_article_is_told_from_where_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
