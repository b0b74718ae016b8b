#include "ui/complete_files.h"

#include <dirent.h>
#include <sys/stat.h>

#include "base/path.h"
#include "base/tr.h"
#include "base/vec.h"
#include "text/utf8.h"
#include "ui/app.h"

struct files {
	vec(struct str) list;
};

/* A link to one is one, too. */
static bool
is_folder(DIR *dir, const struct dirent *entry)
{
	struct stat st;

	if (entry->d_type != DT_LNK && entry->d_type != DT_UNKNOWN)
		return entry->d_type == DT_DIR;
	return !fstatat(dirfd(dir), entry->d_name, &st, 0) && S_ISDIR(st.st_mode);
}

bool
complete_files_can_name(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if ((unsigned char)name.p[i] < ' ' || name.p[i] == 0x7f || name.p[i] == '"')
			return false;
	return utf8_is_valid(name) && !str_is(name, ".") && !str_is(name, "..");
}

/* Those of a folder, behind what stands before them, in the arena. */
static void
read_folder(struct arena *a, const char *folder, struct str front, bool has_hidden, struct files *ret)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		struct str name = str_of(entry->d_name);

		if (complete_files_can_name(name) && (has_hidden || *name.p != '.'))
			*vec_add(&ret->list) = arena_printf(a, "%.*s%.*s%s", STR(front), STR(name), is_folder(dir, entry) ? "/" : "");
	}
	if (dir)
		(void)closedir(dir);
}

/* A folder's quotes stay open: its name goes on. */
static struct str
as_word(struct arena *a, struct str name)
{
	if (!str_has(name, " "))
		return name;
	return arena_printf(a, "\"%.*s%s", STR(name), str_ends(name, "/") ? "" : "\"");
}

void
complete_files(struct app *app, const char *base, bool is_word)
{
	struct complete *c = &app->complete;
	struct str front = c->plain;
	struct files files = { 0 };
	struct path joined;
	const char *folder;
	bool has_hidden;

	while (front.n && front.p[front.n - 1] != '/')
		front.n--;
	has_hidden = str_starts(str_sub(c->plain, front.n, c->plain.n), ".");
	folder = path_home(&c->arena, arena_cstr(&c->arena, front));
	if (*folder != '/' && !path_join(&joined, base, folder, NULL))
		folder = joined.p;
	read_folder(&c->arena, folder, front, has_hidden, &files);
	complete_sort(files.list.v, files.list.n);
	for (size_t i = 0; i < files.list.n; i++)
		complete_add(c, files.list.v[i], is_word ? as_word(&c->arena, files.list.v[i]) : files.list.v[i]);
	vec_free(&files.list);
}

static void
add_here(struct app *app)
{
	complete_files(app, ".", false);
}

void
complete_files_tab_by(struct app *app, int step, size_t from, void (*add)(struct app *app))
{
	if (!app->complete.is_open) {
		complete_begin(&app->complete, &app->prompt, from);
		add(app);
	}
	if (!app->complete.n)
		app_say(app, "%s", tr("nothing begins so"));
	complete_step(&app->complete, &app->prompt, step, false);
}

void
complete_files_tab(struct app *app, int step)
{
	complete_files_tab_by(app, step, 0, add_here);
}
