#include "worker/page.h"

#include "worker/check.h"

/* The code at the head of text. */
static struct str
code_at(struct str text, struct str code_start)
{
	size_t n = 0;
	struct str code;

	while (n < text.n && n <= PAGE_CODE && check_code(str_sub(text, n, n + 1)))
		n++;
	code = str_sub(text, 0, n);
	return n > code_start.n && n <= PAGE_CODE && str_eq(str_sub(code, 0, code_start.n), code_start) ? code : STR_NONE;
}

struct str
page_find_code(struct str html, const struct page_marks *marks)
{
	for (size_t i = 0; i < marks->n; i++) {
		struct str rest = html, code;
		size_t at;

		while (marks->marks[i].n && (at = str_find(rest, marks->marks[i])) < rest.n) {
			rest = str_sub(rest, at + marks->marks[i].n, rest.n);
			code = code_at(rest, marks->code_start);
			if (code.n)
				return code;
		}
	}
	return STR_NONE;
}
