#include "feed/value.h"

#include "feed/oneline.h"
#include "text/entity.h"
#include "text/utf8.h"

static bool
is_xml_type(struct str type)
{
	return str_ends(type, "+xml") || str_ends(type, "/xml");
}

/* A media type as the content of an Atom element. */
static enum value_mode
mode_of_media_type(struct str type)
{
	if (str_starts_icase(type, "text/html"))
		return VALUE_HTML;
	if (is_xml_type(type))
		return VALUE_XHTML;
	return str_starts_icase(type, "text/") ? VALUE_TEXT : VALUE_BASE64_HTML;
}

static enum value_mode
mode_of_atom10(struct str type)
{
	if (!type.n || str_is_icase(type, "text"))
		return VALUE_TEXT;
	if (str_is_icase(type, "html"))
		return VALUE_HTML;
	if (str_is_icase(type, "xhtml"))
		return VALUE_XHTML;
	return str_has(type, "/") ? mode_of_media_type(type) : VALUE_HTML;
}

static enum value_mode
mode_of_atom03(struct str type, struct str mode)
{
	bool is_html = str_is_icase(type, "html") || str_starts_icase(type, "text/html") || is_xml_type(type) ||
		str_is_icase(type, "xhtml");

	if (str_is_icase(mode, "base64"))
		return is_html || !type.n || !str_starts_icase(type, "text/") ? VALUE_BASE64_HTML : VALUE_BASE64_TEXT;
	if (str_is_icase(mode, "escaped"))
		return is_html ? VALUE_HTML : VALUE_TEXT;
	return is_html ? VALUE_XHTML : VALUE_TEXT;
}

enum value_mode
value_mode_of(const struct events_element *element, bool is_atom)
{
	struct str type = str_trim(events_attr_of(element, "type")), mode = events_attr_of(element, "mode");

	if (events_attr_of(element, "src").n && str_is_icase(element->name, "content"))
		return VALUE_ABSENT;
	switch (element->ns) {
	case EVENTS_ATOM10:
		return mode_of_atom10(type);
	case EVENTS_ATOM03:
		return mode_of_atom03(type, mode);
	case EVENTS_XHTML:
		return VALUE_XHTML;
	case EVENTS_MEDIA: /* "plain" is the default there */
		return str_is_icase(type, "html") ? VALUE_HTML : VALUE_LINES;
	default:
		if (is_atom && (type.n || mode.n))
			return mode.n ? mode_of_atom03(type, mode) : mode_of_atom10(type);
		return str_is_icase(element->name, "div") || str_is_icase(element->name, "body") ? VALUE_XHTML : VALUE_HTML;
	}
}

static int
sextet(char c)
{
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = c ? strchr(alphabet, c) : NULL;

	return at ? (int)(at - alphabet) : -1;
}

/* RFC 4648 section 4, white space passed over; false, and *out half filled, when it is not that. */
static bool
from_base64(struct buf *out, struct str s)
{
	unsigned bits = 0;
	int n = 0;

	for (size_t i = 0; i < s.n && s.p[i] != '='; i++) {
		int value = sextet(s.p[i]);

		if (value < 0 && !str_is_space(s.p[i]))
			return false;
		if (value < 0)
			continue;
		bits = bits << 6 | (unsigned)value;
		n += 6;
		if (n >= 8) {
			n -= 8;
			buf_putc(out, (char)(bits >> n & 0xff));
		}
	}
	return n != 6;
}

/* The text that base64 holds; content that is said to be base64 and is not, as it stands; nothing for other media. */
static void
decode_base64(struct buf *out, struct str s)
{
	struct buf bytes = { 0 };

	if (!from_base64(&bytes, s))
		buf_add(out, s);
	else if (utf8_is_valid(buf_str(&bytes)) && str_find_char(buf_str(&bytes), '\0') == bytes.n)
		buf_add(out, buf_str(&bytes));
	buf_free(&bytes);
}

static struct str
escaped(struct arena *a, struct str text)
{
	struct buf out = { 0 };
	struct str result;

	entity_escape(&out, text);
	result = arena_dup(a, buf_str(&out));
	buf_free(&out);
	return result;
}

struct str
value_lines(struct arena *a, struct str text)
{
	struct buf html = { 0 };
	struct str result, line;

	if (str_find_char(text, '<') == text.n && str_find_char(text, '&') == text.n)
		return arena_dup(a, text);
	while (str_line(&text, &line)) {
		entity_escape(&html, line);
		if (text.n)
			buf_puts(&html, "<br>");
	}
	result = arena_dup(a, buf_str(&html));
	buf_free(&html);
	return result;
}

/* What stands in a CDATA section that was escaped with its content. */
static struct str
without_section(struct str content)
{
	struct str start = str_lit("<![CDATA["), end = str_lit("]]>");

	content = str_trim(content);
	if (!str_has_head(content, start) || !str_has_tail(content, end) || content.n < start.n + end.n)
		return content;
	return str_trim(str_sub(content, start.n, content.n - end.n));
}

struct str
value_html(struct arena *a, enum value_mode mode, struct str content)
{
	struct buf decoded = { 0 };
	struct str result = STR_NONE;

	content = without_section(content);
	switch (mode) {
	case VALUE_ABSENT:
		break;
	case VALUE_TEXT:
		result = escaped(a, content);
		break;
	case VALUE_LINES:
		result = value_lines(a, content);
		break;
	case VALUE_HTML:
	case VALUE_XHTML:
		result = arena_dup(a, content);
		break;
	case VALUE_BASE64_TEXT:
	case VALUE_BASE64_HTML:
		decode_base64(&decoded, content);
		result = mode == VALUE_BASE64_TEXT ? escaped(a, str_trim(buf_str(&decoded))) :
						     arena_dup(a, str_trim(buf_str(&decoded)));
		buf_free(&decoded);
		break;
	}
	return result;
}

struct str
value_plain(struct arena *a, enum value_mode mode, struct str content)
{
	if (mode == VALUE_TEXT)
		return oneline_of_text(a, content);
	if (mode == VALUE_HTML || mode == VALUE_XHTML)
		return oneline_of_html(a, without_section(content));
	return oneline_of_html(a, value_html(a, mode, content));
}

static void
add_attr(struct buf *out, const char *prefix, struct str name, struct str value)
{
	buf_putc(out, ' ');
	buf_puts(out, prefix);
	buf_add(out, name);
	buf_puts(out, "=\"");
	entity_escape(out, value);
	buf_putc(out, '"');
}

/* Drawings and formulas say what they are at their root. */
static void
add_namespace(struct buf *out, const struct events_element *element)
{
	if (element->ns == EVENTS_SVG && str_is(element->name, "svg"))
		add_attr(out, "", str_lit("xmlns"), str_lit("http://www.w3.org/2000/svg"));
	if (element->ns == EVENTS_MATHML && str_is(element->name, "math"))
		add_attr(out, "", str_lit("xmlns"), str_lit("http://www.w3.org/1998/Math/MathML"));
}

void
value_add_start(struct buf *out, const struct events_element *element)
{
	bool has_xlink = false;

	buf_putc(out, '<');
	buf_add(out, element->name);
	add_namespace(out, element);
	for (size_t i = 0; i < element->n_attrs; i++) {
		const struct events_attr *attr = &element->attrs[i];

		has_xlink |= attr->ns == EVENTS_XLINK;
		if (attr->ns == EVENTS_XLINK)
			add_attr(out, "xlink:", attr->name, attr->value);
		else if (attr->ns == EVENTS_NONE && !str_starts(attr->name, "xmlns"))
			add_attr(out, "", attr->name, attr->value);
	}
	if (has_xlink)
		add_attr(out, "xmlns:", str_lit("xlink"), str_lit("http://www.w3.org/1999/xlink"));
	buf_putc(out, '>');
}

void
value_add_end(struct buf *out, struct str name)
{
	static const char *const empty[] = { "br", "img", "hr", "input", "wbr", "col", "embed", "area", "source" };

	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
		if (str_is_icase(name, empty[i]))
			return;
	buf_puts(out, "</");
	buf_add(out, name);
	buf_putc(out, '>');
}
