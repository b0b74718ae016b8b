#include "ui/welcome.h"

#include "base/tr.h"
#include "ui/theme.h"

/* One line each; a line that begins with a blank is typed and not translated. */
static const char *const no_feeds[] = {
	N_("There are no feeds yet."),
	"",
	N_("Add one by the address of a blog or of its feed:"),
	"    sosik add https://d2.naver.com/d2.atom",
	N_("then come back and press R to fetch its posts."),
	"",
	N_("To look around first, on samples and without a network:"),
	"    sosik --demo",
	"",
	N_("? shows all keys, q leaves."),
	NULL,
};
static const char *const syncing[] = { N_("The first posts are on their way."), NULL };
static const char *const no_posts[] = { N_("No posts here."), NULL };
static const char *const no_match[] = { N_("No post matches. F shows all again."), NULL };

static const char *const *const texts[] = {
	[WELCOME_NO_FEEDS] = no_feeds,
	[WELCOME_SYNCING] = syncing,
	[WELCOME_NO_POSTS] = no_posts,
	[WELCOME_NO_MATCH] = no_match,
};

void
welcome_draw(enum welcome what, struct screen *s, struct screen_box box)
{
	const char *const *lines = texts[what];

	for (int i = 0; lines[i] && i + 1 < box.rows; i++) {
		bool is_typed = *lines[i] == ' ';
		const char *text = is_typed || !*lines[i] ? lines[i] : tr(lines[i]);

		(void)screen_put(s, box.row + 1 + i, box.col + 2, box.cols - 2, is_typed ? THEME_KEY : THEME_TEXT, str_of(text));
	}
}
