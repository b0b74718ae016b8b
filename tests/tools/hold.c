/*
 * Another program that uses a database and takes its time: hold FILE says
 * "held" and keeps the write lock until its standard input ends; hold FILE read
 * keeps what it sees of it.
 */
#include <sqlite3.h>
#include <stdio.h>

enum { WAIT_MS = 5000 };

int
main(int argc, char **argv)
{
	const char *sql = argc > 2 ? "BEGIN; SELECT count(*) FROM sqlite_schema" : "BEGIN IMMEDIATE";
	sqlite3 *db = NULL;

	if (argc < 2 || sqlite3_open(argv[1], &db) || sqlite3_busy_timeout(db, WAIT_MS) || sqlite3_exec(db, sql, NULL, NULL, NULL)) {
		fprintf(stderr, "%s\n", db ? sqlite3_errmsg(db) : "usage: hold FILE [read]");
		return 1;
	}
	puts("held");
	fflush(stdout);
	while (getchar() != EOF)
		continue;
	return sqlite3_close(db) != SQLITE_OK;
}
