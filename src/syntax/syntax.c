#include "syntax/syntax.h"

#include "syntax/syntax_lines.h"
#include "syntax/syntax_markup.h"
#include "syntax/syntax_script.h"

void
syntax_begin(struct syntax_scan *s, const struct syntax_lang *lang, struct str text)
{
	*s = (struct syntax_scan){ .text = text, .whole = lang };
	if (!lang || lang->kind != SYNTAX_SCRIPT)
		return;
	if (syntax_lines_prompt(text) == lang)
		s->whole = syntax_lang_labelled("Console");
	else
		syntax_script_begin(s, lang, text.n);
}

static enum syntax_role
step(struct syntax_scan *s)
{
	if (!s->whole) {
		s->at = s->text.n;
		return SYNTAX_PLAIN;
	}
	switch (s->whole->kind) {
	case SYNTAX_MARKUP:
		return syntax_markup_step(s);
	case SYNTAX_DIFF:
		return syntax_lines_diff(s);
	case SYNTAX_CONSOLE:
		return syntax_lines_console(s);
	default:
		return syntax_script_step(s);
	}
}

static struct syntax_token
read_token(struct syntax_scan *s)
{
	struct syntax_token token = { .at = s->at };

	while (s->at == token.at && s->at < s->text.n) /* a string that ends behind a hole may be empty */
		token.role = step(s);
	token.n = s->at - token.at;
	return token;
}

bool
syntax_next(struct syntax_scan *s, struct syntax_token *ret)
{
	if (!s->next.n)
		s->next = read_token(s);
	*ret = s->next;
	if (!ret->n)
		return false;
	while ((s->next = read_token(s)).n && s->next.role == ret->role)
		ret->n += s->next.n;
	return true;
}
