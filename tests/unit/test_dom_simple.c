/*
 * What is read without the parser: the tree must be the parser's own. That is
 * asked for by a comment at the end, which is left out of the tree.
 */
#include "unit.h"

#include "base/buf.h"
#include "base/limits.h"
#include "html/dom.h"
#include "html/dom_simple.h"

/* A tree as a text that tells all of it. */
static struct str
told(struct arena *a, const struct dom_node *root)
{
	struct buf out = { 0 };
	struct str ret;

	for (const struct dom_node *node = root; node; node = dom_next(node, root)) {
		size_t depth = 0;

		for (const struct dom_node *up = node; up->parent; up = up->parent)
			depth++;
		(void)buf_printf(&out, "%zu %u %.*s [%.*s]", depth, node->number, STR(dom_tag_name(node->tag)), STR(node->text));
		for (size_t i = 0; i < node->n_attrs; i++)
			(void)buf_printf(&out, " %.*s=[%.*s]", STR(node->attrs[i].name), STR(node->attrs[i].value));
		(void)buf_putc(&out, '\n');
	}
	ret = arena_dup(a, buf_str(&out));
	buf_free(&out);
	return ret;
}

/* Whether it is read; then it is as the parser has it. */
static bool
is_read(struct str html)
{
	struct arena a = { 0 };
	bool is_cut;
	struct dom_node *simple = dom_simple(&a, html, &is_cut);
	struct str marked = arena_printf(&a, "%.*s<!---->", STR(html)), want, got;
	bool is_simple = simple != NULL;

	if (is_simple) {
		want = told(&a, dom_parse(&a, marked, NULL));
		got = told(&a, simple);
		if (!str_eq(want, got))
			print_message("html: %.*s\n", STR(html));
		assert_string_equal(got.p, want.p);
	}
	arena_free(&a);
	return is_simple;
}

static void
what_editors_write_is_read(void **state)
{
	static const char *const good[] = {
		"글", "  <p>글</p>\n", "<p data-ke-size=\"size16\">글 <b>굵게</b>&nbsp;<a href=\"/?a=1&amp;b=2\" target=\"_blank\">길</a></p>\n<p>둘</p>",
		"<h2>제목</h2>\n<ul style=\"list-style-type: disc;\">\n<li>하나</li><li>둘<ol><li>셋</li></ol></li></ul>끝",
		"<figure class=\"img\"><img src=\"/a.png\" alt=\"&quot;그림&quot;\"/><figcaption>설명</figcaption></figure><hr /><br>",
		"<blockquote><p>말</p><div><span><strong><em>말</em></strong></span></div></blockquote>",
		"<pre class=\"code\"><code>a &lt; b\n\n  c</code></pre>", "<dl><dt>말</dt><dd>뜻</dd></dl>",
		"<b><p>굵은 글</p></b>", "<b>a<b>b<b>c<b>d<b>e</b></b></b></b></b>f", "<a><div>길</div></a><a>또</a>", "<p>😀 글</p>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		if (!is_read(str_of(good[i])))
			fail_msg("not read: %s", good[i]);
}

/* Where there are more tags than the parser is given, the tree ends with the same of them. */
static void
many_tags_are_cut_where_the_parser_cuts_them(void **state)
{
	static const struct {
		const char *start, *tags;
		size_t n, times;
	} many[] = {
		{ "", "<b>글</b> ", 2, 29999 }, { "", "<b>글</b> ", 2, 30000 }, { "", "글<br>", 1, 70000 },
		{ "<div>", "<p>글 <b>둘</b> 셋</p>", 4, 20000 }, { "<div><hr>", "<p>글 <b>둘</b> 셋</p>", 4, 20000 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof many / sizeof *many; i++) {
		struct buf html = { 0 };
		struct arena a = { 0 };
		bool is_cut;

		(void)buf_puts(&html, many[i].start);
		for (size_t k = 0; k < many[i].times; k++)
			(void)buf_puts(&html, many[i].tags);
		assert_true(is_read(buf_str(&html)));
		(void)dom_parse(&a, buf_str(&html), &is_cut);
		assert_int_equal(is_cut, many[i].n * many[i].times >= LIMIT_HTML_TAGS);
		arena_free(&a);
		buf_free(&html);
	}
}

static void
what_is_unusual_is_left_to_the_parser(void **state)
{
	static const char *const bad[] = {
		"", "  ", "<p>글", "<p>글</b></p>", "<b><p>글</b></p>", "<p><div>글</div></p>", "<p><p>글</p></p>", "<li>글</li>", "<ul><li>a<li>b</ul>",
		"<h1>a<h2>b</h2></h1>", "<a><b><a>글</a></b></a>", "<table><tr><td>글</td></tr></table>", "<script>글</script>", "<!-- 글 -->", "<P>글</P>",
		"<p class=a>글</p>", "<p class='a'>글</p>", "<p a=\"1\" a=\"2\">글</p>", "<p hidden>글</p>", "<p/>글", "</p>", "<br></br>", "a < b", "&copy;", "a & b",
		"&amp", "<pre>\n글</pre>", "<p>\r\n글</p>", "<p>\001</p>", "<p>\302\205</p>", "<p>\357\277\276</p>", "<body>글</body>", "<html>글</html>", "<title>글</title>",
		"<image src=\"a\">", "<p", "<p a=\"1", "<", "</", "<p>글</p", "<ul><p>글</ul>", "<p>\U0010ffff</p>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (is_read(str_of(bad[i])))
			fail_msg("read: %s", bad[i]);
}

/* Whether a text of 20 bytes is read with this letter at one of its places. */
static bool
is_read_with(const char *letter, size_t at)
{
	const char *const text = "a\nbcdefghijklmnopqrs";
	struct buf html = { 0 };
	bool ret;

	(void)buf_printf(&html, "%.*s%s%s", (int)at, text, letter, text + at);
	ret = is_read(buf_str(&html));
	buf_free(&html);
	return ret;
}

/* Letters are looked at several at a time: those that the parser replaces are found wherever they stand, others are none of them. */
static void
odd_letters_are_found_at_every_place(void **state)
{
	static const char *const odd[] = { "\001", "\r", "\177", "\302\200", "\302\237", "\357\267\220", "\357\277\276", "\360\237\277\277",
		"\364\217\277\277" };
	static const char *const fine[] = { "\t", "\n", "~", "\302\240", "\302\277", "\303\202", "\356\200\200", "\360\237\230\200" };

	(void)state;
	for (size_t at = 0; at <= 20; at++) {
		for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
			assert_false(is_read_with(odd[i], at));
		for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
			assert_true(is_read_with(fine[i], at));
	}
}

static unsigned
random_below(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % n;
}

/* Tags and texts in an order that is mostly, but not always, right. */
static void
write_random(struct buf *out, unsigned *seed)
{
	static const char *const names[] = { "p", "div", "b", "a", "ul", "ol", "li", "h2", "h3", "span", "pre", "blockquote", "dl", "dt", "dd", "code",
		"font", "figure", "section", "em" };
	static const char *const texts[] = { "글", " ", "\n", "a &amp; b", "&nbsp;", "<br>", "&hellip;&#8217;", "😀", "<img src=\"a\">", "<hr/>", "\n\n  ", "긴 글이 이만큼 있습니다", "\t" };
	static const char *const odd[] = { "<td>", "</p>", "<br/ >", "&lt", "<a b>", "</", "\r", "<p\n>", "< p>", "<li>",
		"&copy;", "&copy", "&#x27;", "&#39", "\f", "<b a=\"&copy;\">", "<p a=\"1\"b=\"2\">", "\302\205", "<p a='1'>", "<br>/", "<B>", "<u>" };
	const char *open[16];
	size_t depth = 0;

	for (unsigned n = random_below(seed, 24) + 1; n; n--) {
		unsigned what = random_below(seed, 100);

		if (what < 40 && depth < 16) {
			const char *name = names[random_below(seed, sizeof names / sizeof *names)];

			if (depth && (!strcmp(open[depth - 1], "ul") || !strcmp(open[depth - 1], "ol")))
				name = "li";
			(void)buf_printf(out, what < 10 ? "<%s class=\"a b\" title=\"&quot;\">" : "<%s>", name);
			open[depth++] = name;
		} else if (what < 70 && depth) {
			(void)buf_printf(out, "</%s>", open[--depth]);
		} else if (what < 99) {
			(void)buf_puts(out, texts[random_below(seed, sizeof texts / sizeof *texts)]);
		} else {
			(void)buf_puts(out, odd[random_below(seed, sizeof odd / sizeof *odd)]);
		}
	}
	while (depth)
		(void)buf_printf(out, "</%s>", open[--depth]);
}

static void
any_tree_is_that_of_the_parser(void **state)
{
	enum { ROUNDS = 20000, READ_MIN = ROUNDS / 10 };
	struct buf html = { 0 };
	unsigned seed = 1, count = 0;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		buf_clear(&html);
		write_random(&html, &seed);
		count += is_read(buf_str(&html));
	}
	assert_true(count > READ_MIN);
	buf_free(&html);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_editors_write_is_read),
		cmocka_unit_test(many_tags_are_cut_where_the_parser_cuts_them),
		cmocka_unit_test(what_is_unusual_is_left_to_the_parser),
		cmocka_unit_test(odd_letters_are_found_at_every_place),
		cmocka_unit_test(any_tree_is_that_of_the_parser),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
