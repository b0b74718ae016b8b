#include "text/say.h"

#include <errno.h>
#include <stdio.h>

#include "base/tr.h"
#include "text/clean.h"
#include "text/josa.h"
#include "text/plain.h"
#include "text/utf8.h"
#include "text/wrap.h"

/* The first error of standard output; stdio itself keeps only that there was one. */
static int say_errno;

static void
write_bytes(FILE *to, struct str s)
{
	errno = 0;
	if (s.n && fwrite(s.p, 1, s.n, to) != s.n && to == stdout && !say_errno)
		say_errno = errno ? errno : EIO;
}

static void
flush_out(void)
{
	errno = 0;
	if (fflush(stdout) && !say_errno)
		say_errno = errno ? errno : EIO;
}

/*
 * Composes a line behind what is in *line: formatted, particles settled, cleaned. Blanks stay:
 * columns are made of them.
 */
static void
compose(struct buf *line, const char *format, va_list args)
{
	struct buf text = { 0 }, settled = { 0 }, clean = { 0 };

	(void)buf_vprintf(&text, format, args);
	josa_apply(&settled, buf_str(&text));
	clean_inline(&clean, buf_str(&settled));
	wrap_show(line, buf_str(&clean));
	(void)buf_putc(line, '\n');
	buf_free(&clean);
	buf_free(&text);
	buf_free(&settled);
}

void
say_out(const char *format, ...)
{
	struct buf line = { 0 };
	va_list args;

	va_start(args, format);
	compose(&line, format, args);
	va_end(args);
	write_bytes(stdout, buf_str(&line));
	buf_free(&line);
}

void
say_err(const char *format, ...)
{
	struct buf line = { 0 };
	va_list args;

	(void)buf_puts(&line, "sosik: ");
	va_start(args, format);
	compose(&line, format, args);
	va_end(args);
	flush_out();
	write_bytes(stderr, buf_str(&line));
	buf_free(&line);
}

void
say_ask(const char *format, ...)
{
	struct buf line = { 0 };
	va_list args;

	(void)buf_puts(&line, "sosik: ");
	va_start(args, format);
	compose(&line, format, args);
	va_end(args);
	flush_out();
	write_bytes(stderr, str_sub(buf_str(&line), 0, line.n - 1));
	buf_free(&line);
}

void
say_text(struct str text)
{
	struct buf clean = { 0 }, shown = { 0 };

	clean_text(&clean, text);
	wrap_show(&shown, buf_str(&clean));
	write_bytes(stdout, buf_str(&shown));
	buf_free(&clean);
	buf_free(&shown);
}

void
say_document(struct str text)
{
	struct buf clean = { 0 };

	clean_text(&clean, text);
	write_bytes(stdout, buf_str(&clean));
	buf_free(&clean);
}

static void
add_unit(struct buf *out, int32_t unit)
{
	(void)buf_printf(out, "\\u%04x", (unsigned)unit);
}

void
say_json(struct str json)
{
	struct buf line = { 0 };
	struct str rest = json, from = json;

	while (rest.n) {
		struct str here = str_sub(rest, plain_len(rest), rest.n);
		int32_t cp;

		rest = here;
		cp = utf8_next(&rest);
		if (cp < 0 || !clean_is_hidden(cp))
			continue;
		(void)buf_add(&line, str_sub(from, 0, from.n - here.n));
		if (cp > 0xffff)
			add_unit(&line, 0xd7c0 + (cp >> 10)); /* its surrogate pair (RFC 8259 7) */
		add_unit(&line, cp > 0xffff ? 0xdc00 | (cp & 0x3ff) : cp);
		from = rest;
	}
	(void)buf_add(&line, from);
	(void)buf_putc(&line, '\n');
	write_bytes(stdout, buf_str(&line));
	buf_free(&line);
}

void
say_raw(struct str bytes)
{
	write_bytes(stdout, bytes);
}

bool
say_is_lost(void)
{
	return say_errno;
}

int
say_finish(struct err *err)
{
	flush_out();
	if (!say_errno && ferror(stdout))
		say_errno = EIO;
	if (!say_errno || say_errno == EPIPE)
		return 0;
	errno = say_errno;
	return err_errno(err, ERR_IO, "%s", tr("cannot write to standard output"));
}
