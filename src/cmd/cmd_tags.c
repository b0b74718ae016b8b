#include <inttypes.h>

#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_bulk.h"
#include "cmd/cmd_color.h"
#include "cmd/cmd_conf.h"
#include "cmd/cmd_json.h"
#include "cmd/cmd_open.h"
#include "conf/conf.h"
#include "store/category.h"
#include "store/tag_tree.h"
#include "text/json_out.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/tag_state.h"

struct options {
	bool is_json, is_flat, is_rename, is_delete, is_categories;
};

/* ---- lists */

static void
put_json(const struct conf *conf, const struct tag_tree_row *row)
{
	const struct conf_tag *look = conf_tag_find(conf->tags, conf->n_tags, row->key);
	json_t *object = json_pack("{s:i, s:I, s:I, s:I, s:I, s:I}", "v", 1, "total", (json_int_t)row->total, "unread",
		(json_int_t)row->unread, "all", (json_int_t)row->all, "all_unread", (json_int_t)row->all_unread, "feeds",
		(json_int_t)row->feeds);

	json_out_text(object, "name", row->name);
	json_out_texts(object, "aliases", look ? look->aliases : NULL, look ? look->n_aliases : 0);
	cmd_json_out(object);
}

static void
put_row(const struct options *o, const struct conf *conf, const struct tag_tree_row *row)
{
	struct buf line = { 0 }, name = { 0 };

	if (o->is_flat && !row->is_tag)
		return;
	if (o->is_json) {
		put_json(conf, row);
		return;
	}
	(void)buf_printf(&line, "%7" PRId64 "  %*s", o->is_flat ? row->total : row->all, o->is_flat ? 0 : 2 * row->depth, "");
	(void)buf_printf(&name, "#%.*s", STR(row->name));
	cmd_color_put(&line, conf_tag_color(conf->tags, conf->n_tags, row->key), buf_str(&name));
	(void)buf_putc(&line, '\n');
	say_raw(buf_str(&line));
	buf_free(&name);
	buf_free(&line);
}

/* A name that is found by, and never written. */
static void
tell_alias(const struct conf *conf, const struct tag_tree_row *row)
{
	const struct conf_tag *tag = conf_tag_of_alias(conf->tags, conf->n_tags, row->key);

	if (!tag)
		return;
	say_err(tr("#%.*s is an alias of #%.*s in the config file, and still a tag of its own; ‘sosik tags --rename %.*s %.*s’ joins them"),
		STR(row->name), STR(tag->name), STR(row->name), STR(tag->name));
}

static int
list_tags(struct store *s, const struct options *o, const struct conf *conf, struct err *err)
{
	struct arena a = { 0 };
	struct tag_tree_row *rows;
	size_t n;
	int rc = tag_tree_read(s, &a, &rows, &n, err);

	for (size_t i = 0; !rc && i < n; i++)
		put_row(o, conf, &rows[i]);
	for (size_t i = 0; !rc && i < n; i++)
		tell_alias(conf, &rows[i]);
	arena_free(&a);
	return rc;
}

static void
put_category(const struct options *o, const struct category_row *row)
{
	json_t *object;

	if (!o->is_json) {
		say_out("%7" PRId64 "  %.*s", row->total, STR(row->name));
		return;
	}
	object = json_pack("{s:i, s:I, s:I}", "v", 1, "total", (json_int_t)row->total, "unread", (json_int_t)row->unread);
	json_out_text(object, "name", row->name);
	cmd_json_out(object);
}

static int
list_categories(struct store *s, const struct options *o, struct err *err)
{
	struct arena a = { 0 };
	struct category_row *rows;
	size_t n;
	int rc = category_rows(s, &a, &rows, &n, err);

	for (size_t i = 0; !rc && i < n; i++)
		put_category(o, &rows[i]);
	arena_free(&a);
	return rc;
}

/* ---- changes */

static struct str
bare(const char *name)
{
	return str_of(name + (*name == '#'));
}

static void
tell_renamed(const struct retag_done *done, struct str from, struct str to)
{
	struct buf what = { 0 };

	if (!done->tags) {
		say_out("%s", tr("nothing to change"));
		return;
	}
	retag_tell(done, &what);
	say_out(tr("#%.*s is now #%.*s: %s"), STR(from), STR(to), buf_cstr(&what));
	buf_free(&what);
	if (done->tags > 1)
		say_out(tr("tags renamed, with those under it: %lld"), (long long)done->tags);
	if (done->joined)
		say_out(tr("of them joined with a tag that was there: %lld (‘sosik undo’ takes them apart again)"), (long long)done->joined);
}

static int
rename_tag(struct store *s, char **names, struct err *err)
{
	struct str from = bare(names[0]), to;
	struct retag_done done;

	if (tag_state_apart(str_of(names[1]), &to, err) < 0 || cmd_bulk_retag(s, from, to, &done, err) < 0)
		return -1;
	tell_renamed(&done, from, to);
	return 0;
}

static int
delete_tag(struct store *s, char **names, struct err *err)
{
	struct str name = bare(names[0]);
	struct retag_done done;
	struct buf what = { 0 };

	if (cmd_bulk_retag(s, name, STR_NONE, &done, err) < 0)
		return -1;
	retag_tell(&done, &what);
	say_out(tr("took #%.*s off %s"), STR(name), buf_cstr(&what));
	buf_free(&what);
	if (done.tags > 1)
		say_out(tr("tags deleted, with those under it: %lld"), (long long)done.tags);
	return 0;
}

static int
run(const struct options *o, char **names, struct err *err)
{
	struct arena a = { 0 };
	struct conf conf;
	struct store *s = NULL;
	int rc = cmd_conf_read(&a, &conf, err);

	if (!rc)
		rc = cmd_open_store(&s, o->is_rename || o->is_delete ? STORE_WRITE : STORE_READ, err);
	if (!rc && o->is_rename)
		rc = rename_tag(s, names, err);
	else if (!rc && o->is_delete)
		rc = delete_tag(s, names, err);
	else if (!rc)
		rc = o->is_categories ? list_categories(s, o, err) : list_tags(s, o, &conf, err);
	store_close(s);
	arena_free(&a);
	return rc;
}

int
cmd_tags(int argc, char **argv, struct err *err)
{
	struct options o = { 0 };
	const struct opts table[] = {
		{ "json", 0, OPTS_FLAG, &o.is_json, NULL, N_("one JSON object a line"), 0, 0 },
		{ "flat", 0, OPTS_FLAG, &o.is_flat, NULL, N_("each tag for itself, not as a tree"), 0, 0 },
		{ "categories", 'c', OPTS_FLAG, &o.is_categories, NULL, N_("what the feeds call their posts, instead"), 0, 0 },
		{ "rename", 0, OPTS_FLAG, &o.is_rename, NULL, N_("rename tag A and all under it to B, or join it with B"), 0, 0 },
		{ "delete", 0, OPTS_FLAG, &o.is_delete, NULL, N_("take tag A and all under it off every post and feed"), 0, 0 },
		{ 0 },
	};
	int at = opts_read(argc, argv, table, err), wanted;

	if (at < 0)
		return -1;
	wanted = o.is_rename ? 2 : o.is_delete ? 1 : 0;
	if (argc - at != wanted || (o.is_rename && o.is_delete) || (wanted && (o.is_json || o.is_flat || o.is_categories)))
		return cmd_usage("tags", err);
	return run(&o, argv + at, err);
}
