#include "store/has.h"

enum { NOTE_BYTES = 12 };

/* ---- players */

static bool
has_one(struct str s, const char *const *words)
{
	for (; *words; words++)
		if (str_has(s, *words))
			return true;
	return false;
}

static bool
ends_with_one(struct str s, const char *const *ends)
{
	s = str_sub(s, 0, str_find_char(s, '?'));
	for (; *ends; ends++)
		if (str_ends(s, *ends))
			return true;
	return false;
}

static unsigned
player(struct str url)
{
	static const char *const videos[] = { "youtube.com/watch", "youtube.com/playlist", "youtu.be/", "//vimeo.com/", "tv.kakao.com/v/",
		"tv.naver.com/v/", "tv.naver.com/embed/", "dailymotion.com/video/", "serviceapi.nmv.naver.com", "/twitch.tv/",
		"chzzk.naver.com/", "vod.afreecatv.com/", "videofarm.daum.net", NULL };
	static const char *const video_ends[] = { ".mp4", ".webm", ".mov", ".m4v", ".m3u8", ".ogv", NULL };
	static const char *const sounds[] = { "open.spotify.com/", "soundcloud.com/", "podbbang.com/", "audioclip.naver.com/",
		"podcasts.apple.com/", NULL };
	static const char *const sound_ends[] = { ".mp3", ".m4a", ".ogg", ".oga", ".wav", ".flac", ".aac", ".opus", NULL };

	if (has_one(url, videos) || ends_with_one(url, video_ends))
		return HAS_VIDEO;
	return has_one(url, sounds) || ends_with_one(url, sound_ends) ? HAS_AUDIO : 0;
}

/* A paragraph that is one link to what can be played. */
static unsigned
player_of(const struct doc *doc, const struct doc_block *b)
{
	const struct doc_span *span = b->spans;

	if (b->kind != DOC_PARA || b->n_spans != 1 || !(span->style & DOC_LINK) || span->n < b->text.n || !span->link)
		return 0;
	return player(doc->links[span->link - 1].url);
}

/* ---- formulas and notes */

/* Code in a line that is the source of a formula (TeX). */
static bool
is_formula(struct str text)
{
	static const char *const signs[] = { "\\frac", "\\sqrt", "\\sum", "\\int", "\\prod", "\\lim", "\\alpha", "\\beta", "\\gamma",
		"\\theta", "\\lambda", "\\sigma", "\\mu", "\\pi", "\\Delta", "\\partial", "\\nabla", "\\infty", "\\cdot", "\\times",
		"\\leq", "\\geq", "\\neq", "\\approx", "\\in ", "\\subset", "\\mathb", "\\mathr", "\\mathc", "\\text", "\\left", "\\begin{",
		"\\hat", "\\bar", "\\vec", "\\log", "\\sin", "\\cos", "_{", "^{", "^2", "^n", "^T", "^3", NULL };

	return has_one(text, signs) && !str_has(text, "://");
}

/* A raised number or sign that a note at the end explains, and no power of something. */
static bool
is_note(struct str text, struct str before)
{
	bool is_number = true;

	text = str_trim(text);
	if (!text.n || text.n > NOTE_BYTES)
		return false;
	for (size_t i = 0; i < text.n; i++)
		is_number &= str_is_digit(text.p[i]);
	if (is_number)
		return before.n && (unsigned char)before.p[before.n - 1] >= 0x80;
	return strchr("[(*", text.p[0]) || text.p[text.n - 1] == ')' || str_starts(text, "†") || str_starts(text, "주");
}

static unsigned
of_spans(struct str text, const struct doc_span *spans, size_t n)
{
	unsigned has = 0;

	for (size_t i = 0; i < n; i++) {
		struct str part = str_sub(text, spans[i].at, spans[i].at + spans[i].n);

		if ((spans[i].style & DOC_MONO) && !(spans[i].style & DOC_KBD) && is_formula(part))
			has |= HAS_FORMULA;
		if ((spans[i].style & DOC_SUP) && is_note(part, str_sub(text, 0, spans[i].at)))
			has |= HAS_FOOTNOTE;
	}
	return has;
}

static unsigned
of_table(const struct doc_block *b)
{
	unsigned has = HAS_TABLE;

	for (size_t r = 0; r < b->n_rows; r++)
		for (size_t i = 0; i < b->rows[r].n; i++)
			has |= of_spans(b->rows[r].cells[i].text, b->rows[r].cells[i].spans, b->rows[r].cells[i].n_spans);
	return has;
}

static unsigned
of_code(const struct doc_block *b)
{
	static const char *const langs[] = { "math", "latex", "tex", "katex" };

	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++)
		if (str_is_icase(b->lang, langs[i]))
			return HAS_FORMULA;
	return HAS_CODE;
}

unsigned
has_of(const struct doc *doc)
{
	unsigned has = doc->n_sections ? HAS_OUTLINE : 0;

	for (size_t i = 0; i < doc->n; i++) {
		const struct doc_block *b = &doc->blocks[i];

		has |= of_spans(b->text, b->spans, b->n_spans) | player_of(doc, b);
		has |= b->list ? HAS_LIST : 0;
		has |= b->kind == DOC_IMAGE ? HAS_IMAGE : 0;
		has |= b->kind == DOC_CODE ? of_code(b) : 0;
		has |= b->kind == DOC_TABLE ? of_table(b) : 0;
	}
	return has;
}

/* ---- language */

/* A syllable counts for as many Latin letters as say the same. */
enum { SYLLABLE_LETTERS = 3 };

unsigned
has_language(const struct measure *m)
{
	uint32_t east = (m->hangul + m->kana + m->han) * SYLLABLE_LETTERS;

	/* Korean posts on programs hold much code and many names: a third of Hangul is Korean. */
	if (east * 2 < m->latin)
		return HAS_ENGLISH;
	if (!east)
		return 0;
	if (m->hangul >= m->kana + m->han)
		return HAS_KOREAN;
	return m->kana * 5 >= m->han ? HAS_JAPANESE : HAS_CHINESE;
}
