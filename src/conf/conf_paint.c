#include "conf/conf_paint.h"

#include "base/tr.h"
#include "text/color.h"

#define ROLE_NAME(role_, name_) name_,
static const char *const roles[] = { COLOR_ROLE_TABLE(ROLE_NAME) };
#undef ROLE_NAME

static bool
take_role(struct conf_line *line, enum color_role *ret)
{
	struct conf_word word;

	if (!conf_line_word(line, &word)) {
		if (!line->is_bad)
			conf_line_problem(line, line->at, "%s", tr("a role is missing: color ROLE COLOUR [GROUND] [bold…]"));
		return false;
	}
	for (int i = 0; i < COLOR_ROLES; i++)
		if (str_is(word.value, roles[i])) {
			*ret = (enum color_role)i;
			return true;
		}
	conf_line_problem(line, word.at, tr("there is no role ‘%.*s’; sosik(5) lists them"), STR(str_sub(word.value, 0, 40)));
	return false;
}

static bool
take_attr(struct str word, struct color_paint *ret)
{
	unsigned bits;

	if (!color_attr_parse(word, &bits))
		return false;
	ret->attrs |= bits;
	ret->has_attrs = true;
	return true;
}

/* The n-th word behind the role: a colour, its ground, and then what letters are beside it. */
static void
take_word(struct conf_line *line, const struct conf_word *word, int n, struct color_paint *ret)
{
	if (n == 0 && color_parse(word->value, &ret->fg))
		return;
	if (n == 1 && color_parse(word->value, &ret->bg)) {
		ret->has_bg = true;
		return;
	}
	if (n > 0 && take_attr(word->value, ret))
		return;
	conf_line_problem(line, word->at, "%s", n > 1 || (n && ret->has_attrs) ?
		tr("expected bold, italic, underline, reverse, dim or plain") :
		tr("expected a colour: red, bright-blue, 0 to 255, #rrggbb or default"));
}

bool
conf_paint(struct conf_line *line, struct color_paint *ret)
{
	struct color_paint paint = { .fg = COLOR_DEFAULT, .bg = COLOR_DEFAULT };
	struct conf_word word;
	int n = 0;

	if (!take_role(line, &paint.role))
		return false;
	while (!line->is_bad && conf_line_word(line, &word)) {
		take_word(line, &word, n, &paint);
		n++;
	}
	if (!line->is_bad && !n)
		conf_line_problem(line, line->at, "%s", tr("a colour is missing: color ROLE COLOUR [GROUND] [bold…]"));
	*ret = paint;
	return !line->is_bad;
}
