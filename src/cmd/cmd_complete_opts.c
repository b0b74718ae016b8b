#include "cmd/cmd_complete_opts.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/proc.h"
#include "base/tr.h"
#include "base/vec.h"

enum { OPTIONS_BYTES = 64 << 10 };

/* What the command says of its options. */
static int
ask(const char *command, struct buf *ret, struct err *err)
{
	const char *const argv[] = { "/proc/self/exe", command, "--list-options", NULL };
	pid_t pid;
	int ends[2], rc;

	if (pipe2(ends, O_CLOEXEC) < 0)
		return err_errno(err, ERR_FAILED, tr("cannot run %s"), command);
	rc = proc_start(argv, (struct proc_io){ PROC_NULL, ends[1], PROC_NULL }, &pid, err);
	(void)close(ends[1]);
	if (!rc) {
		rc = file_read_fd(ends[0], command, OPTIONS_BYTES, ret, err);
		(void)close(ends[0]);
		(void)proc_wait(pid);
	} else {
		(void)close(ends[0]);
	}
	return rc;
}

static struct cmd_complete_opt
read_line(struct str line)
{
	struct cmd_complete_opt opt;

	str_cut(line, '\t', &opt.name, &line);
	str_cut(line, '\t', &opt.letter, &line);
	str_cut(line, '\t', &opt.value, &opt.help);
	return opt;
}

int
cmd_complete_opts_read(struct arena *a, const char *command, struct cmd_complete_opt **ret, size_t *n, struct err *err)
{
	vec(struct cmd_complete_opt) opts = { 0 };
	struct buf said = BUF_CAPPED(OPTIONS_BYTES);
	struct str text, line;
	int rc = ask(command, &said, err);

	for (text = arena_dup(a, buf_str(&said)); !rc && str_line(&text, &line);)
		*vec_add(&opts) = read_line(line);
	*ret = arena_new(a, struct cmd_complete_opt, opts.n);
	for (*n = 0; *n < opts.n; ++*n)
		(*ret)[*n] = opts.v[*n];
	vec_free(&opts);
	buf_free(&said);
	return rc;
}

const struct cmd_complete_opt *
cmd_complete_opts_find(const struct cmd_complete_opt *opts, size_t n, struct str word)
{
	bool is_long = str_starts(word, "--");

	if (word.n < 2 || word.p[0] != '-')
		return NULL;
	word = is_long ? str_sub(word, 2, word.n) : str_sub(word, word.n - 1, word.n);
	for (size_t i = 0; i < n; i++)
		if (str_eq(word, is_long ? opts[i].name : opts[i].letter))
			return &opts[i];
	return NULL;
}
