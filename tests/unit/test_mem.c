/* Memory that goes back to the system. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Kilobytes of files (the program and its libraries) that are held. */
static long
held_of_files(void)
{
	FILE *status = fopen("/proc/self/status", "r");
	char line[256];
	long held = -1;

	assert_non_null(status);
	while (held < 0 && fgets(line, sizeof line, status))
		if (!strncmp(line, "RssFile:", 8))
			held = strtol(line + 8, NULL, 10);
	(void)fclose(status);
	return held;
}

static void
code_goes_back_and_is_read_again(void **state)
{
	long before = held_of_files(), after;
	char *copy;

	(void)state;
	if (before < 0)
		skip(); /* the kernel does not say */
	mem_give_back_code();
	after = held_of_files();
	assert_in_range(after, 1, before - 1);
	copy = mem_dup("소식", 6);
	assert_string_equal(copy, "소식");
	free(copy);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(code_goes_back_and_is_read_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
