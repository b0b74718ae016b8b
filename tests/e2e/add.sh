#!/bin/sh
# sosik add: from what people have to the feed, on web sites of our own that
# answer under the names of the real ones (--resolve), with TLS.
. tests/e2e/lib.sh
www=$t/www map=$t/map
mkdir -p "$www"
: >"$map"

feed() { # feed FILE TITLE LINK [COUNT]: a feed with posts
	{
		printf '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>%s</title><link>%s</link>\n' "$2" "$3"
		n=1
		while [ "$n" -le "${4:-2}" ]; do
			printf '<item><title>%s %s</title><link>%s/%s</link><guid>%s/%s</guid></item>\n' "$2" "$n" "$3" "$n" "$3" "$n"
			n=$((n + 1))
		done
		echo '</channel></rss>'
	} >"$www/$1"
}
page() { # page FILE HEAD BODY
	printf '<!doctype html><html><head><meta charset="utf-8"><title>쪽</title>%s</head><body>%s</body></html>' "$2" "$3" >"$www/$1"
}
site() { # site URL STATUS TYPE FILE|LOCATION [FIELD]…
	url=$1 status=$2 type=$3 target=$4
	shift 4
	case $status in 3*) ;; *) [ "$target" = - ] || target=$www/$target ;; esac
	{
		printf '%s\t%s\t%s\t%s' "$url" "$status" "$type" "$target"
		for f; do printf '\t%s' "$f"; done
		echo
	} >>"$map"
}
is_feed() { # is_feed URL TITLE: there is a feed at this address
	feeds=$((${feeds:-0} + 1))
	feed "f$feeds.xml" "$2" "${1%/*}/$feeds"
	site "$1" 200 application/rss+xml "f$feeds.xml"
}
is_page() { # is_page URL HEAD [BODY]
	pages=$((${pages:-0} + 1))
	page "p$pages.html" "$2" "${3:-글}"
	site "$1" 200 text/html "p$pages.html"
}

hosts='blog.naver.com m.blog.naver.com rss.blog.naver.com cafe.rss.naver.com velog.io v2.velog.io nari.tistory.com
off.tistory.com brunch.co.kr medium.com namu.medium.com www.youtube.com youtu.be github.com gist.github.com news.hada.io
gaon.blogspot.com gaon.wordpress.com gaon.substack.com gaon.hashnode.dev dev.to www.reddit.com stackoverflow.com
mastodon.social gitlab.com bsky.app www.example.com blog.example.com news.example.co.kr old.example.kr evil.example
short.example forward.example gaon.github.io feeds.feedburner.com toss.tech news3.example.co.kr news4.example.co.kr
rss.news4.example.co.kr social.example m.news2.example.co.kr
www.news2.example.co.kr cdn.news2.example.co.kr xn--bj0bj06e.example'
alt=
for h in $hosts; do alt=$alt,DNS:$h; done
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$t/key" -out "$t/cert" -days 3650 \
	-subj /CN=test -addext "subjectAltName=${alt#,}" 2>/dev/null || not_ok 'a certificate is made'

mkfifo "$t/hold"
"$bin/tests/tools/sites" "$map" "$t/cert" "$t/key" "$t/log" <"$t/hold" >"$t/ports" &
exec 9>"$t/hold"
wait_for 5 test -s "$t/ports"
read -r http https <"$t/ports"
unset CURL_CA_BUNDLE SSL_CERT_DIR
export SSL_CERT_FILE="$t/cert"
config=$XDG_CONFIG_HOME/sosik/feeds
# forget: nothing is subscribed any more.
forget() { sosik remove --all >/dev/null 2>&1; rm -f "$config"; }

run() { # run COMMAND WORDS…: with all hosts here
	command=$1
	shift
	"$bin/sosik" "$command" --resolve "*:443:127.0.0.1:$https" --resolve "*:80:127.0.0.1:$http" "$@" >"$t/out" 2>"$t/err" </dev/null
	echo $?
}
# leads NAME GIVEN FEED: what is given leads to this one feed, from nothing.
leads() {
	forget
	: >"$t/log"
	status=$(run add "$2")
	got=$(cut -d' ' -f1 "$config" 2>/dev/null)
	if [ "$status" = 0 ] && [ "$got" = "$3" ]; then ok "$1"; else
		not_ok "$1: $2"; printf '    want: %s\n    got:  %s (status %s)\n' "$3" "$got" "$status"
		sed 's/^/    /' "$t/out" "$t/err" "$t/log"
	fi
}
# fails NAME GIVEN STATUS WORDS: and nothing is subscribed.
fails() {
	forget
	: >"$t/log"
	same "$1: status" "$3" "$(run add "$2")"
	has "$1: words" "$(cat "$t/err")" "$4"
	same "$1: nothing is written" '' "$(cat "$config" 2>/dev/null)"
}

# ---- platforms
naver=https://rss.blog.naver.com/gaon.xml
is_feed $naver 가온
for u in https://blog.naver.com/gaon blog.naver.com/gaon HTTPS://BLOG.NAVER.COM/gaon https://blog.naver.com/gaon/223456789012 \
	'https://blog.naver.com/PostView.naver?blogId=gaon&logNo=223456789012&from=search' https://m.blog.naver.com/gaon/223456789012 \
	'https://blog.naver.com/PostList.nhn?blogId=gaon&categoryNo=3' 'm.blog.naver.com/PostView.naver?blogId=gaon' \
	http://blog.rss.naver.com/gaon.xml https://rss.blog.naver.com/gaon gaon.blog.me '<https://blog.naver.com/gaon/>' \
	feed://rss.blog.naver.com/gaon.xml; do
	leads "Naver: $u" "$u" $naver
done
printf '<?xml version="1.0"?><rss version="2.0"><channel><title/><link/></channel></rss>' >"$www/nobody.xml"
site https://rss.blog.naver.com/nobody.xml 200 text/xml nobody.xml
fails 'a blog that is not there' https://blog.naver.com/nobody 1 'there is no such blog'
fails 'a platform without feeds' https://tv.naver.com/v/1 1 'has no feeds'
same 'and nobody was asked' '' "$(cat "$t/log")"

velog=https://v2.velog.io/rss/gaon
is_feed $velog 가온
for u in https://velog.io/@gaon velog.io/@gaon/posts https://velog.io/@gaon/%EC%BF%A0%EB%B2%84 https://velog.io/@gaon/쿠버네티스-노트 \
	https://velog.io/@gaon/series/C https://velog.io/%40gaon https://velog.io/rss/@gaon https://v2.velog.io/rss/@gaon \
	https://api.velog.io/rss/gaon 'https://velog.io/@gaon?tag=c'; do
	leads "velog: $u" "$u" $velog
done
is_feed https://v2.velog.io/rss/tag/rust '태그 rust'
leads 'a tag of velog' https://velog.io/tags/rust https://v2.velog.io/rss/tag/rust

is_feed https://nari.tistory.com/rss 나리
for u in nari.tistory.com https://nari.tistory.com/279 https://nari.tistory.com/m/279 http://NARI.tistory.com./category/C \
	'https://nari.tistory.com/entry/한글-주소?category=1' https://nari.tistory.com/rss; do
	leads "Tistory: $u" "$u" https://nari.tistory.com/rss
done
feed off.xml 꺼짐 https://off.tistory.com 0
site https://off.tistory.com/rss 200 application/xml off.xml
leads 'a feed that was switched off' off.tistory.com https://off.tistory.com/rss
has 'it is said' "$(cat "$t/out")" 'switched its feed off'

brunch=https://brunch.co.kr/rss/@@eHom
is_feed $brunch '브런치 - 글'
page brunch.html '<link rel="canonical" href="https://brunch.co.kr/@gaon">' '<a href="/@@eHom/78">글</a>'
site https://brunch.co.kr/@gaon 200 text/html brunch.html 'Cookie: b_s_a_l=1'
page magazine.html '<link rel="alternate" type="application/rss+xml" href="https://brunch.co.kr/rss/@@eHom">' 글
site https://brunch.co.kr/magazine/c 200 text/html magazine.html 'Cookie: b_s_a_l=1'
for u in https://brunch.co.kr/@gaon https://brunch.co.kr/@gaon/78 brunch.co.kr/@@eHom/78 https://brunch.co.kr/magazine/c \
	https://brunch.co.kr/rss/@@eHom https://www.brunch.co.kr/@gaon; do
	leads "brunch: $u" "$u" $brunch
done

is_feed https://medium.com/feed/@gaon 가온
is_feed https://medium.com/feed/@namu 나무
is_feed https://medium.com/feed/daangn 당근
is_feed https://medium.com/feed/kream-%EA%B8%B0%EC%88%A0 기술
leads 'Medium: a person' https://medium.com/@gaon/hello-1234abcd https://medium.com/feed/@gaon
leads 'Medium: a person of its own host' namu.medium.com/hello https://medium.com/feed/@namu
leads 'Medium: a publication' https://medium.com/daangn/hello-1234abcd https://medium.com/feed/daangn
leads 'Medium: a feed' https://medium.com/feed/daangn https://medium.com/feed/daangn
leads 'Medium: raw Hangul' https://medium.com/kream-기술 https://medium.com/feed/kream-기술

uc=UCabcdefghijklmnopqrstuv
tube=https://www.youtube.com/feeds/videos.xml?channel_id=$uc
is_feed "$tube" 채널
is_page https://www.youtube.com/@gaon '' "<script>var d={\"channelId\":\"UCotherotherotherother00\",\"externalId\":\"$uc\"}</script>"
is_page 'https://www.youtube.com/watch?v=abc_DEF-123' '' "<script>{\"channelId\":\"UC-no\",\"externalChannelId\":\"$uc\"}</script>"
is_feed 'https://www.youtube.com/feeds/videos.xml?playlist_id=PL1' 목록
for u in https://youtube.com/channel/$uc https://www.youtube.com/@gaon/videos https://m.youtube.com/watch?v=abc_DEF-123 \
	'https://youtu.be/abc_DEF-123?si=x' "$tube"; do
	leads "YouTube: $u" "$u" "$tube"
done
leads 'YouTube: a playlist' 'https://www.youtube.com/playlist?list=PL1' 'https://www.youtube.com/feeds/videos.xml?playlist_id=PL1'

is_feed https://github.com/gaon.atom 가온
is_feed https://github.com/gaon/sosik/releases.atom 배포
is_feed https://github.com/gaon/sosik/commits.atom 커밋
is_feed https://github.com/gaon/sosik/commits/main.atom 커밋
leads 'GitHub: a person' https://github.com/gaon https://github.com/gaon.atom
leads 'GitHub: a project' https://github.com/gaon/sosik/issues/3 https://github.com/gaon/sosik/releases.atom
leads 'GitHub: a branch' https://github.com/gaon/sosik/commits/main https://github.com/gaon/sosik/commits/main.atom
forget
same 'GitHub: --all' 0 "$(run add --all github.com/gaon/sosik)"
has 'takes the commits too' "$(cat "$config")" https://github.com/gaon/sosik/commits.atom

is_feed https://news.hada.io/rss/news GeekNews
is_feed https://gaon.blogspot.com/feeds/posts/default 가온
is_feed https://gaon.wordpress.com/feed/ 가온
is_feed https://gaon.substack.com/feed 가온
is_feed https://gaon.hashnode.dev/rss.xml 가온
is_feed https://dev.to/feed/gaon 가온
is_feed https://www.reddit.com/r/rust/.rss rust
is_feed https://stackoverflow.com/feeds/tag/c c
is_feed https://mastodon.social/@gaon.rss 가온
is_feed https://gitlab.com/gaon/sosik.atom sosik
is_feed https://bsky.app/profile/gaon.example/rss 가온
is_feed https://cafe.rss.naver.com/gaoncafe 카페
leads GeekNews 'https://news.hada.io/topic?id=31396' https://news.hada.io/rss/news
leads Blogspot https://gaon.blogspot.kr/2020/01/post.html https://gaon.blogspot.com/feeds/posts/default
leads WordPress https://gaon.wordpress.com/2020/01/01/post/ https://gaon.wordpress.com/feed/
leads Substack https://gaon.substack.com/p/post https://gaon.substack.com/feed
leads Hashnode https://gaon.hashnode.dev/post https://gaon.hashnode.dev/rss.xml
leads DEV https://dev.to/gaon/post-1abc https://dev.to/feed/gaon
leads reddit https://old.reddit.com/r/rust/comments/abc/title/ https://www.reddit.com/r/rust/.rss
leads 'Stack Overflow' https://stackoverflow.com/questions/tagged/c https://stackoverflow.com/feeds/tag/c
leads Mastodon https://mastodon.social/@gaon/112233 https://mastodon.social/@gaon.rss
leads GitLab https://gitlab.com/gaon/sosik/-/issues/1 https://gitlab.com/gaon/sosik.atom
leads Bluesky https://bsky.app/profile/gaon.example/post/3k https://bsky.app/profile/gaon.example/rss
leads 'a Naver cafe' https://cafe.naver.com/gaoncafe/123 https://cafe.rss.naver.com/gaoncafe

# ---- what a page names
main=https://www.example.com/feed/
is_feed $main '예제'
is_feed https://www.example.com/comments/feed/ '예제 댓글'
is_feed https://www.example.com/post/feed/ 'Comments on: post'
is_feed https://www.example.com/category/c/feed/ 'C'
wordpress='<link rel="alternate" type="application/rss+xml" title="예제 » 댓글 피드" href="/comments/feed/">
<link rel="alternate" type="application/rss+xml" title="예제 » post 댓글 피드" href="/post/feed/">
<link rel="alternate" type="application/rss+xml" title="예제 » C 카테고리 피드" href="/category/c/feed/">
<!-- <link rel="alternate" type="application/rss+xml" href="/old/feed/"> -->
<link rel="alternate" type="application/rss+xml" title="예제 » 피드" href="/feed/">'
is_page https://www.example.com/post/ "$wordpress"
is_page http://www.example.com/post/ "$wordpress"
leads 'not the comments, not a category' https://www.example.com/post/ $main
has 'the title is said' "$(cat "$t/out")" 예제
same 'two requests did' 2 "$(wc -l <"$t/log")"
same 'again: status' 1 "$(run add https://www.example.com/post/)"
has 'again: words' "$(cat "$t/err")" 'subscribed already'
same 'again, with a tag behind the address: status' 1 "$(run add https://www.example.com/post/ -t 새것)"
same 'again, with a tag: one line with one address, and where tags stand' \
	"sosik: https://www.example.com/post/: ‘$main’ is subscribed already; ‘sosik rename’ gives it a name, its tags stand in the feeds file" \
	"$(cat "$t/err")"
same 'what is no option behind the address: status' 2 "$(run add https://other.example/feed --nam x)"
same 'what is no option: nothing is done' '' "$(grep other.example "$config")"
same 'under another form: status' 1 "$(run add http://example.com/feed)"
has 'under another form: words' "$(cat "$t/err")" "subscribed already, as $main"
same 'it is there once' 1 "$(grep -c . "$config")"
same 'a feed of comments is taken by who asks for it' 0 "$(run add https://www.example.com/comments/feed/)"
has 'that one' "$(cat "$config")" https://www.example.com/comments/feed/

is_page https://blog.example.com/only-comments/ '<link rel="alternate" type="application/rss+xml" href="/comments/feed/">'
is_feed https://blog.example.com/comments/feed/ '댓글'
fails 'only comments' https://blog.example.com/only-comments/ 1 'names no feed'
is_page https://blog.example.com/only-a-tag/ '<link rel="alternate" type="application/rss+xml" href="/tag/c/feed/">'
is_feed https://blog.example.com/tag/c/feed/ 'C'
leads 'only a tag' https://blog.example.com/only-a-tag/ https://blog.example.com/tag/c/feed/
has 'it is said that it is one' "$(cat "$t/out")" 'one category, tag or author'

is_page https://blog.example.com/three/ '<base href="https://blog.example.com/base/"><link href="a.xml" type="application/atom+xml" title="가" rel="home alternate"><link rel="feed" href="b.xml"><link rel=alternate type="application/feed+json" href="/c.json"><link rel=alternate type="application/rss+xml" href="a.rss">'
is_feed https://blog.example.com/base/a.xml 가
is_feed https://blog.example.com/base/b.xml 나
printf '{"version":"https://jsonfeed.org/version/1.1","title":"다","items":[{"id":"1","url":"https://blog.example.com/c1","title":"하나"}]}' >"$www/c.json"
site https://blog.example.com/c.json 200 application/feed+json c.json
leads 'the first of several' https://blog.example.com/three/ https://blog.example.com/base/a.xml
has 'the others are told of' "$(cat "$t/out")" '2 more feeds; --all takes all'
same 'again: status' 1 "$(run add https://blog.example.com/three/)"
has 'again: they are named' "$(cat "$t/err")" 'a.xml’ is subscribed already; --all also takes the 2 other feeds that the page names: https://blog.example.com/base/b.xml https://blog.example.com/c.json'
run add https://blog.example.com/base/b.xml >/dev/null
run add https://blog.example.com/three/ >/dev/null
has 'but for what is subscribed, too' "$(cat "$t/err")" 'takes the 1 other feed that the page names: https://blog.example.com/c.json'
run add https://blog.example.com/c.json >/dev/null
run add https://blog.example.com/three/ >/dev/null
hasnt 'and where all are, none is offered' "$(cat "$t/err")" --all
forget
same '--all: status' 0 "$(run add --all -t 셋 https://blog.example.com/three/)"
same '--all takes all' "$(printf 'https://blog.example.com/base/a.xml #셋\nhttps://blog.example.com/base/b.xml #셋\nhttps://blog.example.com/c.json #셋')" "$(tr -s ' ' <"$config")"

page body.html '' 글
site https://blog.example.com/header/ 200 text/html body.html 'Link: <https://api.example/>; rel="https://api.w.org/", </h.xml>; rel="alternate"; type="application/rss+xml"'
is_feed https://blog.example.com/h.xml 머리
leads 'the Link header' https://blog.example.com/header/ https://blog.example.com/h.xml
is_page https://blog.example.com/anchor/ '' '<a href="https://feedly.com/i/subscription/feed/x">F</a> <a href="https://elsewhere.example/rss">친구</a> <a href="/sub/rss.php?b=1">RSS</a>'
is_feed 'https://blog.example.com/sub/rss.php?b=1' 앵커
leads 'an ordinary link' https://blog.example.com/anchor/ 'https://blog.example.com/sub/rss.php?b=1'

# ---- the catalogue
is_feed https://toss.tech/rss.xml 토스
leads 'a home that stands in the catalogue' https://toss.tech https://toss.tech/rss.xml
same 'needs one request' 1 "$(wc -l <"$t/log")"

# ---- where feeds usually are
is_page https://gaon.github.io/2024/01/01/post.html '<meta name="generator" content="Hugo 0.120">'
is_feed https://gaon.github.io/index.xml 가온
leads 'by what made the page' https://gaon.github.io/2024/01/01/post.html https://gaon.github.io/index.xml
same 'at once' 2 "$(wc -l <"$t/log")"
is_page https://news.example.co.kr/ '' ''
page soft.html '' '없는 쪽입니다'
site https://news.example.co.kr/feed 200 text/html soft.html
is_feed https://news.example.co.kr/rss/allArticle.xml 소식
leads 'a news site' https://news.example.co.kr/ https://news.example.co.kr/rss/allArticle.xml
is_page https://news3.example.co.kr/ '' '<a href="/news/articleView.html?idxno=12">기사</a><a href="/rss/">RSS</a>'
is_feed https://news3.example.co.kr/rss/allArticle.xml 소식
leads 'a news site by its links' https://news3.example.co.kr/ https://news3.example.co.kr/rss/allArticle.xml
same 'at once' 2 "$(wc -l <"$t/log")"
is_page https://news4.example.co.kr/ '' '<a href="/rss/">RSS</a>'
is_page https://news4.example.co.kr/rss/ '' '<a href="/rss/">여기</a><a href="https://rss.news4.example.co.kr/all.xml">전체 기사</a><a href="/rss/it.xml">IT</a>'
is_feed https://rss.news4.example.co.kr/all.xml 전체
leads 'a list of feeds behind a link' https://news4.example.co.kr/ https://rss.news4.example.co.kr/all.xml
leads 'its article' 'https://news.example.co.kr/news/articleView.html?idxno=1' https://news.example.co.kr/rss/allArticle.xml
same 'by its address' 1 "$(wc -l <"$t/log")"
is_page http://old.example.kr/bbs/ '' ''
is_feed http://old.example.kr/bbs/rss 게시판
leads 'a path of its own' http://old.example.kr/bbs/ http://old.example.kr/bbs/rss
is_feed https://short.example/feed 짧게
is_feed https://short.example/blog/rss 블로그
leads 'a home that is not there' https://short.example/ https://short.example/feed
leads 'a path that is not there, with a feed below it' https://short.example/blog/ https://short.example/blog/rss
fails 'a feed that is not there' https://short.example/blog/kim/rss.xmll 1 'xmll: 404: '
has 'another is named, and how to have it' "$(cat "$t/err")" 'found instead: ‘sosik add https://short.example/blog/rss’'
fails 'a post that is not there' https://short.example/2024/1 1 'found instead: ‘sosik add https://short.example/feed’'
site https://short.example/private.xml 401 text/plain -
fails 'a feed behind a login' https://short.example/private.xml 1 'it asks for a login; --no-check subscribes to it all the same'
is_page https://evil.example/none '' ''
fails 'nothing anywhere' https://evil.example/none 1 'names no feed'
check 'only so many are asked' test "$(wc -l <"$t/log")" -le 24
fails 'a page that is not there' https://evil.example/gone 1 '404'

# ---- many at once
forget
many=
for k in 1 2 3 4 5 6 7 8; do
	is_feed "https://blog.example.com/many/$k" "여럿 $k"
	many="$many https://blog.example.com/many/$k"
done
same 'many, one of them twice: status' 1 "$(run add $many https://blog.example.com/many/3)"
same 'they are told in their order' "$(printf 'subscribed: %s\n' $many)" "$(grep '^subscribed' "$t/out")"
has 'the one is told' "$(cat "$t/err")" 'many/3’ is subscribed already'
same 'they stand in their order' "$(printf '%s\n' $many)" "$(cut -d' ' -f1 "$config")"
same 'they are undone as one' 'undone: subscribe 8 feeds' "$("$bin/sosik" undo)"
same 'and none stands there' '' "$(cat "$config")"
if strace -o /dev/null true 2>/dev/null; then
	strace -f -o "$t/trace" -e trace=openat "$bin/sosik" add --resolve "*:443:127.0.0.1:$https" $many >/dev/null
	same 'the catalogue is read once for all' 1 "$(grep -c 'catalog\.tsv' "$t/trace")"
else
	ok 'there is no strace'
fi

# ---- ways that lead on
site https://short.example/abc 302 - https://blog.naver.com/gaon/223456789012
is_page https://blog.naver.com/gaon/223456789012 '' '<iframe src="/PostView.naver"></iframe>'
leads 'a short link to a platform' https://short.example/abc $naver
printf '<html><head><title>x</title></head><frameset rows="100%%,*"><frame src="https://blog.naver.com/gaon"><noframes></noframes></frameset></html>' >"$www/frame.html"
site http://forward.example/ 200 text/html frame.html
leads 'a domain that is only a frame' http://forward.example/ $naver
is_page https://forward.example/ko '<meta http-equiv="refresh" content="0; url=/ko/">'
is_page https://forward.example/ko/ '<link rel="alternate" type="application/rss+xml" href="index.xml">'
is_feed https://forward.example/ko/index.xml 가온
leads 'a page that sends on' https://forward.example/ko https://forward.example/ko/index.xml
is_feed https://blog.example.com/new.xml 새
site https://blog.example.com/old.xml 301 - /new.xml
site https://blog.example.com/tmp.xml 302 - /new.xml
leads 'a feed that moved for good' https://blog.example.com/old.xml https://blog.example.com/new.xml
leads 'a feed that is elsewhere now' https://blog.example.com/tmp.xml https://blog.example.com/tmp.xml

printf '<html><frameset><frame src="/top.html"><frame src="/main.html"></frameset></html>' >"$www/frames.html"
site https://old.example.kr/ 200 text/html frames.html
is_page https://old.example.kr/top.html '' '메뉴'
is_page https://old.example.kr/main.html '' '<a href="/cgi/rss.cgi">RSS</a>'
is_feed https://old.example.kr/cgi/rss.cgi 옛집
leads 'a page of frames' https://old.example.kr/ https://old.example.kr/cgi/rss.cgi
same 'looks into them first' 4 "$(wc -l <"$t/log")"

# ---- pages that refuse us, and old servers
site https://short.example/no 302 - https://velog.io/@gaon/refused
site https://velog.io/@gaon/refused 403 text/html soft.html
leads 'a short link to a page that refuses us' https://short.example/no $velog
site https://blog.example.com/refused/ 403 text/html soft.html
is_feed https://blog.example.com/refused/feed 거절
leads 'a page that refuses us' https://blog.example.com/refused/ https://blog.example.com/refused/feed
site https://old.example.kr/board 301 - http://old.example.kr/board
is_page http://old.example.kr/board '<link rel="alternate" type="text/xml" href="/rss.php">'
is_feed http://old.example.kr/rss.php 옛게시판
leads 'without a scheme, and only http' old.example.kr/board http://old.example.kr/rss.php
has 'it is said' "$(cat "$t/out")" 'by http'
fails 'with https, and only http' https://old.example.kr/board 1 'from https to http'
fails 'words' 네이버블로그 2 'sosik catalog'
fails 'something else' 'mailto:me@a.example' 2 'is not a web address'
is_page https://news2.example.co.kr/ '' ''
is_feed https://cdn.news2.example.co.kr/rss/gns_allArticle.xml 소식
leads 'a news site with its feeds elsewhere' 'https://m.news2.example.co.kr/news/articleView.html?idxno=1' \
	https://cdn.news2.example.co.kr/rss/gns_allArticle.xml
is_page https://social.example/@gaon '' ''
is_feed https://social.example/@gaon.rss 가온
leads 'somebody on another server' https://social.example/@gaon https://social.example/@gaon.rss

# ---- hosts and paths in Hangul
is_page https://xn--bj0bj06e.example/%EA%B8%80/1 '<link rel="alternate" type="application/rss+xml" href="/글/rss.xml">'
is_feed https://xn--bj0bj06e.example/%EA%B8%80/rss.xml 한글
leads 'a host in Hangul' 한글.example/글/1 https://한글.example/글/rss.xml
(export LC_ALL=C; leads 'a host in Hangul without a locale' 한글.example/글/1 https://한글.example/글/rss.xml)
run add https://xn--bj0bj06e.example/%EA%B8%80/1 >/dev/null
has 'the same host in its other form is the same feed' "$(cat "$t/err")" 'subscribed already'

leads 'a feed that is subscribed' https://blog.example.com/new.xml https://blog.example.com/new.xml
same 'what leads to it: status' 1 "$(run add https://blog.example.com/tmp.xml)"
has 'what leads to it: words' "$(cat "$t/err")" 'subscribed already'
page named.html '<link rel="alternate" type="application/rss+xml" href="/rss">' 글
has 'parse names the feed of a page' "$("$bin/sosik" parse --url https://a.example/ "$www/named.html" 2>&1)" 'the feed https://a.example/rss'

# ---- guards
is_page https://evil.example/ '<link rel="alternate" type="application/rss+xml" href="http://127.0.0.1:1/rss"><link rel="alternate" type="application/rss+xml" href="http://[::1]/rss"><link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">'
fails 'a public page that names internal addresses' https://evil.example/ 1 'names no feed'
site https://evil.example/redirect 302 - https://127.0.0.1:1/
fails 'a public page that leads to one' https://evil.example/redirect 1 'internal address'
site https://brunch.co.kr/rss/@@leak 302 - https://evil.example/leak
site https://evil.example/leak 200 text/xml f1.xml 'Cookie: b_s_a_l=1'
fails 'a cookie stays with its site' https://brunch.co.kr/rss/@@leak 1 'redirects to itself'
forget
unset SSL_CERT_FILE
same 'a certificate that nobody vouches for' 3 "$(run add https://nari.tistory.com/1)"
has 'it is said' "$(cat "$t/err")" 'certificate'
: >"$t/log"
same 'without a scheme, too' 3 "$(run add old.example.kr/board)"
has 'nothing is fetched by http then' "$(cat "$t/err")" 'certificate of old.example.kr is not to be trusted; with http://'
same 'not even asked' '' "$(cat "$t/log")"
run add nari.tistory.com/1 >/dev/null
hasnt 'http is not advised for a platform' "$(cat "$t/err")" http://
export CURL_CA_BUNDLE="$t/cert"
leads 'the other variable' https://nari.tistory.com/1 https://nari.tistory.com/rss
forget
"$bin/sosik" add --resolve "nari.tistory.com:1:127.0.0.1" https://nari.tistory.com:2/ >"$t/out" 2>&1
same 'a way counts for its own port only' 3 $?
same 'a way that is none' 2 "$(run add --resolve nari.tistory.com:443 nari.tistory.com)"

# ---- several, and as they are
forget
same 'some could: status' 1 "$(run add nari.tistory.com https://evil.example/none velog.io/@gaon)"
same 'those are there' 2 "$(grep -c . "$config")"
has 'the other is named' "$(cat "$t/err")" 'https://evil.example/none: '
: >"$t/log"
same '--no-check: status' 0 "$(run add --no-check https://blog.naver.com/gaon2)"
has '--no-check takes it as it is' "$(cat "$config")" https://blog.naver.com/gaon2
same '--no-check asks nobody' '' "$(cat "$t/log")"
forget
{ yes '# a line of a file that is nearly as long as it may be' | head -c 4193950; echo; } >"$config"
long=https://blog.example.com/$(printf '%0400d' 1)
same 'one for which there is no room: status' 1 "$(run add --no-check https://blog.example.com/a "$long" https://blog.example.com/b)"
has 'it is told' "$(cat "$t/err")" 'https://blog.example.com/0000'
same 'the others stand' "$(printf 'https://blog.example.com/a\nhttps://blog.example.com/b')" "$(grep '^http' "$config")"
forget
run add --no-check https://me:secret@blog.example.com/x >/dev/null
hasnt 'a password is not shown' "$(cat "$t/out")" secret
run add https://me:secret@blog.example.com/x >/dev/null
has 'a known one with a password' "$(cat "$t/err")" 'me:***@blog.example.com'
hasnt 'that is not shown, either' "$(cat "$t/err")" secret
fails 'a file by its path' ./feed.xml 2 'sosik import FILE'
fails 'a file by its whole path' "$www/f1.xml" 2 'is a file'
fails 'a file as an address' "file://$www/f1.xml" 2 'is a file'
cp "$www/f1.xml" "$t/own.xml"
(cd "$t" && fails 'a file that is here' own.xml 2 'sosik parse FILE')
fails 'a blank in a host' 'my blog.com' 2 'there is a blank in its host'
fails 'a port that is none' https://blog.example.com:99999/ 2 'from 1 to 65535'
fails 'a host that is none' https://a..b/ 2 'no host is called so'
run add 'https://me:secret@a.example:99999/' >/dev/null
hasnt 'with a password that is not shown' "$(cat "$t/err")" secret
forget
fails 'nothing' '' 2 'the address is empty'
fails 'no address' 'ftp://a.example/' 2 'is not a web address'

# ---- a page where a feed should be, at a sync
forget
run add --no-check https://www.example.com/post/ >/dev/null
same 'sync: status' 1 "$(run sync)"
has 'it offers the feed' "$(cat "$t/err" "$t/out")" "sosik add $main"
run sync -q >/dev/null
has 'with -q too' "$(cat "$t/err")" "sosik add $main"
run sync --json >/dev/null
has 'and as JSON' "$(cat "$t/out")" "\"feeds\":[\"$main\"]"
has 'health keeps it' "$("$bin/sosik" feeds --health)" "sosik add $main"
forget
site https://blog.naver.com/frames 200 text/html soft.html
run add --no-check https://blog.naver.com/frames >/dev/null
run sync >/dev/null
has 'a page that names none gets the rule of its platform' "$(cat "$t/err" "$t/out")" 'sosik add https://rss.blog.naver.com/frames.xml'
has 'which can be followed' "$(cat "$t/err")" 'sosik remove https://blog.naver.com/frames && sosik add'
forget
run add $main >/dev/null
run add --no-check https://www.example.com/post/ >/dev/null
run sync -q >/dev/null
has 'a page whose feed is subscribed is to go' "$(cat "$t/err")" "its feed is subscribed already, as $main: sosik remove https://www.example.com/post/"
hasnt 'its feed is not offered' "$(cat "$t/err")" 'sosik add'
same 'brunch is asked with its cookie at a sync' 0 "$(forget; site https://brunch.co.kr/rss/@@c 200 text/xml f1.xml 'Cookie: b_s_a_l=1'; run add --no-check https://brunch.co.kr/rss/@@c >/dev/null; run sync)"

forget
run add --no-check https://rss.blog.naver.com/nobody.xml >/dev/null
same 'a blog that is not there fails a sync' 1 "$(run sync -q)"
has 'with that word' "$(cat "$t/err")" "$(printf 'rss.blog.naver.com/nobody.xml\tparse\t200\tthere is no such blog')"

# ---- particles, wherever a message goes
forget
run add --no-check https://evil.example/redirect >/dev/null
for how in '' -q --json --progress; do
	LANGUAGE=ko run sync $how >/dev/null
	has "sync $how says it" "$(cat "$t/out" "$t/err")" 'evil.example이 내부 주소로'
done
for how in --json --health; do
	has "feeds $how says it" "$(LANGUAGE=ko "$bin/sosik" feeds $how)" 'evil.example이 내부 주소로'
done

# ---- which of several, asked on a terminal
forget
cat >"$t/tty" <<END
export SSL_CERT_FILE=$t/cert LANGUAGE=\$1
$bin/sosik add --resolve '*:443:127.0.0.1:$https' \$2
echo \$? >$t/status
exec sleep 600
END
ask() { # ask LANGUAGE [URL]
	rm -f "$t/status"
	terminal 100 24 "sh $t/tty $1 ${2:-https://blog.example.com/three/}"
}
answer() { tm send-keys -l "$1"; tm send-keys Enter; }
done_() { wait_for 10 test -s "$t/status"; tm kill-server; cat "$t/status"; }
ask ko
check 'a terminal is asked' wait_for 10 shows '어느 것을 구독합니까'
check 'with numbers' shows '  2  '
answer 9
answer 2-3
same 'two of them: status' 0 "$(done_)"
same 'two of them' "$(printf 'https://blog.example.com/base/b.xml\nhttps://blog.example.com/c.json')" "$(cut -d' ' -f1 "$config")"
forget
ask en
wait_for 10 shows 'Which?'
answer ㅜ
same 'none of them, with the Korean input method on: status' 1 "$(done_)"
same 'none of them' '' "$(cat "$config" 2>/dev/null)"
ask en
wait_for 10 shows 'Which?'
answer ''
same 'Enter: status' 0 "$(done_)"
same 'Enter takes the first' https://blog.example.com/base/a.xml "$(cut -d' ' -f1 "$config")"
forget
ask en https://short.example/2024/1
check 'a feed that is not the one that was meant is asked about' wait_for 10 shows 'Found instead: https://short.example/feed. Subscribe to that? [y/N]'
answer n
same 'it is not wanted: status' 1 "$(done_)"
same 'it is not wanted' '' "$(cat "$config" 2>/dev/null)"
ask ko https://short.example/2024/1
wait_for 10 shows 'y/N'
answer y
same 'it is wanted: status' 0 "$(done_)"
same 'it is wanted' https://short.example/feed "$(cut -d' ' -f1 "$config")"
exec 9>&-
