#include "text/json_out.h"

#include "base/clock.h"
#include "text/date.h"

json_t *
json_out_string(struct str text)
{
	return json_stringn(text.n ? text.p : "", text.n);
}

void
json_out_text(json_t *object, const char *key, struct str text)
{
	(void)json_object_set_new(object, key, json_out_string(text));
}

void
json_out_time(json_t *object, const char *key, int64_t t)
{
	struct buf text = { 0 };

	if (t != CLOCK_NONE)
		date_rfc3339(&text, t);
	(void)json_object_set_new(object, key, text.n ? json_out_string(buf_str(&text)) : json_null());
	buf_free(&text);
}

void
json_out_texts(json_t *object, const char *key, const struct str *texts, size_t n)
{
	json_t *array = json_array();

	for (size_t i = 0; i < n; i++)
		(void)json_array_append_new(array, json_out_string(texts[i]));
	(void)json_object_set_new(object, key, array);
}
