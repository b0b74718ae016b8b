/*
 * The quick way through an article tells what expat tells, or gives up: whole
 * articles, and such as are damaged by numbers that are the same in every run.
 */
#include "unit.h"

#include <expat.h>

#include "base/buf.h"
#include "html/doc_scan.h"

enum { DAMAGED = 20000 };

/* Tags and texts one behind the other: pieces of text that touch are one. */
struct told {
	struct buf out;
	bool is_text;
};

static void
on_start(void *user, const char *name, const char **attrs)
{
	struct told *t = user;

	(void)buf_printf(&t->out, "%s(%s", t->is_text ? "'" : "", name);
	for (; *attrs; attrs += 2)
		(void)buf_printf(&t->out, " %s='%s'", attrs[0], attrs[1]);
	(void)buf_puts(&t->out, "\n");
	t->is_text = false;
}

static void
on_end(void *user, const char *name)
{
	struct told *t = user;

	(void)buf_printf(&t->out, "%s)%s\n", t->is_text ? "'" : "", name);
	t->is_text = false;
}

static void
on_text(void *user, const char *p, int n)
{
	struct told *t = user;

	(void)buf_puts(&t->out, t->is_text ? "" : "'");
	(void)buf_add_bytes(&t->out, p, (size_t)n);
	t->is_text = true;
}

static const struct doc_scan_to to = { on_start, on_end, on_text };

static bool
told_by_scan(struct str s, struct told *t)
{
	buf_clear(&t->out);
	t->is_text = false;
	return doc_scan(s, &to, t);
}

static bool
told_by_expat(struct str s, struct told *t)
{
	XML_Parser parser = XML_ParserCreate("UTF-8");
	bool is_well;

	buf_clear(&t->out);
	t->is_text = false;
	XML_SetUserData(parser, t);
	XML_SetElementHandler(parser, on_start, on_end);
	XML_SetCharacterDataHandler(parser, on_text);
	is_well = XML_Parse(parser, s.p, (int)s.n, XML_TRUE) == XML_STATUS_OK;
	XML_ParserFree(parser);
	return is_well;
}

/* Whether it was known; then expat has told the same. */
static bool
is_known(struct str s)
{
	struct told scan = { 0 }, expat = { 0 };
	bool is = told_by_scan(s, &scan);

	if (is) {
		if (!told_by_expat(s, &expat))
			fail_msg("expat refuses: %.*s", STR(s));
		assert_string_equal(buf_cstr(&scan.out), buf_cstr(&expat.out));
	}
	buf_free(&scan.out);
	buf_free(&expat.out);
	return is;
}

static bool
knows(const char *s)
{
	return is_known(str_of(s));
}

static bool
knows_attributes(int n)
{
	struct buf s = { 0 };
	bool is;

	(void)buf_puts(&s, "<p");
	for (int i = 0; i < n; i++)
		(void)buf_printf(&s, " a%d=\"%d\"", i, i);
	(void)buf_puts(&s, ">글</p>");
	is = is_known(buf_str(&s));
	buf_free(&s);
	return is;
}

static void
many_attributes_are_left_to_expat(void **state)
{
	(void)state;
	assert_true(knows_attributes(0));
	assert_true(knows_attributes(7));
	assert_true(knows_attributes(8));
	assert_false(knows_attributes(9));
	assert_false(knows_attributes(10));
	assert_false(knows_attributes(200));
}

static void
what_tidy_does_not_write_is_left_to_expat(void **state)
{
	(void)state;
	assert_true(knows("<p>글 &lt;b&gt; &amp; &quot;말&quot;<br/>끝</p>"));
	assert_true(knows("\n<p a=\"&lt;&quot;&amp;\"/>\n"));
	assert_false(knows(""));
	assert_false(knows("<p>글"));
	assert_false(knows("<p></p><p></p>"));
	assert_false(knows("<p/>글"));
	assert_false(knows("<1>글</1>"));
	assert_false(knows("<p 1=\"a\">글</p>"));
	assert_false(knows("<p -a=\"a\">글</p>"));
	assert_false(knows("<p a=\"1\" a=\"2\">글</p>"));
	assert_false(knows("<p a=\"1\"b=\"2\">글</p>"));
	assert_false(knows("<p a='1'>글</p>"));
	assert_false(knows("<p a=\"1\n2\">글</p>"));
	assert_false(knows("<p>&nbsp;</p>"));
	assert_false(knows("<p>]]></p>"));
	assert_false(knows("<p><!-- --></p>"));
	assert_false(knows("<p>\xef\xbf\xbf</p>"));
	assert_false(knows("<p>\xed\xa0\x80</p>"));
	assert_false(knows("<abcdefghijklmnop>글</abcdefghijklmnop>"));
}

static unsigned
number(uint64_t *seed, size_t below)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((*seed >> 33) % below);
}

/* A byte is another, some are gone, or something stands between. */
static void
damage(struct buf *s, uint64_t *seed)
{
	static const char *const odd[] = {
		"<", ">", "&", "\"", "'", "/", " ", "=", "\n", "\r", "]]>", "&lt;", "&#33;", "<p>", "</p>", "<br/>", " a=\"1\"",
		" b=\"2\" c=\"3\" d=\"4\" e=\"5\" f=\"6\" g=\"7\" h=\"8\" i=\"9\"", "-", "1", "글", "\xef\xbf\xbe", "<?a?>", "<!--a-->",
	};
	struct buf out = { 0 };
	size_t at = number(seed, s->n + 1), to_here = at;
	unsigned how = number(seed, 4);

	(void)buf_add(&out, str_sub(buf_str(s), 0, at));
	if (how == 0)
		to_here = at + number(seed, s->n - at + 1);
	else if (how == 1)
		to_here = at + (at < s->n);
	if (how == 1)
		(void)buf_putc(&out, (char)number(seed, 256));
	else if (how > 1)
		(void)buf_puts(&out, odd[number(seed, sizeof odd / sizeof *odd)]);
	(void)buf_add(&out, str_sub(buf_str(s), to_here, s->n));
	buf_free(s);
	*s = out;
}

static void
damaged_articles_are_told_as_expat_does(void **state)
{
	static const char article[] = "<article><h2 id=\"a\">1. 준비</h2><p data-size=\"18\">서버 <b>설정</b>을 &amp; <i>고친다</i><br/>끝</p>\n"
		"<ol start=\"3\"><li>셋</li></ol><pre class=\"c\">if (a &lt; b)\n\treturn;</pre>"
		"<p><a href=\"https://a.example/?a=1&amp;b=&quot;\">글</a><img src=\"https://a.example/b\" alt=\"\"/></p></article>\n";
	uint64_t seed = 1;
	int known = 0;

	(void)state;
	for (int i = 0; i < DAMAGED; i++) {
		struct buf s = { 0 };

		(void)buf_puts(&s, article);
		for (unsigned n = number(&seed, 4); n; n--)
			damage(&s, &seed);
		known += is_known(buf_str(&s));
		buf_free(&s);
	}
	assert_in_range(known, DAMAGED / 5, DAMAGED - DAMAGED / 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(many_attributes_are_left_to_expat),
		cmocka_unit_test(what_tidy_does_not_write_is_left_to_expat),
		cmocka_unit_test(damaged_articles_are_told_as_expat_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
