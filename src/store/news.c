#include "store/news.h"

#include "store/apply.h"

bool
news_take(struct store *s, const char *key)
{
	int64_t is_told = 0;

	return !apply_get(s, key, &is_told, NULL) && !is_told && !apply_set(s, key, 1, NULL);
}
