/*
 * Files of our own: mode 0600 in directories 0700, never through a symlink
 * (O_NOFOLLOW), written whole or not at all.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/buf.h"
#include "base/err.h"
#include "base/path.h"

/* Makes dir and what is missing above it, mode 0700. */
int file_mkdirs(const char *dir, struct err *err);

/* Makes the folder that holds the file. */
int file_mkdirs_for(const char *file, struct err *err);

/* Reads at most max bytes of a file ("-": standard input) into *ret, which is cleared first; a longer file is an error (ERR_LIMIT). */
int file_read(const char *path, size_t max, struct buf *ret, struct err *err);

/* The file of that name among the user's settings, empty when it is missing; *path is where it is. What is wrong with its bytes is ERR_USAGE: its user is to put it right. */
int file_read_settings(const char *name, size_t max, struct path *path, struct buf *ret, struct err *err);

/* The file as it is called in messages: "-" is standard input in the user's language. */
const char *file_name(const char *path);

/* The same of an open file; name is for the message. */
int file_read_fd(int fd, const char *name, size_t max, struct buf *ret, struct err *err);

/* Writes all n bytes, through short writes and EINTR. */
int file_write_fd(int fd, const void *p, size_t n);

/*
 * Replaces path by these bytes: file beside it, fsync, rename, fsync of the folder. A symlink stays and its target is
 * replaced, or made; the mode of an existing file is kept. The caller sees to it that no other process does the same:
 * what one that was killed left beside it is overwritten.
 */
int file_replace(const char *path, struct str bytes, struct err *err);

/* The same of what can be made anew: it is whole for who reads it, but nothing waits for the disk, and when the machine stops it may be empty or gone. */
int file_put(const char *path, struct str bytes, struct err *err);

/* The same in two steps, for what has to be looked at in between: the new file is written, then it takes its place, or is dropped. */
struct file_new {
	struct path target, temp;
};
int file_new_write(struct file_new *f, const char *path, struct str bytes, struct err *err);

/* The first step piece by piece, into a folder that is there (ERR_NOT_FOUND): a descriptor to write to, which file_new_close() ends; -1 from either when there is nothing to drop. */
int file_new_open(struct file_new *f, const char *path, struct err *err);
int file_new_close(const struct file_new *f, int fd, struct err *err);

int file_new_commit(const struct file_new *f, struct err *err);
void file_new_drop(const struct file_new *f);

/* Removes what a process that was killed left beside path. */
void file_new_sweep(const char *path);

/* Opens (and makes) a lock file and takes an exclusive flock on it. Returns the descriptor, -1 with ERR_BUSY when another process holds it and wait is false. close() gives it back. */
int file_lock(const char *path, bool wait, struct err *err);

/* flock() through interruptions; 0 as well where the file system has no locks: then it is done without. -1 with errno. */
int file_flock(int fd, int how);

/* Whether a lock that was taken on it is one. */
bool file_has_lock(int fd);

/* Whether it lies on another machine (NFS, SMB and the like), so that memory cannot be shared through it. */
bool file_is_remote(const char *path);

/* fsync of the folder that holds the file. */
int file_sync_folder(const char *file);

#endif
