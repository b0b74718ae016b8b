#include "feed/target.h"

#include "base/limits.h"
#include "base/num.h"
#include "feed/oneline.h"
#include "feed/tempo.h"
#include "text/date.h"
#include "text/utf8.h"

bool
target_wants(const struct target *t, enum element_field field, int rank)
{
	bool is_more = field == ELEMENT_AUTHOR && rank == t->rank[field] && t->value[field].n < LIMIT_NAME;

	return rank > t->rank[field] || is_more;
}

bool
target_wants_file(struct target *t)
{
	return t->files++ < LIMIT_ENCLOSURES;
}

void
target_set(struct target *t, enum element_field field, int rank, struct str value)
{
	if (!value.n)
		return;
	if (field == ELEMENT_AUTHOR && rank == t->rank[field] && rank && t->value[field].n < LIMIT_NAME) {
		if (str_find(t->value[field], value) == t->value[field].n)
			t->value[field] = arena_printf(t->arena, "%.*s, %.*s", STR(t->value[field]), STR(value));
		return;
	}
	if (rank <= t->rank[field])
		return;
	t->rank[field] = rank;
	t->value[field] = value;
}

void
target_add_category(struct target *t, struct str name)
{
	if (!name.n || t->categories.n >= LIMIT_CATEGORIES)
		return;
	for (size_t i = 0; i < t->categories.n; i++)
		if (str_eq(t->categories.v[i], name))
			return;
	*vec_add(&t->categories) = name;
}

void
target_add_enclosure(struct target *t, struct str url, struct str type, struct str length)
{
	struct enclosure *e;
	int64_t bytes;

	if (!url.n)
		return;
	for (size_t i = 0; i < t->enclosures.n; i++)
		if (str_eq(t->enclosures.v[i].url, url))
			return;
	e = vec_add(&t->enclosures);
	*e = (struct enclosure){ .url = url, .type = arena_dup(t->arena, type), .length = -1 };
	if (num_parse(str_trim(length), 0, INT64_MAX, &bytes))
		e->length = bytes;
}

static void
forget(struct target *t)
{
	memset(t->value, 0, sizeof t->value);
	memset(t->rank, 0, sizeof t->rank);
	t->categories.n = 0;
	t->enclosures.n = 0;
	t->files = 0;
	t->base = STR_NONE;
}

void
target_clear(struct target *t)
{
	forget(t);
	arena_reset(t->arena);
}

void
target_free(struct target *t)
{
	vec_free(&t->categories);
	vec_free(&t->enclosures);
}

/* What a post without a title is called: by the start of its text, else by its address. */
static struct str
title_of(struct target *t)
{
	enum { LETTERS = 100 };
	struct str html = t->value[ELEMENT_CONTENT].n ? t->value[ELEMENT_CONTENT] : t->value[ELEMENT_SUMMARY];
	struct str line = oneline_of_html(t->arena, html), rest = line;

	if (!line.n)
		return t->value[ELEMENT_LINK];
	for (int i = 0; i < LETTERS && rest.n; i++)
		(void)utf8_next(&rest);
	if (!rest.n)
		return line;
	size_t n = line.n - rest.n, blank = n;

	while (blank > n / 2 && line.p[blank] != ' ')
		blank--;
	return arena_printf(t->arena, "%.*s…", STR(str_sub(line, 0, blank > n / 2 ? blank : n)));
}

void
target_post(struct target *t, int64_t now, int zone_min, struct post *ret)
{
	*ret = (struct post){
		.id = t->value[ELEMENT_ID],
		.title = t->value[ELEMENT_TITLE].n ? t->value[ELEMENT_TITLE] : title_of(t),
		.is_title_made = !t->value[ELEMENT_TITLE].n,
		.link = t->value[ELEMENT_LINK],
		.author = t->value[ELEMENT_AUTHOR],
		.published = date_parse(t->value[ELEMENT_PUBLISHED], now, zone_min),
		.updated = date_parse(t->value[ELEMENT_UPDATED], now, zone_min),
		.summary = t->value[ELEMENT_SUMMARY],
		.content = t->value[ELEMENT_CONTENT],
		.comments = t->value[ELEMENT_COMMENTS],
		.base = t->base,
		.categories = t->categories.v,
		.n_categories = t->categories.n,
		.enclosures = t->enclosures.v,
		.n_enclosures = t->enclosures.n,
	};
}

void
target_feed(struct target *t, int64_t now, int zone_min, struct feed *ret)
{
	ret->title = t->value[ELEMENT_TITLE];
	ret->subtitle = oneline_of_html(t->arena, t->value[ELEMENT_SUMMARY]);
	if (!ret->subtitle.n)
		ret->subtitle = oneline_of_html(t->arena, t->value[ELEMENT_CONTENT]);
	ret->author = t->value[ELEMENT_AUTHOR];
	ret->rights = t->value[ELEMENT_RIGHTS];
	ret->generator = t->value[ELEMENT_GENERATOR];
	ret->link = t->value[ELEMENT_LINK];
	ret->id = t->value[ELEMENT_ID];
	ret->language = t->value[ELEMENT_LANGUAGE];
	ret->image = t->value[ELEMENT_IMAGE];
	ret->updated = date_parse(t->value[ELEMENT_UPDATED], now, zone_min);
	if (ret->updated == CLOCK_NONE)
		ret->updated = date_parse(t->value[ELEMENT_PUBLISHED], now, zone_min);
	ret->ttl_min = tempo_minutes(t->value[ELEMENT_TTL], t->value[ELEMENT_PERIOD], t->value[ELEMENT_FREQUENCY]);
}
