#include "store/index_slice.h"

#include "store/index_number.h"
#include "store/index_tokenizer.h"

void
index_slice_begin(struct index_slice *slice, struct str totals)
{
	if (!slice->tokenizer)
		slice->tokenizer = index_tokenizer_new();
	index_terms_clear(&slice->terms);
	slice->post = 0;
	slice->posts = (int64_t)index_number_take(&totals);
	for (int i = 0; i < INDEX_COLUMNS; i++)
		slice->words[i] = (int64_t)index_number_take(&totals);
}

static int
on_words(void *user, const struct index_word *words, size_t n)
{
	index_terms_add(user, words, n);
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
		uint32_t before = slice->terms.places;

		index_terms_text(&slice->terms, i, is_taken);
		index_tokenizer_words(slice->tokenizer, texts[i], is_title[i], on_words, &slice->terms);
		words[i] = slice->terms.places - before;
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
	free(slice->tokenizer);
	index_terms_free(&slice->terms);
	index_places_free(&slice->places);
}
