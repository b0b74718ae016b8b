#include "store/rank.h"

#include <math.h>
#include <stdbool.h>

#include "store/index_tokenizer.h"

static const char pointer_name[] = "sosik_rank";

enum {
	BODY, SECTION, TITLE, AUTHOR, INITIALS, COLUMNS,
	SAMPLE = 2000, /* posts with a word that are counted before the rest is estimated */
};

/* Of a word in each column; as initials it stands in the title. */
static const double weights[COLUMNS] = { [TITLE] = 10, [AUTHOR] = 3, [SECTION] = 2, [BODY] = 1, [INITIALS] = 10 };

static const double weight_of_tag = 6;

/* BM25: how fast more of the same word counts less, and how much long texts are put back. */
static const double saturation = 1.2, shortness = 0.75;

/* ---- how rare words are */

struct count {
	sqlite3_int64 n, last;
};

static int
count_one(const Fts5ExtensionApi *api, Fts5Context *fts, void *user)
{
	struct count *count = user;

	count->last = api->xRowid(fts);
	return ++count->n < SAMPLE ? SQLITE_OK : SQLITE_DONE;
}

/* A frequent word is counted in the oldest posts only: reading all of its places would take longer than all the rest. */
static double
rarity_of(const Fts5ExtensionApi *api, Fts5Context *fts, int phrase, double posts)
{
	struct count count = { 0 };
	double n;

	(void)api->xQueryPhrase(fts, phrase, &count, count_one);
	n = (double)count.n;
	if (count.n == SAMPLE && count.last > 0 && (double)count.last < posts)
		n *= posts / (double)count.last;
	return log(1 + (fmax(posts - n, 0) + 0.5) / (n + 0.5));
}

/* One word is not compared with others. */
static void
learn(struct rank *rank, const Fts5ExtensionApi *api, Fts5Context *fts)
{
	sqlite3_int64 posts = 0, tokens = 0;
	int n = api->xPhraseCount(fts);

	(void)api->xRowCount(fts, &posts);
	(void)api->xColumnTotalSize(fts, -1, &tokens);
	rank->mean = posts && tokens ? (double)tokens / (double)posts : 1;
	rank->n = n < RANK_PHRASES ? n : RANK_PHRASES;
	for (int i = 0; i < rank->n; i++)
		rank->rarity[i] = rank->n == 1 ? 1 : rarity_of(api, fts, i, (double)posts);
}

/* ---- a post */

/* The weights of the places where each word stands. */
static void
weigh(struct rank *rank, const Fts5ExtensionApi *api, Fts5Context *fts, double found[RANK_PHRASES])
{
	double initials[RANK_PHRASES] = { 0 };
	bool has_title[RANK_PHRASES] = { false };
	int n = 0, phrase, column, at;

	rank->is_titled = false;
	(void)api->xInstCount(fts, &n);
	for (int i = 0; i < n; i++) {
		if (api->xInst(fts, i, &phrase, &column, &at) != SQLITE_OK || phrase >= rank->n || column >= COLUMNS)
			continue;
		*(column == INITIALS ? &initials[phrase] : &found[phrase]) += weights[column];
		has_title[phrase] |= column == TITLE;
		rank->is_titled |= column == TITLE || column == INITIALS;
	}
	rank->n_titled += rank->is_titled;
	/* Latin words of a title stand in both columns. */
	for (int i = 0; i < rank->n; i++)
		if (!has_title[i])
			found[i] += initials[i];
}

static double
share(double rarity, double found, double length)
{
	return rarity * found * (saturation + 1) / (found + length);
}

static void
run(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *context, int n, sqlite3_value **values)
{
	double found[RANK_PHRASES] = { 0 }, score = 0, length;
	struct rank *rank = n == 2 ? sqlite3_value_pointer(values[1], pointer_name) : NULL;
	int tokens = 0;

	if (!rank) {
		sqlite3_result_error(context, "post_rank", -1);
		return;
	}
	if (!rank->n)
		learn(rank, api, fts);
	weigh(rank, api, fts, found);
	(void)api->xColumnSize(fts, -1, &tokens);
	length = saturation * (1 - shortness + shortness * tokens / rank->mean);
	for (int i = 0; i < rank->n; i++)
		score += share(rank->rarity[i], found[i], length);
	/* A tag is a word that stands nowhere else. */
	score += share(rank->rarity[0], weight_of_tag * sqlite3_value_int(values[0]), length);
	sqlite3_result_double(context, score);
}

int
rank_register(sqlite3 *db)
{
	fts5_api *api = index_tokenizer_api(db);

	return api ? api->xCreateFunction(api, "post_rank", NULL, run, NULL) : SQLITE_ERROR;
}

void
rank_bind(sqlite3_stmt *st, int at, struct rank *rank)
{
	(void)sqlite3_bind_pointer(st, at, rank, pointer_name, NULL);
}
