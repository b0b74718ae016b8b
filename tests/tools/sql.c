/*
 * Runs the statements of standard input on a database: sql FILE. For scripts
 * that need one of another program.
 */
#include <sqlite3.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
	static char text[1 << 20];
	sqlite3 *db = NULL;
	size_t n = fread(text, 1, sizeof text - 1, stdin);

	text[n] = '\0';
	if (argc == 2 && !sqlite3_open(argv[1], &db) && !sqlite3_exec(db, text, NULL, NULL, NULL) && !sqlite3_close(db))
		return 0;
	fprintf(stderr, "%s\n", db ? sqlite3_errmsg(db) : "usage: sql FILE");
	return 1;
}
