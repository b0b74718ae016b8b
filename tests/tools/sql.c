/*
 * Runs the statements of standard input on a database: sql FILE. Prints what
 * they find, with blanks between. For scripts that need one of another program,
 * or a time that has passed.
 */
#include <sqlite3.h>
#include <stdio.h>

static int
print_row(void *user, int n, char **values, char **names)
{
	(void)user;
	(void)names;
	for (int i = 0; i < n; i++)
		printf("%s%c", values[i] ? values[i] : "NULL", i + 1 < n ? ' ' : '\n');
	return 0;
}

int
main(int argc, char **argv)
{
	static char text[1 << 20];
	sqlite3 *db = NULL;
	size_t n = fread(text, 1, sizeof text - 1, stdin);

	text[n] = '\0';
	if (argc == 2 && !sqlite3_open(argv[1], &db) && !sqlite3_exec(db, text, print_row, NULL, NULL) && !sqlite3_close(db))
		return 0;
	fprintf(stderr, "%s\n", db ? sqlite3_errmsg(db) : "usage: sql FILE");
	return 1;
}
