#include "ui/keys.h"

#include "base/tr.h"
#include "text/hangul.h"
#include "text/utf8.h"
#include "ui/input.h"

#define KEYS_INFO(name_, text_, keys_, views_, help_) [ACTION_##name_] = { text_, keys_, views_, help_ },
static const struct keys_info infos[ACTION_COUNT] = { ACTION_TABLE(KEYS_INFO) };
#undef KEYS_INFO

static const struct {
	const char *name;
	int32_t key;
} names[] = {
	{ "<Up>", INPUT_UP }, { "<Down>", INPUT_DOWN }, { "<Left>", INPUT_LEFT }, { "<Right>", INPUT_RIGHT },
	{ "<Home>", INPUT_HOME }, { "<End>", INPUT_END }, { "<PageUp>", INPUT_PAGE_UP }, { "<PageDown>", INPUT_PAGE_DOWN },
	{ "<Insert>", INPUT_INSERT }, { "<Delete>", INPUT_DELETE }, { "<BackSpace>", INPUT_BACKSPACE }, { "<Tab>", INPUT_TAB },
	{ "<S-Tab>", INPUT_BACK_TAB }, { "<Enter>", INPUT_ENTER }, { "<Space>", ' ' }, { "<Esc>", INPUT_ESC }, { "<F1>", INPUT_F1 },
	{ "<F2>", INPUT_F2 }, { "<F3>", INPUT_F3 }, { "<F4>", INPUT_F4 }, { "<F5>", INPUT_F5 },
};

const struct keys_info *
keys_info(enum action action)
{
	return &infos[action];
}

/* Takes one key off a binding's word. */
static int32_t
parse_key(struct str *word)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_starts(*word, names[i].name)) {
			*word = str_sub(*word, strlen(names[i].name), word->n);
			return names[i].key;
		}
	if (word->n > 1 && word->p[0] == '^') {
		char c = word->p[1];

		*word = str_sub(*word, 2, word->n);
		return c & 0x1f;
	}
	return utf8_next(word);
}

int
keys_parse(struct str word, int32_t keys[KEYS_SEQUENCE])
{
	int n = 0;

	while (word.n) {
		if (n == KEYS_SEQUENCE)
			return 0;
		keys[n++] = parse_key(&word);
	}
	return n;
}

void
keys_init(struct keys *k)
{
	*k = (struct keys){ 0 };
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		struct str rest = str_of(infos[action].keys), word;

		while ((word = str_word(&rest)).n) {
			struct keys_binding binding = { .action = (enum action)action };

			binding.n = keys_parse(word, binding.keys);
			*vec_add(&k->bindings) = binding;
		}
	}
}

void
keys_free(struct keys *k)
{
	vec_free(&k->bindings);
}

size_t
keys_latin(int32_t key, int32_t latin[8])
{
	char letters[8];
	size_t n = key < 0x110000 ? hangul_keys(key, letters) : 0;

	for (size_t i = 0; i < n; i++)
		latin[i] = letters[i];
	if (n)
		return n;
	latin[0] = key;
	return 1;
}

void
keys_reset(struct keys *k)
{
	k->n_pending = 0;
	k->count = 0;
}

static bool
is_digit(const struct keys *k, int32_t key)
{
	return !k->n_pending && key <= '9' && key >= (k->count ? '0' : '1');
}

/* The binding that the pending keys are; *has_longer: the start of which they are. */
static const struct keys_binding *
find_binding(const struct keys *k, char view, bool *has_longer)
{
	const struct keys_binding *found = NULL;

	*has_longer = false;
	for (size_t i = 0; i < k->bindings.n; i++) {
		const struct keys_binding *b = &k->bindings.v[i];

		if (!strchr(infos[b->action].views, view) || b->n < k->n_pending)
			continue;
		if (memcmp(b->keys, k->pending, (size_t)k->n_pending * sizeof *b->keys) != 0)
			continue;
		if (b->n > k->n_pending)
			*has_longer = true;
		else
			found = b;
	}
	return found;
}

enum action
keys_feed(struct keys *k, char view, int32_t key, int *count)
{
	const struct keys_binding *binding;
	bool has_longer;

	*count = k->count;
	k->is_lost = false;
	if (is_digit(k, key)) {
		if (k->count <= KEYS_COUNT_MAX / 10)
			k->count = k->count * 10 + (key - '0');
		return ACTION_NONE;
	}
	if (key == INPUT_ESC && (k->n_pending || k->count)) {
		keys_reset(k);
		return ACTION_NONE;
	}
	k->pending[k->n_pending++] = key;
	binding = find_binding(k, view, &has_longer);
	if (binding || !has_longer || k->n_pending == KEYS_SEQUENCE)
		keys_reset(k);
	k->is_lost = !binding && !has_longer && key != INPUT_ESC;
	return binding ? binding->action : ACTION_NONE;
}

bool
keys_is_question(const struct keys *k, int32_t key)
{
	for (size_t i = 0; i < k->bindings.n; i++) {
		const struct keys_binding *b = &k->bindings.v[i];

		if (b->n == 1 && *b->keys == key && (b->action == ACTION_FILTER || b->action == ACTION_TAG || b->action == ACTION_TAG_ALL))
			return true;
	}
	return false;
}

void
keys_pending(const struct keys *k, struct buf *out)
{
	if (k->count)
		(void)buf_printf(out, "%d", k->count);
	for (int i = 0; i < k->n_pending; i++)
		if (k->pending[i] > ' ' && k->pending[i] < 0x110000)
			utf8_add(out, k->pending[i]);
}
