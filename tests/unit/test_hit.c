#include "unit.h"

#include "base/buf.h"
#include "html/doc_read.h"
#include "html/hit.h"
#include "html/outline.h"

static const char article[] =
    "<article><p>이 글은 사내 배포 도구를 바꾼 이야기입니다.</p>"
    "<h2>1. 왜 바꾸었나</h2><p>예전 도구는 느렸습니다. 배포 한 번에 사십 분이 걸렸고, 그동안 아무도 다른 일을 하지 못했습니다. "
    "게다가 실패하면 처음부터 다시 해야 했습니다.</p>"
    "<h2>2. 쿠버네티스로 옮기기</h2><p>작은 것부터 옮겼습니다.</p>"
    "<pre>kubectl apply -f\n    deploy.yaml</pre>"
    "<h2>3. 되돌리기</h2><p>되돌리기는 배포 도구가 알아서 합니다.</p>"
    "<table><tr><td>도구</td><td>헬름 차트</td></tr></table></article>";

/* "§N block: snippet" with [brackets] around what is found. */
static void
check_hit(const char *words, size_t letters, const char *want)
{
	struct arena a = { 0 };
	struct buf got = { 0 };
	struct find_match match = { 0 };
	struct str rest = str_of(words), word;
	struct find_term term;
	struct doc doc;
	struct hit hit;
	struct err err;
	size_t at = 0;

	assert_int_equal(doc_read(&a, str_of(article), &doc, &err), 0);
	outline_find(&a, &doc, STR_NONE);
	while ((word = str_word(&rest)).n)
		if (find_term_make(&a, word, FIND_TERM_WORD, &term))
			find_match_add(&a, &match, &term, 0);
	hit_find(&a, &doc, &match, letters, &hit);
	(void)buf_printf(&got, "§%d %d: ", hit.section + 1, (int)hit.block);
	for (size_t i = 0; i < hit.n_spans; i++) {
		(void)buf_add(&got, str_sub(hit.text, at, hit.spans[i].from));
		(void)buf_printf(&got, "[%.*s]", STR(str_sub(hit.text, hit.spans[i].from, hit.spans[i].to)));
		at = hit.spans[i].to;
	}
	(void)buf_add(&got, str_sub(hit.text, at, hit.text.n));
	assert_str(buf_str(&got), want);
	buf_free(&got);
	arena_free(&a);
}

static void
hit_is_the_first_place_with_all_words(void **state)
{
	(void)state;
	check_hit("배포", 100, "§0 0: 이 글은 사내 [배포] 도구를 바꾼 이야기입니다.");
	check_hit("배포 되돌리기", 100, "§3 7: [되돌리기]는 [배포] 도구가 알아서 합니다.");
	check_hit("도구 배포 사십", 100,
	    "§1 2: 예전 [도구]는 느렸습니다. [배포] 한 번에 [사십] 분이 걸렸고, 그동안 아무도 다른 일을 하지 못했습니다. 게다가 실패하면 처음부터 다시 해야 했습니다.");
}

static void
hit_in_a_heading_counts_less_than_in_the_text(void **state)
{
	(void)state;
	check_hit("쿠버네티스", 100, "§2 3: 2. [쿠버네티스]로 옮기기");
	check_hit("되돌리기", 100, "§3 7: [되돌리기]는 배포 도구가 알아서 합니다.");
}

static void
hit_is_found_in_code_and_tables(void **state)
{
	(void)state;
	check_hit("kubectl apply", 100, "§2 5: [kubectl] [apply] -f");
	check_hit("deploy", 100, "§2 5: [deploy].yaml");
	check_hit("헬름", 100, "§3 8: [헬름] 차트");
}

static void
snippet_is_cut_at_words(void **state)
{
	(void)state;
	check_hit("사십", 30, "§1 2: …배포 한 번에 [사십] 분이 걸렸고, 그동안 아무도 다른…");
	check_hit("처음부터", 20, "§1 2: …실패하면 [처음부터] 다시 해야…");
	check_hit("예전", 20, "§1 2: [예전] 도구는 느렸습니다. 배포 한…");
	check_hit("해야", 20, "§1 2: …처음부터 다시 [해야] 했습니다.");
	check_hit("사십", 1, "§1 2: …[사십]…");
}

static void
without_a_hit_the_beginning_is_shown(void **state)
{
	(void)state;
	check_hit("없는말", 12, "§0 -1: 이 글은 사내 배포…");
	check_hit("", 100, "§0 -1: 이 글은 사내 배포 도구를 바꾼 이야기입니다.");
}

static void
an_empty_article_has_an_empty_snippet(void **state)
{
	struct arena a = { 0 };
	struct find_match match = { 0 };
	struct hit hit;

	(void)state;
	hit_find(&a, &(struct doc){ 0 }, &match, 100, &hit);
	assert_str(hit.text, "");
	assert_int_equal(hit.section, -1);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hit_is_the_first_place_with_all_words),
		cmocka_unit_test(hit_in_a_heading_counts_less_than_in_the_text),
		cmocka_unit_test(hit_is_found_in_code_and_tables),
		cmocka_unit_test(snippet_is_cut_at_words),
		cmocka_unit_test(without_a_hit_the_beginning_is_shown),
		cmocka_unit_test(an_empty_article_has_an_empty_snippet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
