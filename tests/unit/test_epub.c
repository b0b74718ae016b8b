#include "unit.h"

#include <expat.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

#include "base/file.h"
#include "base/map.h"
#include "epub/epub.h"
#include "html/doc_read.h"
#include "html/outline.h"

enum { FILES = 64 };

/* An archive taken apart. */
struct archive {
	struct arena arena;
	struct buf bytes;
	struct str names[FILES], files[FILES];
	size_t n;
};

static size_t
number(struct str s, size_t at, size_t bytes)
{
	size_t n = 0;

	assert_true(at + bytes <= s.n);
	while (bytes--)
		n = n << 8 | (unsigned char)s.p[at + bytes];
	return n;
}

static struct str
unpack(struct arena *a, struct str packed, size_t size)
{
	char *out = arena_alloc(a, size + 1);
	z_stream s = { .avail_in = (uInt)packed.n, .avail_out = (uInt)size };

	s.next_in = (Bytef *)(uintptr_t)packed.p;
	s.next_out = (Bytef *)out;
	assert_int_equal(inflateInit2(&s, -MAX_WBITS), Z_OK);
	assert_int_equal(inflate(&s, Z_FINISH), Z_STREAM_END);
	assert_int_equal(s.avail_out, 0);
	assert_int_equal(inflateEnd(&s), Z_OK);
	return str_new(out, size);
}

/* One file by its entry in the list; what stands before its bytes must say the same. */
static size_t
take_file(struct archive *z, size_t at)
{
	struct str all = buf_str(&z->bytes), body;
	size_t name_n = number(all, at + 28, 2), local = number(all, at + 42, 4), packed = number(all, at + 20, 4);
	size_t size = number(all, at + 24, 4), method = number(all, at + 10, 2), start = local + 30 + name_n;

	assert_int_equal(number(all, at, 4), 0x02014b50);
	assert_int_equal(number(all, local, 4), 0x04034b50);
	assert_memory_equal(all.p + at + 6, all.p + local + 4, 26);
	assert_int_equal(number(all, local + 28, 2), 0); /* no extra field */
	assert_memory_equal(all.p + at + 46, all.p + local + 30, name_n);
	body = str_sub(all, start, start + packed);
	if (method)
		body = unpack(&z->arena, body, size);
	assert_int_equal(body.n, size);
	assert_int_equal(crc32(0, (const Bytef *)body.p, (uInt)body.n), number(all, at + 16, 4));
	assert_true(z->n < FILES);
	z->names[z->n] = str_sub(all, local + 30, start);
	z->files[z->n++] = body;
	return at + 46 + name_n;
}

static void
take_apart(struct archive *z)
{
	struct str all = buf_str(&z->bytes);
	size_t end = all.n - 22, at = number(all, end + 16, 4), n = number(all, end + 8, 2);

	assert_int_equal(number(all, end, 4), 0x06054b50);
	while (z->n < n)
		at = take_file(z, at);
	assert_int_equal(at, end);
}

static struct str
file_named(const struct archive *z, const char *name)
{
	for (size_t i = 0; i < z->n; i++)
		if (str_is(z->names[i], name))
			return z->files[i];
	fail_msg("no file %s", name);
	return STR_NONE;
}

/* ---- XML */

struct links {
	struct map ids; /* "file#id" and "file" */
	struct buf hrefs;
	const char *file;
};

static void XMLCALL
on_start(void *data, const char *name, const char **attrs)
{
	struct links *l = data;
	char key[256];

	for (; *attrs; attrs += 2) {
		if (!strcmp(attrs[0], "id")) {
			(void)snprintf(key, sizeof key, "%s#%s", l->file, attrs[1]);
			assert_null(*map_at(&l->ids, str_of(key)));
			*map_at(&l->ids, str_of(key)) = l;
		} else if ((!strcmp(attrs[0], "href") || !strcmp(attrs[0], "src")) && !strstr(attrs[1], "://")) {
			(void)buf_printf(&l->hrefs, "EPUB/%s\n", attrs[1]);
		}
		assert_string_not_equal(name, "img");
	}
}

static void
read_xml(struct links *l, const char *name, struct str bytes)
{
	XML_Parser parser = XML_ParserCreate(NULL);

	l->file = name;
	*map_at(&l->ids, str_of(name)) = l;
	XML_SetUserData(parser, l);
	XML_SetStartElementHandler(parser, on_start);
	if (XML_Parse(parser, bytes.p, (int)bytes.n, XML_TRUE) != XML_STATUS_OK)
		fail_msg("%s: %s at line %lu", name, XML_ErrorString(XML_GetErrorCode(parser)), XML_GetCurrentLineNumber(parser));
	XML_ParserFree(parser);
}

/* All is well formed, no id is twice in a file, and every link inside leads somewhere. */
static void
check_links(struct archive *z)
{
	struct links l = { .file = NULL };
	struct str rest, line;

	for (size_t i = 0; i < z->n; i++) {
		char *name = arena_cstr(&z->arena, z->names[i]);

		if (str_ends(z->names[i], "ml") || str_ends(z->names[i], "opf") || str_ends(z->names[i], "ncx"))
			read_xml(&l, name, z->files[i]);
		else
			*map_at(&l.ids, z->names[i]) = &l;
	}
	for (rest = buf_str(&l.hrefs); str_line(&rest, &line);)
		if (!map_find(&l.ids, line))
			fail_msg("%.*s leads nowhere", STR(line));
	map_free(&l.ids);
	buf_free(&l.hrefs);
}

/* ---- books */

static const struct {
	const char *title, *link, *xhtml;
} posts[] = {
	{ "첫 글 <&>\" ]]> 😀", "https://a.example/1?a=b&c=\"d\"",
	    "<article><p>앞</p><h2>하나 &amp; 둘</h2><p><img src=\"https://a.example/p.png\" alt=\"그림 &lt;1&gt;\"/></p>"
	    "<h3>속</h3><p>가<br/>나 <a href=\"https://b.example/\">링크</a></p><hr/><h2>셋</h2>"
	    "<pre data-lang=\"c\">int a &lt; b;</pre></article>" },
	{ "둘째", "", "<article></article>" },
	{ "\u05e9\u05dc\u05d5\u05dd", "https://a.example/%zz[1]",
	    "<article><figure><img src=\"https://a.example/q.png\" alt=\"\"/><figcaption>설명</figcaption></figure>"
	    "<details><summary>접힘</summary><p>속</p></details><ol start=\"3\"><li>셋</li></ol>"
	    "<table><tr><th colspan=\"2\">머리</th></tr><tr><td>가</td><td>나</td></tr></table></article>" },
};

static int
write_book(int fd, struct err *err)
{
	struct epub *e = NULL;
	struct epub_book book = { str_lit("책 <&>"), str_lit("ko"), str_lit("블로그"), { 0x0123456789abcdef, 0xfedcba9876543210 }, 1770000000 };
	int rc = epub_new(&e, fd, "book.epub", err);

	for (size_t i = 0; !rc && i < sizeof posts / sizeof *posts; i++) {
		struct arena a = { 0 };
		struct doc doc;
		struct epub_post post = { str_of(posts[i].title), str_lit("블로그 · 2026"), str_of(posts[i].link), str_lit("ko"), &doc };

		assert_int_equal(doc_read(&a, str_of(posts[i].xhtml), &doc, NULL), 0);
		outline_find(&a, &doc, STR_NONE);
		rc = epub_add(e, &post, err);
		arena_free(&a);
	}
	if (!rc)
		rc = epub_finish(e, &book, err);
	epub_free(e);
	return rc;
}

static void
read_book(struct archive *z)
{
	FILE *file = tmpfile();

	assert_int_equal(write_book(fileno(file), NULL), 0);
	assert_int_equal(lseek(fileno(file), 0, SEEK_SET), 0);
	assert_int_equal(file_read_fd(fileno(file), "book", 1 << 20, &z->bytes, NULL), 0);
	(void)fclose(file);
	take_apart(z);
}

static void
free_book(struct archive *z)
{
	buf_free(&z->bytes);
	arena_free(&z->arena);
}

static void
epub_begins_with_its_type(void **state)
{
	static struct archive z;

	(void)state;
	read_book(&z);
	assert_str(z.names[0], "mimetype");
	assert_str(z.files[0], "application/epub+zip");
	assert_str(str_sub(buf_str(&z.bytes), 30, 58), "mimetypeapplication/epub+zip"); /* stored, at a fixed place */
	free_book(&z);
}

static void
epub_holds_what_it_lists(void **state)
{
	static struct archive z;
	struct str package;

	(void)state;
	read_book(&z);
	assert_int_equal(z.n, 9);
	check_links(&z);
	package = file_named(&z, "EPUB/package.opf");
	assert_true(str_has(package, "<dc:title>책 &lt;&amp;&gt;</dc:title>"));
	assert_true(str_has(package, "<dc:creator>블로그</dc:creator>"));
	assert_true(str_has(package, "<dc:language>ko</dc:language>"));
	assert_true(str_has(package, "urn:uuid:01234567-89ab-8def-bedc-ba9876543210"));
	assert_true(str_has(package, "<meta property=\"dcterms:modified\">2026-02-02T02:40:00Z</meta>"));
	assert_true(str_has(file_named(&z, "META-INF/container.xml"), "EPUB/package.opf"));
	free_book(&z);
}

static void
epub_has_the_sections_as_contents(void **state)
{
	static struct archive z;

	(void)state;
	read_book(&z);
	assert_true(str_has(file_named(&z, "EPUB/nav.xhtml"),
		"<ol>\n<li><a href=\"p00001.xhtml\">첫 글 &lt;&amp;&gt;&quot; ]]&gt; 😀</a>\n<ol>\n"
		"<li><a href=\"p00001.xhtml#s1\">하나 &amp; 둘</a>\n<ol>\n<li><a href=\"p00001.xhtml#s2\">속</a></li>\n</ol>\n</li>\n"
		"<li><a href=\"p00001.xhtml#s3\">셋</a></li>\n</ol>\n</li>\n<li><a href=\"p00002.xhtml\">둘째</a></li>\n"));
	assert_true(str_has(file_named(&z, "EPUB/toc.ncx"),
		"<navPoint id=\"n3\" playOrder=\"3\">\n<navLabel><text>속</text></navLabel>\n<content src=\"p00001.xhtml#s2\"/>\n"
		"</navPoint>\n</navPoint>\n"));
	assert_true(str_has(file_named(&z, "EPUB/p00001.xhtml"), "<h2 id=\"s1\">하나 &amp; 둘</h2>"));
	free_book(&z);
}

static void
epub_names_pictures_instead_of_holding_them(void **state)
{
	static struct archive z;

	(void)state;
	read_book(&z);
	assert_true(str_has(file_named(&z, "EPUB/p00001.xhtml"),
		"<p class=\"picture\">[<a href=\"https://a.example/p.png\">image</a>] 그림 &lt;1&gt;</p>"));
	assert_true(str_has(file_named(&z, "EPUB/p00003.xhtml"),
		"<figure>\n<p>[<a href=\"https://a.example/q.png\">image</a>]</p>\n<figcaption>설명</figcaption>\n</figure>"));
	assert_true(str_has(file_named(&z, "EPUB/p00003.xhtml"), "<a href=\"https://a.example/%25zz%5B1%5D\">"));
	free_book(&z);
}

static void
epub_is_the_same_each_time(void **state)
{
	static struct archive one, two;

	(void)state;
	read_book(&one);
	read_book(&two);
	assert_true(str_eq(buf_str(&one.bytes), buf_str(&two.bytes)));
	free_book(&one);
	free_book(&two);
}

static void
epub_tells_that_the_disk_is_full(void **state)
{
	FILE *file = fopen("/dev/full", "w");
	struct err err = { 0 };

	(void)state;
	if (!file)
		skip();
	assert_int_equal(write_book(fileno(file), &err), -1);
	assert_int_equal(err.code, ERR_IO);
	assert_true(str_starts(str_of(err.text), "cannot write book.epub: "));
	(void)fclose(file);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(epub_begins_with_its_type),
		cmocka_unit_test(epub_holds_what_it_lists),
		cmocka_unit_test(epub_has_the_sections_as_contents),
		cmocka_unit_test(epub_names_pictures_instead_of_holding_them),
		cmocka_unit_test(epub_is_the_same_each_time),
		cmocka_unit_test(epub_tells_that_the_disk_is_full),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
