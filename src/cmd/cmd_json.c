#include "cmd/cmd_json.h"

#include "text/json_out.h"
#include "text/say.h"

/* The word for what there is of its page; NULL: it was never asked for. */
static const char *
full_word_of(unsigned full)
{
	if (!(full & POSTS_FULL_THERE))
		return full & POSTS_FULL_FAILED ? "failed" : NULL;
	if (!(full & POSTS_FULL_SHOWN))
		return "kept";
	return full & POSTS_FULL_PART ? "part" : "shown";
}

void
cmd_json_story(json_t *object, const struct posts_row *row)
{
	const char *full = full_word_of(row->full);

	json_object_set_new(object, "full", full ? json_string(full) : json_null());
	json_object_set_new(object, "changed", json_boolean(row->is_changed));
	json_object_set_new(object, "story", row->story_id ? json_integer(row->story_id) : json_null());
}

void
cmd_json_outline(json_t *object, const struct doc *doc)
{
	json_t *array = json_array();

	for (size_t i = 0; i < doc->n_sections; i++) {
		json_t *section = json_pack("{s:i}", "level", doc->sections[i].level);

		json_out_text(section, "title", doc->sections[i].title);
		json_array_append_new(array, section);
	}
	json_object_set_new(object, "outline", array);
}

static int
add_bytes(const char *bytes, size_t n, void *user)
{
	return buf_add_bytes(user, bytes, n);
}

void
cmd_json_out(json_t *value)
{
	struct buf dumped = { 0 };

	(void)json_dump_callback(value, add_bytes, &dumped, JSON_COMPACT);
	say_json(buf_str(&dumped));
	buf_free(&dumped);
	json_decref(value);
}
