#include "epub/epub.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "epub/toc.h"
#include "epub/zip.h"
#include "html/print.h"
#include "html/print_escape.h"
#include "html/print_page.h"
#include "text/date.h"
#include "text/entity.h"

struct epub {
	struct zip zip;
	struct toc toc;
	struct buf page;     /* the file that is being made */
	struct buf manifest; /* the chapters in it */
	struct buf spine;
	size_t n;
};

static const char container[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
	"<rootfiles><rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>\n"
	"</container>\n";

static const char style[] =
	"body { line-height: 1.6; word-break: keep-all; }\n"
	"header { margin-bottom: 2em; }\n"
	"h1, h2, h3, h4, h5, h6 { line-height: 1.35; page-break-after: avoid; }\n"
	"header p, figcaption, caption, .picture { font-size: .85em; }\n"
	"pre { white-space: pre-wrap; font-size: .85em; border: 1px solid; padding: .5em; }\n"
	"code, kbd { font-family: monospace; }\n"
	"blockquote { margin: 1em 0; padding-left: 1em; border-left: 2px solid; }\n"
	"table { border-collapse: collapse; }\n"
	"th, td { border: 1px solid; padding: .2em .5em; text-align: left; }\n";

static int
add_file(struct epub *e, const char *name, struct str bytes, struct err *err)
{
	return zip_add(&e->zip, str_of(name), bytes, ZIP_DEFLATED, err);
}

int
epub_new(struct epub **ret, int fd, const char *path, struct err *err)
{
	struct epub *e = mem_zalloc(1, sizeof *e);

	e->zip.fd = fd;
	e->zip.path = path;
	/* First, as it is, so that its name stands at a place that is known (OCF 3.3, 4.3). */
	if (zip_add(&e->zip, str_lit("mimetype"), str_lit("application/epub+zip"), ZIP_STORED, err) < 0 ||
	    add_file(e, "META-INF/container.xml", str_of(container), err) < 0 ||
	    add_file(e, "EPUB/style.css", str_of(style), err) < 0) {
		epub_free(e);
		return -1;
	}
	*ret = e;
	return 0;
}

/* ---- chapters */

/* Starts a page in e->page. */
static void
add_head(struct epub *e, struct str title, struct str language)
{
	buf_clear(&e->page);
	(void)buf_puts(&e->page, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
		"<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"");
	if (language.n) {
		(void)buf_puts(&e->page, " lang=\"");
		entity_escape(&e->page, language);
		(void)buf_puts(&e->page, "\" xml:lang=\"");
		entity_escape(&e->page, language);
		(void)buf_putc(&e->page, '"');
	}
	(void)buf_puts(&e->page, ">\n<head>\n<meta charset=\"utf-8\"/>\n<title>");
	entity_escape(&e->page, title);
	(void)buf_puts(&e->page, "</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body>\n");
}

static void
add_chapter(struct epub *e, const struct epub_post *post)
{
	add_head(e, post->title, post->language);
	(void)buf_puts(&e->page, "<header>\n");
	print_page_element(&e->page, "h1", post->title);
	print_page_element(&e->page, "p", post->byline);
	if (post->link.n) {
		(void)buf_puts(&e->page, "<p><a href=\"");
		print_escape_href(&e->page, post->link);
		(void)buf_puts(&e->page, "\">");
		entity_escape(&e->page, post->link);
		(void)buf_puts(&e->page, "</a></p>\n");
	}
	(void)buf_puts(&e->page, "</header>\n");
	print_html(&e->page, post->doc, 0, post->doc->n, PRINT_HTML_BOOK, "");
	(void)buf_puts(&e->page, "</body>\n</html>\n");
}

static void
add_entries(struct epub *e, const struct epub_post *post, const char *file)
{
	toc_add(&e->toc, 1, post->title, file);
	for (size_t i = 0; i < post->doc->n_sections; i++) {
		char href[64];

		(void)snprintf(href, sizeof href, "%s#s%zu", file, i + 1);
		toc_add(&e->toc, 1 + post->doc->sections[i].level, post->doc->sections[i].title, href);
	}
}

int
epub_add(struct epub *e, const struct epub_post *post, struct err *err)
{
	char path[32], *file = path + strlen("EPUB/");

	(void)snprintf(path, sizeof path, "EPUB/p%05zu.xhtml", ++e->n);
	add_chapter(e, post);
	add_entries(e, post, file);
	(void)buf_printf(&e->manifest, "<item id=\"p%zu\" href=\"%s\" media-type=\"application/xhtml+xml\"/>\n", e->n, file);
	(void)buf_printf(&e->spine, "<itemref idref=\"p%zu\"/>\n", e->n);
	return add_file(e, path, buf_str(&e->page), err);
}

/* ---- what holds them together */

static void
add_id(struct buf *out, const struct epub_book *book)
{
	uint64_t a = book->id[0], b = book->id[1];

	/* RFC 9562, version 8: of our own making. */
	(void)buf_printf(out, "urn:uuid:%08x-%04x-8%03x-%04x-%012llx", (unsigned)(a >> 32), (unsigned)(a >> 16 & 0xffff),
		(unsigned)(a & 0xfff), (unsigned)(0x8000 | (b >> 48 & 0x3fff)), (unsigned long long)(b & 0xffffffffffff));
}

static void
add_nav(struct epub *e, const struct epub_book *book)
{
	add_head(e, book->title, book->language);
	(void)buf_puts(&e->page, "<nav epub:type=\"toc\" id=\"toc\">\n");
	print_page_element(&e->page, "h1", book->title);
	(void)buf_add(&e->page, str_trim(buf_str(&e->toc.list)));
	(void)buf_puts(&e->page, "\n</nav>\n</body>\n</html>\n");
}

static void
add_ncx(struct epub *e, const struct epub_book *book)
{
	buf_clear(&e->page);
	(void)buf_puts(&e->page, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\">\n<head>\n<meta name=\"dtb:uid\" content=\"");
	add_id(&e->page, book);
	(void)buf_printf(&e->page, "\"/>\n<meta name=\"dtb:depth\" content=\"%d\"/>\n</head>\n<docTitle><text>", e->toc.deepest);
	entity_escape(&e->page, book->title);
	(void)buf_puts(&e->page, "</text></docTitle>\n<navMap>\n");
	(void)buf_add(&e->page, buf_str(&e->toc.points));
	(void)buf_puts(&e->page, "</navMap>\n</ncx>\n");
}

static void
add_package(struct epub *e, const struct epub_book *book)
{
	struct buf *out = &e->page;

	buf_clear(out);
	(void)buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\">\n"
		"<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<dc:identifier id=\"id\">");
	add_id(out, book);
	(void)buf_puts(out, "</dc:identifier>\n");
	print_page_element(out, "dc:title", book->title);
	print_page_element(out, "dc:creator", book->creator);
	print_page_element(out, "dc:language", book->language.n ? book->language : str_lit("und"));
	(void)buf_puts(out, "<meta property=\"dcterms:modified\">");
	date_rfc3339(out, book->modified);
	(void)buf_puts(out, "</meta>\n</metadata>\n<manifest>\n"
		"<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n"
		"<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>\n"
		"<item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n");
	(void)buf_add(out, buf_str(&e->manifest));
	(void)buf_puts(out, "</manifest>\n<spine toc=\"ncx\">\n<itemref idref=\"nav\"/>\n");
	(void)buf_add(out, buf_str(&e->spine));
	(void)buf_puts(out, "</spine>\n</package>\n");
}

int
epub_finish(struct epub *e, const struct epub_book *book, struct err *err)
{
	toc_end(&e->toc);
	add_nav(e, book);
	if (add_file(e, "EPUB/nav.xhtml", buf_str(&e->page), err) < 0)
		return -1;
	add_ncx(e, book);
	if (add_file(e, "EPUB/toc.ncx", buf_str(&e->page), err) < 0)
		return -1;
	add_package(e, book);
	if (add_file(e, "EPUB/package.opf", buf_str(&e->page), err) < 0)
		return -1;
	return zip_finish(&e->zip, err);
}

void
epub_free(struct epub *e)
{
	if (!e)
		return;
	zip_free(&e->zip);
	toc_free(&e->toc);
	buf_free(&e->page);
	buf_free(&e->manifest);
	buf_free(&e->spine);
	free(e);
}
