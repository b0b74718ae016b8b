#include "ui/sidebar_memory.h"

#include "ui/app.h"

static const char key[] = "view";

/* As the memory calls them; of some it has the name, of feeds the permanent id. */
static const char *const kinds[] = {
	[SIDEBAR_ALL] = "all", [SIDEBAR_UNREAD] = "unread", [SIDEBAR_STARRED] = "starred", [SIDEBAR_SAVED] = "saved",
	[SIDEBAR_TAG] = "tag", [SIDEBAR_FOLDER] = "folder", [SIDEBAR_FEED] = "feed",
};

void
sidebar_memory_name(struct buf *out, const struct sidebar_entry *e)
{
	struct str name = e->kind == SIDEBAR_FEED ? e->uid : e->kind <= SIDEBAR_STARRED ? STR_NONE : e->name;

	(void)buf_printf(out, "%s%s%.*s", kinds[e->kind], name.n ? " " : "", STR(name));
}

void
sidebar_memory_put(struct app *app, const struct sidebar_entry *e)
{
	struct buf text = { 0 };

	sidebar_memory_name(&text, e);
	memory_put(&app->memory, key, buf_str(&text));
	buf_free(&text);
}

int
sidebar_memory_find(const struct app *app, const struct sidebar *b)
{
	struct str text = memory_get(&app->memory, key), kind, name;

	if (!str_cut(text, ' ', &kind, &name)) {
		kind = text;
		name = STR_NONE;
	}
	for (size_t i = 0; i < b->entries.n; i++) {
		const struct sidebar_entry *e = &b->entries.v[i];

		if (e->kind == SIDEBAR_GROUP || !str_is(kind, kinds[e->kind]))
			continue;
		if (e->kind <= SIDEBAR_STARRED || str_eq(e->kind == SIDEBAR_FEED ? e->uid : e->name, name))
			return (int)i;
	}
	return -1;
}
