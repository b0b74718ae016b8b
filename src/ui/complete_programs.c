#include "ui/complete_programs.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vec.h"
#include "text/hangul.h"
#include "ui/app.h"
#include "ui/complete_files.h"

struct programs {
	struct arena *arena;
	struct str stem; /* they begin with */
	vec(struct str) list;
};

static bool
is_program(DIR *dir, const char *name)
{
	struct stat st;

	return !faccessat(dirfd(dir), name, X_OK, 0) && !fstatat(dirfd(dir), name, &st, 0) && S_ISREG(st.st_mode);
}

static bool
begins(struct str name, struct str stem)
{
	return str_eq(str_sub(name, 0, stem.n), stem);
}

static void
read_folder(struct programs *p, const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	while (dir && (entry = readdir(dir)))
		if (begins(str_of(entry->d_name), p->stem) && complete_files_can_name(str_of(entry->d_name)) && is_program(dir, entry->d_name))
			*vec_add(&p->list) = arena_dup(p->arena, str_of(entry->d_name));
	if (dir)
		(void)closedir(dir);
}

/* What was typed with the other keyboard on is no name of a program, but the letters of one. */
static struct str
stem_of(struct complete *c)
{
	struct buf latin = { 0 };
	struct str ret;

	hangul_decode(&latin, c->plain);
	ret = arena_dup(&c->arena, buf_str(&latin));
	buf_free(&latin);
	return ret;
}

void
complete_programs(struct app *app)
{
	struct complete *c = &app->complete;
	struct programs p = { .arena = &c->arena, .stem = stem_of(c) };
	const char *path = getenv("PATH");
	struct str rest = str_of(path ? path : ""), folder;

	if (str_has(c->plain, "/")) {
		complete_files(app, ".", true);
		return;
	}
	while (rest.n) {
		(void)str_cut(rest, ':', &folder, &rest);
		read_folder(&p, folder.n ? arena_cstr(&c->arena, folder) : ".");
	}
	complete_sort(p.list.v, p.list.n);
	for (size_t i = 0; i < p.list.n; i++)
		complete_add(c, p.list.v[i], p.list.v[i]);
	vec_free(&p.list);
}

/* The first word is the program, the others may be files. */
static void
add(struct app *app)
{
	if (str_trim(str_sub(buf_str(&app->prompt.text), 0, app->complete.from)).n)
		complete_files(app, ".", true);
	else
		complete_programs(app);
}

void
complete_programs_tab(struct app *app, int step)
{
	complete_files_tab_by(app, step, app->prompt.at - prompt_word(&app->prompt).n, add);
}
