/*
 * How much memory a program takes with all that it starts: weigh COMMAND… runs
 * it, adds up the resident memory of them all every few milliseconds, prints
 * the most it was, in KB, and ends with the program's status.
 */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { EVERY_MS = 5, BELOW_MAX = 64 };

/* Resident memory of a process, in KB; 0 when it has ended. */
static long
memory_of(pid_t pid)
{
	char path[64];
	long pages = 0;
	FILE *file;

	(void)snprintf(path, sizeof path, "/proc/%d/statm", (int)pid);
	file = fopen(path, "r");
	if (file && fscanf(file, "%*d %ld", &pages) != 1)
		pages = 0;
	if (file)
		(void)fclose(file);
	return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

/* Adds what the threads of the process have started to pids, of which there are n; their number. */
static size_t
add_started(pid_t pid, pid_t *pids, size_t n)
{
	glob_t found = { 0 };
	char path[64];

	(void)snprintf(path, sizeof path, "/proc/%d/task/*/children", (int)pid);
	if (glob(path, 0, NULL, &found) == 0)
		for (size_t i = 0; i < found.gl_pathc; i++) {
			FILE *file = fopen(found.gl_pathv[i], "r");
			int child;

			while (file && n < BELOW_MAX && fscanf(file, "%d", &child) == 1)
				pids[n++] = child;
			if (file)
				(void)fclose(file);
		}
	globfree(&found);
	return n;
}

static long
memory_of_all(pid_t pid)
{
	pid_t pids[BELOW_MAX] = { pid };
	size_t n = 1;
	long sum = 0;

	for (size_t i = 0; i < n; i++) {
		sum += memory_of(pids[i]);
		n = add_started(pids[i], pids, n);
	}
	return sum;
}

int
main(int argc, char **argv)
{
	const struct timespec pause = { 0, EVERY_MS * 1000000 };
	int status = 0;
	long most = 0;
	pid_t pid;

	if (argc < 2)
		return 2;
	pid = fork();
	if (pid == 0) {
		(void)execvp(argv[1], argv + 1);
		_exit(127);
	}
	while (pid > 0 && waitpid(pid, &status, WNOHANG) == 0) {
		long now = memory_of_all(pid);

		most = now > most ? now : most;
		(void)nanosleep(&pause, NULL);
	}
	printf("%ld\n", most);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
