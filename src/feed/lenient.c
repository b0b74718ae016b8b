#include "feed/lenient.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/vec.h"
#include "feed/lenient_ahead.h"
#include "feed/lenient_tag.h"
#include "feed/scope.h"
#include "text/entity.h"

struct open_tag {
	struct str qname; /* with its prefix */
	enum events_ns ns;
	struct str name;
	bool lacks_end; /* none before the post is over */
};

enum {
	SAID_BYTES = 512, /* of a title behind what may be a tag or not */
	SAID_MAX = 10000, /* of such in one feed */
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
	bool is_stopped, is_deep;
	size_t lacking; /* open tags that lack their end */
	struct lenient_ahead ahead;
	int n_said; /* words in titles that were looked at whether they are tags */
	const char *ends[3]; /* where the next end of a section, a comment, an instruction stands */
};

/* Sections that have an end of their own. */
enum section { SECTION_CDATA, SECTION_COMMENT, SECTION_INSTRUCTION };
static const char *const section_ends[] = { "]]>", "-->", "?>" };

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

	l->lacking -= tag->lacks_end;
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
	struct str text = str_sub(l->rest, 0, n), part;

	l->rest = str_sub(l->rest, n, l->rest.n);
	buf_clear(&l->text);
	while (text.n) { /* without "]]>" that closes nothing */
		part = str_sub(text, 0, str_find(text, str_lit("]]>")));
		entity_decode(&l->text, part);
		text = str_sub(text, part.n + 3, text.n);
	}
	give_text(l, buf_str(&l->text));
}

static void
take_attrs(struct lenient *l, struct str inside)
{
	l->attrs.n = 0;
	for (;;) {
		struct events_attr attr = { 0 };

		inside = str_trim(inside);
		attr.name = lenient_tag_name(&inside);
		if (!attr.name.n && !inside.n)
			return;
		if (!attr.name.n) {
			inside = str_sub(inside, 1, inside.n);
			continue;
		}
		inside = str_trim(inside);
		if (inside.n && inside.p[0] == '=') {
			inside = str_sub(inside, 1, inside.n);
			attr.value = lenient_tag_value(&inside);
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

static struct str
innermost(const struct lenient *l)
{
	return l->open.n ? l->open.v[l->open.n - 1].qname : STR_NONE;
}

/* Ends all up to what holds posts, where that does not stand in an element of text. */
static void
close_to_container(struct lenient *l)
{
	size_t keep = 0, n = l->open.n;

	while (n > 0 && !lenient_tag_is_container(l->open.v[n - 1].qname))
		n--;
	while (keep < n && !lenient_tag_is_beside(l->open.v[keep].qname))
		keep++;
	while (l->open.n > keep && !l->is_stopped)
		give_end(l);
}

/* Ends what the tag that begins must stand beside, not in. */
static void
close_before(struct lenient *l, struct str qname)
{
	if (lenient_tag_is_post(qname))
		close_to_container(l);
	if (str_eq_icase(innermost(l), qname) && lenient_tag_is_repeated(qname))
		close_open(l, qname);
	if (!l->lacking || !lenient_tag_is_beside(qname))
		return;
	for (size_t i = 0; i < l->open.n; i++)
		if (l->open.v[i].lacks_end)
			close_open(l, l->open.v[i].qname);
}

/* "A <word> b" in a title: nothing that ends, so it is what the title says. */
static bool
is_said(struct lenient *l, struct str qname, struct str rest)
{
	struct str title = str_sub(rest, 0, SAID_BYTES);

	if (!str_is_icase(innermost(l), "title") || lenient_tag_is_known(qname) || l->n_said >= SAID_MAX)
		return false;
	l->n_said++;
	title = str_sub(title, 0, lenient_tag_find_end(title, innermost(l)));
	return lenient_tag_find_end(title, qname) == title.n;
}

static void
take_start(struct lenient *l)
{
	size_t end = lenient_tag_end(l->rest);
	struct str inside = str_sub(l->rest, 1, end), rest = str_sub(l->rest, end, l->rest.n);
	struct events_element element = { 0 };
	bool is_empty = str_ends(inside, "/");
	struct open_tag tag = { 0 };

	if (!rest.n) { /* cut off inside a tag */
		l->rest = STR_NONE;
		return;
	}
	inside.n -= is_empty;
	tag.qname = lenient_tag_name(&inside);
	if ((str_starts(rest, "<") && !lenient_tag_is_known(tag.qname)) || /* "a <b </title>" */
	    (!is_empty && is_said(l, tag.qname, str_sub(rest, 1, rest.n)))) {
		take_text(l);
		return;
	}
	l->rest = str_starts(rest, ">") ? str_sub(rest, 1, rest.n) : rest;
	close_before(l, tag.qname);
	if (l->is_stopped)
		return;
	if (l->open.n >= LIMIT_XML_DEPTH) {
		l->is_deep = true; /* what it holds counts as of what is around it */
		return;
	}
	scope_open(&l->scope);
	take_attrs(l, inside);
	settle_attrs(l);
	tag.ns = scope_element(&l->scope, tag.qname, &tag.name, &element.is_rss10);
	tag.lacks_end = lenient_ahead_lacks_end(&l->ahead, l->rest, innermost(l), tag.qname);
	l->lacking += tag.lacks_end;
	element.ns = tag.ns;
	element.name = tag.name;
	element.attrs = l->attrs.v;
	element.n_attrs = l->attrs.n;
	*vec_add(&l->open) = tag;
	if (l->sink->start(l->sink->user, &element))
		stop(l, EVENTS_STOPPED);
	else if (is_empty || lenient_tag_is_void(tag.qname))
		give_end(l);
}

static void
take_end(struct lenient *l)
{
	struct str inside = str_sub(l->rest, 2, l->rest.n), name = lenient_tag_name(&inside);

	while (inside.n && inside.p[0] != '>' && inside.p[0] != '<')
		inside = str_sub(inside, 1, inside.n);
	l->rest = str_starts(inside, ">") ? str_sub(inside, 1, inside.n) : inside;
	close_open(l, name);
}

/* Where the end of a section stands in s, a tail of the input; s.n when it does not. Each end is looked for only once. */
static size_t
find_section_end(struct lenient *l, struct str s, enum section section)
{
	const char **known = &l->ends[section];

	if (!*known || *known < s.p)
		*known = s.p + str_find(s, str_of(section_ends[section]));
	return (size_t)(*known - s.p);
}

/* One that never ends is text. */
static void
skip_section(struct lenient *l, enum section section)
{
	size_t at = find_section_end(l, l->rest, section);

	l->rest = str_sub(l->rest, at < l->rest.n ? at + strlen(section_ends[section]) : 2, l->rest.n);
}

/* "<![CDATA[" in any case, also with blanks in it; its length, 0 for anything else. */
static size_t
cdata_start(struct str s)
{
	struct str rest = str_sub(s, 3, s.n);

	if (!str_starts(s, "<!["))
		return 0;
	rest = str_trim(rest);
	if (!str_starts_icase(rest, "CDATA"))
		return 0;
	rest = str_trim(str_sub(rest, 5, rest.n));
	return str_starts(rest, "[") ? (size_t)(rest.p - s.p) + 1 : 0;
}

static void
take_cdata(struct lenient *l, size_t start)
{
	struct str inside = str_sub(l->rest, start, l->rest.n);
	size_t n = find_section_end(l, inside, SECTION_CDATA);
	size_t close = l->open.n ? lenient_tag_find_end(str_sub(inside, 0, n), innermost(l)) : n;
	bool lacks_close = close < n && (n == inside.n || str_has(str_sub(inside, close, n), "<![CDATA["));

	l->rest = lacks_close ? str_sub(inside, close, inside.n) : str_sub(inside, n + 3, inside.n);
	give_text(l, str_sub(inside, 0, lacks_close ? close : n));
}

static void
take_one(struct lenient *l)
{
	struct str s = l->rest;

	if (cdata_start(s))
		take_cdata(l, cdata_start(s));
	else if (str_starts(s, "<!--"))
		skip_section(l, SECTION_COMMENT);
	else if (str_starts(s, "<?"))
		skip_section(l, SECTION_INSTRUCTION);
	else if (str_starts(s, "<!"))
		l->rest = str_sub(s, lenient_ahead_declaration(&l->ahead, s), s.n);
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
	if (l.is_stopped)
		return l.end;
	return l.is_deep ? EVENTS_LIMIT : is_open ? EVENTS_TRUNCATED : EVENTS_WHOLE;
}
