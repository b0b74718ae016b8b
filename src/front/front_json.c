#include "front/front_json.h"

#include <stdlib.h>

#include "text/say.h"

void
front_json(json_t *object)
{
	char *text = json_dumps(object, JSON_COMPACT);

	if (text) {
		say_raw(str_of(text));
		say_raw(str_lit("\n"));
	}
	free(text);
	json_decref(object);
	(void)say_finish(NULL);
}
