#include "html/tidy_embed.h"

#include "html/tidy_media.h"

enum { ID_MAX = 200 };

static const struct {
	const char *mark, *player;
} players[] = {
	{ "!youtube[", "https://www.youtube.com/embed/" },
	{ "!twitter[", "https://twitter.com/" },
	{ "!codesandbox[", "https://codesandbox.io/embed/" },
	{ "!codepen[", "https://codepen.io/" },
};

static bool
is_id(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!str_is_alpha(s.p[i]) && !str_is_digit(s.p[i]) && (!strchr("-_/?=&.%#@~", s.p[i]) || s.p[i] == '\0'))
			return false;
	return s.n && s.n <= ID_MAX;
}

/* The address of the player that a line stands for, empty where it is other text. */
static struct str
player_of(struct arena *a, struct str line)
{
	for (size_t i = 0; i < sizeof players / sizeof *players; i++) {
		size_t n = strlen(players[i].mark);
		struct str id = str_sub(line, n, line.n - 1);

		if (line.n > n && str_starts(line, players[i].mark) && str_ends(line, "]") && is_id(id))
			return arena_printf(a, "%s%.*s", players[i].player, STR(id));
	}
	return STR_NONE;
}

static void
link_line(struct draft *p, struct draft_part *line, struct str player)
{
	struct str title, page = tidy_media_page(p->arena, player, &title);
	struct draft_run run = { .at = p->text.n, .n = title.n, .style = { .link = draft_link(p, page) } };

	(void)buf_add(&p->text, title);
	line->at = run.at;
	line->n = run.n;
	line->run = p->runs.n;
	line->n_runs = 1;
	*vec_add(&p->runs) = run;
}

void
tidy_embed(struct draft *parts)
{
	for (size_t i = 0; i < parts->list.n; i++) {
		struct draft_part *line = &parts->list.v[i];
		struct str player;

		if (line->kind != DRAFT_LINE || line->is_dropped || !str_starts(draft_text_of(parts, line), "!"))
			continue;
		player = player_of(parts->arena, str_trim(draft_text_of(parts, line)));
		if (player.n && !(parts->runs.v[line->run].style.bits & (DRAFT_CODE_TEXT | DRAFT_KBD)))
			link_line(parts, line, player);
	}
}
