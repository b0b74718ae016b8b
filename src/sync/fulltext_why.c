#include "sync/fulltext_why.h"

#include <stdarg.h>
#include <stdio.h>

#include "store/full_why.h"
#include "sync/fulltext_address.h"
#include "text/josa.h"
#include "text/url.h"

void
fulltext_why_set(struct fulltext_why *why, enum full_how how, const char *format, ...)
{
	char code[sizeof why->code.text];
	va_list args;

	va_start(args, format);
	(void)vsnprintf(code, sizeof code, format, args);
	va_end(args);
	*why = (struct fulltext_why){ .how = how, .until = CLOCK_NONE };
	err_set(&why->code, ERR_FAILED, "%s", code);
}

bool
fulltext_why_answer(struct fulltext_why *why, const struct fetch_answer *answer)
{
	const struct str host = str_sub(url_host(answer->url), 0, 100);
	const char *file = fulltext_address_file(answer->content_type);

	switch (answer->class) {
	case FETCH_OK:
		if (file)
			fulltext_why_set(why, FULL_NO_PAGE, "no-page %s", file);
		return file;
	case FETCH_HTTP:
		fulltext_why_set(why, answer->status == 404 || answer->status == 410 ? FULL_MISSING : FULL_HTTP, "status %d", answer->status);
		why->until = answer->held_until;
		break;
	case FETCH_REFUSED:
		fulltext_why_set(why, FULL_REFUSED, "refused");
		break;
	case FETCH_LIMIT:
		fulltext_why_set(why, FULL_LIMIT, "limit");
		break;
	default:
		fulltext_why_set(why, FULL_UNREACHED, "%s %.*s", answer->is_unsafe ? "unsafe" : "unreached", STR(host));
	}
	why->told = answer->err;
	why->is_excused = fetch_is_excused(answer);
	return true;
}

void
fulltext_why_tell(const struct fulltext_why *why, struct buf *out)
{
	struct buf words = { 0 };

	if (*why->told.text)
		(void)buf_puts(&words, why->told.text);
	else
		full_why_text(&words, str_of(why->code.text), why->until);
	josa_apply(out, buf_str(&words));
	buf_free(&words);
}
