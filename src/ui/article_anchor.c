#include "ui/article_anchor.h"

#include "text/find_token.h"
#include "text/url.h"
#include "text/utf8.h"

/* Appends the letters and digits of a text, in lower case where they are Latin. */
static void
add_letters(struct buf *out, struct str text)
{
	while (text.n) {
		int32_t cp = utf8_next(&text);
		enum find_token_class class = find_token_class(cp);

		if (class == FIND_TOKEN_RUN || class == FIND_TOKEN_WORD)
			utf8_add(out, cp < 0x80 ? (int32_t)str_lower((char)cp) : cp);
	}
}

static bool
is_same_page(struct str url, struct str page)
{
	struct buf a = { 0 }, b = { 0 };
	bool is_same;

	str_cut(url, '#', &url, NULL);
	str_cut(page, '#', &page, NULL);
	url_canonical(&a, url);
	url_canonical(&b, page);
	is_same = url.n && str_eq(buf_str(&a), buf_str(&b));
	buf_free(&a);
	buf_free(&b);
	return is_same;
}

/* The section whose title has these letters. */
static int
section_named(const struct doc *doc, struct str letters)
{
	struct buf title = { 0 };
	int found = -1;

	for (size_t i = 0; i < doc->n_sections && found < 0; i++) {
		buf_clear(&title);
		add_letters(&title, doc->sections[i].title);
		if (str_eq(buf_str(&title), letters))
			found = (int)i;
	}
	buf_free(&title);
	return found;
}

int
article_anchor_section(const struct article *a, struct str url)
{
	struct buf shown = { 0 }, letters = { 0 };
	struct str fragment = STR_NONE;
	int found = -1;

	if (!a->doc.n_sections || str_find_char(url, '#') == url.n || !is_same_page(url, a->post.link))
		return -1;
	url_show(&shown, url);
	str_cut(buf_str(&shown), '#', NULL, &fragment);
	add_letters(&letters, fragment);
	if (letters.n)
		found = section_named(&a->doc, buf_str(&letters));
	buf_free(&shown);
	buf_free(&letters);
	return found;
}
