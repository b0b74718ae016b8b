#include "conf/conf_tag.h"

#include "base/tr.h"
#include "text/color.h"
#include "text/tag.h"

/* A name that is a good one, without "#". Places are bytes of the line. */
static bool
take_name(struct conf_line *line, size_t at, struct str typed, struct str *ret)
{
	struct buf name = { 0 };
	struct err err = { 0 };

	if (typed.n && *typed.p == '#')
		typed = str_sub(typed, 1, typed.n);
	if (tag_name(&name, typed, &err) < 0)
		conf_line_problem(line, at, "%s", err.text);
	*ret = arena_dup(line->arena, buf_str(&name));
	buf_free(&name);
	return !line->is_bad;
}

/* The line that has this word, as its tag or as an alias; NULL. */
static const struct conf_tag *
owner_of(const struct conf_tags *tags, struct str key)
{
	uintptr_t place = (uintptr_t)map_find(&tags->words, key);

	return place ? &tags->list.v[place - 1] : NULL;
}

/* A word means one tag; a typed line says anew what its own tag has. */
static void
check_free(struct conf_line *line, size_t at, struct str key, struct str own, const struct conf_tags *tags)
{
	const struct conf_tag *owner = owner_of(tags, key);

	if (!owner || line->is_bad || (line->is_typed && str_eq(owner->key, own)))
		return;
	if (str_eq(owner->key, key))
		conf_line_problem(line, at, tr("there is a line of this tag already: %s"), conf_line_where(line, owner->file, owner->number));
	else
		conf_line_problem(line, at, tr("this is an alias of ‘%.*s’ already: %s"), STR(owner->name),
			conf_line_where(line, owner->file, owner->number));
}

static void
take_aliases(struct conf_line *line, const struct conf_word *word, const struct conf_tags *tags, struct conf_tag *ret)
{
	struct str rest = word->value, one;
	vec(struct str) names = { 0 };

	for (bool has_more = true; has_more && !line->is_bad;) {
		struct str name, key;

		has_more = str_cut(rest, ',', &one, &rest);
		if (!take_name(line, word->value_at, one, &name))
			break;
		key = tag_key_in(line->arena, name);
		if (str_eq(key, ret->key))
			conf_line_problem(line, word->value_at, "%s", tr("a tag is no alias of itself"));
		check_free(line, word->value_at, key, ret->key, tags);
		*vec_add(&names) = name;
	}
	ret->aliases = arena_new(line->arena, struct str, names.n);
	for (size_t i = 0; i < names.n; i++)
		ret->aliases[i] = names.v[i];
	ret->n_aliases = names.n;
	vec_free(&names);
}

static void
take_option(struct conf_line *line, const struct conf_word *word, const struct conf_tags *tags, struct conf_tag *ret)
{
	int color;

	if (str_is(word->key, "alias"))
		take_aliases(line, word, tags, ret);
	else if (!str_is(word->key, "color"))
		conf_line_problem(line, word->at, "%s", tr("a tag has alias= and color="));
	else if (!color_parse(word->value, &color) || color == COLOR_DEFAULT)
		conf_line_problem(line, word->value_at, "%s", tr("expected a colour: red, bright-blue, 0 to 255 or #rrggbb"));
	else
		ret->color = color_of_256(color);
}

static void
set_words(struct arena *a, struct conf_tags *tags, const struct conf_tag *tag, void *place)
{
	*map_at(&tags->words, tag->key) = place;
	for (size_t i = 0; i < tag->n_aliases; i++)
		*map_at(&tags->words, tag_key_in(a, tag->aliases[i])) = place;
}

/* former: the line whose place it takes, or NULL. */
static void
put(struct arena *a, struct conf_tags *tags, const struct conf_tag *tag, const struct conf_tag *former)
{
	size_t place = former ? (size_t)(former - tags->list.v) : tags->list.n;

	if (former)
		set_words(a, tags, former, NULL);
	else
		(void)vec_add(&tags->list);
	tags->list.v[place] = *tag;
	set_words(a, tags, tag, (void *)(uintptr_t)(place + 1));
}

void
conf_tag(struct conf_line *line, struct conf_tags *tags)
{
	struct conf_tag tag = { .color = -1, .file = line->file, .number = line->number };
	const struct conf_tag *former;
	struct conf_word word;

	if (!conf_line_word(line, &word)) {
		if (!line->is_bad)
			conf_line_problem(line, line->at, "%s", tr("the name is missing: tag NAME alias=A,B color=COLOUR"));
		return;
	}
	if (!take_name(line, word.at, word.value, &tag.name))
		return;
	tag.key = tag_key_in(line->arena, tag.name);
	check_free(line, word.at, tag.key, tag.key, tags);
	former = line->is_typed ? owner_of(tags, tag.key) : NULL;
	if (former)
		tag = *former;
	while (conf_line_option(line, &word))
		take_option(line, &word, tags, &tag);
	if (!line->is_bad)
		put(line->arena, tags, &tag, former);
}

void
conf_tag_free(struct conf_tags *tags)
{
	vec_free(&tags->list);
	map_free(&tags->words);
}

const struct conf_tag *
conf_tag_find(const struct conf_tag *tags, size_t n, struct str key)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(tags[i].key, key))
			return &tags[i];
	return NULL;
}

const struct conf_tag *
conf_tag_of_alias(const struct conf_tag *tags, size_t n, struct str key)
{
	for (size_t i = 0; i < n; i++)
		if (tag_is_among(tags[i].aliases, tags[i].n_aliases, key))
			return &tags[i];
	return NULL;
}

int
conf_tag_color(const struct conf_tag *tags, size_t n, struct str key)
{
	for (; key.n; key = tag_parent(key)) {
		const struct conf_tag *tag = conf_tag_find(tags, n, key);

		if (tag && tag->color >= 0)
			return tag->color;
	}
	return -1;
}
