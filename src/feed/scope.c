#include "feed/scope.h"

#include "base/limits.h"

void
scope_open(struct scope *s)
{
	s->depth++;
}

void
scope_close(struct scope *s)
{
	s->depth--;
	while (s->names.n && s->names.v[s->names.n - 1].depth > s->depth)
		s->names.n--;
}

void
scope_declare(struct scope *s, struct str attr_name, struct str uri)
{
	struct scope_name *name;

	if (!str_starts(attr_name, "xmlns") || s->names.n >= LIMIT_XML_ATTRS)
		return;
	if (attr_name.n > 5 && attr_name.p[5] != ':')
		return;
	name = vec_add(&s->names);
	name->prefix = str_sub(attr_name, 6, attr_name.n);
	name->ns = events_ns_of(uri, &name->is_rss10);
	name->depth = s->depth;
	/* A name nobody knows is a wrong one, where the prefix is known or it is the whole document's. */
	if (name->ns == EVENTS_OTHER)
		name->ns = name->prefix.n || s->depth == 1 ? events_ns_of_prefix(name->prefix) : EVENTS_OTHER;
}

static enum events_ns
find(struct scope *s, struct str prefix, bool *is_rss10)
{
	*is_rss10 = false;
	for (size_t i = s->names.n; i-- > 0;)
		if (str_eq(s->names.v[i].prefix, prefix)) {
			*is_rss10 = s->names.v[i].is_rss10;
			return s->names.v[i].ns;
		}
	if (!prefix.n)
		return EVENTS_NONE;
	s->has_unbound = s->has_unbound || (!str_is(prefix, "xml") && !str_is(prefix, "xmlns"));
	return events_ns_of_prefix(prefix);
}

enum events_ns
scope_element(struct scope *s, struct str qname, struct str *local, bool *is_rss10)
{
	size_t colon = str_find_char(qname, ':');

	if (colon + 1 >= qname.n) {
		*local = qname;
		return find(s, STR_NONE, is_rss10);
	}
	*local = str_sub(qname, colon + 1, qname.n);
	return find(s, str_sub(qname, 0, colon), is_rss10);
}

enum events_ns
scope_attr(struct scope *s, struct str qname, struct str *local)
{
	size_t colon = str_find_char(qname, ':');
	bool ignored;

	if (colon + 1 >= qname.n) {
		*local = qname;
		return EVENTS_NONE;
	}
	*local = str_sub(qname, colon + 1, qname.n);
	return find(s, str_sub(qname, 0, colon), &ignored);
}

void
scope_free(struct scope *s)
{
	vec_free(&s->names);
}
