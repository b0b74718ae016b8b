#include "cmd/cmd_import_state.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "base/tr.h"
#include "store/foreign_sfeed.h"
#include "text/say.h"

/* The name of a reader's folder and of its database. */
static const struct reader {
	const char *folder, *database;
} readers[] = {
	[BLOGROLL_NEWSBOAT] = { "newsboat", "cache.db" },
	[BLOGROLL_NEWSRAFT] = { "newsraft", "newsraft.sqlite3" },
};

static void
take(struct cmd_import_state *s, const char *file, const struct foreign *found)
{
	for (size_t i = 0; i < found->n; i++)
		*vec_add(&s->posts) = found->posts[i];
	if (found->passed)
		say_err(tr_n("%s: passed over %lld row that cannot be read", "%s: passed over %lld rows that cannot be read",
		    (unsigned long)found->passed), file, (long long)found->passed);
}

int
cmd_import_state_read(struct cmd_import_state *s, const char *file, struct err *err)
{
	char real[PATH_SIZE];
	struct foreign found;

	if (realpath(file, real)) {
		for (size_t i = 0; i < s->files.n; i++)
			if (str_is(s->files.v[i], real))
				return 0;
		*vec_add(&s->files) = arena_dup(&s->a, str_of(real));
	}
	if (foreign_read(file, &s->a, &found, err) < 0)
		return -1;
	take(s, file, &found);
	return 0;
}

/* The folder of a file: "x/" of "x/urls", "" of "urls". */
static struct str
folder_of(struct str file)
{
	while (file.n && file.p[file.n - 1] != '/')
		file.n--;
	return file;
}

/* $XDG_DATA_HOME/…, or its default. */
static struct str
in_data(struct arena *a, const struct reader *reader)
{
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");

	if (data && *data == '/')
		return arena_printf(a, "%s/%s/%s", data, reader->folder, reader->database);
	return arena_printf(a, "%s/.local/share/%s/%s", home ? home : "", reader->folder, reader->database);
}

/* sfeed's files lie beside its list; the addresses of what was read where sfeed_curses was told. */
static int
read_sfeed(struct cmd_import_state *s, struct str folder, const struct cmd_import_list *list, struct err *err)
{
	const char *urls = getenv("SFEED_URL_FILE"), *feeds = arena_printf(&s->a, "%.*sfeeds", STR(folder)).p;
	struct foreign found;
	struct stat st;

	if (!urls || !*urls)
		urls = arena_printf(&s->a, "%.*surls", STR(folder)).p;
	if (stat(feeds, &st) < 0 || !S_ISDIR(st.st_mode))
		return 0;
	if (foreign_sfeed_read(urls, feeds, list->feeds.v, list->feeds.n, &s->a, &found, err) < 0)
		return -1;
	take(s, urls, &found);
	return 0;
}

int
cmd_import_state_beside(struct cmd_import_state *s, const char *file, const struct cmd_import_list *list, struct err *err)
{
	const struct reader *reader = list->format < sizeof readers / sizeof *readers ? &readers[list->format] : &readers[0];
	struct str folder = folder_of(str_of(file)), beside;
	bool is_config;

	if (list->format == BLOGROLL_SFEED)
		return read_sfeed(s, folder, list, err);
	if (!reader->folder)
		return 0;
	beside = arena_printf(&s->a, "%.*s%s", STR(folder), reader->database);
	if (!access(beside.p, F_OK))
		return foreign_is(beside.p) ? cmd_import_state_read(s, beside.p, err) : 0;
	/* A list of the reader's own folder of settings goes with the database in its folder of data. */
	is_config = str_ends(folder, arena_printf(&s->a, "/%s/", reader->folder).p);
	beside = in_data(&s->a, reader);
	return is_config && foreign_is(beside.p) ? cmd_import_state_read(s, beside.p, err) : 0;
}

void
cmd_import_state_free(struct cmd_import_state *s)
{
	vec_free(&s->posts);
	vec_free(&s->files);
	arena_free(&s->a);
}
