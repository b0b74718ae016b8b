#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void
set_text(struct err *err, const char *format, va_list args)
{
	(void)vsnprintf(err->text, sizeof err->text, format, args);
	for (char *p = err->text; *p; p++)
		if (*p == '\n' || *p == '\r')
			*p = ' ';
}

int
err_set(struct err *err, enum err_code code, const char *format, ...)
{
	va_list args;

	if (!err)
		return -1;
	err->code = code;
	va_start(args, format);
	set_text(err, format, args);
	va_end(args);
	return -1;
}

int
err_errno(struct err *err, enum err_code code, const char *format, ...)
{
	int number = errno;
	va_list args;
	size_t n;

	if (!err)
		return -1;
	err->code = number == ENOSPC || number == EDQUOT || number == EFBIG || number == EIO ? ERR_IO : code;
	va_start(args, format);
	set_text(err, format, args);
	va_end(args);
	n = strlen(err->text);
	(void)snprintf(err->text + n, sizeof err->text - n, ": %s", strerror(number));
	return -1;
}

int
err_wrap(struct err *err, const char *format, ...)
{
	char inner[sizeof err->text];
	va_list args;
	size_t n;

	if (!err)
		return -1;
	memcpy(inner, err->text, sizeof inner);
	va_start(args, format);
	set_text(err, format, args);
	va_end(args);
	n = strlen(err->text);
	(void)snprintf(err->text + n, sizeof err->text - n, ": %s", inner);
	return -1;
}

int
err_status(enum err_code code)
{
	static const int status[] = {
		[ERR_NONE] = 0, [ERR_FAILED] = 1, [ERR_NOT_FOUND] = 1, [ERR_USAGE] = 2, [ERR_NETWORK] = 3,
		[ERR_CACHE] = 4, [ERR_IO] = 74, [ERR_BUSY] = 75, [ERR_LIMIT] = 1, [ERR_FORMAT] = 1,
		[ERR_STOPPED] = 130, [ERR_HELP] = 0,
	};

	return status[code];
}
