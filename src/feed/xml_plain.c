#include "feed/xml_plain.h"

#include "feed/xml_tag.h"

enum { PASSED = 64 << 10 }; /* who asks is told so often what has been passed */

/* Hands on a text of an element that is fine; what is left of it begins with a reference that is the parser's. */
static struct str
hand_on_pieces(struct xml *xml, struct str text)
{
	size_t n;

	if (text.n && str_find_char(text, '&') == text.n) {
		xml_give_text(xml, text);
		return STR_NONE;
	}
	while (!xml->is_stopped && (n = passage_take(xml->piece, &text)))
		xml_give_text(xml, str_new(xml->piece, n));
	return text;
}

/* What stands between most tags, with its line ends as XML has them. */
static void
take_blanks(struct xml *xml, struct str *bytes)
{
	size_t n = xml_tag_blanks(str_sub(*bytes, 0, PASSAGE_PIECE)), to = 0;

	for (size_t i = 0; i < n; i++)
		if (bytes->p[i] != '\n' || !i || bytes->p[i - 1] != '\r')
			xml->piece[to++] = bytes->p[i] == '\r' ? '\n' : bytes->p[i];
	if (!n || n == bytes->n || bytes->p[n] != '<')
		return;
	xml_give_text(xml, str_new(xml->piece, to));
	*bytes = str_sub(*bytes, n, bytes->n);
}

/* Hands on what is fine of a text that the parser would hand on next, and takes it off *bytes. */
static void
take_text(struct xml *xml, struct str *bytes)
{
	struct str text = passage_text(*bytes, xml->is_section ? PASSAGE_SECTION : PASSAGE_TEXT), left;
	size_t fine = passage_fine(text);

	if (fine > LIMIT_XML_TEXT - xml->text_bytes)
		fine = 0;
	left = str_sub(text, fine, text.n);
	if (fine && xml->is_section)
		xml_give_text(xml, str_sub(text, 0, fine));
	else if (fine)
		left.n += hand_on_pieces(xml, str_sub(text, 0, fine)).n;
	*bytes = str_sub(*bytes, text.n - left.n, bytes->n);
	if (xml->is_section)
		xml->uncut = left.n + strlen("]]>");
}

/* A whole section that is fine; false for another one, and for what is none. */
static bool
take_section(struct xml *xml, struct str *bytes)
{
	static const struct str start = STR_INIT("<![CDATA["), end = STR_INIT("]]>");
	struct str text, behind;

	if (!str_has_head(*bytes, start))
		return false;
	text = passage_text(str_sub(*bytes, start.n, bytes->n), PASSAGE_SECTION);
	behind = str_sub(*bytes, start.n + text.n, bytes->n);
	if (!str_has_head(behind, end) || text.n > LIMIT_XML_TEXT - xml->text_bytes || passage_fine(text) < text.n)
		return false;
	if (text.n)
		xml_give_text(xml, text);
	*bytes = str_sub(behind, end.n, behind.n);
	return true;
}

static void
open_own(struct xml *xml, const struct xml_tag *tag)
{
	xml->text_bytes = 0;
	scope_open(&xml->scope);
	xml->attrs.n = 0;
	for (size_t i = 0; i < tag->n_attrs; i++) {
		struct events_attr *attr = vec_add(&xml->attrs);

		*attr = tag->attrs[i];
		attr->ns = scope_attr(&xml->scope, attr->name, &attr->name);
	}
	*vec_add(&xml->own) = xml->names.n;
	(void)buf_add(&xml->names, tag->name);
	xml_give_start(xml, tag->name);
}

static struct str
last_own(const struct xml *xml)
{
	return xml->own.n ? str_sub(buf_str(&xml->names), xml->own.v[xml->own.n - 1], xml->names.n) : STR_NONE;
}

static void
close_own(struct xml *xml)
{
	xml_give_end(xml, last_own(xml));
	buf_truncate(&xml->names, xml->own.v[--xml->own.n]);
}

/* A start tag, or the end tag of an element that the parser has not seen. */
static bool
take_tag(struct xml *xml, struct str *bytes, struct xml_tag *tag)
{
	size_t n = xml_tag_read(*bytes, tag);

	if (!n || (tag->is_end ? !str_eq(last_own(xml), tag->name) : xml->scope.depth >= LIMIT_XML_DEPTH))
		return false;
	if (!tag->is_end)
		open_own(xml, tag);
	if (!xml->is_stopped && (tag->is_end || tag->is_empty))
		close_own(xml);
	*bytes = str_sub(*bytes, n, bytes->n);
	return true;
}

/* Goes on without the parser, as far as it is not needed. */
static void
take_plain(struct xml *xml, struct str *bytes)
{
	struct xml_tag tag;

	do {
		take_blanks(xml, bytes);
		if (bytes->n && bytes->p[0] != '<')
			take_text(xml, bytes);
		xml_give_passed(xml, bytes->p, PASSED);
	} while (!xml->is_stopped && (take_section(xml, bytes) || take_tag(xml, bytes, &tag)));
}

void
xml_plain_take(struct xml *xml, struct str *bytes)
{
	xml->missed = 0;
	if (xml->is_section)
		take_text(xml, bytes);
	else
		take_plain(xml, bytes);
}
