#include "html/tidy_module.h"

#include <jansson.h>

#include "base/buf.h"

static struct str
string_at(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	return str_new(json_string_value(value), json_string_length(value));
}

/* What the editor shows of a formula. */
static struct str
shown_formula(struct arena *a, struct str html)
{
	const struct dom_node *root = dom_parse(a, html, NULL), *node = root;
	struct buf text = { 0 };
	struct str tex;

	while (node && !dom_has_class(node, "mq-selectable"))
		node = dom_next(node, root);
	dom_text(&text, node ? node : root);
	tex = str_trim(buf_str(&text));
	if (tex.n > 2 && tex.p[0] == '$' && str_ends(tex, "$"))
		tex = str_sub(tex, 1, tex.n - 1);
	tex = arena_dup(a, tex);
	buf_free(&text);
	return tex;
}

static void
read_formula(struct arena *a, const json_t *data, struct tidy_module *ret)
{
	struct str tex = str_trim(string_at(data, "latex"));

	ret->text = tex.n ? arena_dup(a, tex) : shown_formula(a, string_at(data, "html"));
	ret->kind = ret->text.n ? TIDY_MODULE_FORMULA : TIDY_MODULE_NONE;
}

static void
read_data(struct arena *a, struct str type, const json_t *data, struct tidy_module *ret)
{
	if (str_is(type, "v2_video")) {
		ret->kind = TIDY_MODULE_VIDEO;
		ret->text = arena_dup(a, string_at(json_object_get(data, "mediaMeta"), "title"));
		ret->url = arena_dup(a, string_at(data, "thumbnail"));
	} else if (str_is(type, "v2_formula")) {
		read_formula(a, data, ret);
	} else if (str_is(type, "v2_oembed")) {
		ret->frame = dom_find(dom_parse(a, string_at(data, "html"), NULL), DOM_IFRAME);
		ret->kind = ret->frame ? TIDY_MODULE_FRAME : TIDY_MODULE_NONE;
	}
}

void
tidy_module_read(struct arena *a, const struct dom_node *script, struct tidy_module *ret)
{
	struct str old = dom_attr(script, "data-module"), text = old.n ? old : dom_attr(script, "data-module-v2");
	json_t *module = text.n ? json_loadb(text.p, text.n, 0, NULL) : NULL;

	*ret = (struct tidy_module){ .kind = TIDY_MODULE_NONE };
	read_data(a, string_at(module, "type"), json_object_get(module, "data"), ret);
	json_decref(module);
}
