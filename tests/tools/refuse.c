/*
 * A system that refuses: refuse CALL ERRNO PROGRAM… runs the program with that
 * system call failing so, for itself and all it starts. A file system without
 * locks is flock 37 (ENOLCK).
 */
#include <errno.h>
#include <seccomp.h>
#include <stdio.h>
#include <unistd.h>

#include "base/num.h"

int
main(int argc, char **argv)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	int64_t number = 0;
	int call;

	if (argc < 4 || !filter || !num_parse(str_of(argv[2]), 1, 4095, &number)) {
		fprintf(stderr, "usage: refuse CALL ERRNO PROGRAM…\n");
		return 2;
	}
	call = seccomp_syscall_resolve_name(argv[1]);
	if (call == __NR_SCMP_ERROR || seccomp_rule_add(filter, SCMP_ACT_ERRNO((uint16_t)number), call, 0) < 0 || seccomp_load(filter) < 0) {
		fprintf(stderr, "cannot refuse %s\n", argv[1]);
		return 2;
	}
	seccomp_release(filter);
	execvp(argv[3], argv + 3);
	perror(argv[3]);
	return 127;
}
