#include "worker/attached.h"

#include "text/entity.h"
#include "text/url.h"

/* One that is offered in many sizes is one: more than some are no podcast. */
enum { ATTACHED_MAX = 4 };

/* By its type; where that says nothing, by the end of its address. */
static bool
is_played(const struct enclosure *e)
{
	static const char *const ends[] = { ".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".aac", ".mp4", ".m4v", ".webm", ".mov" };
	struct str path = str_sub(e->url, 0, str_find_char(e->url, '?'));

	if (str_starts_icase(e->type, "audio/") || str_starts_icase(e->type, "video/"))
		return true;
	for (size_t i = 0; i < sizeof ends / sizeof *ends && (!e->type.n || str_is_icase(e->type, "application/octet-stream")); i++)
		if (str_is_icase(str_sub(path, path.n < strlen(ends[i]) ? 0 : path.n - strlen(ends[i]), path.n), ends[i]))
			return true;
	return false;
}

/* Whether a text has it already; what stands behind the path may be written in other ways there. */
static bool
is_named(struct str text, struct str url)
{
	return str_find(text, str_sub(url, 0, str_find_char(url, '?'))) < text.n;
}

static void
add(struct buf *out, struct str url, bool is_text)
{
	if (is_text) {
		(void)buf_add(out, str_lit("\n\n"));
		(void)buf_add(out, url);
		return;
	}
	(void)buf_add(out, str_lit("<audio src=\""));
	entity_escape(out, url);
	(void)buf_add(out, str_lit("\"></audio>"));
}

bool
attached_add(struct buf *out, struct str body, bool is_text, const struct post *post)
{
	size_t n = 0, start = out->n;

	for (size_t i = 0; i < post->n_enclosures && n < ATTACHED_MAX; i++) {
		const struct enclosure *e = &post->enclosures[i];

		if (!url_is_web(e->url) || !is_played(e) || is_named(body, e->url))
			continue;
		if (!n++)
			(void)buf_add(out, body);
		if (!is_named(str_sub(buf_str(out), start + body.n, out->n), e->url))
			add(out, e->url, is_text);
	}
	return n > 0;
}
