#include "conf/conf_site.h"

#include "base/limits.h"
#include "base/tr.h"
#include "text/quoted.h"

static bool
is_host(struct str text)
{
	size_t end = str_find_char(text, '/');
	struct str host = str_sub(text, 0, end);

	for (size_t i = 0; i < text.n; i++)
		if ((unsigned char)text.p[i] <= ' ' || text.p[i] == 0x7f || strchr("?#:@\"'", text.p[i]))
			return false;
	return host.n && host.p[0] != '.' && !str_ends(host, ".") && text.n <= LIMIT_NAME;
}

static bool
take_host(struct conf_line *line, struct page_rule *ret)
{
	struct conf_word host;

	if (!conf_line_word(line, &host)) {
		if (!line->is_bad)
			conf_line_problem(line, line->at, "%s", tr("the site is missing: site HOST content=\"SELECTOR\""));
		return false;
	}
	if (!is_host(host.value)) {
		conf_line_problem(line, host.at, "%s", tr("expected the name of a site, such as blog.example.com"));
		return false;
	}
	ret->host = host.value;
	return true;
}

static enum rule_field
field_find(struct str name)
{
	int i;

	for (i = 0; i < RULE_FIELDS; i++)
		if (str_is(name, rule_field_name((enum rule_field)i)))
			break;
	return (enum rule_field)i;
}

static void
take_field(struct conf_line *line, const struct conf_word *word, struct page_rule *ret)
{
	enum rule_field field = field_find(word->key);
	struct selector_fault fault;

	if (field == RULE_FIELDS)
		conf_line_problem(line, word->at, "%s", tr("a site has content=, drop=, title=, author=, date= and next="));
	else if (word->value.n > LIMIT_RULE)
		conf_line_problem(line, word->at, tr("longer than %d bytes"), LIMIT_RULE);
	else if (rule_check(field, word->value, &fault) < 0)
		conf_line_problem(line, quoted_place(line->text, word->value_at, fault.at), "%s", tr(fault.what));
	else if (!rule_add(ret, field, word->value))
		conf_line_problem(line, word->at, tr("one %s= too many"), rule_field_name(field));
}

bool
conf_site(struct conf_line *line, struct page_rule *ret)
{
	struct page_rule rule = { 0 };
	struct conf_word word;
	size_t behind;
	bool has_field = false;

	if (!take_host(line, &rule))
		return false;
	for (behind = line->at; conf_line_option(line, &word); has_field = true)
		take_field(line, &word, &rule);
	if (!line->is_bad && !has_field)
		conf_line_problem(line, behind, "%s", tr("a site has content=, drop=, title=, author=, date= and next="));
	if (line->is_bad)
		return false;
	*ret = rule;
	return true;
}
