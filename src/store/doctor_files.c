#include "store/doctor_files.h"

#include <dirent.h>
#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/file.h"
#include "base/tr.h"
#include "store/journal.h"
#include "store/line.h"
#include "store/store_impl.h"

enum {
	PRIVATE = 077,
	MEGABYTE = 1 << 20,
	ROOM = 16 << 20, /* free on the disk: what a sync of some hundred feeds writes, with the index */
};

static void
tell_mode(struct doctor *d, const char *path, mode_t mode, bool is_set)
{
	doctor_tell(d, DOCTOR_FILES, is_set, tr("others may read %s (mode %03o); ‘sosik doctor --repair’ keeps them out"), path,
	    (unsigned)mode & 0777);
}

/* Others may neither read nor write what is there. */
static void
check_mode(struct doctor *d, const char *path, const struct stat *st)
{
	if (st->st_mode & PRIVATE)
		tell_mode(d, path, st->st_mode, d->wants_repair && !chmod(path, st->st_mode & 07700));
}

bool
doctor_files_look(struct path *file, mode_t *mode)
{
	struct stat st;

	if (path_data(file, "sosik.db", NULL) < 0 || lstat(file->p, &st) < 0 || !S_ISREG(st.st_mode) || !(st.st_mode & PRIVATE))
		return false;
	*mode = st.st_mode;
	return true;
}

void
doctor_files_mended(struct doctor *d, const struct path *file, mode_t mode)
{
	tell_mode(d, file->p, mode, true);
}

/* In whole megabytes, a part of one as one. */
static long long
megabytes(int64_t size)
{
	return (size + MEGABYTE - 1) / MEGABYTE;
}

/* What a change of version left is of no use once the cache has been looked through; what was damaged may be. */
static void
check_copy(struct doctor *d, const char *path, struct str name, int64_t size)
{
	bool is_old = str_starts(name, "sosik.db.v");

	if (is_old)
		doctor_tell(d, DOCTOR_FILES, d->wants_repair && !unlink(path),
		    tr("%s is the cache of an earlier version (%lld MB); ‘sosik doctor --repair’ deletes it"), path, megabytes(size));
	else if (str_starts(name, "sosik.db.bad-") && !str_ends(name, "-wal") && !str_ends(name, "-shm"))
		doctor_tell(d, DOCTOR_FILES, false, tr("%s is a damaged cache that was set aside (%lld MB); delete it when nothing is missing"),
		    path, megabytes(size));
}

static void
check_file(struct doctor *d, const char *folder, struct str name)
{
	struct path path;
	struct stat st;

	if (path_join(&path, folder, name.p, NULL) < 0 || lstat(path.p, &st) < 0)
		return;
	if (S_ISLNK(st.st_mode)) {
		doctor_tell(d, DOCTOR_FILES, false, tr("%s is a symbolic link, which is not followed; move the file itself here"), path.p);
		return;
	}
	check_mode(d, path.p, &st);
	check_copy(d, path.p, name, st.st_size);
}

static void
check_folder(struct doctor *d, const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	struct stat st;

	if (!dir)
		return;
	if (!stat(folder, &st))
		check_mode(d, folder, &st);
	while ((entry = readdir(dir)))
		if (entry->d_name[0] != '.')
			check_file(d, folder, str_of(entry->d_name));
	(void)closedir(dir);
}

static void
check_room(struct doctor *d, const char *folder)
{
	struct statvfs fs;

	if (statvfs(folder, &fs) || (uint64_t)fs.f_bavail * fs.f_frsize >= ROOM)
		return;
	doctor_tell(d, DOCTOR_FILES, false, tr("the disk of %s is nearly full (%lld KB are free): a sync of many feeds may find no room there; make some"), folder,
	    (long long)((uint64_t)fs.f_bavail * fs.f_frsize >> 10));
}

/* A folder that is not there yet will be made. */
static void
check_writable(struct doctor *d, const char *folder)
{
	struct err why;

	if (!access(folder, W_OK) || errno == ENOENT)
		return;
	err_errno(&why, ERR_CACHE, tr("nothing new can be kept, %s can only be read"), folder);
	doctor_tell(d, DOCTOR_FILES, false, "%s", why.text);
}

int
doctor_files(struct doctor *d, struct err *err)
{
	struct path journals;

	if (path_join(&journals, d->s->folder.p, "journal", err) < 0)
		return -1;
	check_folder(d, d->s->folder.p);
	check_folder(d, journals.p);
	check_room(d, d->s->folder.p);
	check_writable(d, d->s->folder.p);
	return 0;
}

/* ---- the journal */

/* What has been seen of it. */
struct reading {
	struct doctor *d;
	int64_t line, seq;
	int64_t bad, first_bad; /* lines that are none */
	int64_t back, first_back; /* whose number is not above the one before */
	int64_t snapshot; /* the number that all lines of one have */
};

/* Behind a snapshot, which has the number of the newest action, stand the actions that can still be undone. */
static bool
is_of_snapshot(struct reading *r, const json_t *line, int64_t seq)
{
	if (str_is(line_str(line, "do"), "snapshot") && r->line == 1)
		r->snapshot = seq;
	return r->snapshot && (seq == r->snapshot || json_object_get(line, "past"));
}

static void
take_line(struct reading *r, struct str text)
{
	json_t *line = line_parse(text);
	int64_t seq = line ? line_int(line, "seq") : 0;

	r->line++;
	if (!line && !r->bad++)
		r->first_bad = r->line;
	if (line && !is_of_snapshot(r, line, seq) && seq <= r->seq && !r->back++)
		r->first_back = r->line;
	if (seq > r->seq)
		r->seq = seq;
	json_decref(line);
}

static void
tell_lines(struct doctor *d, const struct reading *r)
{
	const char *path = d->s->journal.p;

	if (r->bad)
		doctor_tell(d, DOCTOR_JOURNAL, false, tr_n("%s, line %lld: no line of a journal; it is passed over",
		    "%s, line %lld and others: no lines of a journal; they are passed over", r->bad), path, (long long)r->first_bad);
	if (r->back)
		doctor_tell(d, DOCTOR_JOURNAL, false, tr("%s, line %lld: its number is not above the one before; was the file edited?"), path,
		    (long long)r->first_back);
}

/* Lines beyond what the cache has are applied when it is next opened for writing. */
static int
check_applied(struct doctor *d, int64_t seq, struct err *err)
{
	sqlite3_stmt *st = stmt_get(d->s, STMT_META_GET, err);
	int64_t applied;

	if (!st)
		return -1;
	stmt_bind_str(st, 1, str_lit("applied_seq"));
	if (stmt_int(d->s, st, 0, &applied, err) < 0)
		return -1;
	if (applied > seq)
		doctor_tell(d, DOCTOR_JOURNAL, false,
		    tr("the cache has actions up to %lld, the journal only up to %lld: was an older journal put back? ‘sosik dump’ saves what the cache has"),
		    (long long)applied, (long long)seq);
	return 0;
}

int
doctor_files_journal(struct doctor *d, struct err *err)
{
	struct buf bytes = BUF_CAPPED(SIZE_MAX / 2);
	struct reading r = { .d = d };
	struct str rest, line;
	bool is_torn;

	if (!journal_size(d->s))
		return check_applied(d, 0, err);
	if (file_read(d->s->journal.p, SIZE_MAX / 2, &bytes, err) < 0) {
		buf_free(&bytes);
		return -1;
	}
	rest = buf_str(&bytes);
	is_torn = rest.n && rest.p[rest.n - 1] != '\n';
	while (str_line(&rest, &line))
		if (rest.n || !is_torn)
			take_line(&r, line);
	tell_lines(d, &r);
	if (is_torn)
		doctor_note(d, DOCTOR_JOURNAL, tr("%s ends in the middle of a line, as after a crash; the next action mends it, and nothing is lost"),
		    d->s->journal.p);
	buf_free(&bytes);
	return check_applied(d, r.seq, err);
}
