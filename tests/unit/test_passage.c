#include "unit.h"

#include <expat.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/vec.h"
#include "feed/passage.h"
#include "feed/xml.h"

/* ---- what was told, by us and by the parser alone */

static int
told_start(void *user, const struct events_element *element)
{
	(void)buf_printf(user, "<%.*s", STR(element->name));
	for (size_t i = 0; i < element->n_attrs; i++)
		(void)buf_printf(user, " %.*s=%.*s", STR(element->attrs[i].name), STR(element->attrs[i].value));
	(void)buf_puts(user, ">\n");
	return 0;
}

static int
told_end(void *user, struct str name)
{
	(void)buf_printf(user, "</%.*s>\n", STR(name));
	return 0;
}

static int
told_text(void *user, struct str text)
{
	(void)buf_add(user, text);
	return 0;
}

/* Without its prefix. */
static const char *
local(const char *name)
{
	return strchr(name, ':') ? strchr(name, ':') + 1 : name;
}

static void
parser_start(void *user, const char *name, const char **atts)
{
	(void)buf_printf(user, "<%s", local(name));
	for (; *atts; atts += 2)
		(void)buf_printf(user, " %s=%s", local(atts[0]), atts[1]);
	(void)buf_puts(user, ">\n");
}

static void
parser_end(void *user, const char *name)
{
	(void)buf_printf(user, "</%s>\n", local(name));
}

static void
parser_text(void *user, const char *text, int n)
{
	(void)buf_add(user, str_new(text, (size_t)n));
}

static bool
parser_told(struct buf *out, struct str bytes)
{
	XML_Parser parser = XML_ParserCreate("UTF-8");
	bool is_whole;

	XML_SetUserData(parser, out);
	XML_SetElementHandler(parser, parser_start, parser_end);
	XML_SetCharacterDataHandler(parser, parser_text);
	is_whole = XML_Parse(parser, bytes.p, (int)bytes.n, 1) == XML_STATUS_OK;
	XML_ParserFree(parser);
	return is_whole;
}

/* Without the text behind the last tag, of which more or less may have been told before an error. */
static void
cut_last_text(struct buf *told)
{
	while (told->n && told->p[told->n - 1] != '\n')
		buf_truncate(told, told->n - 1);
}

/* Whether it is well formed; what is told is what the parser tells. */
static bool
is_told(struct str bytes)
{
	struct buf want = { 0 }, got = { 0 };
	const struct events_sink sink = { .start = told_start, .end = told_end, .text = told_text, .user = &got };
	bool has_unbound, is_whole = parser_told(&want, bytes);
	enum events_end end = xml_events(bytes, &sink, &has_unbound);

	if (!is_whole) {
		cut_last_text(&want);
		cut_last_text(&got);
	}
	if (!str_eq(buf_str(&want), buf_str(&got)))
		print_message("xml: %.*s\n", STR(bytes));
	assert_string_equal(buf_cstr(&got), buf_cstr(&want));
	assert_int_equal(end == EVENTS_WHOLE, is_whole);
	buf_free(&want);
	buf_free(&got);
	return is_whole;
}

/* ---- passages */

#define LONG_TEXT "소식을 전하는 글이 여기 예순네 바이트를 넘게 서 있으니 파서가 볼 것이 없습니다."

static void
a_text_is_found_behind_a_tag_or_in_a_section(void **state)
{
	struct str tag = str_lit("<?xml version=\"1.0\"?>\n<!-- 뜻 -->\n<a b=\"c\">글</a>"), section = str_lit("<![CDATA[<i>글</i>]]></p>");

	(void)state;
	assert_int_equal(passage_find(tag), str_find(tag, str_lit("글")));
	assert_int_equal(passage_find(section), str_find(section, str_lit("<i>")));
	assert_int_equal(passage_find(str_lit("글</a><b>")), strlen("글</a>"));
	assert_int_equal(passage_find(str_lit("글<?b ?>")), strlen("글<?b ?>"));
	assert_int_equal(passage_find(str_lit("글<")), strlen("글<"));
	assert_int_equal(passage_find(str_lit("")), 0);
	assert_str(passage_text(str_lit("글 > 글</a>"), PASSAGE_TEXT), "글 > 글");
	assert_str(passage_text(str_lit("<b>글</b> ]] ]]></a>"), PASSAGE_SECTION), "<b>글</b> ]] ");
	assert_str(passage_text(str_lit("글"), PASSAGE_TEXT), "");
}

static void
only_what_needs_no_parser_is_fine(void **state)
{
	static const char *const odd[] = { "\r", "\001", "]]>", "\xef\xbf\xbe", "\xef\xbf\xbf", "\xff", "\xed\xa0\x80", "\xc0\x80", "\xec\x86" };
	static const char *const fine[] = { "\n", "\t", "]]", "]>", "\177", "\302\200", "\xef\xbf\xbc", "😀", "漢", "é" };

	(void)state;
	for (size_t at = 0; at < 20; at++) {
		for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
			struct buf text = { 0 };

			(void)buf_printf(&text, "%.*s%s~", (int)at, "abcdefghijklmnopqrst", odd[i]);
			assert_int_equal(passage_fine(buf_str(&text)), at);
			buf_free(&text);
		}
		for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
			struct buf text = { 0 };

			(void)buf_printf(&text, "%.*s%s~", (int)at, "abcdefghijklmnopqrst", fine[i]);
			assert_int_equal(passage_fine(buf_str(&text)), text.n);
			buf_free(&text);
		}
	}
}

static void
references_are_replaced_piece_by_piece(void **state)
{
	struct buf text = { 0 }, want = { 0 }, got = { 0 };
	char piece[PASSAGE_PIECE];
	struct str rest;
	size_t n;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		(void)buf_puts(&text, "소&lt;b&gt;&amp;amp;&quot;&apos;");
		(void)buf_puts(&want, "소<b>&amp;\"'");
	}
	(void)buf_puts(&text, "끝&#39;");
	(void)buf_puts(&want, "끝");
	for (rest = buf_str(&text); (n = passage_take(piece, &rest));)
		(void)buf_add(&got, str_new(piece, n));
	assert_string_equal(got.p, want.p);
	assert_str(rest, "&#39;");
	buf_free(&text);
	buf_free(&want);
	buf_free(&got);
}

/* ---- whole documents */

static void
texts_are_told_as_the_parser_tells_them(void **state)
{
	static const char *const whole[] = {
		"<a>" LONG_TEXT "</a>", "<a>" LONG_TEXT "&lt;b&gt; &amp;lt; &#39;" LONG_TEXT "&#x1f600;" LONG_TEXT "</a>",
		"<a><![CDATA[<p>" LONG_TEXT "</p>\n<p>&lt;" LONG_TEXT "</p>]]>" LONG_TEXT "</a>", "<a><![CDATA[" LONG_TEXT "\r\n" LONG_TEXT "]]></a>",
		"<a>" LONG_TEXT "\r\n" LONG_TEXT "\r" LONG_TEXT "</a>", "<a><!-- <b>" LONG_TEXT "</b> <![CDATA[" LONG_TEXT "]]> --><b>" LONG_TEXT "</b></a>",
		"<a b='>" LONG_TEXT "'>" LONG_TEXT "</a>", "<a><?b >" LONG_TEXT "?>" LONG_TEXT "</a>",
		"<!DOCTYPE a [ <!ENTITY e \"<b>" LONG_TEXT "</b>\"> ]><a>&e;" LONG_TEXT "&e;</a>", "<a><b/>" LONG_TEXT "<b></b>" LONG_TEXT "</a>\n",
		"<a><b>" LONG_TEXT "</b >" LONG_TEXT "<c\n>" LONG_TEXT "</c></a>", "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"euc-kr\"?>\n<a>" LONG_TEXT "</a>",
	};
	static const char *const broken[] = {
		"<a>" LONG_TEXT "</b>", "<a>" LONG_TEXT, "<a>" LONG_TEXT "]]>" LONG_TEXT "</a>", "<a>" LONG_TEXT "\001" LONG_TEXT "</a>", "<a>" LONG_TEXT "&x;</a>",
		"<a>" LONG_TEXT "& " LONG_TEXT "</a>", "<a>" LONG_TEXT "\xff" LONG_TEXT "</a>", "<a></a>" LONG_TEXT "<b/>", "<a><![CDATA[" LONG_TEXT, "<a><![CDATA[" LONG_TEXT "]]",
		"<a></a><![CDATA[" LONG_TEXT "]]>", LONG_TEXT "<a/>", "<a>" LONG_TEXT "&#0;</a>", "<a>" LONG_TEXT "&lt</a>", "<a><![CDATA[" LONG_TEXT "\xef\xbf\xbf]]></a>",
		"<a b=\"<![CDATA[" LONG_TEXT "\"/>", "<a b=\"<i>" LONG_TEXT "\"/>", "<a>" LONG_TEXT "]]&gt;]]" LONG_TEXT "</a",
		"<a><!-- <b>" LONG_TEXT "</b> -- --></a>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
		if (!is_told(str_of(whole[i])))
			fail_msg("broken: %s", whole[i]);
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
		if (is_told(str_of(broken[i])))
			fail_msg("whole: %s", broken[i]);
}

static unsigned
random_below(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % n;
}

static void
any_document_is_told_as_the_parser_tells_it(void **state)
{
	static const char *const parts[] = { "<b>", "</b>", "<b>", "</b>", "<![CDATA[", "]]>", "<!--", "-->", "<c d=\"", "\">", "</c>", "<e/>", "<?f ", "?>", LONG_TEXT,
		LONG_TEXT, LONG_TEXT LONG_TEXT, "&lt;p&gt;", "&amp;nbsp;", "&#65;", "&", "글", "\n", "\r\n", "]", "]]", ">", "\"", "😀", "\xec\x86", "\001" };
	enum { ROUNDS = 30000, USUAL = 4 };
	unsigned seed = 7, count = 0;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct buf xml = { 0 };

		(void)buf_puts(&xml, "<a>");
		for (unsigned n = random_below(&seed, 12); n; n--) {
			unsigned what = random_below(&seed, USUAL) ? 14 + random_below(&seed, 5) : random_below(&seed, sizeof parts / sizeof *parts);

			(void)buf_printf(&xml, what < 2 ? "<b>%s</b>" : what == 4 ? "<![CDATA[%s]]>" : "%s", what < 2 || what == 4 ? LONG_TEXT : parts[what]);
		}
		(void)buf_puts(&xml, "</a>");
		count += is_told(buf_str(&xml));
		buf_free(&xml);
	}
	assert_true(count > ROUNDS / 10 && count < ROUNDS);
}

/* The same where it is tags that are as they should be, or nearly. */
static void
any_tag_is_told_as_the_parser_tells_it(void **state)
{
	static const char *const parts[] = { "<b>", "</b>", "<b c='d'>", "<b c=\"1\" d='2'>", "</b >", "<b/>", "<b c=\"글\" />", "<i.j-k_1>", "</i.j-k_1>", "글", "a b", "\n  ",
		"\r\n\t", "\r", "&amp;", "&#65;", "<![CDATA[]]>", "<![CDATA[<b>]]>", "<!-- > -->", "<?x y?>", "<b c=\"&lt;\">", "<b c=\"\n\">", "<b c=\"😀\">",
		"<b\n c=\"1\"\r\n>", "<b c=\"1\"d=\"2\">", "<b c=\"1\" c=\"2\">", "<b c = \"1\">", "<b c=1>", "<b c=\"<\">", "< b>", "<1>", "</b", "<b", "/>", "\"", "'", "=", "&x;", "]]>",
		"<글>", "</글>", "<b c=\">\">", "<b\001>", "\xff", "<b / >", "</ b>", "<b:c d:e=\"1\">", "</b:c>", " \f", "\v" };
	enum { ROUNDS = 60000, GOOD = 24 };
	unsigned seed = 11, count = 0;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct buf xml = { 0 };
		vec(const char *) open = { 0 };

		(void)buf_puts(&xml, random_below(&seed, 2) ? "<a>" : "<?xml version='1.0'?>\n<a b=\"c\">\n");
		for (unsigned n = random_below(&seed, 14); n; n--) {
			unsigned what = random_below(&seed, random_below(&seed, 6) ? GOOD : sizeof parts / sizeof *parts);
			bool is_start = parts[what][0] == '<' && parts[what][1] != '!' && parts[what][1] != '?' && !strstr(parts[what], "/") && strchr(parts[what], '>');

			if (parts[what][0] == '<' && parts[what][1] == '/' && random_below(&seed, 8))
				what = 9;
			(void)buf_puts(&xml, parts[what]);
			if (is_start)
				*vec_add(&open) = parts[what][1] == 'i' ? "</i.j-k_1>" : parts[what][2] == ':' ? "</b:c>" : "</b>";
			while (open.n && random_below(&seed, 2))
				(void)buf_puts(&xml, open.v[--open.n]);
		}
		while (open.n && random_below(&seed, 30))
			(void)buf_puts(&xml, open.v[--open.n]);
		(void)buf_puts(&xml, random_below(&seed, 30) ? "</a>" : "");
		count += is_told(buf_str(&xml));
		buf_free(&xml);
		vec_free(&open);
	}
	assert_true(count > ROUNDS / 4 && count < ROUNDS);
}

static void
a_text_has_the_same_limit(void **state)
{
	struct buf xml = { 0 }, got = { 0 };
	const struct events_sink sink = { .start = told_start, .end = told_end, .text = told_text, .user = &got };
	bool has_unbound;

	(void)state;
	(void)buf_puts(&xml, "<a>");
	(void)buf_fill(&xml, 'x', LIMIT_XML_TEXT);
	(void)buf_puts(&xml, "</a>");
	assert_int_equal(xml_events(buf_str(&xml), &sink, &has_unbound), EVENTS_WHOLE);
	buf_truncate(&xml, xml.n - strlen("</a>"));
	(void)buf_puts(&xml, "x</a>");
	assert_int_equal(xml_events(buf_str(&xml), &sink, &has_unbound), EVENTS_LIMIT);
	buf_free(&xml);
	buf_free(&got);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_is_found_behind_a_tag_or_in_a_section),
		cmocka_unit_test(only_what_needs_no_parser_is_fine),
		cmocka_unit_test(references_are_replaced_piece_by_piece),
		cmocka_unit_test(texts_are_told_as_the_parser_tells_them),
		cmocka_unit_test(any_document_is_told_as_the_parser_tells_it),
		cmocka_unit_test(any_tag_is_told_as_the_parser_tells_it),
		cmocka_unit_test(a_text_has_the_same_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
