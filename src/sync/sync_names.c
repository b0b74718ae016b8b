#include "sync/sync_names.h"

#include "base/map.h"
#include "text/url.h"

/* " (ADDRESS)". */
static void
add_address(struct buf *out, const struct feeds_row *feed)
{
	(void)buf_puts(out, " (");
	url_label(out, feed->url);
	buf_putc(out, ')');
}

static void
add_to_name(struct arena *a, struct feeds_row *feed)
{
	struct buf name = { 0 };

	(void)buf_add(&name, feed->name);
	add_address(&name, feed);
	feed->name = arena_dup(a, buf_str(&name));
	buf_free(&name);
}

/* A place of the map is the first that has the name. */
void
sync_names_part(struct arena *a, struct feeds_row *rows, size_t n)
{
	struct map names = { 0 };

	for (size_t i = 0; i < n; i++) {
		struct str name = rows[i].name;
		struct feeds_row *first = map_find(&names, name);

		if (!first) {
			*map_at(&names, name) = &rows[i];
			continue;
		}
		add_to_name(a, &rows[i]);
		if (str_eq(first->name, name))
			add_to_name(a, first);
	}
	map_free(&names);
}

struct str
sync_names_call(const struct feeds_row *feed)
{
	struct buf address = { 0 };
	bool is_parted;

	add_address(&address, feed);
	is_parted = str_ends(feed->name, buf_cstr(&address));
	buf_free(&address);
	return is_parted ? feed->url : feed->name;
}
