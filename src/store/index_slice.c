#include "store/index_slice.h"

#include "store/index_number.h"
#include "store/index_tokenizer.h"

/* A text and where its words go. */
struct column {
	struct index_terms *terms;
	int number;
	bool is_taken;
	int64_t n; /* words so far */
};

void
index_slice_begin(struct index_slice *slice, struct str totals)
{
	index_terms_clear(&slice->terms);
	slice->post = 0;
	slice->posts = (int64_t)index_number_take(&totals);
	for (int i = 0; i < INDEX_COLUMNS; i++)
		slice->words[i] = (int64_t)index_number_take(&totals);
}

/* Another reading of a word stands at its place. */
static int
on_word(void *user, int flags, const char *text, int n, int from, int to)
{
	struct column *column = user;
	struct str word = str_new(text, (size_t)n);

	(void)from, (void)to;
	if (!(flags & FTS5_TOKEN_COLOCATED) || !column->n)
		column->n++;
	if (column->is_taken)
		index_terms_take(column->terms, word);
	else
		index_terms_add(column->terms, column->number, (uint32_t)column->n - 1, word);
	return SQLITE_OK;
}

static void
begin_post(struct index_slice *slice, int64_t post)
{
	if (slice->post != post)
		index_terms_post(&slice->terms, post);
	slice->post = post;
}

/* Counts the words of each column. */
static void
read_columns(struct index_slice *slice, const struct index_text *text, bool is_taken, int64_t words[INDEX_COLUMNS])
{
	const struct str texts[INDEX_COLUMNS] = { buf_str(&text->body), buf_str(&text->section), text->title, text->author,
		buf_str(&text->initials) };
	const bool is_title[INDEX_COLUMNS] = { [2] = true, [4] = true };

	for (int i = 0; i < INDEX_COLUMNS; i++) {
		struct column column = { .terms = &slice->terms, .number = i, .is_taken = is_taken };

		index_tokenizer_words(texts[i], is_title[i], on_word, &column);
		words[i] = column.n;
	}
}

void
index_slice_take(struct index_slice *slice, int64_t post, const struct index_text *was)
{
	int64_t words[INDEX_COLUMNS];

	begin_post(slice, post);
	read_columns(slice, was, true, words);
	slice->posts--;
	for (int i = 0; i < INDEX_COLUMNS; i++)
		slice->words[i] -= words[i];
}

void
index_slice_add(struct index_slice *slice, int64_t post, const struct index_text *is, struct buf *sizes)
{
	int64_t words[INDEX_COLUMNS];

	begin_post(slice, post);
	read_columns(slice, is, false, words);
	slice->posts++;
	for (int i = 0; i < INDEX_COLUMNS; i++) {
		slice->words[i] += words[i];
		index_number_add(sizes, (uint64_t)words[i]);
	}
}

void
index_slice_totals(const struct index_slice *slice, struct buf *ret)
{
	index_number_add(ret, (uint64_t)slice->posts);
	for (int i = 0; i < INDEX_COLUMNS; i++)
		index_number_add(ret, (uint64_t)slice->words[i]);
}

void
index_slice_free(struct index_slice *slice)
{
	index_terms_free(&slice->terms);
}
