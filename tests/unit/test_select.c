#include "arena_fixture.h"

#include "page/select.h"

/* The ids of all nodes of html that text selects, with blanks between. */
static const char *
found(const char *text, const char *html)
{
	static char ids[256];
	struct select select;
	struct select_nodes nodes;

	assert_int_equal(select_parse(&arena, str_of(text), &select, NULL), 0);
	nodes = select_all(&arena, dom_parse(&arena, str_of(html), NULL), &select);
	ids[0] = '\0';
	for (size_t i = 0; i < nodes.n; i++)
		snprintf(ids + strlen(ids), sizeof ids - strlen(ids), "%s%.*s", i ? " " : "", STR(dom_attr(nodes.v[i], "id")));
	return ids;
}

static const char page[] =
	"<body id=top class='tt-page dark'><div id=a class='post  body\tlead'><p id=b data-kind='x-ray'>가</p></div>"
	"<section id=c><div id=d class=post-body lang=ko-KR><p id=e class=lead title='one two'>나</p>"
	"<x-note id=f href='https://a.example/b.png'>다</x-note></div></section>";

static void
simple_selectors_find_what_they_name(void **state)
{
	(void)state;
	assert_string_equal(found("p", page), "b e");
	assert_string_equal(found("P", page), "b e");
	assert_string_equal(found("x-note", page), "f");
	assert_string_equal(found("#d", page), "d");
	assert_string_equal(found(".lead", page), "a e");
	assert_string_equal(found(".body", page), "a");
	assert_string_equal(found(".post", page), "a");
	assert_string_equal(found("div.post.body", page), "a");
	assert_string_equal(found("p.post", page), "");
	assert_string_equal(found(".Lead", page), "");
}

static void
attributes_are_compared_in_each_way(void **state)
{
	(void)state;
	assert_string_equal(found("[data-kind]", page), "b");
	assert_string_equal(found("p[DATA-kind=x-ray]", page), "b");
	assert_string_equal(found("[ data-kind = 'x-ray' ]", page), "b");
	assert_string_equal(found("[data-kind=x]", page), "");
	assert_string_equal(found("[href^='https:']", page), "f");
	assert_string_equal(found("[href$=\".png\"]", page), "f");
	assert_string_equal(found("[href*=a.example]", page), "f");
	assert_string_equal(found("[title~=two]", page), "e");
	assert_string_equal(found("[title~=tw]", page), "");
	assert_string_equal(found("[lang|=ko]", page), "d");
	assert_string_equal(found("[href^='']", page), "");
}

static void
nodes_are_found_below_others(void **state)
{
	(void)state;
	assert_string_equal(found("div p", page), "b e");
	assert_string_equal(found("section p", page), "e");
	assert_string_equal(found("section > p", page), "");
	assert_string_equal(found("section>div>p", page), "e");
	assert_string_equal(found("body.dark > section .lead", page), "e");
	assert_string_equal(found("#a > *", page), "b");
	assert_string_equal(found("#d > :not(p)", page), "f");
	assert_string_equal(found("div:not(.post, [lang])", page), "");
	assert_string_equal(found("div:not([lang])", page), "a");
}

static void
a_free_step_is_tried_further_up(void **state)
{
	(void)state;
	assert_string_equal(found(".a > .b p", "<div class=a><div class=b><div class=b><p id=x>"), "x");
	assert_string_equal(found(".a > .b > .c p", "<div class=a><div class=b><div class=c><div class=b><div class=c><p id=x>"), "x");
	assert_string_equal(found(".z > .b p", "<div class=a><div class=b><div class=b><p id=x>"), "");
	assert_string_equal(found(".q .a > .b p", "<div class=q><div class=a><div class=b><div class=a><div class=c><div class=b><p id=x>"), "x");
}

static void
lists_give_each_node_once_and_none_inside_another(void **state)
{
	(void)state;
	assert_string_equal(found("p, .lead , section", page), "a c");
	assert_string_equal(found(".lead,p", "<p id=x class=lead>가<p id=y>나"), "x y");
}

static void
all_paths_that_fit_are_marked(void **state)
{
	struct dom_node *root = dom_parse(&arena, str_lit("<p id=x class='a b'>"), NULL);
	struct select select;
	bool fits[6] = { false };
	(void)state;

	assert_int_equal(select_parse(&arena, str_lit(".c, .b, p, div, #x, [id=y]"), &select, NULL), 0);
	select_mark(dom_find(root, DOM_P), &select, fits);
	assert_memory_equal(fits, ((bool[]){ false, true, true, false, true, false }), sizeof fits);
}

static void
names_may_hold_hangul_and_backslashes(void **state)
{
	(void)state;
	assert_string_equal(found(".본문", "<div id=x class=본문>가</div>"), "x");
	assert_string_equal(found(".md\\:w-1\\/2", "<div id=x class='md:w-1/2'>가</div>"), "x");
}

static void
assert_fault(const char *text, size_t at, const char *what)
{
	struct selector_fault fault = { 0 };
	struct select select;

	assert_int_equal(select_parse(&arena, str_of(text), &select, &fault), -1);
	assert_string_equal(fault.what, what);
	assert_int_equal(fault.at, at);
}

static void
faults_are_told_with_their_place(void **state)
{
	(void)state;
	assert_fault("", 0, "a tag, .class, #id or [attribute] is missing here");
	assert_fault("div,", 4, "a tag, .class, #id or [attribute] is missing here");
	assert_fault("div > > p", 6, "a tag, .class, #id or [attribute] is missing here");
	assert_fault("div >", 5, "a tag, .class, #id or [attribute] is missing here");
	assert_fault("a + b", 2, "a tag, .class, #id or [attribute] is missing here");
	assert_fault("p.", 2, "a name is missing here");
	assert_fault("[a", 2, "‘=’ or ‘]’ is missing here");
	assert_fault("[a=]", 3, "a value is missing here");
	assert_fault("[a=b c]", 5, "‘]’ is missing here");
	assert_fault("[a='b]", 3, "this quote is not closed");
	assert_fault("p:first-child", 1, "of what begins with ‘:’ only :not() is known");
	assert_fault("p:not(.a", 8, "‘)’ is missing here");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(simple_selectors_find_what_they_name, empty_arena),
		cmocka_unit_test_teardown(attributes_are_compared_in_each_way, empty_arena),
		cmocka_unit_test_teardown(nodes_are_found_below_others, empty_arena),
		cmocka_unit_test_teardown(a_free_step_is_tried_further_up, empty_arena),
		cmocka_unit_test_teardown(lists_give_each_node_once_and_none_inside_another, empty_arena),
		cmocka_unit_test_teardown(all_paths_that_fit_are_marked, empty_arena),
		cmocka_unit_test_teardown(names_may_hold_hangul_and_backslashes, empty_arena),
		cmocka_unit_test_teardown(faults_are_told_with_their_place, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
