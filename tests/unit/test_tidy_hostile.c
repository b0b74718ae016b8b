#include "unit.h"

#include <expat.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "html/doc_element.h"
#include "html/doc_read.h"
#include "html/dom.h"
#include "html/scan.h"
#include "html/tidy.h"
#include "text/clean.h"
#include "text/utf8.h"

/* What an answer of tidy_html() must never be. */
struct check {
	const char *wrong;
};

static void XMLCALL
on_start(void *data, const char *name, const char **attrs)
{
	struct check *check = data;

	if (!doc_element_find(name))
		check->wrong = "an element outside of the subset";
	for (; *attrs; attrs += 2) {
		if (!doc_element_attr(attrs[0]))
			check->wrong = "an attribute outside of the subset";
		if (!clean_is(str_of(attrs[1])))
			check->wrong = "an attribute that is not clean";
	}
}

static const char *
wrong_with(struct str xhtml)
{
	XML_Parser parser = XML_ParserCreate("UTF-8");
	struct check check = { 0 };
	struct arena a = { 0 };
	struct doc doc;
	struct err err = { 0 };

	XML_SetUserData(parser, &check);
	XML_SetStartElementHandler(parser, on_start);
	if (!utf8_is_valid(xhtml))
		check.wrong = "ill-formed UTF-8";
	else if (XML_Parse(parser, xhtml.p, (int)xhtml.n, XML_TRUE) != XML_STATUS_OK)
		check.wrong = XML_ErrorString(XML_GetErrorCode(parser));
	else if (!check.wrong && !clean_is(xhtml))
		check.wrong = "characters that are not clean";
	else if (!check.wrong && doc_read(&a, xhtml, &doc, &err))
		check.wrong = "refused by doc_read";
	XML_ParserFree(parser);
	arena_free(&a);
	return check.wrong;
}

/* Tidies html, checks the answer and returns its number of letters. */
static size_t
assert_clean(struct str html, bool is_text)
{
	struct arena a = { 0 };
	struct tidy_input in = {
		.html = html, .url = str_lit("https://blog.example/p"), .is_text = is_text, .now = 1738800000};
	struct tidy_result result;
	const char *wrong;
	size_t letters;

	tidy_html(&a, &in, &result);
	wrong = wrong_with(result.xhtml);
	if (wrong)
		fail_msg("%s\nhtml  %.*s\nxhtml %.*s", wrong, STR(str_sub(html, 0, 3000)),
			STR(str_sub(result.xhtml, 0, 3000)));
	letters = result.letters;
	arena_free(&a);
	return letters;
}

/* before, then middle count times, then after. */
static struct str
repeated(struct buf *out, const char *before, const char *middle, size_t count, const char *after)
{
	buf_clear(out);
	(void)buf_puts(out, before);
	for (size_t i = 0; i < count; i++)
		(void)buf_puts(out, middle);
	(void)buf_puts(out, after);
	return buf_str(out);
}

static void
nasty_markup_gives_well_formed_articles(void **state)
{
	static const char *const nasty[] = {
		"<",
		"<<<",
		"<p",
		"<p a=",
		"</",
		"<!--",
		"<!-->x",
		"<![CDATA[a]]>b",
		"<?php echo '<p>'; ?>",
		"&#0;&#x1b;[31m&#xd800;&#xffff;",
		"a\x1b[31mb\x07\x7f",
		"<p title=\"\x1b\">a</p>",
		"<plaintext><b>x",
		"<xmp><b></xmp>",
		"<textarea><p>x",
		"<title><p>x",
		"<svg><style><p>x</style><script>y</script></svg>z",
		"<math><mi>x<p>y",
		"<select><option>a<p>b</select>c",
		"<frameset><frame>",
		"<table>a<tr>b<td>c<table>d<td>e<caption>f",
		"<table><caption><table><tr><td>a",
		"<td>a<td>b",
		"<tr><li>a<dd>b<dt>c",
		"<a href='http://a/\"><b>'><a href=http://b/>x</a>",
		"<a href='http://a/\x01'>x</a>",
		"<a href='http://x y/'>x</a>",
		"<img src='http://a/\"onerror=\"'>",
		"<img alt='<b>&amp;'>",
		"<pre>\n\n\ta\x1b]0;x\x07</pre>",
		"<ol start=99999999999><li>a",
		"<ol start=-5><li>a",
		"<td colspan=-1 rowspan=x>",
		"<table><tr><td colspan=100000>a<td rowspan=0>b</table>",
		"<ul><dl><ol><dt>a<li>b<dd>c<table><tr><td>d<li>e",
		"<details>a<summary>b<details><summary>c",
		"<summary>x",
		"<figcaption>x",
		"<caption>x",
		"<blockquote><li><blockquote><dt>x",
		"<dl>a<dt>b<p>c</dl>",
		"<dl><div><dt>a<dd>b</div></dl>",
		"<p>**a `b** c` **d",
		"<p>`````",
		"<p>** ** **",
		"<p># </p><p>####### x</p><p>- </p><p>• </p>",
		"<b><p>**a</b>b**</p>",
		"<template><p>x</template>",
		"<noscript><p>x</noscript>",
		"<form><div></form>x",
		"<b><i><u></b>x</i>y</u>z",
		"\xe2\x80\xae\xed\x95\x9c\xe2\x81\xa6<p>a\xe2\x80\x8b",
		"<p>e\xcc\x81\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab",
		"<h1><h2>a<h3>b",
		"<li><h1>a</h1><ul><li>b",
		"<table><tr><td><pre>a</pre><td><h2>b",
		"<center><font><nobr><table><td>x<nobr>y",
		"<script>x</scrip></script>y",
		"<script><!--<script></script>z</script>--></script>w",
		"<iframe><p>a</iframe>b",
		"<br></p></br>a",
		"<button><p>a</button>",
		"<object><param><p>a</object>",
		"<p style='font-size:99999px;font-size:x;:;'>a",
		"<font size=99>a<font size=->b",
	};

	(void)state;
	for (size_t i = 0; i < sizeof nasty / sizeof *nasty; i++) {
		(void)assert_clean(str_of(nasty[i]), false);
		(void)assert_clean(str_of(nasty[i]), true);
	}
}

static void
nul_bytes_are_taken_out(void **state)
{
	(void)state;
	assert_int_equal(assert_clean(str_lit("<p title='a\0b'>a\0b</p\0>c"), false), 3);
}

/* A generator of our own, so that every run has the same inputs. */
static uint32_t
next_random(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

static void
mutate(struct buf *html, uint32_t *seed)
{
	static const char *const bits[] = {
		"<",
		">",
		"</",
		"\"",
		"'",
		"&",
		"=",
		"<table>",
		"<td>",
		"</div>",
		"<li>",
		"<b>",
		"</p>",
		"<ul>",
		"**",
		"<pre>",
		"<svg>",
		"\n",
		"<a href=x>",
		"<dl>",
		"<dd>",
		"</table>",
		"<h2>",
		"<select>",
		"`",
		"<figure>",
		"<summary>",
		"<caption>",
		"<br>",
		"<p>",
	};
	struct buf made = { 0 };
	struct str s = buf_str(html);
	size_t at = next_random(seed) % s.n, to = at + next_random(seed) % 40;
	const char *bit = bits[next_random(seed) % (sizeof bits / sizeof *bits)];

	(void)buf_add(&made, str_sub(s, 0, at));
	(void)buf_puts(&made, bit);
	(void)buf_add(&made, str_sub(s, next_random(seed) % 2 ? at : to, s.n));
	buf_clear(html);
	(void)utf8_repair(html, buf_str(&made));
	buf_free(&made);
}

static void
mutated_posts_give_well_formed_articles(void **state)
{
	static const char *const files[] = { "tests/fixtures/html/tistory.html", "tests/fixtures/html/naver.html" };
	uint32_t seed = 20250205;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct buf original = { 0 }, html = { 0 };
		struct err err = { 0 };

		assert_int_equal(file_read(files[i], 1 << 20, &original, &err), 0);
		for (size_t round = 0; round < 400; round++) {
			if (round % 20 == 0) {
				buf_clear(&html);
				(void)buf_add(&html, buf_str(&original));
			}
			mutate(&html, &seed);
			(void)assert_clean(buf_str(&html), round % 5 == 0);
		}
		buf_free(&original);
		buf_free(&html);
	}
}

static void
deep_nesting_is_flattened_and_keeps_the_text(void **state)
{
	struct buf html = { 0 };

	(void)state;
	assert_int_equal(assert_clean(repeated(&html, "", "<div>", 100000, "가나다"), false), 3);
	assert_int_equal(assert_clean(repeated(&html, "", "<blockquote>", 80000, "가나다"), false), 3);
	assert_int_equal(assert_clean(repeated(&html, "", "<ul><li>", 100000, "가나다"), false), 3);
	assert_int_equal(assert_clean(repeated(&html, "", "<font><span>", 80000, "가나다"), false), 3);
	assert_int_equal(assert_clean(repeated(&html, "", "<table><tr><td>", 10000, "가나다"), false), 3);
	assert_int_equal(assert_clean(repeated(&html, "<p>가</p>", "<div><svg><g>", 70000, "나다"), false), 3);
	buf_free(&html);
}

static void
no_element_is_deeper_than_the_limit(void **state)
{
	struct buf html = { 0 };
	struct arena a = { 0 };
	struct dom_node *root = dom_parse(&a, repeated(&html, "", "<div><b><table><tr><td>", 5000, "x"), NULL);
	size_t deepest = 0;

	(void)state;
	for (struct dom_node *node = root; node; node = dom_next(node, root)) {
		size_t depth = 0;

		for (struct dom_node *up = node; up; up = up->parent)
			depth++;
		deepest = depth > deepest ? depth : deepest;
	}
	assert_in_range(deepest, 100, 2 * LIMIT_HTML_DEPTH);
	arena_free(&a);
	buf_free(&html);
}

static void
elements_with_too_many_attributes_lose_them(void **state)
{
	struct buf html = { 0 };
	struct arena a = { 0 };
	struct dom_node *p;

	(void)state;
	(void)buf_puts(&html, "<p");
	for (int i = 0; i < 200000; i++)
		(void)buf_printf(&html, " a%d=1", i);
	(void)buf_puts(&html, ">x</p><p class=y>z</p>");
	p = dom_find(dom_parse(&a, buf_str(&html), NULL), DOM_P);
	assert_non_null(p);
	assert_int_equal(p->n_attrs, 0);
	assert_str(p->first->text, "x");
	assert_str(dom_attr(p->next, "class"), "y");
	arena_free(&a);
	buf_free(&html);
}

static void
too_many_tags_are_cut_with_a_mark(void **state)
{
	struct buf html = { 0 };
	struct arena a = { 0 };
	struct tidy_input in = { .html = repeated(&html, "<p>start</p>", "<i>x</i>", LIMIT_HTML_TAGS, "<p>end</p>") };
	struct tidy_result result;

	(void)state;
	tidy_html(&a, &in, &result);
	assert_true(result.is_cut);
	assert_true(str_has(result.xhtml, "<p>start</p>"));
	assert_true(str_has(result.xhtml, "[…]"));
	assert_false(str_has(result.xhtml, "end"));
	in.html = repeated(&html, "", "가", LIMIT_ITEM_HTML, "끝");
	tidy_html(&a, &in, &result);
	assert_true(result.is_cut);
	assert_null(wrong_with(result.xhtml));
	arena_free(&a);
	buf_free(&html);
}

/* The HTML5 rules open unclosed formatting again in each later paragraph. */
static void
unclosed_formatting_is_not_copied_without_end(void **state)
{
	struct buf html = { 0 }, big = { 0 };
	struct arena a = { 0 };

	(void)state;
	(void)buf_puts(&big, "<p><b title='");
	(void)buf_fill(&big, 'x', 200000);
	(void)buf_puts(&big, "'></p>");
	(void)dom_parse(&a, repeated(&html, buf_cstr(&big), "<p>x</p>", 25000, ""), NULL);
	assert_in_range(a.total, 1, 64 << 20);
	arena_free(&a);
	(void)buf_puts(&big, "<table><tr><td>");
	(void)dom_parse(&a, repeated(&html, buf_cstr(&big), "<p>x</p>", 25000, "</table><p>y<p>z"), NULL);
	assert_in_range(a.total, 1, 64 << 20);
	arena_free(&a);
	buf_free(&html);
	buf_free(&big);
}

/* Each rule looks ahead or around: none may do so again and again over the same text. */
static void
many_of_one_thing_take_no_longer_than_many_of_others(void **state)
{
	static const struct {
		const char *before, *middle;
		size_t n;
	} cases[] = {
		{ "", "<p>```js</p>", 20000 }, { "", "$a^", 300000 }, { "", "\\( ", 300000 }, { "**x** ", "[a](http ", 100000 },
		{ "**x** ", " *a", 300000 }, { "**x** ", " ~~a", 200000 }, { "", "`a``b```c ", 90000 }, { "", "<p>|a|b|</p><p>|-|-|</p>", 15000 },
		{ "<p>## x</p>", "<p>&gt; a</p>", 25000 }, { "", "<div class=bookmark>", 30000 }, { "", "<a href=x><div><h2>t</h2><p>u</p>", 12000 },
		{ "", "<table><tr><td>1<td>", 15000 }, { "", "<p><code>a<br></code>", 15000 }, { "", "<code>", 50000 },
		{ "", "<div style='font-family:monospace'>", 20000 }, { "<picture>", "<source srcset=a><img>", 20000 },
		{ "<p>x", "<noscript>&lt;img", 30000 }, { "", "<div class=toc>", 50000 }, { "<span class=katex>", "<span class=katex-html>x</span>", 20000 },
		{ "", "<span class=MathJax>x", 30000 }, { "", "<math><mfrac><mrow>", 15000 }, { "<math><msup>", "<mi>x</mi>", 25000 },
		{ "", "<ul><li><img src=a>", 15000 }, { "", "<q>", 50000 }, { "", "<p hidden>x", 20000 }, { "", "<div hidden>", 50000 }, { "", "<a><b>", 25000 }, { "", "<p><font>", 25000 }, { "<table>", "<b>x", 50000 },
		{ "", "<select><option>a", 25000 }, { "", "<template>", 50000 }, { "", "<svg><foreignObject>", 25000 }, { "", "<p>관련글</p><table>", 15000 },
		{ "", "a<br>", 55000 }, { "<pre>", "<span class=line>a</span>", 25000 }, { "", "&NotEqualTilde;", 60000 },
	};
	struct buf html = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		(void)assert_clean(repeated(&html, cases[i].before, cases[i].middle, cases[i].n, "끝"), false);
	buf_free(&html);
}

static void
ordinary_html_passes_the_guard_unchanged(void **state)
{
	static const char *const html[] = {
		"<!DOCTYPE html><p class='a' b>x<br/>y<b>z</p><ul><li>1<li>2</ul>a < b & c</b>",
		"<script>a < \"</p>\"</script><svg><path d=\"M0\"></path></svg><td>",
	};
	struct buf out = { 0 };
	struct standin standins;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		buf_clear(&out);
		assert_false(scan_html(&out, str_of(html[i]), &standins));
		standin_free(&standins);
		assert_str(buf_str(&out), html[i]);
	}
	buf_clear(&out);
	(void)scan_html(&out, str_lit("a<!-- <b> -->b<!-->c<?x?>d"), &standins);
	assert_str(buf_str(&out), "abcd");
	standin_free(&standins);
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nasty_markup_gives_well_formed_articles),
		cmocka_unit_test(nul_bytes_are_taken_out),
		cmocka_unit_test(mutated_posts_give_well_formed_articles),
		cmocka_unit_test(deep_nesting_is_flattened_and_keeps_the_text),
		cmocka_unit_test(no_element_is_deeper_than_the_limit),
		cmocka_unit_test(elements_with_too_many_attributes_lose_them),
		cmocka_unit_test(too_many_tags_are_cut_with_a_mark),
		cmocka_unit_test(unclosed_formatting_is_not_copied_without_end),
		cmocka_unit_test(many_of_one_thing_take_no_longer_than_many_of_others),
		cmocka_unit_test(ordinary_html_passes_the_guard_unchanged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
