#include "html/print_page.h"

#include "html/print.h"
#include "html/print_escape.h"
#include "text/entity.h"
#include "text/utf8.h"
#include "text/wrap_class.h"

/* Readable on light and dark screens, on paper and on a telephone. */
static const char style[] =
	":root { color-scheme: light dark; }\n"
	"body { margin: 2rem auto; padding: 0 1rem; max-width: 42rem; line-height: 1.7; "
	"font-family: system-ui, sans-serif; word-break: keep-all; overflow-wrap: anywhere; }\n"
	"h1, h2, h3, h4, h5, h6 { line-height: 1.35; margin: 1.6em 0 .6em; }\n"
	"header { margin-bottom: 2rem; color: GrayText; }\n"
	"header h1 { margin-bottom: .3em; color: CanvasText; }\n"
	"header p { margin: .2em 0; }\n"
	"img { max-width: 100%; height: auto; }\n"
	"figure { margin: 1em 0; }\n"
	"figcaption, caption { font-size: .9em; color: GrayText; }\n"
	"pre { overflow-x: auto; padding: .8em; border: 1px solid GrayText; border-radius: 4px; line-height: 1.45; }\n"
	"code, kbd { font-family: ui-monospace, monospace; font-size: .92em; }\n"
	"blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid GrayText; }\n"
	"table { border-collapse: collapse; display: block; overflow-x: auto; }\n"
	"th, td { border: 1px solid GrayText; padding: .3em .6em; text-align: left; }\n";

static bool
is_kana(int32_t cp)
{
	return cp >= 0x3040 && cp <= 0x30ff;
}

struct str
print_page_language(struct str text)
{
	bool has_kana = false, has_han = false;
	int32_t cp;

	while ((cp = utf8_next(&text)) >= 0) {
		if (wrap_class(cp) == WRAP_CLASS_HANGUL)
			return str_lit("ko");
		has_kana = has_kana || is_kana(cp);
		has_han = has_han || wrap_class(cp) == WRAP_CLASS_HAN;
	}
	return has_kana ? str_lit("ja") : has_han ? str_lit("zh") : STR_NONE;
}

/* That of the title, else of the first paragraph that has one. */
static struct str
language_of(const struct print_page *head, const struct doc *doc)
{
	struct str language = head->language.n ? head->language : print_page_language(head->title);

	for (size_t i = 0; i < doc->n && !language.n; i++)
		language = print_page_language(doc->blocks[i].text);
	return language;
}

void
print_page_element(struct buf *out, const char *name, struct str text)
{
	if (!text.n)
		return;
	(void)buf_printf(out, "<%s>", name);
	entity_escape(out, text);
	(void)buf_printf(out, "</%s>\n", name);
}

static void
add_header(struct buf *out, const struct print_page *head)
{
	if (!head->title.n && !head->byline.n && !head->link.n)
		return;
	(void)buf_puts(out, "<header>\n");
	print_page_element(out, "h1", head->title);
	print_page_element(out, "p", head->byline);
	if (head->link.n) {
		(void)buf_puts(out, "<p><a href=\"");
		print_escape_href(out, head->link);
		(void)buf_puts(out, "\">");
		entity_escape(out, head->link);
		(void)buf_puts(out, "</a></p>\n");
	}
	(void)buf_puts(out, "</header>\n");
}

void
print_page_begin(struct buf *out, const struct print_page *head)
{
	(void)buf_puts(out, "<!DOCTYPE html>\n<html");
	if (head->language.n) {
		(void)buf_puts(out, " lang=\"");
		entity_escape(out, head->language);
		(void)buf_putc(out, '"');
	}
	(void)buf_puts(out, ">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
	print_page_element(out, "title", head->title.n ? head->title : str_lit("sosik"));
	if (head->link.n) {
		(void)buf_puts(out, "<link rel=\"canonical\" href=\"");
		print_escape_href(out, head->link);
		(void)buf_puts(out, "\">\n");
	}
	(void)buf_printf(out, "<style>\n%s</style>\n</head>\n<body>\n", style);
}

void
print_page_article(struct buf *out, const struct print_page *head, const struct doc *doc, size_t from, size_t to,
	const char *ids)
{
	(void)buf_puts(out, "<article>\n");
	add_header(out, head);
	print_html(out, doc, from, to, PRINT_HTML_PAGE, ids);
	(void)buf_puts(out, "</article>\n");
}

void
print_page_end(struct buf *out)
{
	(void)buf_puts(out, "</body>\n</html>\n");
}

void
print_page(struct buf *out, const struct print_page *head, const struct doc *doc, size_t from, size_t to)
{
	struct print_page page = *head;

	page.language = language_of(head, doc);
	print_page_begin(out, &page);
	print_page_article(out, head, doc, from, to, "");
	print_page_end(out);
}
