/*
 * What a Korean screen must not show: the English of a message that has a
 * translation. Messages are read from src/po/ko.po, cut at what is filled in.
 */
#ifndef UNTRANSLATED_H
#define UNTRANSLATED_H

#include "base/arena.h"
#include "base/file.h"
#include "base/tr.h"
#include "base/vec.h"

enum { UNTRANSLATED_LEAST = 8 }; /* shorter pieces, and single words, are names as well */

struct untranslated {
	struct arena arena;
	vec(struct str) pieces;
	bool is_read;
};

/* The text of a field that begins at this line ("msgid", "msgstr[0]"), its lines put together; rest is what follows it. */
static inline struct str
untranslated_field(struct arena *a, struct str line, struct str *rest)
{
	struct buf text = { 0 };
	struct str next, joined;

	for (;;) {
		for (size_t i = str_find(line, str_lit("\"")) + 1; i < line.n && line.p[i] != '"'; i++) {
			i += line.p[i] == '\\';
			(void)buf_putc(&text, i && line.p[i - 1] == '\\' && line.p[i] == 'n' ? '\n' : line.p[i]);
		}
		str_cut(*rest, '\n', &line, &next);
		if (!str_starts(line, "\""))
			break;
		*rest = next;
	}
	joined = arena_dup(a, buf_str(&text));
	buf_free(&text);
	return joined;
}

/* The pieces of a message between what is filled in. */
static inline void
untranslated_add(struct untranslated *u, struct str message, struct str translated)
{
	while (message.n) {
		size_t end = 0;
		struct str piece;

		while (end < message.n && message.p[end] != '%' && message.p[end] != '\n')
			end++;
		piece = str_trim(str_sub(message, 0, end));
		if (piece.n >= UNTRANSLATED_LEAST && str_has(piece, " ") && str_find(translated, piece) == translated.n)
			*vec_add(&u->pieces) = piece;
		if (end < message.n && message.p[end] == '%')
			while (end + 1 < message.n && strchr("0123456789.*$lzhj", message.p[end + 1]))
				end++;
		message = str_sub(message, end + 2 < message.n ? end + 2 : message.n, message.n);
	}
}

static inline void
untranslated_read(struct untranslated *u)
{
	struct buf po = { 0 };
	struct str rest, line, messages[2] = { STR_NONE, STR_NONE };
	struct err err;

	u->is_read = true;
	if (file_read("src/po/ko.po", 1 << 22, &po, &err) < 0)
		fail_msg("%s", err.text);
	rest = arena_dup(&u->arena, buf_str(&po));
	buf_free(&po);
	while (rest.n) {
		str_cut(rest, '\n', &line, &rest);
		if (str_starts(line, "msgid_plural "))
			messages[1] = untranslated_field(&u->arena, line, &rest);
		else if (str_starts(line, "msgid "))
			messages[0] = untranslated_field(&u->arena, line, &rest);
		if (!str_starts(line, "msgstr"))
			continue;
		line = untranslated_field(&u->arena, line, &rest);
		for (size_t i = 0; i < 2; i++)
			untranslated_add(u, messages[i], line);
		messages[1] = STR_NONE;
	}
}

/* Fails where one is on a screen of a reader that speaks Korean. */
static inline void
untranslated_assert_none(struct str screen)
{
	static struct untranslated u;

	if (!strcmp(tr("Tags"), "Tags"))
		return;
	if (!u.is_read)
		untranslated_read(&u);
	assert_true(u.pieces.n > 500);
	for (size_t i = 0; i < u.pieces.n; i++)
		if (str_find(screen, u.pieces.v[i]) < screen.n)
			fail_msg("‘%.*s’ is English in\n%.*s", STR(u.pieces.v[i]), STR(screen));
}

#endif
