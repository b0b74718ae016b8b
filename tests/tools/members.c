/*
 * Which members the JSON objects on standard input have, a line for each kind
 * of them: "TYPE: a b c", sorted, where TYPE is their member "type", or "-".
 */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

static void
add(json_t *kinds, json_t *object)
{
	json_t *type = json_object_get(object, "type"), *kind;
	const char *name = json_is_string(type) ? json_string_value(type) : "-", *key;
	json_t *value;

	if (!json_object_get(kinds, name))
		json_object_set_new(kinds, name, json_object());
	kind = json_object_get(kinds, name);
	json_object_foreach(object, key, value)
		json_object_set_new(kind, key, json_true());
}

static void
tell(const char *name, json_t *kind)
{
	char *text = json_dumps(kind, JSON_SORT_KEYS | JSON_COMPACT);

	printf("%s:", name);
	for (char *p = strtok(text, "{}\":,"); p; p = strtok(NULL, "{}\":,"))
		if (strcmp(p, "true") != 0)
			printf(" %s", p);
	puts("");
	free(text);
}

int
main(void)
{
	json_t *kinds = json_object(), *value, *one;
	const char *name;
	size_t i;

	while ((value = json_loadf(stdin, JSON_DISABLE_EOF_CHECK, NULL))) {
		if (json_is_array(value))
			json_array_foreach(value, i, one)
				add(kinds, one);
		else
			add(kinds, value);
		json_decref(value);
	}
	json_object_foreach(kinds, name, value)
		tell(name, value);
	json_decref(kinds);
	return !feof(stdin);
}
