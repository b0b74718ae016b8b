#include "ui/keys.h"

#include <assert.h>

#include "base/tr.h"
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
	{ "<F2>", INPUT_F2 }, { "<F3>", INPUT_F3 }, { "<F4>", INPUT_F4 }, { "<F5>", INPUT_F5 }, { "<F6>", INPUT_F6 }, { "<F7>", INPUT_F7 },
	{ "<F8>", INPUT_F8 }, { "<F9>", INPUT_F9 }, { "<F10>", INPUT_F10 }, { "<F11>", INPUT_F11 }, { "<F12>", INPUT_F12 },
	/* as vim has them, too */
	{ "<CR>", INPUT_ENTER }, { "<Return>", INPUT_ENTER }, { "<BS>", INPUT_BACKSPACE }, { "<Del>", INPUT_DELETE },
	{ "<PgUp>", INPUT_PAGE_UP }, { "<PgDn>", INPUT_PAGE_DOWN },
};

const struct keys_info *
keys_info(enum action action)
{
	return &infos[action];
}

/* "<C-x>", as vim has it. */
static bool
is_ctrl(struct str word)
{
	return str_starts_icase(word, "<C-") && word.n > 4 && word.p[4] == '>' && word.p[3] >= '@' && word.p[3] < 0x7f;
}

/* Takes "A-x>", "A-Enter>" (also with M), what is behind the "<", off; 0 when it is no key with Alt. */
static int32_t
parse_alt(struct str *word)
{
	struct str s;

	if (!str_starts_icase(*word, "A-") && !str_starts_icase(*word, "M-"))
		return 0;
	s = str_sub(*word, 2, word->n);
	if (s.n > 1 && s.p[0] > ' ' && s.p[0] < 0x7f && s.p[1] == '>') {
		*word = str_sub(s, 2, s.n);
		return INPUT_ALT | s.p[0];
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].key < 0x80 && names[i].key != INPUT_ESC && str_starts_icase(s, names[i].name + 1)) {
			*word = str_sub(s, strlen(names[i].name + 1), s.n);
			return INPUT_ALT | names[i].key;
		}
	return 0;
}

/* Takes one key off a binding's word. */
static int32_t
parse_key(struct str *word)
{
	struct str alt = str_starts(*word, "<") ? str_sub(*word, 1, word->n) : STR_NONE;
	int32_t key = parse_alt(&alt);

	if (key) {
		*word = alt;
		return key;
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_starts_icase(*word, names[i].name)) {
			*word = str_sub(*word, strlen(names[i].name), word->n);
			return names[i].key;
		}
	if (is_ctrl(*word) || (word->n > 1 && word->p[0] == '^')) {
		size_t at = word->p[0] == '^' ? 1 : 3;
		char c = word->p[at];

		*word = str_sub(*word, at == 1 ? 2 : 5, word->n);
		return c & 0x1f;
	}
	return utf8_next(word);
}

struct str
keys_unknown(struct str word)
{
	while (word.n) {
		struct str from = word;
		size_t end = 1;

		if (parse_key(&word) != '<')
			continue;
		while (end < from.n && (str_is_alpha(from.p[end]) || str_is_digit(from.p[end]) || from.p[end] == '-'))
			end++;
		if (end > 2 && end < from.n && from.p[end] == '>')
			return str_sub(from, 0, end + 1);
	}
	return STR_NONE;
}

int
keys_parse(const struct keys *k, struct str word, int32_t keys[KEYS_SEQUENCE])
{
	int n = 0;

	while (word.n) {
		int32_t latin[8];
		size_t pressed = keys_latin(k, parse_key(&word), latin);

		for (size_t i = 0; i < pressed; i++) {
			if (n == KEYS_SEQUENCE)
				return 0;
			keys[n++] = latin[i];
		}
	}
	return n;
}

static void
name_plain(int32_t key, struct buf *out)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].key == key) {
			(void)buf_puts(out, names[i].name);
			return;
		}
	if (key < ' ')
		(void)buf_printf(out, "^%c", key | 0x40);
	else if (key < 0x110000)
		utf8_add(out, key);
}

/* As parse_key() reads it: "x", "^X", "<Up>", "<A-x>", "<A-Space>". */
static void
name_key(int32_t key, struct buf *out)
{
	struct buf name = { 0 };
	struct str s;

	name_plain(key & ~INPUT_ALT, &name);
	s = buf_str(&name);
	if (!(key & INPUT_ALT))
		(void)buf_add(out, s);
	else
		(void)buf_printf(out, s.n == 1 ? "<A-%.*s>" : "<A-%.*s", STR(s.n == 1 ? s : str_sub(s, 1, s.n)));
	buf_free(&name);
}

void
keys_name(const int32_t *keys, int n, struct buf *out)
{
	for (int i = 0; i < n; i++)
		name_key(keys[i], out);
}

void
keys_init(struct keys *k)
{
	*k = (struct keys){ 0 };
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		struct str rest = str_of(infos[action].keys), word;

		while ((word = str_word(&rest)).n) {
			struct keys_binding *binding = vec_add(&k->bindings);

			*binding = (struct keys_binding){ .action = (enum action)action };
			assert(strlen(infos[action].views) < sizeof binding->views);
			memcpy(binding->views, infos[action].views, strlen(infos[action].views));
			binding->n = keys_parse(k, word, binding->keys);
		}
	}
}

void
keys_free(struct keys *k)
{
	for (size_t i = 0; i < k->bindings.n; i++)
		buf_free(&k->bindings.v[i].commands);
	vec_free(&k->bindings);
}

size_t
keys_latin(const struct keys *k, int32_t key, int32_t latin[8])
{
	char letters[8];
	size_t n = key < 0x110000 ? hangul_keymap_keys(k->keymap, key, letters) : 0;

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

/* Whether a binding of the view begins with these keys. */
static bool
begins(const struct keys_binding *b, char view, const int32_t *keys, int n)
{
	return b->n >= n && strchr(b->views, view) && !memcmp(b->keys, keys, (size_t)n * sizeof *keys);
}

const struct keys_binding *
keys_find(const struct keys *k, char view, const int32_t *keys, int n)
{
	for (size_t i = 0; i < k->bindings.n; i++)
		if (k->bindings.v[i].n == n && begins(&k->bindings.v[i], view, keys, n))
			return &k->bindings.v[i];
	return NULL;
}

const struct keys_binding *
keys_longer(const struct keys *k, char view, const int32_t *keys, int n)
{
	for (size_t i = 0; i < k->bindings.n; i++)
		if (k->bindings.v[i].n > n && begins(&k->bindings.v[i], view, keys, n))
			return &k->bindings.v[i];
	return NULL;
}

static void
drop_letter(char *views, char view)
{
	char *at = strchr(views, view);

	memmove(at, at + 1, strlen(at));
}

bool
keys_unbind(struct keys *k, char view, const int32_t *keys, int n)
{
	bool has_any = false;

	for (size_t i = k->bindings.n; i-- > 0;) {
		struct keys_binding *b = &k->bindings.v[i];

		if (b->n != n || !begins(b, view, keys, n))
			continue;
		has_any = true;
		drop_letter(b->views, view);
		if (*b->views)
			continue;
		buf_free(&b->commands);
		memmove(b, b + 1, (--k->bindings.n - i) * sizeof *b);
	}
	return has_any;
}

void
keys_bind(struct keys *k, const struct keys_binding *binding)
{
	struct keys_binding copy = *binding;

	copy.commands = (struct buf){ 0 };
	(void)buf_add(&copy.commands, buf_str(&binding->commands));
	for (const char *view = copy.views; *view; view++)
		(void)keys_unbind(k, *view, copy.keys, copy.n);
	*vec_add(&k->bindings) = copy;
}

void
keys_of(const struct keys *k, enum action action, char view, struct buf *out)
{
	const size_t from = out->n;

	for (size_t i = 0; i < k->bindings.n; i++) {
		const struct keys_binding *b = &k->bindings.v[i];

		if (b->action != action || (view && !strchr(b->views, view)))
			continue;
		if (out->n > from)
			(void)buf_putc(out, ' ');
		keys_name(b->keys, b->n, out);
	}
}

/* A digit is part of a count, but for one that the view has bound: that only goes on with one. */
static bool
is_digit(const struct keys *k, char view, int32_t key)
{
	if (k->n_pending || key > '9' || key < (k->count ? '0' : '1'))
		return false;
	return k->count || (!keys_find(k, view, &key, 1) && !keys_longer(k, view, &key, 1));
}

const struct keys_binding *
keys_feed(struct keys *k, char view, int32_t key, int *count)
{
	const struct keys_binding *binding;
	bool has_longer;

	*count = k->count;
	k->n_lost = 0;
	if (is_digit(k, view, key)) {
		k->count = k->count <= KEYS_COUNT_MAX / 10 ? k->count * 10 + (key - '0') : KEYS_COUNT_MAX;
		return NULL;
	}
	if (key == INPUT_ESC && (k->n_pending || k->count)) {
		keys_reset(k);
		return NULL;
	}
	k->pending[k->n_pending++] = key;
	binding = keys_find(k, view, k->pending, k->n_pending);
	has_longer = keys_longer(k, view, k->pending, k->n_pending);
	if (!binding && !has_longer && key != INPUT_ESC)
		k->n_lost = k->n_pending;
	if (binding || !has_longer || k->n_pending == KEYS_SEQUENCE)
		keys_reset(k);
	return binding;
}

/* Actions that ask for a line of text. */
static bool
is_question(enum action action)
{
	return action == ACTION_FILTER || action == ACTION_NARROW || action == ACTION_FIND || action == ACTION_TAG || action == ACTION_TAG_ALL || action == ACTION_COMMAND ||
	    action == ACTION_PIPE || action == ACTION_SAVE;
}

bool
keys_is_question(const struct keys *k, int32_t key)
{
	for (size_t i = 0; i < k->bindings.n; i++) {
		const struct keys_binding *b = &k->bindings.v[i];

		if (b->n == 1 && *b->keys == key && is_question(b->action))
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
