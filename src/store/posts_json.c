#include "store/posts_json.h"

#include "text/json_out.h"

void
posts_json(json_t *object, const struct posts_row *row)
{
	json_out_text(object, "title", row->title);
	json_out_text(object, "feed", row->feed_name);
	json_out_text(object, "author", row->author);
	json_out_time(object, "published", row->published);
	json_out_text(object, "link", row->link);
	json_out_text(object, "excerpt", row->excerpt);
	json_out_texts(object, "tags", row->tags, row->n_tags);
}
