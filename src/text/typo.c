#include "text/typo.h"

enum {
	WORD_MAX = 31,
	COMMAND_SHORT = 8, /* letters of a name in which two may be wrong */
};

static int
smaller(int a, int b)
{
	return a < b ? a : b;
}

/* One cell of the optimal string alignment: rows i-2, i-1, i of the distances. */
static int
cell(struct str a, struct str b, size_t i, size_t j, int rows[3][WORD_MAX + 1])
{
	int cost = a.p[i - 1] != b.p[j - 1];
	int best = smaller(rows[1][j - 1] + cost, smaller(rows[1][j], rows[2][j - 1]) + 1);

	if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1])
		best = smaller(best, rows[0][j - 2] + 1);
	return best;
}

int
typo_distance(struct str a, struct str b)
{
	int rows[3][WORD_MAX + 1] = { { 0 } };

	if (a.n > WORD_MAX || b.n > WORD_MAX)
		return WORD_MAX;
	for (size_t j = 0; j <= b.n; j++)
		rows[2][j] = (int)j;
	for (size_t i = 1; i <= a.n; i++) {
		memcpy(rows[0], rows[1], sizeof rows[0]);
		memcpy(rows[1], rows[2], sizeof rows[1]);
		rows[2][0] = (int)i;
		for (size_t j = 1; j <= b.n; j++)
			rows[2][j] = cell(a, b, i, j, rows);
	}
	return rows[2][b.n];
}

struct typo_near
typo_near(struct str word, int slips)
{
	return (struct typo_near){ .word = word, .least = word.n > (size_t)slips ? slips + 1 : 0 };
}

struct typo_near
typo_near_command(struct str word)
{
	return typo_near(word, word.n < COMMAND_SHORT ? 1 : 2);
}

void
typo_near_take(struct typo_near *near, const char *name)
{
	int distance = typo_distance(near->word, str_of(name));

	if (distance >= near->least)
		return;
	near->least = distance;
	near->found = name;
}
