#include "ui/article_anchor.h"

#include "base/num.h"
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

/* The letters of a title, from the first on that is none of its number. */
static struct str
without_number(struct str letters)
{
	size_t n = 0;

	while (n < letters.n && str_is_digit(letters.p[n]))
		n++;
	return str_sub(letters, n < letters.n ? n : 0, letters.n);
}

/* The section whose title has these letters, of several the one that stands behind so many others. */
static int
section_named(const struct doc *doc, struct str letters, int64_t others, struct str (*part)(struct str letters))
{
	struct buf title = { 0 };
	int found = -1;

	for (size_t i = 0; i < doc->n_sections && found < 0; i++) {
		struct str own;

		buf_clear(&title);
		add_letters(&title, doc->sections[i].title);
		own = part ? part(buf_str(&title)) : buf_str(&title);
		if (str_eq(own, letters) && !others--)
			found = (int)i;
	}
	buf_free(&title);
	return letters.n ? found : -1;
}

/* "구현-1": the number is none of the title's. */
static int
section_counted(const struct doc *doc, struct str fragment)
{
	struct buf letters = { 0 };
	size_t at = fragment.n;
	int64_t others;
	int found = -1;

	while (at && str_is_digit(fragment.p[at - 1]))
		at--;
	if (!at || fragment.p[at - 1] != '-' || !num_parse(str_sub(fragment, at, fragment.n), 1, INT32_MAX, &others))
		return -1;
	add_letters(&letters, str_sub(fragment, 0, at));
	found = section_named(doc, buf_str(&letters), others, NULL);
	buf_free(&letters);
	return found;
}

static int
section_of_fragment(const struct doc *doc, struct str url)
{
	struct buf shown = { 0 }, letters = { 0 };
	struct str fragment = STR_NONE;
	int found;

	url_show(&shown, url);
	str_cut(buf_str(&shown), '#', NULL, &fragment);
	add_letters(&letters, fragment);
	found = section_named(doc, buf_str(&letters), 0, NULL);
	if (found < 0)
		found = section_counted(doc, fragment);
	buf_free(&shown);
	buf_free(&letters);
	return found;
}

static int
section_of_text(const struct doc *doc, struct str text)
{
	struct buf letters = { 0 };
	int found;

	add_letters(&letters, text);
	found = section_named(doc, buf_str(&letters), 0, NULL);
	if (found < 0)
		found = section_named(doc, without_number(buf_str(&letters)), 0, without_number);
	buf_free(&letters);
	return found;
}

int
article_anchor_section(const struct article *a, const struct doc_link *link)
{
	size_t hash = str_find_char(link->url, '#');
	int found;

	if (!a->doc.n_sections || hash + 1 >= link->url.n || !is_same_page(link->url, a->post.link))
		return -1;
	found = section_of_fragment(&a->doc, link->url);
	return found < 0 ? section_of_text(&a->doc, link->text) : found;
}
