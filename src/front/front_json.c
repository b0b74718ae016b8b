#include "front/front_json.h"

#include <stdlib.h>

#include "text/josa.h"
#include "text/say.h"

enum { JSON_DIGITS = 9 }; /* of a number: a double written in full ends in digits that nobody measured */

void
front_json_sentence(json_t *object, const char *key, const char *text)
{
	struct buf settled = { 0 };

	josa_apply(&settled, str_of(text));
	json_object_set_new(object, key, json_stringn(buf_cstr(&settled), settled.n));
	buf_free(&settled);
}

void
front_json(json_t *object)
{
	char *text = json_dumps(object, JSON_COMPACT | JSON_REAL_PRECISION(JSON_DIGITS));

	if (text)
		say_json(str_of(text));
	free(text);
	json_decref(object);
	(void)say_finish(NULL);
}
