#include "page/other.h"

#include "text/plain.h"
#include "text/utf8.h"

enum {
	HEAD = 64 << 10, JSON_HEAD = 4 << 10, /* bytes looked at */
	FEW = 8,                              /* controls that any text may have */
};

/* ---- by the first bytes */

static const struct {
	struct str magic;
	enum page_kind kind;
} magics[] = {
	{ STR_INIT("%PDF-"), PAGE_PDF },
	{ STR_INIT("\x89PNG\r\n"), PAGE_IMAGE },
	{ STR_INIT("\xff\xd8\xff"), PAGE_IMAGE },
	{ STR_INIT("GIF87a"), PAGE_IMAGE },
	{ STR_INIT("GIF89a"), PAGE_IMAGE },
	{ STR_INIT("PK\x03\x04"), PAGE_OTHER },
	{ STR_INIT("\x1f\x8b\x08"), PAGE_OTHER },
};

static enum page_kind
by_magic(struct str bytes)
{
	if (str_starts(bytes, "RIFF") && str_starts(str_sub(bytes, 8, bytes.n), "WEBP"))
		return PAGE_IMAGE;
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (bytes.n >= magics[i].magic.n && str_eq(str_sub(bytes, 0, magics[i].magic.n), magics[i].magic))
			return magics[i].kind;
	return PAGE_ARTICLE;
}

/* ---- by the first element */

/* What follows "end"; nothing where it is missing. */
static struct str
behind(struct str s, const char *end)
{
	return str_sub(s, str_find(s, str_of(end)) + strlen(end), s.n);
}

/* The text from the first tag on, behind an XML declaration, comments and a DOCTYPE. */
static struct str
root_of(struct str text)
{
	struct str s = str_trim(str_starts(text, "\ufeff") ? behind(text, "\ufeff") : text);

	for (;; s = str_trim(s)) {
		if (str_starts(s, "<!--"))
			s = behind(s, "-->");
		else if (str_starts(s, "<?") || str_starts(s, "<!"))
			s = behind(s, ">");
		else
			return s;
	}
}

static enum page_kind
by_root(struct str text)
{
	struct str root = root_of(text), tag = str_sub(root, 0, str_find_char(root, '>'));

	if (str_starts(tag, "<rss") || (str_starts(tag, "<feed") && str_has(tag, "Atom")) ||
	    (str_starts(tag, "<rdf:RDF") && str_has(tag, "purl.org/rss/")))
		return PAGE_FEED;
	if (str_starts(root, "{") && str_has(str_sub(root, 0, JSON_HEAD), "jsonfeed.org/version"))
		return PAGE_FEED;
	return str_starts(tag, "<svg") && str_ends(str_trim(root), "</svg>") ? PAGE_IMAGE : PAGE_ARTICLE;
}

/* ---- by its characters */

/* Not NUL: some pages have a few, or are filled up with them. */
static bool
is_control(int32_t cp)
{
	return (cp > 0 && cp < ' ' && !(cp >= '\t' && cp <= '\r') && cp != 0x1b) || (cp >= 0x7f && cp < 0xa0);
}

/* One in fifty is more than any text has, but for a few lines with escapes; compressed bytes have one in ten. */
static bool
is_text(struct str text)
{
	struct str head = str_sub(text, 0, HEAD), rest = head;
	size_t controls = 0;

	while (rest.n) {
		rest = str_sub(rest, plain_len(rest), rest.n);
		controls += is_control(utf8_next(&rest));
	}
	return controls < FEW || controls * 50 <= utf8_count(head);
}

enum page_kind
other_find(struct str bytes, struct str text)
{
	enum page_kind kind = by_magic(bytes);

	if (kind == PAGE_ARTICLE)
		kind = by_root(text);
	return kind == PAGE_ARTICLE && !is_text(text) ? PAGE_OTHER : kind;
}
