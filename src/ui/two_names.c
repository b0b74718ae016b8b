#include "ui/two_names.h"

#include "base/tr.h"
#include "text/typo.h"

bool
two_names_is(const struct two_names *names, struct str word)
{
	return str_is(word, names->english) || str_is(word, names->korean);
}

const char *
two_names_near(const struct two_names *names, struct str word, int *best)
{
	bool is_korean = tr_is_korean();
	const char *both[] = { is_korean ? names->korean : names->english, is_korean ? names->english : names->korean };
	const char *ret = NULL;

	for (int i = 0; i < 2; i++) {
		int distance = typo_distance(word, str_of(both[i]));

		if (distance < *best) {
			*best = distance;
			ret = both[i];
		}
	}
	return ret;
}
