#include "ui/complete_names.h"

#include "query/query_complete.h"
#include "store/category.h"
#include "store/feeds.h"
#include "store/state.h"
#include "store/tag_tree.h"
#include "text/tag_state.h"
#include "ui/app.h"

static void
add(struct app *app, struct str front, struct str name)
{
	struct complete *c = &app->complete;
	struct str whole = arena_printf(&c->arena, "%.*s%.*s", STR(front), STR(name));

	complete_add(c, whole, whole);
}

/* In quotes where it would be more than one word. */
static void
add_quoted(struct app *app, struct str front, struct str name)
{
	struct complete *c = &app->complete;
	const char *quote = str_has(name, " ") || str_has(name, ",") ? "\"" : "";

	if (!str_has(name, "\""))
		complete_add(c, arena_printf(&c->arena, "%.*s%.*s", STR(front), STR(name)),
			arena_printf(&c->arena, "%.*s%s%.*s%s", STR(front), quote, STR(name), quote));
}

/* A tag, by its name or another one. */
static void
add_tag(struct app *app, struct str read, struct str name, struct str front, struct str tag)
{
	struct complete *c = &app->complete;

	complete_add(c, arena_printf(&c->arena, "%.*s%.*s", STR(read), STR(name)), arena_printf(&c->arena, "%.*s%.*s", STR(front), STR(tag)));
}

void
complete_names_tags(struct app *app, struct str read, struct str front)
{
	struct arena a = { 0 };
	struct state_tag *used;
	struct tag_tree_row *tree;
	size_t n;

	if (!state_tags(app->store, &a, &used, &n, NULL))
		for (size_t i = 0; i < n; i++)
			add_tag(app, read, used[i].name, front, used[i].name);
	for (size_t i = 0; i < app->n_tags; i++) {
		const struct ui_tag *tag = &app->tags[i];

		add_tag(app, read, tag->name, front, tag->name);
		for (size_t k = 0; k < tag->n_aliases; k++)
			add_tag(app, read, tag->aliases[k], front, tag->name);
	}
	if (!tag_tree_read(app->store, &a, &tree, &n, NULL))
		for (size_t i = 0; i < n; i++)
			add_tag(app, read, tree[i].name, front, tree[i].name);
	arena_free(&a);
}

void
complete_names_states(struct app *app, struct str read, struct str front)
{
	const char *word;

	if (app->complete.typed.n <= read.n)
		return;
	for (size_t i = 0; (word = tag_state_word(i)); i++)
		add_tag(app, read, str_of(word), front, str_of(word));
}

void
complete_names_feeds(struct app *app, struct str front)
{
	struct arena a = { 0 };
	struct feeds_row *feeds;
	size_t n;

	if (!feeds_list(app->store, &a, &feeds, &n, NULL))
		for (size_t i = 0; i < n; i++)
			add_quoted(app, front, feeds[i].name);
	arena_free(&a);
}

void
complete_names_views(struct app *app, struct str front)
{
	const struct query_names *names = &app->saved.names;

	for (size_t i = 0; i < names->n_views; i++)
		add_quoted(app, front, names->views[i].name);
}

static void
add_categories(struct app *app, struct str front)
{
	struct arena a = { 0 };
	struct category_row *rows;
	size_t n;

	if (!category_rows(app->store, &a, &rows, &n, NULL))
		for (size_t i = 0; i < n; i++)
			add_quoted(app, front, rows[i].name);
	arena_free(&a);
}

static void
tell(void *user, struct str front, struct str name)
{
	add(user, front, name);
}

static void
tell_names(void *user, enum query_field field, struct str front)
{
	struct app *app = user;

	if (field == QUERY_FIELD_FEED)
		complete_names_feeds(app, front);
	else if (field == QUERY_FIELD_VIEW)
		complete_names_views(app, front);
	else
		complete_names_tags(app, front, front);
	if (field == QUERY_FIELD_TAG && !str_starts(front, "#") && app->complete.plain.n > front.n)
		add_categories(app, front);
}

/* Where the word begins that the text ends in: behind the last blank that no quote holds. */
static size_t
word_at(struct str text, size_t from)
{
	size_t at = from;
	bool is_quoted = false;

	for (size_t i = from; i < text.n; i++) {
		if (text.p[i] == '"')
			is_quoted = !is_quoted;
		else if (text.p[i] == ' ' && !is_quoted)
			at = i + 1;
	}
	return at;
}

void
complete_names_query(struct app *app, size_t from)
{
	const struct query_completer with = { app, tell, tell_names };
	struct str head = str_sub(buf_str(&app->prompt.text), 0, app->prompt.at);

	from = word_at(head, from);
	from += query_complete_front(str_sub(head, from, head.n));
	complete_begin(&app->complete, &app->prompt, from);
	query_complete(app->complete.plain, &with);
}
