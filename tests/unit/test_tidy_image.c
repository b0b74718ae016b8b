#include "tidy_fixture.h"

#define IMG(src) "<img src=\"" src "\" alt=\"\"/>"
#define HERE "https://blog.example/post/"

static void
late_pictures_have_the_address_they_load(void **state)
{
	(void)state;
	assert_tidy("<img src='/loading.gif' data-original='b.png'>", IMG(HERE "b.png"));
	assert_tidy("<img src='/img/grey.png' data-lazy-src='g.jpg'>", IMG(HERE "g.jpg"));
	assert_tidy("<img data-lazy='c.png'>", IMG(HERE "c.png"));
	assert_tidy("<img data-url='https://z.example/e.png'>", IMG("https://z.example/e.png"));
	assert_tidy("<img src='data:image/gif;base64,R0' data-srcset='a-300.jpg 300w, a-1024.jpg 1024w'>", IMG(HERE "a-1024.jpg"));
	assert_tidy("<img src='/loading.gif'>", IMG("https://blog.example/loading.gif"));
}

static void
links_stand_for_pictures_and_around_them(void **state)
{
	(void)state;
	assert_tidy("<figure><a class=lightgallery href='https://c.example/a.JPG?w=1' data-thumbnail=t.jpg> </a><figcaption>설명</figcaption></figure>",
	    "<figure>" IMG("https://c.example/a.JPG?w=1") "<figcaption>설명</figcaption></figure>");
	assert_tidy("<p><a href=/b.png data-src=/s.png><span></span></a></p>", IMG("https://blog.example/b.png"));
	assert_tidy("<p><a href=/b.png data-src=/s.png>그림</a> <a href=/c.png></a></p>", "<p><a href=\"https://blog.example/b.png\">그림</a></p>");
	assert_tidy("<a href='https://code.example/x/y'><img src=badge.svg></a>", "<a href=\"https://code.example/x/y\">" IMG(HERE "badge.svg") "</a>");
	assert_tidy("<a href='/large.webp'><img src=s.webp></a><a href='/q'><img src='/q'></a><a href='#'><img src=t></a>",
	    IMG(HERE "s.webp") IMG("https://blog.example/q") IMG(HERE "t"));
	assert_tidy("<a href='https://img1.daumcdn.net/thumb/R1280x0/?fname=https%3A%2F%2Fk.example%2Fimg'><img src='https://k.example/img'></a>",
	    IMG("https://k.example/img"));
}

static void
the_largest_sensible_candidate_of_a_set_is_taken(void **state)
{
	(void)state;
	assert_tidy("<img src=s.jpg srcset='https://c.example/w_400,h_2/a.jpg 400w, https://c.example/w_800,h_4/a.jpg 800w,"
	            " https://c.example/w_8000,h_40/a.jpg 8000w'>", IMG("https://c.example/w_800,h_4/a.jpg"));
	assert_tidy("<img srcset='a.png, b.png 1.5x, c.png 2x'>", IMG(HERE "c.png"));
	assert_tidy("<img srcset='https://c.example/a,b.png 1x,https://c.example/c,d.png 2x'>", IMG("https://c.example/c,d.png"));
	assert_tidy("<img srcset='big.png 9000w, huge.png 12000w'>", IMG(HERE "big.png"));
	assert_tidy("<picture><source type=image/avif srcset='a.avif'><img src=a.jpg></picture>", IMG(HERE "a.jpg"));
	assert_tidy("<picture><source data-srcset='b.webp 800w'><img src='data:image/png;base64,AA'></picture>", IMG(HERE "b.webp"));
}

static void
the_double_in_a_noscript_is_one_picture(void **state)
{
	(void)state;
	assert_tidy("<img class=lazy src='data:image/svg+xml,x' alt='도표'><noscript><img src='/r.png' alt='도표'></noscript>",
	    "<img src=\"https://blog.example/r.png\" alt=\"도표\"/>");
	assert_tidy("<img src='/loading.gif'><noscript><img src='/r.png'></noscript>", IMG("https://blog.example/r.png"));
	assert_tidy("<noscript><img src='/r.png'></noscript><img data-src='/r.png'>", IMG("https://blog.example/r.png"));
	assert_tidy("<p>글</p><noscript>&lt;img src=\"/r.png\"&gt;</noscript>", "<p>글</p>" IMG("https://blog.example/r.png"));
	assert_tidy("<p>글</p><noscript>자바스크립트를 켜 주세요.</noscript>", "<p>글</p>");
	assert_tidy("<img src=a.png><p>사이</p><noscript><img src=b.png></noscript>", IMG(HERE "a.png") "<p>사이</p>" IMG(HERE "b.png"));
}

static void
counters_and_blanks_are_no_pictures(void **state)
{
	(void)state;
	assert_tidy("<p>앞<img src=https://t.example/p.gif height=1 width=1><img src='https://stats.wordpress.com/b.gif?x'>"
	            "<img src='https://medium.com/_/stat?event=x' width=1 height=1><img src='https://p.example/t' style='width:1px;height:1px'>"
	            "<img src='https://www.facebook.com/tr?id=1&noscript=1'><img src=/img/spacer.gif><img src='about:blank'><img>뒤</p>",
	    "<p>앞뒤</p>");
	assert_tidy("<img src=a.png width=1>", "<img src=\"" HERE "a.png\" alt=\"\" width=\"1\"/>");
}

static void
banners_are_no_pictures(void **state)
{
	(void)state;
	assert_tidy("<p>앞</p><p><a href='https://link.coupang.com/a/x1'><img src='https://ads-partners.coupang.com/banners/1?w=728&h=90' alt=''></a></p>"
	            "<a href='https://click.linkprice.com/x'><img src='//track.linkprice.com/lpshow.php?m_id=a'></a><p>뒤</p>",
	    "<p>앞</p><p data-blank=\"1\">뒤</p>");
	assert_tidy("<p><a href='https://link.coupang.com/a/x2'>산 물건</a></p>", "<p><a href=\"https://link.coupang.com/a/x2\">산 물건</a></p>");
}

static void
services_are_unwrapped(void **state)
{
	(void)state;
	assert_tidy("<img src='https://img1.daumcdn.net/thumb/R1280x0/?scode=mtistory2&fname=https%3A%2F%2Fk.example%2Fdn%2Fimg.png'>",
	    IMG("https://k.example/dn/img.png"));
	assert_tidy("<img src='https://i0.wp.com/b.example/wp-content/a.png?resize=300%2C200&amp;ssl=1'>", IMG("https://b.example/wp-content/a.png"));
	assert_tidy("<img src='/_next/image?url=%2Fimg%2Fb.png&amp;w=640&amp;q=75'>", IMG("https://blog.example/img/b.png"));
	assert_tidy("<img src='https://dthumb-phinf.pstatic.net/?src=%22https%3A%2F%2Fx.example%2Fd.png%22&type=w2'>", IMG("https://x.example/d.png"));
	assert_tidy("<img src='https://wsrv.nl/?url=c.example/d.png&w=3'>", IMG("https://c.example/d.png"));
	assert_tidy("<img src='https://x.example/cdn-cgi/image/width=4,quality=7/https://c.example/e.png'>", IMG("https://c.example/e.png"));
	assert_tidy("<img src='https://res.cloudinary.com/d/image/upload/w_300/c.png'>", IMG("https://res.cloudinary.com/d/image/upload/w_300/c.png"));
	assert_tidy("<img src='/_next/image?url=javascript%3Aalert(1)'>", IMG("https://blog.example/_next/image?url=javascript%3Aalert(1)"));
}

static void
naver_pictures_are_not_the_blurred_ones(void **state)
{
	(void)state;
	assert_tidy("<img src='https://mblogthumb-phinf.pstatic.net/a.png?type=w80_blur'>", IMG("https://mblogthumb-phinf.pstatic.net/a.png?type=w800"));
	assert_tidy("<p>가 <span class='_img _inl fx' thumburl='https://mblogthumb-phinf.pstatic.net/a.png?type='></span></p>",
		"<p>가</p>" IMG("https://mblogthumb-phinf.pstatic.net/a.png?type=w800"));
	assert_tidy("<p><video class='fx _gifmp4' src='https://mblogvideo-phinf.pstatic.net/a.gif?type=mp4w800' "
		"data-gif-url='https://mblogthumb-phinf.pstatic.net/a.gif?type=w210'></video></p>",
		IMG("https://mblogthumb-phinf.pstatic.net/a.gif?type=w800"));
	assert_tidy("<span class=_img>글</span><img src='https://a.example/a.png?type='>", "<p>글</p>" IMG("https://a.example/a.png?type="));
	assert_tidy("<img src='https://postfiles.pstatic.net/b.jpg?type=w80_blur'>", IMG("https://postfiles.pstatic.net/b.jpg?type=w966"));
	assert_tidy("<img src='https://postfiles.pstatic.net/b.jpg?type=w773'>", IMG("https://postfiles.pstatic.net/b.jpg?type=w773"));
}

static void
galleries_are_pictures_with_their_words(void **state)
{
	(void)state;
	assert_tidy("<figure class=imageslideblock><div class=image-container><span><img src=5.png></span><span><img src=6.png></span>"
	            "<div class='btn btn-prev'></div><div class=mark><span data-index=0>0</span></div></div><figcaption>여럿</figcaption></figure>",
	    "<figure>" IMG(HERE "5.png") IMG(HERE "6.png") "<figcaption>여럿</figcaption></figure>");
	assert_tidy("<div class='se-component se-imageGroup'><div><img data-lazy-src=a.png></div><div><img data-lazy-src=b.png></div>"
	            "<div class=se-caption><p>모음</p></div></div>",
	    "<figure>" IMG(HERE "a.png") IMG(HERE "b.png") "<figcaption>모음</figcaption></figure>");
	assert_tidy("<ul class=wp-block-gallery><li><figure><img src=e.png><figcaption>E</figcaption></figure></li>"
	            "<li><figure><img src=f.png></figure></li></ul>",
	    "<figure>" IMG(HERE "e.png") "<figcaption>E</figcaption></figure><figure>" IMG(HERE "f.png") "</figure>");
	assert_tidy("<ul><li><img src=e.png> 글이 있는 항목</li></ul>", "<ul><li>" IMG(HERE "e.png") "<p>글이 있는 항목</p></li></ul>");
	assert_tidy("<div class=swiper><div class=swiper-slide><img src=c.png></div><div class=swiper-pagination>1/2</div></div>", IMG(HERE "c.png"));
}

static void
emoji_and_icons_stay_in_their_line(void **state)
{
	(void)state;
	assert_tidy("<p>좋아요 <img class=emoji alt='😀' src=e.png> <img alt='🎉' src=x.svg> <img alt=':smile:' class=emoji src=s.png>"
	            " <img src=star.svg alt='별' width=16 height=16>표</p>", "<p>좋아요 😀 🎉 :smile: 별표</p>");
	assert_tidy("<p>앞<img alt='그림' src=x.png>뒤</p>", "<p>앞</p><img src=\"" HERE "x.png\" alt=\"그림\"/><p>뒤</p>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(late_pictures_have_the_address_they_load, empty_arena),
		cmocka_unit_test_teardown(links_stand_for_pictures_and_around_them, empty_arena),
		cmocka_unit_test_teardown(the_largest_sensible_candidate_of_a_set_is_taken, empty_arena),
		cmocka_unit_test_teardown(the_double_in_a_noscript_is_one_picture, empty_arena),
		cmocka_unit_test_teardown(counters_and_blanks_are_no_pictures, empty_arena),
		cmocka_unit_test_teardown(banners_are_no_pictures, empty_arena),
		cmocka_unit_test_teardown(services_are_unwrapped, empty_arena),
		cmocka_unit_test_teardown(naver_pictures_are_not_the_blurred_ones, empty_arena),
		cmocka_unit_test_teardown(galleries_are_pictures_with_their_words, empty_arena),
		cmocka_unit_test_teardown(emoji_and_icons_stay_in_their_line, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
