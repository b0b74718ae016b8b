#include "feed/lenient.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/vec.h"
#include "feed/scope.h"
#include "text/entity.h"

struct open_tag {
	struct str qname; /* with its prefix */
	enum events_ns ns;
	struct str name;
};

struct lenient {
	const struct events_sink *sink;
	struct str rest;
	vec(struct open_tag) open;
	struct scope scope;
	vec(struct events_attr) attrs;
	struct buf values; /* of the attributes of one tag, decoded */
	struct buf text;
	enum events_end end;
	bool is_stopped;
};

static void
stop(struct lenient *l, enum events_end end)
{
	l->end = end;
	l->is_stopped = true;
}

static void
give_text(struct lenient *l, struct str text)
{
	if (!l->is_stopped && text.n && l->sink->text(l->sink->user, text))
		stop(l, EVENTS_STOPPED);
}

static void
give_end(struct lenient *l)
{
	struct open_tag *tag = &l->open.v[--l->open.n];

	scope_close(&l->scope);
	if (!l->is_stopped && l->sink->end(l->sink->user, tag->name))
		stop(l, EVENTS_STOPPED);
}

/* Text up to the next "<" that begins a tag. */
static void
take_text(struct lenient *l)
{
	size_t n = 1;

	while (n < l->rest.n && l->rest.p[n] != '<')
		n++;
	buf_clear(&l->text);
	entity_decode(&l->text, str_sub(l->rest, 0, n));
	l->rest = str_sub(l->rest, n, l->rest.n);
	give_text(l, buf_str(&l->text));
}

static bool
is_name_char(char c)
{
	return str_is_alpha(c) || str_is_digit(c) || c == ':' || c == '_' || c == '-' || c == '.' || (c & 0x80);
}

static struct str
take_name(struct str *s)
{
	size_t n = 0;

	while (n < s->n && is_name_char(s->p[n]))
		n++;
	struct str name = str_sub(*s, 0, n);

	*s = str_sub(*s, n, s->n);
	return name;
}

/* The value behind a "=", in either quotes or none. */
static struct str
take_value(struct str *s)
{
	char quote;
	size_t n = 0;
	struct str value;

	*s = str_trim(*s);
	quote = s->n ? s->p[0] : '\0';
	if (quote == '"' || quote == '\'') {
		*s = str_sub(*s, 1, s->n);
		str_cut(*s, quote, &value, s);
		return value;
	}
	while (n < s->n && !str_is_space(s->p[n]))
		n++;
	value = str_sub(*s, 0, n);
	*s = str_sub(*s, n, s->n);
	return value;
}

static void
take_attrs(struct lenient *l, struct str inside)
{
	l->attrs.n = 0;
	for (;;) {
		struct events_attr attr = { 0 };

		inside = str_trim(inside);
		attr.name = take_name(&inside);
		if (!attr.name.n && !inside.n)
			return;
		if (!attr.name.n) {
			inside = str_sub(inside, 1, inside.n);
			continue;
		}
		inside = str_trim(inside);
		if (inside.n && inside.p[0] == '=') {
			inside = str_sub(inside, 1, inside.n);
			attr.value = take_value(&inside);
		}
		if (l->attrs.n < LIMIT_XML_ATTRS)
			*vec_add(&l->attrs) = attr;
	}
}

/* Notes xmlns attributes, then decodes all values and settles the names' vocabularies. */
static void
settle_attrs(struct lenient *l)
{
	size_t need = 0;

	for (size_t i = 0; i < l->attrs.n; i++) {
		struct events_attr *attr = &l->attrs.v[i];

		need += attr->value.n * 2 + 8;
		scope_declare(&l->scope, attr->name, attr->value);
	}
	buf_clear(&l->values);
	(void)buf_reserve(&l->values, need); /* values keep their place */
	for (size_t i = 0; i < l->attrs.n; i++) {
		struct events_attr *attr = &l->attrs.v[i];
		size_t at = l->values.n;

		entity_decode(&l->values, attr->value);
		attr->value = str_sub(buf_str(&l->values), at, l->values.n);
		attr->ns = scope_attr(&l->scope, attr->name, &attr->name);
	}
}

/* Where a tag's ">" stands, quotes respected when they close; rest.n when there is none. */
static size_t
tag_end(struct str s)
{
	char quote = '\0';

	for (size_t i = 1; i < s.n; i++) {
		char c = s.p[i];

		if (quote && c == quote)
			quote = '\0';
		else if (!quote && (c == '"' || c == '\'') && s.p[i - 1] == '=')
			quote = c;
		else if (!quote && c == '>')
			return i;
		else if (c == '<')
			break; /* a quote that never closes */
	}
	return str_find_char(s, '>');
}

/* Closes the innermost open tag of that name and all that was left open in it. */
static void
close_open(struct lenient *l, struct str name)
{
	size_t at = l->open.n;

	while (at > 0 && !str_eq_icase(l->open.v[at - 1].qname, name))
		at--;
	while (at > 0 && l->open.n >= at && !l->is_stopped)
		give_end(l);
}

static void
take_start(struct lenient *l)
{
	size_t end = tag_end(l->rest);
	struct str inside = str_sub(l->rest, 1, end);
	struct events_element element = { 0 };
	bool is_empty = str_ends(inside, "/");
	struct open_tag tag = { 0 };

	if (end == l->rest.n) { /* cut off inside a tag */
		l->rest = STR_NONE;
		return;
	}
	l->rest = str_sub(l->rest, end + 1, l->rest.n);
	inside.n -= is_empty;
	tag.qname = take_name(&inside);
	if (str_is_icase(tag.qname, "item") || str_is_icase(tag.qname, "entry"))
		close_open(l, tag.qname); /* one whose end is missing */
	if (l->is_stopped)
		return;
	scope_open(&l->scope);
	take_attrs(l, inside);
	settle_attrs(l);
	tag.ns = scope_element(&l->scope, tag.qname, &tag.name, &element.is_rss10);
	if (l->open.n >= LIMIT_XML_DEPTH) {
		stop(l, EVENTS_LIMIT);
		return;
	}
	element.ns = tag.ns;
	element.name = tag.name;
	element.attrs = l->attrs.v;
	element.n_attrs = l->attrs.n;
	*vec_add(&l->open) = tag;
	if (l->sink->start(l->sink->user, &element))
		stop(l, EVENTS_STOPPED);
	else if (is_empty)
		give_end(l);
}

static void
take_end(struct lenient *l)
{
	struct str inside;

	str_cut(str_sub(l->rest, 2, l->rest.n), '>', &inside, &l->rest);
	close_open(l, take_name(&inside));
}

static void
skip_to(struct lenient *l, const char *close)
{
	size_t at = str_find(l->rest, str_of(close));

	l->rest = str_sub(l->rest, at + strlen(close), l->rest.n);
}

static void
take_cdata(struct lenient *l)
{
	struct str inside = str_sub(l->rest, 9, l->rest.n);
	size_t n = str_find(inside, str_lit("]]>"));

	l->rest = str_sub(inside, n + 3, inside.n);
	give_text(l, str_sub(inside, 0, n));
}

static void
take_one(struct lenient *l)
{
	struct str s = l->rest;

	if (str_starts(s, "<![CDATA["))
		take_cdata(l);
	else if (str_starts(s, "<!--"))
		skip_to(l, "-->");
	else if (str_starts(s, "<?"))
		skip_to(l, "?>");
	else if (str_starts(s, "<!"))
		skip_to(l, str_find_char(s, '[') < str_find_char(s, '>') ? "]>" : ">");
	else if (str_starts(s, "</"))
		take_end(l);
	else if (s.n > 1 && s.p[0] == '<' && (str_is_alpha(s.p[1]) || s.p[1] == '_' || (s.p[1] & 0x80)))
		take_start(l);
	else
		take_text(l);
}

enum events_end
lenient_events(struct str bytes, const struct events_sink *sink)
{
	struct lenient l = { .sink = sink, .rest = bytes, .end = EVENTS_BROKEN };
	bool is_open;

	while (l.rest.n && !l.is_stopped)
		take_one(&l);
	is_open = l.open.n > 0;
	vec_free(&l.open);
	scope_free(&l.scope);
	vec_free(&l.attrs);
	buf_free(&l.values);
	buf_free(&l.text);
	return l.is_stopped ? l.end : is_open ? EVENTS_TRUNCATED : EVENTS_WHOLE;
}
