#include "unit.h"

#include "text/clean.h"
#include "text/grapheme.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap.h"
#include "text/wrap_class.h"

/* Lines of the wanted result are joined by "|"; the hang is drawn as "_". */
struct sample {
	int cols;
	const char *in, *want;
	int hang, ambiguous;
	enum wrap_mode mode;
};

#define WORD(cols, in, want) { cols, in, want, 0, 1, WRAP_WORD }
#define SYLLABLE(cols, in, want) { cols, in, want, 0, 1, WRAP_SYLLABLE }

static void
join_lines(struct buf *out, const struct sample *s)
{
	struct arena a = { 0 };
	struct buf text = { 0 };
	struct wrap_line *lines;
	const struct wrap_opts opts = { s->cols, s->hang, s->mode };
	size_t n;

	clean_line(&text, str_of(s->in));
	n = wrap_text(&a, buf_str(&text), &opts, &lines);
	for (size_t i = 0; i < n; i++) {
		struct str line = str_sub(buf_str(&text), lines[i].at, lines[i].at + lines[i].n);

		assert_int_equal(width_str(line), lines[i].cols);
		assert_true(lines[i].cols + (i ? s->hang : 0) <= s->cols);
		(void)buf_puts(out, i ? "|" : "");
		(void)buf_fill(out, '_', i ? (size_t)s->hang : 0);
		wrap_show(out, line);
	}
	buf_free(&text);
	arena_free(&a);
}

static void
check_all(const struct sample *samples, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct buf out = { 0 };

		width_set_ambiguous(samples[i].ambiguous);
		join_lines(&out, &samples[i]);
		width_set_ambiguous(1);
		assert_str(buf_str(&out), samples[i].want);
		buf_free(&out);
	}
}

#define CHECK_ALL(samples) check_all((samples), sizeof(samples) / sizeof *(samples))

static void
wrap_breaks_at_spaces_only(void **state)
{
	static const struct sample samples[] = {
		WORD(16, "새벽에 배포한 서버가 멈췄다.", "새벽에 배포한|서버가 멈췄다."),
		WORD(10, "캐시서버가 느리다", "캐시서버가|느리다"),
		WORD(12, "NVIDIA의 GPU를 샀다", "NVIDIA의|GPU를 샀다"),
		WORD(9, "용량은 2,048개 이고 7.5% 남음", "용량은|2,048개|이고 7.5%|남음"),
		WORD(9, "F# 과 Node.js 및 .env 파일", "F# 과|Node.js|및 .env|파일"),
		WORD(10, "", ""),
		WORD(10, "가\u3000나  다", "가 나 다"),
		WORD(8, "오후\u00a03시 회의", "오후 3시|회의"),
		WORD(8, "서버\u2060개발 일지", "서버개발|일지"),
	};

	(void)state;
	CHECK_ALL(samples);
}

static void
wrap_fills_lines_by_syllables_when_asked(void **state)
{
	static const struct sample samples[] = {
		SYLLABLE(12, "데이터베이스 이전 후기.", "데이터베이스|이전 후기."),
		SYLLABLE(14, "우리는 쿠버네티스를 쓴다.", "우리는 쿠버네|티스를 쓴다."),
		SYLLABLE(10, "우리는 kubernetes 쓴다", "우리는|kubernetes|쓴다"),
	};

	(void)state;
	CHECK_ALL(samples);
}

static void
wrap_splits_words_longer_than_a_line(void **state)
{
	static const struct sample samples[] = {
		WORD(9, "검색엔진검색엔진 끝", "검색엔진|검색엔진|끝"),
		WORD(10, "새 분산데이터처리시스템 끝", "새 분산데|이터처리시|스템 끝"),
		WORD(12, "분산시스템(decentralized)입니다", "분산시스템|(decentraliz|ed)입니다"),
		WORD(14, "ObservabilityX라는것 설명", "ObservabilityX|라는것 설명"),
		WORD(10, "extraordinarily길다", "extraordin|arily길다"),
		WORD(2, "글자", "글|자"),
		WORD(6, "ㅎㅎㅎㅎㅎ 끝", "ㅎㅎㅎ|ㅎㅎ|끝"),
		WORD(8, "분산데이터2월30만개처리", "분산데이|터2월|30만개처|리"),
	};

	(void)state;
	CHECK_ALL(samples);
}

static void
wrap_keeps_marks_where_they_belong(void **state)
{
	static const struct sample samples[] = {
		WORD(12, "“느린 쿼리(slow query)”를 잡자", "“느린|쿼리(slow|query)”를|잡자"),
		WORD(12, "이게 되나요 ? 됩니다 !", "이게|되나요 ?|됩니다 !"),
		WORD(11, "그런데 서버가… 멈춤", "그런데|서버가…|멈춤"),
		WORD(6, "멈춤!!! 왜?!", "멈|춤!!!|왜?!"),
		WORD(8, "로그·지표·추적을모으는 법", "로그·지|표·추적|을모으는|법"),
		WORD(14, "무중단 배포 — 그 기록", "무중단 배포 —|그 기록"),
		WORD(8, "1월 ~ 2월 사이", "1월 ~|2월 사이"),
		WORD(8, "지금 ( 속보 ) 끝", "지금|( 속보 )|끝"),
		WORD(12, "호출은 함수( 인자 ) 꼴", "호출은|함수( 인자 )|꼴"),
		WORD(8, "함수( 인자가길다", "함수( 인|자가길다"),
		WORD(10, "저장소서버 ?", "저장소서|버 ?"),
		WORD(9, "그런데 말 .. 이다", "그런데|말 ..|이다"),
		WORD(11, "그런데 말 ...그리고 끝", "그런데|말 ...그리|고 끝"),
		WORD(10, "책 『고전읽기모음』이다", "책 『고전|읽기모음』|이다"),
		WORD(10, "東京都内、今日晴。", "東京都内、|今日晴。"),
		WORD(7, "가나다라?", "가나다|라?"),
	};

	(void)state;
	CHECK_ALL(samples);
}

static void
wrap_shows_the_first_emoji_of_a_sequence(void **state)
{
	static const struct sample samples[] = {
		WORD(9, "\U0001f469\u200d\U0001f4bb 새 동료", "\U0001f469 새|동료"),
		WORD(4, "\U0001f469\U0001f3fd\u200d\U0001f4bb\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f3f3\ufe0f\u200d\U0001f308",
			"\U0001f469\U0001f468|\U0001f3f3"),
		WORD(8, "좋아요 ❤\ufe0f 정말", "좋아요 ❤|정말"),
		WORD(8, "1\ufe0f\u20e3 하나 2\ufe0f\u20e3 둘", "[1] 하나|[2] 둘"),
	};
	struct buf out = { 0 };

	(void)state;
	CHECK_ALL(samples);
	wrap_fit(&out, str_lit("\U0001f468\u200d\U0001f469\u200d\U0001f467 가족 사진"), 8);
	assert_str(buf_str(&out), "\U0001f468 가족…");
	buf_free(&out);
}

static void
wrap_keeps_dates_whole(void **state)
{
	static const struct sample samples[] = {
		WORD(16, "발행일은 2024. 11. 30. 이다", "발행일은|2024. 11. 30.|이다"),
		WORD(12, "2024년 11월 30일 오전", "2024년 11월|30일 오전"),
		WORD(8, "2024. 1. 3.에", "2024. 1.|3.에"),
	};

	(void)state;
	CHECK_ALL(samples);
}

static void
wrap_breaks_addresses_at_their_delimiters(void **state)
{
	static const struct sample samples[] = {
		WORD(20, "주소는 https://blog.example.org/posts/2024/cache?page=2 참고",
			"주소는|https://blog.|example.org/posts/|2024/cache?page=2|참고"),
		WORD(18, "글: https://a.example 참고", "글:|https://a.example|참고"),
		WORD(12, "메일 someone.long@mail.example 로", "메일|someone.|long@mail.|example 로"),
	};

	(void)state;
	CHECK_ALL(samples);
}

static void
wrap_hangs_lines_behind_the_first(void **state)
{
	static const struct sample samples[] = {
		{ 16, "• 서버를 옮기고 기록을 남긴다", "• 서버를 옮기고|__기록을 남긴다", 2, 1, WRAP_WORD },
		{ 15, "• 서버를 옮기고 기록을 남긴다", "• 서버를|___옮기고|___기록을|___남긴다", 3, 2, WRAP_WORD },
	};
	struct arena a = { 0 };
	struct wrap_line *lines;
	const struct wrap_opts opts = { 12, 9, WRAP_WORD };

	(void)state;
	CHECK_ALL(samples);
	/* 12 / 4 = 3 columns less, not 9 */
	assert_int_equal(wrap_text(&a, str_lit("서버를 옮기고 나서 기록을 남긴다"), &opts, &lines), 5);
	arena_free(&a);
}

static void
wrap_cuts_no_cluster(void **state)
{
	static const struct sample samples[] = {
		WORD(6, "\u1112\u1161\u11ab글 끝", "한글|끝"),
		WORD(2, "\u1112\u119e\u11ab글", "\u1112\u119e\u11ab|글"),
		WORD(5, "\uffa4\uffa4\uffa4 자모", "\uffa4\uffa4\uffa4|자모"),
		WORD(2, "\U0001f1f0\U0001f1f7\U0001f1ef\U0001f1f5", "\U0001f1f0\U0001f1f7|\U0001f1ef\U0001f1f5"),
		WORD(3, "e\u0316e\u0316e\u0316e\u0316", "e\u0316e\u0316e\u0316|e\u0316"),
		WORD(3, "ＡＢ", "Ａ|Ｂ"),
		WORD(2, "\u1100\u1100\u1100", "\u1100|\u1100|\u1100"),
	};

	(void)state;
	CHECK_ALL(samples);
}

static uint32_t
next_random(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

/* Korean, Latin, marks and emoji in any order; no keycaps, which take three columns of two. */
static void
add_random(struct buf *out, uint32_t *seed)
{
	static const char *const parts[] = { "서버", "데이터베이스를", "Kubernetes", "3.5%", "1,000원", "30만", "(", "「", "』", "”", "“",
		"’", "‘", "…", "!", "?", ",", ".", "·", "~", "-", "—", "/", ":", "\U0001f44d", "\U0001f1f0\U0001f1f7", "C#", ".NET",
		"\u1112\u119e\u11ab", "2025. 2. 5.", "日本語", "、", "。", "℃", "[", "]", "e\u0316", "\uffa4", "Ａ", "■", "①",
		"\u00a0", "\u2060" };

	for (uint32_t n = next_random(seed, 30); n; n--) {
		(void)buf_puts(out, parts[next_random(seed, sizeof parts / sizeof *parts)]);
		(void)buf_puts(out, next_random(seed, 3) ? "" : " ");
	}
}

/* True when no line may end between before and after, which are parts of the text. */
static bool
is_bad_end(struct str before, struct str after)
{
	bool is_space = str_starts(after, " ");
	struct str word = str_sub(after, is_space ? 1 : 0, after.n);
	int32_t cp;

	if (!before.n || !word.n)
		return false;
	if (wrap_class_is_open(utf8_last(&before)))
		return true;
	cp = utf8_next(&word);
	if (is_space && !wrap_class_sticks(cp) && word.n && word.p[0] != ' ' && (cp != '.' || word.p[0] != '.'))
		return false; /* the sign begins a word */
	return wrap_class_is_closing(cp);
}

/* True when some place in the line, before its last cluster, would have done. */
static bool
has_better_end(struct str text, const struct wrap_line *line)
{
	struct str rest = str_sub(text, line->at, line->at + line->n), cluster;

	while ((cluster = grapheme_next(&rest)).n && rest.n) {
		struct str before = str_sub(text, 0, (size_t)(rest.p - text.p)), after = str_sub(text, before.n, text.n);
		bool is_hard = str_ends(before, "\u00a0") || str_starts(after, "\u00a0") || str_ends(before, "\u2060") ||
			str_starts(after, "\u2060");

		if (!str_ends(before, " ") && !is_hard && !is_bad_end(before, after))
			return true;
	}
	return false;
}

static void
check_random(struct str text, const struct wrap_opts *opts)
{
	struct arena a = { 0 };
	struct wrap_line *lines;
	size_t n = wrap_text(&a, text, opts, &lines), at = 0;

	for (size_t i = 0; i < n; i++) {
		struct str line = str_sub(text, lines[i].at, lines[i].at + lines[i].n);
		size_t end = lines[i].at + lines[i].n;

		assert_int_equal(width_str(line), lines[i].cols);
		assert_true(lines[i].cols <= opts->cols);
		assert_int_equal(str_trim(str_sub(text, at, lines[i].at)).n, 0); /* nothing is lost but blanks */
		at = end;
		if (i + 1 < n && is_bad_end(str_sub(text, 0, end), str_sub(text, end, text.n)) && has_better_end(text, &lines[i]))
			fail_msg("%d columns: ‘%.*s’ in ‘%.*s’", opts->cols, STR(line), STR(text));
	}
	assert_int_equal(str_trim(str_sub(text, at, text.n)).n, 0);
	arena_free(&a);
}

static void
wrap_keeps_its_promises_for_any_text(void **state)
{
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		struct buf raw = { 0 }, text = { 0 };
		struct wrap_opts opts = { .cols = 2 + (int)next_random(&seed, 79), .mode = round % 2 ? WRAP_WORD : WRAP_SYLLABLE };

		add_random(&raw, &seed);
		clean_line(&text, buf_str(&raw));
		width_set_ambiguous(1 + round / 2 % 2);
		check_random(buf_str(&text), &opts);
		buf_free(&raw);
		buf_free(&text);
	}
	width_set_ambiguous(1);
}

static void
wrap_takes_a_word_of_megabytes(void **state)
{
	struct arena a = { 0 };
	struct buf text = { 0 };
	struct wrap_line *lines;
	const struct wrap_opts opts = { 80, 0, WRAP_WORD };
	size_t n, bytes = 0;

	(void)state;
	(void)buf_fill(&text, 'x', 10 << 20);
	n = wrap_text(&a, buf_str(&text), &opts, &lines);
	for (size_t i = 0; i < n; i++)
		bytes += lines[i].n;
	assert_int_equal(n, (10 << 20) / 80);
	assert_int_equal(bytes, 10 << 20);
	buf_free(&text);
	arena_free(&a);
}

static void
check_fit(const char *in, int cols, const char *want)
{
	struct buf out = { 0 };

	wrap_fit(&out, str_of(in), cols);
	assert_str(buf_str(&out), want);
	assert_int_equal(width_str(buf_str(&out)), cols > 0 ? cols : 0);
	buf_free(&out);
}

static void
wrap_fit_is_exactly_as_wide(void **state)
{
	(void)state;
	check_fit("소식", 6, "소식  ");
	check_fit("서버 이전 후기", 8, "서버 이…");
	check_fit("서버 이전", 7, "서버…  ");
	check_fit("새 글 [공지] 안내", 8, "새 글…  ");
	check_fit("소식지", 3, "소…");
	check_fit("절반… 지자체", 7, "절반…  "); /* one is enough */
	check_fit("소식", 1, "…");
	check_fit("소식", 0, "");
	check_fit("소식", -3, "");
	check_fit("가\u00a0나\u2060다", 7, "가 나다");
	check_fit("안\x1b[31m녕", 4, "안녕");
	width_set_ambiguous(2);
	check_fit("서버 이전 후기", 8, "서버..  ");
	check_fit("소식", 1, ".");
	width_set_ambiguous(1);
}

/* What is plain is taken as it stands, and is no other for it: U+200B, which is never shown, makes the same text unplain. */
static void
wrap_fit_is_the_same_the_short_way(void **state)
{
	static const char *const texts[] = {
		"", "소식", "  앞뒤  빈칸  ", "두  칸", "[공지] “따옴표” · 漢字…", "가\u00a0나", "끝1", "1\ufe0f\u20e3 하나", "a", "카\u200b나",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (int cols = 0; cols < 30; cols++) {
			struct buf plain = { 0 }, other = { 0 }, text = { 0 };

			(void)buf_printf(&text, "%s\u200b", texts[i]);
			wrap_fit(&plain, str_of(texts[i]), cols);
			wrap_fit(&other, buf_str(&text), cols);
			assert_str(buf_str(&plain), buf_cstr(&other));
			buf_free(&plain);
			buf_free(&other);
			buf_free(&text);
		}
}

/* What fits is what wrap_fit() only adds blanks to. */
static void
what_fits_is_left_as_it_is(void **state)
{
	static const char *const texts[] = {
		"", "글", "글 abc", " 글", "글 ", "두  칸", "가나다라마바", "1\u20e3", "e\u0301x", "a\u00a0b", "👩\u200d💻", "줄임…", "탭\t",
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (int cols = 1; cols < 13; cols++) {
			struct str text = str_of(texts[i]);

			buf_clear(&out);
			wrap_fit(&out, text, cols);
			if (wrap_fits(text, cols))
				assert_str(str_sub(buf_str(&out), 0, text.n), texts[i]);
		}
	assert_true(wrap_fits(str_lit("글 abc…"), 7));
	assert_false(wrap_fits(str_lit("글 abc…"), 6));
	assert_false(wrap_fits(str_lit(" 글"), 9));
	buf_free(&out);
}

static void
wrap_fit_name_keeps_both_ends_of_an_address(void **state)
{
	static const struct {
		const char *in;
		int cols;
		const char *want;
	} rows[] = {
		{ "rss.blog.naver.com/gaon1.xml", 28, "rss.blog.naver.com/gaon1.xml" },
		{ "rss.blog.naver.com/gaon1.xml", 20, "rss.blog.…/gaon1.xml" },
		{ "a.example/feeds/posts/default-and-more", 15, "a.ex…t-and-more" },
		{ "C/C++ 이야기와 여러 가지", 8, "C/C++…  " },
		{ "a.example/x", 1, "…" },
		{ "a.example/x", 0, "" },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		buf_clear(&out);
		wrap_fit_name(&out, str_of(rows[i].in), rows[i].cols);
		assert_str(buf_str(&out), rows[i].want);
		assert_int_equal(width_str(buf_str(&out)), rows[i].cols);
	}
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrap_breaks_at_spaces_only),
		cmocka_unit_test(wrap_fills_lines_by_syllables_when_asked),
		cmocka_unit_test(wrap_splits_words_longer_than_a_line),
		cmocka_unit_test(wrap_keeps_marks_where_they_belong),
		cmocka_unit_test(wrap_shows_the_first_emoji_of_a_sequence),
		cmocka_unit_test(wrap_keeps_dates_whole),
		cmocka_unit_test(wrap_breaks_addresses_at_their_delimiters),
		cmocka_unit_test(wrap_hangs_lines_behind_the_first),
		cmocka_unit_test(wrap_cuts_no_cluster),
		cmocka_unit_test(wrap_keeps_its_promises_for_any_text),
		cmocka_unit_test(wrap_takes_a_word_of_megabytes),
		cmocka_unit_test(wrap_fit_is_exactly_as_wide),
		cmocka_unit_test(wrap_fit_is_the_same_the_short_way),
		cmocka_unit_test(what_fits_is_left_as_it_is),
		cmocka_unit_test(wrap_fit_name_keeps_both_ends_of_an_address),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
