#include "html/tidy_style.h"

#include "base/num.h"

static const float BODY_SIZE = 16;

/* A number with a fraction at the start of *s, which moves past it; below 0 for none. */
static float
take_number(struct str *s)
{
	int64_t whole = num_take(s, 4), part;
	float value = whole > 0 ? (float)whole : 0, unit = 1;

	if (!str_starts(*s, "."))
		return whole < 0 ? -1 : value;
	*s = str_sub(*s, 1, s->n);
	for (int i = 0; i < 4 && (part = num_take(s, 1)) >= 0; i++) {
		unit /= 10;
		value += (float)part * unit;
	}
	(void)num_take(s, 9);
	return value;
}

static float
named_size(struct str value)
{
	static const struct {
		const char *name;
		float size;
	} names[] = {
		{ "xx-small", 9 }, { "x-small", 10 }, { "small", 13 }, { "medium", 16 }, { "large", 18 },
		{ "x-large", 24 }, { "xx-large", 32 }, { "xxx-large", 48 },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_is_icase(value, names[i].name))
			return names[i].size;
	return 0;
}

static float
css_size(struct str value, float around)
{
	float n = take_number(&value);

	if (n < 0)
		return named_size(value);
	if (str_starts_icase(value, "pt"))
		return n * 4 / 3;
	if (str_starts_icase(value, "rem"))
		return n * BODY_SIZE;
	if (str_starts_icase(value, "em"))
		return n * around;
	if (str_starts(value, "%"))
		return n * around / 100;
	return n;
}

/* <font size=n>: 1 to 7, or more and less than 3. */
static float
font_size(struct str value)
{
	static const float sizes[] = { 10, 13, 16, 18, 24, 32, 48 };
	int sign = str_starts(value, "+") ? 1 : str_starts(value, "-") ? -1 : 0;
	int64_t n;

	if (!num_parse(str_sub(value, sign != 0, value.n), 0, 7, &n))
		return 0;
	n = sign ? 3 + sign * n : n;
	return sizes[n < 1 ? 0 : n > 7 ? 6 : n - 1];
}

static enum tidy_say
css_bold(struct str value)
{
	int64_t n;

	if (str_starts_icase(value, "bold"))
		return TIDY_SAYS_YES;
	if (num_parse(value, 1, 1000, &n))
		return n >= 600 ? TIDY_SAYS_YES : TIDY_SAYS_NO;
	return str_is_icase(value, "normal") || str_is_icase(value, "lighter") ? TIDY_SAYS_NO : TIDY_SAYS_NOTHING;
}

/* Ways to keep text from the eye: not there, no size, far outside of the page. */
static bool
hides(struct str name, struct str value)
{
	static const struct {
		const char *name, *value;
	} ways[] = {
		{ "display", "none" }, { "visibility", "hidden" }, { "font-size", "0px" }, { "left", "-999" }, { "top", "-999" },
	};

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (str_is_icase(name, ways[i].name) && str_starts_icase(value, ways[i].value))
			return true;
	return str_is_icase(name, "font-size") && str_is(value, "0");
}

static void
read_property(struct str name, struct str value, float around, struct tidy_style *ret)
{
	value = str_sub(value, 0, str_find_char(value, '!'));
	value = str_trim(value);
	ret->is_hidden = ret->is_hidden || hides(name, value);
	if (str_is_icase(name, "font-size"))
		ret->size = css_size(value, around);
	else if (str_is_icase(name, "font-weight"))
		ret->bold = css_bold(value);
	else if (str_is_icase(name, "font-style"))
		ret->italic = str_is_icase(value, "normal") ? TIDY_SAYS_NO : TIDY_SAYS_YES;
	else if (str_is_icase(name, "white-space"))
		ret->keeps_lines = str_starts_icase(value, "pre") || str_is_icase(value, "break-spaces");
	else if (str_is_icase(name, "text-decoration") || str_is_icase(name, "text-decoration-line")) {
		ret->is_underlined = str_has(value, "underline");
		ret->is_struck = str_has(value, "line-through");
	}
}

static void
read_css(struct str css, float around, struct tidy_style *ret)
{
	struct str property, name, value;

	while (css.n) {
		(void)str_cut(css, ';', &property, &css);
		if (str_cut(property, ':', &name, &value))
			read_property(str_trim(name), value, around, ret);
	}
}

/* "se-fs-fs24" of Naver's editor; classes that hide text from the eye. */
static void
read_classes(struct str classes, struct tidy_style *ret)
{
	static const char *const hidden[] = {
		"blind", "se-blind", "u_skip", "sr-only", "visually-hidden", "screen-reader-text",
	};
	struct str word;
	int64_t n;

	while ((word = str_word(&classes)).n) {
		if (str_starts(word, "se-fs-fs") && num_parse(str_sub(word, 8, word.n), 1, 200, &n))
			ret->size = (float)n;
		for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
			ret->is_hidden = ret->is_hidden || str_is(word, hidden[i]);
	}
}

void
tidy_style_read(const struct dom_node *node, float around, struct tidy_style *ret)
{
	*ret = (struct tidy_style){ .bold = TIDY_SAYS_NOTHING };
	for (size_t i = 0; i < node->n_attrs; i++) {
		const struct dom_attr *attr = &node->attrs[i];

		if (str_is(attr->name, "style"))
			read_css(attr->value, around > 0 ? around : BODY_SIZE, ret);
		else if (str_is(attr->name, "class"))
			read_classes(attr->value, ret);
		else if (str_is(attr->name, "size") && node->tag == DOM_FONT)
			ret->size = font_size(str_trim(attr->value));
		else if (str_is(attr->name, "hidden"))
			ret->is_hidden = true;
	}
}
