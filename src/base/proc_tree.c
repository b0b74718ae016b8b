#include "base/proc_tree.h"

#include <limits.h>
#include <signal.h>
#include <stdio.h>

#include "base/file.h"
#include "base/num.h"
#include "base/vec.h"

enum { TREE_MAX = 1000, LIST_MAX = 64 << 10 };

struct tree {
	vec(pid_t) pids;
};

/* Those that a process has started itself. */
static void
add_children(struct tree *t, pid_t pid)
{
	struct buf list = { 0 };
	struct str rest, word;
	char path[64];
	int64_t child;

	(void)snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pid, (int)pid);
	if (file_read(path, LIST_MAX, &list, NULL) < 0)
		buf_clear(&list);
	rest = buf_str(&list);
	while ((word = str_word(&rest)).n && t->pids.n < TREE_MAX)
		if (num_parse(word, 1, INT_MAX, &child))
			*vec_add(&t->pids) = (pid_t)child;
	buf_free(&list);
}

void
proc_tree_signal(pid_t pid, int number)
{
	struct tree t = { 0 };

	*vec_add(&t.pids) = pid;
	for (size_t i = 0; i < t.pids.n; i++)
		add_children(&t, t.pids.v[i]);
	for (size_t i = t.pids.n; i-- > 0;)
		(void)kill(t.pids.v[i], number);
	vec_free(&t.pids);
}
