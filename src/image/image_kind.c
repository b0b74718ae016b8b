#include "image/image_kind.h"

enum { SVG_WITHIN = 1024 }; /* bytes: before its root stand at most a declaration, a type and comments */

static const struct {
	size_t at;
	struct str bytes;
	enum image_kind kind;
} signs[] = {
	{ 0, STR_INIT("\xff\xd8\xff"), IMAGE_KIND_JPEG },
	{ 0, STR_INIT("\x89PNG\r\n\x1a\n"), IMAGE_KIND_PNG },
	{ 0, STR_INIT("GIF87a"), IMAGE_KIND_GIF },
	{ 0, STR_INIT("GIF89a"), IMAGE_KIND_GIF },
	{ 8, STR_INIT("WEBPVP8"), IMAGE_KIND_WEBP },
	{ 4, STR_INIT("ftypavif"), IMAGE_KIND_AVIF },
	{ 4, STR_INIT("ftypavis"), IMAGE_KIND_AVIF },
	{ 4, STR_INIT("ftyphei"), IMAGE_KIND_HEIC },
	{ 4, STR_INIT("ftypmif1"), IMAGE_KIND_HEIC },
};

static const char *const names[] = {
	[IMAGE_KIND_NONE] = "", [IMAGE_KIND_JPEG] = "JPEG", [IMAGE_KIND_PNG] = "PNG", [IMAGE_KIND_GIF] = "GIF",
	[IMAGE_KIND_WEBP] = "WebP", [IMAGE_KIND_AVIF] = "AVIF", [IMAGE_KIND_HEIC] = "HEIC", [IMAGE_KIND_SVG] = "SVG",
};

/* XML whose first element is svg. */
static bool
is_svg(struct str bytes)
{
	struct str start = str_trim(str_sub(bytes, 0, SVG_WITHIN));
	size_t at;

	if (str_starts(start, "\xef\xbb\xbf"))
		start = str_trim(str_sub(start, 3, start.n));
	if (str_starts(start, "<svg"))
		return true;
	if (!str_starts(start, "<?xml") && !str_starts(start, "<!--") && !str_starts(start, "<!DOCTYPE svg"))
		return false;
	at = str_find(start, str_lit("<svg"));
	return at < start.n && str_find(start, str_lit("<html")) > at;
}

enum image_kind
image_kind_of(struct str bytes)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_eq(str_sub(bytes, signs[i].at, signs[i].at + signs[i].bytes.n), signs[i].bytes))
			return signs[i].kind;
	return is_svg(bytes) ? IMAGE_KIND_SVG : IMAGE_KIND_NONE;
}

bool
image_kind_is_read(enum image_kind kind)
{
	return kind >= IMAGE_KIND_JPEG && kind <= IMAGE_KIND_WEBP;
}

const char *
image_kind_name(enum image_kind kind)
{
	return names[kind];
}
