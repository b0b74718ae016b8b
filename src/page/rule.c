#include "page/rule.h"

#include "base/tr.h"
#include "text/url.h"

const char *
rule_field_name(enum rule_field field)
{
	static const char *const names[] = {
		[RULE_CONTENT] = "content", [RULE_DROP] = "drop",   [RULE_TITLE] = "title",
		[RULE_AUTHOR] = "author",   [RULE_DATE] = "date", [RULE_NEXT] = "next",
	};

	return names[field];
}

/* The place of a field that a rule has once. */
static struct str *
place(struct page_rule *rule, enum rule_field field)
{
	switch (field) {
	case RULE_DROP:
		return &rule->drop;
	case RULE_TITLE:
		return &rule->title;
	case RULE_AUTHOR:
		return &rule->author;
	case RULE_DATE:
		return &rule->date;
	case RULE_NEXT:
		return &rule->next;
	default:
		return NULL;
	}
}

bool
rule_add(struct page_rule *rule, enum rule_field field, struct str text)
{
	struct str *to = place(rule, field);

	if (!to && rule->n_contents < RULE_CONTENTS)
		to = &rule->content[rule->n_contents++];
	if (!to || to->n)
		return false;
	*to = text;
	return true;
}

struct str
rule_get(const struct page_rule *rule, enum rule_field field, size_t n)
{
	struct page_rule copy;

	if (field == RULE_CONTENT)
		return n < rule->n_contents ? rule->content[n] : STR_NONE;
	copy = *rule;
	return n ? STR_NONE : *place(&copy, field);
}

void
rule_split(struct str text, struct str *selector, struct str *attr)
{
	size_t at = text.n;

	while (at > 0 && (str_is_alpha(text.p[at - 1]) || str_is_digit(text.p[at - 1]) || strchr("-_:.", text.p[at - 1])))
		at--;
	*selector = text;
	*attr = STR_NONE;
	if (at > 0 && at < text.n && text.p[at - 1] == '@') {
		*selector = str_sub(text, 0, at - 1);
		*attr = str_sub(text, at, text.n);
	}
}

int
rule_check(enum rule_field field, struct str text, struct selector_fault *fault)
{
	struct arena a = { 0 };
	struct selector selector;
	struct str attr = STR_NONE;
	int rc;

	if (field == RULE_TITLE || field == RULE_AUTHOR || field == RULE_DATE)
		rule_split(text, &text, &attr);
	rc = selector_parse(&a, text, &selector, fault);
	arena_free(&a);
	return rc;
}

/* "/blog" is the start of "/blog" and "/blog/1", not of "/blogs". */
static bool
is_above(struct str path, struct str below)
{
	while (path.n && path.p[path.n - 1] == '/')
		path.n--;
	return below.n >= path.n && str_eq(str_sub(below, 0, path.n), path) && (below.n == path.n || below.p[path.n] == '/');
}

bool
rule_fits(struct str host, struct str url)
{
	struct str name = str_sub(host, 0, str_find_char(host, '/')), path = str_sub(host, name.n, host.n), at = url_host(url);
	struct url parts;

	if (!name.n || at.n < name.n || !str_eq_icase(str_sub(at, at.n - name.n, at.n), name))
		return false;
	if (at.n > name.n && at.p[at.n - name.n - 1] != '.')
		return false;
	return !path.n || (url_split(url, &parts) && is_above(path, parts.path));
}

const struct page_rule *
rule_find(const struct page_rule *rules, size_t n, struct str url)
{
	const struct page_rule *best = NULL;

	for (size_t i = 0; i < n; i++)
		if (rule_fits(rules[i].host, url) && (!best || rules[i].host.n >= best->host.n))
			best = &rules[i];
	return best;
}
