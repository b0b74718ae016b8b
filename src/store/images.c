#include "store/images.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/sha256.h"
#include "base/vec.h"

int
images_path(struct str url, struct path *ret, struct err *err)
{
	char name[SHA256_HEX + 1];
	struct path folder;

	sha256_hex(url, name);
	return path_cache(&folder, "images", err) < 0 ? -1 : path_join(ret, folder.p, name, err);
}

int
images_open(struct str url)
{
	struct path path;
	int fd;

	if (images_path(url, &path, NULL) < 0)
		return -1;
	fd = open(path.p, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd >= 0)
		(void)futimens(fd, NULL);
	return fd;
}

int
images_put(struct str url, struct str bytes, struct err *err)
{
	struct path path;

	if (images_path(url, &path, err) < 0 || file_mkdirs_for(path.p, err) < 0)
		return -1;
	return file_replace(path.p, bytes, err);
}

struct kept {
	char name[SHA256_HEX + 1];
	struct timespec used;
	int64_t bytes;
};

static int
by_use(const void *a, const void *b)
{
	const struct kept *x = a, *y = b;

	if (x->used.tv_sec != y->used.tv_sec)
		return x->used.tv_sec < y->used.tv_sec ? -1 : 1;
	return x->used.tv_nsec < y->used.tv_nsec ? -1 : x->used.tv_nsec > y->used.tv_nsec;
}

/* Only names that we gave, with this suffix. */
static bool
is_ours(const char *name, const char *suffix)
{
	size_t n = 0;

	while (str_is_digit(name[n]) || (name[n] >= 'a' && name[n] <= 'f'))
		n++;
	return n == SHA256_HEX && !strcmp(name + n, suffix);
}

/* What a process that was killed had not written to its end (base/file.h): one that lives has it for moments. */
static void
drop_left(DIR *folder, const char *name, const struct stat *st)
{
	enum { LEFT_AFTER_S = 3600 };

	if (is_ours(name, ".sosik-new") && st->st_mtime < clock_now() - LEFT_AFTER_S)
		(void)unlinkat(dirfd(folder), name, 0);
}

typedef vec(struct kept) all_kept;

/* Lists what is kept, and drops what is no picture; returns how many bytes are kept. */
static int64_t
list_kept(DIR *folder, all_kept *ret)
{
	const struct dirent *entry;
	int64_t sum = 0;

	while ((entry = readdir(folder))) {
		struct kept *one;
		struct stat st;

		if (fstatat(dirfd(folder), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) < 0 || !S_ISREG(st.st_mode))
			continue;
		drop_left(folder, entry->d_name, &st);
		if (!is_ours(entry->d_name, ""))
			continue;
		one = vec_add(ret);
		memcpy(one->name, entry->d_name, sizeof one->name);
		one->used = st.st_mtim;
		one->bytes = st.st_size;
		sum += st.st_size;
	}
	return sum;
}

void
images_trim(int64_t bytes)
{
	all_kept all = { 0 };
	struct path path;
	DIR *folder = path_cache(&path, "images", NULL) < 0 ? NULL : opendir(path.p);
	int64_t sum;

	if (!folder)
		return;
	sum = list_kept(folder, &all);
	if (all.n)
		qsort(all.v, all.n, sizeof *all.v, by_use);
	for (size_t i = 0; i < all.n && sum > bytes; i++)
		if (!unlinkat(dirfd(folder), all.v[i].name, 0))
			sum -= all.v[i].bytes;
	(void)closedir(folder);
	vec_free(&all);
}
