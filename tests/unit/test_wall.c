/*
 * Pages that stand before articles, and articles that speak of such pages.
 */
#include "arena_fixture.h"

#include "base/buf.h"
#include "page/page.h"

enum { NOW = 1738825200 };

static struct page_result
extract(const char *html, const char *url)
{
	struct page_input in = { .html = str_of(html), .url = str_of(url), .now = NOW };
	struct page_result result;

	page_extract(&arena, &in, &result);
	return result;
}

/* A paragraph of an article, as often as it takes. */
static const char *
article(const char *head, const char *sentence, size_t times)
{
	struct buf html = { 0 };
	char *ret;

	(void)buf_printf(&html, "%s<article>", head);
	for (size_t i = 0; i < times; i++)
		(void)buf_printf(&html, "<p>%s %zu, %s, %s</p>", sentence, i, sentence, sentence);
	(void)buf_puts(&html, "</article>");
	ret = arena_cstr(&arena, buf_str(&html));
	buf_free(&html);
	return ret;
}

static const char *const names[] = { "article", "none", "login", "consent", "challenge", "gone", "go" };

static void
assert_kind(const char *html, const char *url, enum page_kind want)
{
	enum page_kind got = extract(html, url).kind;

	if (got != want)
		fail_msg("%s instead of %s: %s %.300s", names[got], names[want], url, html);
}

static void
walls_are_known_by_what_they_say_and_are(void **state)
{
	static const struct {
		enum page_kind kind;
		const char *html, *url;
	} pages[] = {
		/* tests for robots */
		{ PAGE_CHALLENGE, "<title>Just a moment...</title><div class=main-wrapper><h1>blog.example</h1><noscript>Enable JavaScript and "
		  "cookies to continue</noscript></div><script>window._cf_chl_opt={cType:'managed'}</script>", "https://blog.example/12" },
		{ PAGE_CHALLENGE, "<title>잠시만 기다리십시오…</title><h2>사람인지 확인하는 중입니다. 잠시만 기다려 주세요.</h2>", "https://blog.example/12" },
		{ PAGE_CHALLENGE, "<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1><div class=cf-error-details>"
		  "<p>You are unable to access blog.example. This website is using a security service to protect itself from online attacks."
		  "<p>Please email the site owner and include the Ray ID found at the bottom of this page.</div>", "https://blog.example/12" },
		{ PAGE_CHALLENGE, "<title>Access Denied</title><h1>Access Denied</h1><p>You don't have permission to access "
		  "\"http://news.example/12\" on this server.<p>Reference #18.2f0c1702.1700000000.1a2b3c", "https://news.example/12" },
		{ PAGE_CHALLENGE, "<title>news.example</title><p id=cmsg>Please enable JS and disable any ad blocker</p><script "
		  "src='https://ct.captcha-delivery.com/c.js'></script>", "https://news.example/12" },
		{ PAGE_CHALLENGE, "<title>Access to this page has been denied</title><h1>Before we continue...</h1><div id=px-captcha></div><p>Press &amp; "
		  "Hold to confirm you are a human (and not a bot).", "https://shop.example/12" },
		{ PAGE_CHALLENGE, "<title>Robot Check</title><form action='/errors/validateCaptcha'><p>Enter the characters you see below. Sorry, we "
		  "just need to make sure you're not a robot.<input name=field-keywords></form>", "https://shop.example/12" },
		{ PAGE_CHALLENGE, "<title>자동입력 방지</title><p>비정상적인 접근이 감지되었습니다. 아래 보안문자를 입력해 주세요.<form><input name=captcha>"
		  "</form>", "https://cafe.example/12" },
		{ PAGE_CHALLENGE, "<title>Vercel Security Checkpoint</title><p>We're verifying your browser", "https://app.example/12" },
		{ PAGE_CHALLENGE, "<title>blog.example</title><iframe id=main-iframe src='/_Incapsula_Resource?CWUDNSAI=9'>Request unsuccessful.</iframe>",
		  "https://blog.example/12" },

		/* logins */
		{ PAGE_LOGIN, "<title>가온 : 로그인</title><form><label>아이디<input name=id></label><label>비밀번호<input type=password></label>"
		  "<button>로그인</button></form>", "https://nid.naver.com/nidlogin.login?url=x" },
		{ PAGE_LOGIN, "<title>Sign in - Ferry</title><form action=/session><input name=login><input type=password><a href=/reset>Forgot "
		  "password?</a></form>", "https://ferry.example/login?next=/12" },
		{ PAGE_LOGIN, "<title>보호되어 있는 글입니다.</title><meta property=article:published_time content='2025-02-05T10:00:00+09:00'><body "
		  "id=tt-body-page><h1>가온의 작업실</h1><p>이 글은 보호되어 있습니다. 글을 보시려면 비밀번호를 입력하세요.<form><input type=password "
		  "id=entry12password></form>", "https://gaon.example/12" },
		{ PAGE_LOGIN, "<title>Protected: A note</title><form class=post-password-form method=post><p>This content is password protected. To view it "
		  "please enter your password below:<input type=password name=post_password></form>", "https://wp.example/note" },
		{ PAGE_LOGIN, "<title>가온</title><script>alert('로그인이 필요합니다.');location.href='/login';</script>", "https://gaon.example/12" },
		{ PAGE_LOGIN, "<title>가온</title><script>alert('이웃공개 글입니다.');history.back();</script>", "https://blog.naver.com/gaon/12" },
		{ PAGE_LOGIN, "<title>성인 인증</title><p>이 글은 청소년 유해 매체물로, 만 19세 미만은 볼 수 없습니다.", "https://cafe.example/12" },
		{ PAGE_LOGIN, "<title>Wi-Fi Login</title><p>Welcome to the harbour Wi-Fi network.<form><input type=password></form>",
		  "http://portal.example/?u=x" },

		/* consent */
		{ PAGE_CONSENT, "<title>Before you continue to YouTube</title><p>We use cookies and data to deliver and maintain services.<form "
		  "action='https://consent.youtube.com/save'><button>Accept all</button></form>", "https://consent.youtube.com/m?continue=x" },
		{ PAGE_CONSENT, "<title>쿠키 사용 동의</title><p>더 나은 서비스를 위해 쿠키를 사용합니다. 계속하시려면 동의해 주세요.<form id=consent><button>모두 동의"
		  "</button></form>", "https://news.example/12" },
		{ PAGE_CONSENT, "<title>Datenschutzeinstellungen</title><p>Wir und unsere Partner verwenden Cookies.<button>Alle akzeptieren</button>",
		  "https://zeitung.example/12" },

		/* gone */
		{ PAGE_GONE, "<title>404 Not Found</title><h1>Not Found</h1><p>The page you requested is not here.", "https://blog.example/12" },
		{ PAGE_GONE, "<title>페이지를 찾을 수 없습니다 | 가온의 작업실</title><p>요청하신 페이지가 삭제되었거나 주소가 바뀌었습니다.", "https://gaon.example/12" },
		{ PAGE_GONE, "<title>네이버 블로그</title><script>alert('삭제되었거나 존재하지 않는 게시물입니다.');history.back()</script>",
		  "https://blog.naver.com/gaon/12" },
		{ PAGE_GONE, "<title>Ferry</title><h1>Page not found</h1><p>Sorry, the page you are looking for has been moved or does not exist.",
		  "https://ferry.example/404" },

		{ PAGE_NONE, "<title>Ferry</title><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
		  "https://ferry.example/12" },
		{ PAGE_NONE, "", "https://ferry.example/12" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		assert_kind(pages[i].html, pages[i].url, pages[i].kind);
}

static void
articles_about_walls_are_articles(void **state)
{
	static const struct {
		const char *head, *sentence;
		size_t times;
	} pages[] = {
		{ "<title>How CAPTCHAs lost to machines</title>", "A page says \"verify you are human\", and the reader clicks on \"I'm not a robot\"", 3 },
		{ "<title>캡차는 왜 사라지나</title>", "‘로봇이 아닙니다’에 표시하고 보안문자를 넣으라는 화면, 자동입력 방지라는 말이 사라지고 있다", 4 },
		{ "<title>Just a moment: on waiting</title>", "Checking your browser takes five seconds of a life, and nobody asks for them back", 4 },
		{ "<title>Cookie banners and the law</title><form class=consent><button>Accept all</button></form>",
		  "We and our partners, says the banner, use cookies and ask you to accept all of them before you continue", 4 },
		{ "<title>쿠키 동의 창을 만들며</title>", "쿠키 사용에 동의하시겠습니까, 라고 묻는 창을 만들면서 배운 것을 적어 둔다", 4 },
		{ "<title>로그인 화면을 다시 만들다</title><form><input type=password></form>", "로그인이 필요합니다, 라는 문구를 없애고 아이디와 비밀번호 칸을 한 줄로 줄였다", 4 },
		{ "<title>A login form in every header</title><form action=/login><input name=id><input type=password>Forgot password?</form>",
		  "The harbour opened at six in the morning, and the first boat was early", 2 },
		{ "<title>404 페이지 꾸미기</title>", "페이지를 찾을 수 없습니다, 라는 말 대신 지도를 보여 주는 404 페이지를 만들었다", 4 },
		{ "<title>The page you are looking for</title>", "Every page you requested is somewhere, even where it is no longer available", 4 },
		{ "<title>Notes on DataDome</title><script src=https://js.example/tags.js></script><div class=g-recaptcha></div><div class=cf-turnstile></div>",
		  "Unusual traffic is what they call a reader with a script, and you have been blocked is what he reads", 5 },
		{ "<title>비공개 글을 다루는 법</title>", "비공개로 전환한 글과 삭제된 글을 같은 표에 두면 나중에 곤란해진다", 5 },
		{ "<title>스프링 - 로그인</title>", "필터가 요청을 받아 사용자를 찾고 세션에 넣는 순서를 그림과 함께 적었다", 5 },
		{ "<title>회원가입 | 가온</title><meta property=article:published_time content=2025-02-05>", "가입 양식을 검사하는 순서를 적는다", 6 },
		{ "<title>nginx - 404 Not Found</title><meta property=article:published_time content=2025-02-05>",
		  "페이지를 찾을 수 없습니다 라는 오류가 나면 경로부터 본다", 5 },
		{ "<title>One more step</title><div class=g-recaptcha></div>", "The box says that you are not a robot, and one believes it after a while", 9 },
		{ "<title>Not Found</title><meta property=article:published_time content=2025-02-05>", "A story with that title, of a boat that was looked for all summer", 6 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		assert_kind(article(pages[i].head, pages[i].sentence, pages[i].times), "https://blog.example/2025/02/05/walls", PAGE_ARTICLE);
}

static void
a_long_notice_takes_proof(void **state)
{
	const char *sentence = "We use cookies and data to measure audience and to protect against spam, and so do others whom we know";

	(void)state;
	assert_kind(article("<title>Your choices</title>", sentence, 12), "https://consent.portal.example/collect", PAGE_CONSENT);
	assert_kind(article("<title>Your choices</title>", sentence, 12), "https://portal.example/choices", PAGE_ARTICLE);
}

static void
beginnings_of_articles_are_told(void **state)
{
	const char *sentence = "The ferry company will raise its fares in spring", *date = "<meta property=article:published_time content=2025-02-05>";
	const char *paid = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Fares\",\"isAccessibleForFree\":false}</script>"
		"<div class=paywall>Already a subscriber?</div>";
	struct page_result result = extract(article(arena_printf(&arena, "<title>Fares</title>%s%s", date, paid).p, sentence, 4), "https://a.example/1");

	(void)state;
	assert_int_equal(result.kind, PAGE_ARTICLE);
	assert_true(result.is_teaser);
	result = extract(article(arena_printf(&arena, "<title>운임</title>%s<form><input type=password></form>", date).p,
		"여객선 운임이 봄에 오릅니다. 로그인 후 이용하실 수 있는 글입니다", 4), "https://a.example/1");
	assert_int_equal(result.kind, PAGE_ARTICLE);
	assert_true(result.is_teaser);
	result = extract(article(arena_printf(&arena, "<title>Fares</title>%s", paid).p, sentence, 40), "https://a.example/1");
	assert_int_equal(result.kind, PAGE_ARTICLE);
	assert_false(result.is_teaser);
}

/* The field for a guest's password stands below every post of a large platform, a login in many a header. */
static void
fields_of_comments_are_no_login(void **state)
{
	static const char *const forms[] = {
		"<div id=entry12Comment><input type=text name=name><input type=password name=password></div>",
		"<form method=post><input name=name><input type=password name=password><textarea name=comment></textarea></form>",
		"<div class='area-reply'><div><input type=password></div></div>",
	};
	const char *date = "<meta property=article:published_time content=2025-02-05>";

	(void)state;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		const char *head = arena_printf(&arena, "<title>계정 만들기</title>%s", date).p;
		const char *html = article(head, "비밀번호를 입력하고 확인을 누르면 계정이 생긴다", 6);
		struct page_result result = extract(arena_printf(&arena, "%s%s", html, forms[i]).p, "https://gaon.example/12");

		assert_int_equal(result.kind, PAGE_ARTICLE);
		assert_false(result.is_teaser);
	}
}

/* What is said at the end of an article may be said of it. */
static void
an_article_about_logins_is_whole(void **state)
{
	const char *head = "<title>화면 하나</title><meta property=article:published_time content=2025-02-05><form><input type=password></form>";
	const char *html = article(head, "바다에서 돌아온 배를 항구에 묶고 하루를 마쳤다", 12);
	struct page_result result = extract(arena_printf(&arena, "%s<p>로그인이 필요한 화면에는 <b>비밀번호를 입력</b>하는 칸을 둔다.%s", head,
		str_find(str_of(html), str_lit("<article>")) + html).p, "https://gaon.example/12");

	(void)state;
	assert_int_equal(result.kind, PAGE_ARTICLE);
	assert_false(result.is_teaser);
}

static void
ways_to_other_pages_are_followed(void **state)
{
	static const struct {
		const char *html, *to;
	} pages[] = {
		{ "<meta http-equiv=refresh content=\"0; url='/2/'\">", "https://a.example/2/" },
		{ "<html><frameset rows='100%,*'><frame src='https://blog.b.example/gaon'><frame src=empty.html></frameset>", "https://blog.b.example/gaon" },
		{ "<script>top.location.href = 'https://b.example/3';</script>", "https://b.example/3" },
		{ "<title>Moved</title><script>window.location.replace(\"/4\")</script>", "https://a.example/4" },
		{ "<script>location='https://b.example/5'</script>", "https://b.example/5" },
		{ "<script>setTimeout(function(){window.top.location.assign( '/6' )}, 10)</script>", "https://a.example/6" },
		{ "<script>if (location.hash == 'x') mylocation = '/7'; else location = '/8'</script>", "https://a.example/8" },
		{ "<script>location.href = 'javascript:alert(1)'</script>", "" },
		{ "<script>window.__STATE__={\"user\":null,\"location\":\"/ko/login\"}</script>", "" },
		{ "<script>window.config={location:\"cfg2.html\"}</script>", "" },
		{ "<script>var to = {}; to.location = '/9'; if (location == '/9') stop()</script>", "" },
		{ "<div onclick=\"location.href='/10'\"></div>", "" },
		{ "<meta http-equiv=refresh content=300>", "" },
		{ "<script>location.href = 'https://a.example/1';</script>", "" },
		{ "<script>if (location.hash) { show(location.hash); say('hello'); }</script>", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		struct page_result result = extract(pages[i].html, "https://a.example/1");

		assert_int_equal(result.kind, *pages[i].to ? PAGE_GO : PAGE_NONE);
		assert_str(result.go, pages[i].to);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(walls_are_known_by_what_they_say_and_are, empty_arena),
		cmocka_unit_test_teardown(articles_about_walls_are_articles, empty_arena),
		cmocka_unit_test_teardown(a_long_notice_takes_proof, empty_arena),
		cmocka_unit_test_teardown(beginnings_of_articles_are_told, empty_arena),
		cmocka_unit_test_teardown(fields_of_comments_are_no_login, empty_arena),
		cmocka_unit_test_teardown(an_article_about_logins_is_whole, empty_arena),
		cmocka_unit_test_teardown(ways_to_other_pages_are_followed, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
