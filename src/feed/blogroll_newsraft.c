#include "feed/blogroll_newsraft.h"

#include "base/num.h"

enum { MINUTES_MAX = 100000 };

struct section {
	struct str name;   /* empty for the one that holds all */
	int64_t every_min;
};

/* "reload-period 60; item-limit 100" */
static void
take_settings(struct str inside, int64_t *every_min)
{
	struct str one, key;

	while (inside.n) {
		str_cut(inside, ';', &one, &inside);
		key = str_word(&one);
		if (str_is(key, "reload-period") && !num_parse(str_trim(one), 1, MINUTES_MAX, every_min))
			*every_min = 0; /* 0: not by itself */
	}
}

/* All settings from the first bracket on. A number alone is the period in [], and a limit of items in {}. */
static void
take_brackets(struct str rest, int64_t *every_min)
{
	while (rest.n) {
		const char *kind = strchr("<>[]{}", rest.p[0]);
		struct str inside;

		if (!kind || !rest.p[0] || (kind - "<>[]{}") % 2) {
			rest = str_sub(rest, 1, rest.n);
			continue;
		}
		str_cut(str_sub(rest, 1, rest.n), kind[1], &inside, &rest);
		if (*kind == '[' && !num_parse(str_trim(inside), 1, MINUTES_MAX, every_min))
			*every_min = 0;
		if (*kind != '[')
			take_settings(inside, every_min);
	}
}

static size_t
first_bracket(struct str s)
{
	size_t i = 0;

	while (i < s.n && s.p[i] != '<' && s.p[i] != '[' && s.p[i] != '{')
		i++;
	return i;
}

/* What the section that holds all says counts for the others too. */
static void
take_section(struct section *section, int64_t *global_min, struct str line)
{
	size_t end = first_bracket(line);

	section->name = str_trim(str_sub(line, 0, end));
	section->every_min = *global_min;
	take_brackets(str_sub(line, end, line.n), &section->every_min);
	if (!str_is_icase(section->name, "Global"))
		return;
	section->name = STR_NONE;
	*global_min = section->every_min;
}

/* Behind the address: "name", then the settings. */
static void
take_rest(struct blogroll_entries *e, struct blogroll_feed *feed, struct str rest)
{
	struct str name;

	rest = str_trim(rest);
	if (str_starts(rest, "\"")) {
		str_cut(str_sub(rest, 1, rest.n), '"', &name, &rest);
		blogroll_entry_name(e, feed, name);
	}
	take_brackets(rest, &feed->every_min);
}

static void
take_line(struct blogroll_entries *e, struct str line, const struct section *section, int64_t number)
{
	struct blogroll_feed *feed;
	struct str url;

	if (str_starts(line, "$(")) {
		blogroll_entry_problem(e, BLOGROLL_COMMAND, line, number);
		return;
	}
	url = str_word(&line);
	feed = blogroll_entry_add(e, url, number);
	if (!feed || feed->problem)
		return;
	feed->every_min = section->every_min;
	blogroll_entry_tag(e, feed, section->name);
	take_rest(e, feed, line);
}

void
blogroll_newsraft_parse(struct blogroll_entries *e, struct str text)
{
	struct section section = { 0 };
	int64_t global_min = 0;
	struct str line;

	for (int64_t number = 1; str_line(&text, &line) && !e->is_full; number++) {
		line = str_trim(line);
		if (!line.n || line.p[0] == '#')
			continue;
		if (line.p[0] == '@')
			take_section(&section, &global_min, str_sub(line, 1, line.n));
		else
			take_line(e, line, &section, number);
	}
}
