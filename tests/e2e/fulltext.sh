#!/bin/sh
# The full texts of posts from their pages: what is taken, what is not, what is
# said of it.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www"

serve "$www" "$t/log"
# Here pages are fetched by hand; tests/e2e/offline.sh has those that a sync fetches.
mkdir -p "$XDG_CONFIG_HOME/sosik"
config=$XDG_CONFIG_HOME/sosik/config
echo 'set fulltext never' >"$config"

# feed FILE BASE PATH…: a post for each path, with a title and the beginning of a text of its own.
feed() {
	file=$1 base=$2; shift 2
	{
		printf '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>%s</title><link>%s/</link>\n' "$file" "$base"
		for p; do
			name=${p%%[.?]*}
			printf '<item><title>%s 배포 장애를 되돌아보다</title><link>%s/%s</link><description>&lt;p&gt;%s: 지난 주말의 배포에서 겪은 일을 차례로 적습니다.&lt;/p&gt;</description></item>\n' \
				"$name" "$base" "$(echo "$p" | sed 's/&/\&amp;/g')" "$name"
		done
		echo '</channel></rss>'
	} >"$www/$file"
}
# article NAME [FROM TO]: the paragraphs of a page.
article() {
	n=${2:-1}
	while [ "$n" -le "${3:-12}" ]; do
		printf '<p>%s: 지난 주말의 배포에서 겪은 일을 차례로 적습니다. 문단 %s에서는 커넥션 풀이 마른 까닭과 그 뒤에 한 일을 다룹니다.</p>\n' "$1" "$n"
		n=$((n + 1))
	done
}
# page NAME [HEAD [FROM TO [TAIL]]]
page() {
	printf '<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>%s 배포 장애를 되돌아보다</title>%s</head><body><header><nav><a href="/">처음으로</a></nav></header><article><h1>%s 배포 장애를 되돌아보다</h1>\n' "$1" "${2:-}" "$1"
	article "$1" "${3:-1}" "${4:-12}"
	printf '%s</article></body></html>\n' "${5:-}"
}
run() { "$bin/sosik-sync" "$@" >"$t/out" 2>"$t/err"; echo $?; }
fulltext() { run fulltext "$@"; }
show() { "$bin/sosik" show "$@" 2>"$t/err"; }

page whole >"$www/whole.html"
page euckr '<meta charset="euc-kr">' | sed 's/<meta charset="utf-8">//' | iconv -f UTF-8 -t EUC-KR >"$www/euckr.html"
page moved >"$www/moved.html"
page short | sed '/<p>/d' >"$www/short.html"
page other | sed 's/other 배포 장애를 되돌아보다/여행 사진 모음/g; s/<p>other[^<]*/<p>바닷가에서 찍은 사진을 모았습니다. 파도와 갈매기와 저녁노을이 있습니다./' >"$www/other.html"
page huge '' 1 12 "<p>$(head -c 2500000 /dev/zero | tr '\0' x)</p>" >"$www/huge.html"
page big '' 1 1000 >"$www/big.html"
printf '<!doctype html><title>Just a moment...</title><body><div id="challenge-running"></div><noscript>Enable JavaScript and cookies to continue</noscript></body>' >"$www/robot.html"
printf '<!doctype html><title>로그인</title><body><form action="/login"><p>로그인이 필요합니다.</p><input name="id"><input type="password" name="pw"></form></body>' >"$www/login.html"
printf '<!doctype html><title>쿠키 동의</title><body><div class="consent"><h1>쿠키 사용에 동의해 주세요</h1><p>계속하려면 쿠키 사용에 동의해야 합니다.</p><button>모두 동의</button></div></body>' >"$www/cookie.html"
# A shell that leads to the article, one that leads to itself, one that leads to another site.
way() { printf '<!doctype html><html><head><title>이동</title><meta http-equiv="refresh" content="0;url=%s"></head><body></body></html>' "$1"; }
way '/ring2.html?type=text/html' >"$www/ring.html"
way '/ring.html?type=text/html' >"$www/ring2.html"
way 'https://elsewhere.example/moved.html' >"$www/away.html"
page way >"$www/target.html"
way '/target.html?type=text/html' >"$www/way.html"
# Articles of three pages: whole, the last one missing, in a ring, longer than is followed, led on to another host.
page three '' 1 6 '<p><a href="three_2.html?type=text/html">2</a></p>' >"$www/three.html"
page three '' 7 12 '<p><a href="three.html?type=text/html">1</a> <a href="three_3.html?type=text/html">다음 페이지</a></p>' >"$www/three_2.html"
page three '' 13 18 '<p><a href="three.html?type=text/html">1</a> <a href="three_2.html?type=text/html">2</a></p>' >"$www/three_3.html"
sed 's/three/torn/g' "$www/three.html" >"$www/torn.html"
sed 's/three/torn/g' "$www/three_2.html" >"$www/torn_2.html"
sed 's/three/half/g' "$www/three.html" >"$www/half.html"
page same '' 1 12 '<p><a href="/same.html?type=text/html&amp;page=2">2</a><a href="/same.html?type=text/html&amp;page=3">3</a></p>' >"$www/same.html"
page long '' 1 6 '<p><a href="long_2.html?type=text/html">2</a></p>' >"$www/long.html"
k=2
while [ $k -le 12 ]; do
	page long '' $((k * 6 - 5)) $((k * 6)) "<p><a href=\"long.html?type=text/html\">1</a> <a href=\"long_$((k + 1)).html?type=text/html\">$((k + 1))</a></p>" >"$www/long_$k.html"
	k=$((k + 1))
done
printf '%%PDF-1.4 not a page' >"$www/file.pdf"
feed a.xml "$url" 'whole.html?type=text/html' 'euckr.html?type=text/html' \
	'redirect/2/302/moved.html?type=text/html' 'short.html?type=text/html' 'other.html?type=text/html' 'huge.html?type=text/html' \
	'file.pdf?type=application/pdf' status/404 status/410 status/500 "goto?url=http://127.0.0.1:1/x" \
	'big.html?type=text/html' drip 'robot.html?type=text/html' 'login.html?type=text/html' 'cookie.html?type=text/html' \
	'way.html?type=text/html' 'ring.html?type=text/html' 'away.html?type=text/html' 'three.html?type=text/html' 'torn.html?type=text/html' \
	'same.html?type=text/html' 'long.html?type=text/html' 'half.html?type=text/html'
run add --no-check "$url/a.xml" >/dev/null
run sync >/dev/null
has 'before it, the feed has only a beginning' "$(show "$url/whole.html?type=text/html")" 'whole: 지난 주말'

same 'a page is fetched' 0 "$(fulltext "$url/whole.html?type=text/html")"
has 'how much came is told' "$(cat "$t/out")" ' letters from 1 page'
has 'and is shown then' "$(show "$url/whole.html?type=text/html")" '문단 12에서는'
hasnt 'without what is around it' "$(show "$url/whole.html?type=text/html")" '처음으로'
requests=$(grep -c 'GET /whole.html' "$t/log")
same 'a second time it is there' 0 "$(fulltext "$url/whole.html?type=text/html")"
has 'which is said' "$(cat "$t/out")" 'the full text is here already'
same 'and nobody is asked' "$requests" "$(grep -c 'GET /whole.html' "$t/log")"
same 'unless it is wanted' 0 "$(fulltext --force --json "$url/whole.html?type=text/html")"
has 'as JSON' "$(cat "$t/out")" '"outcome":"ok","how":"fine","letters":'
has 'with a sum' "$(cat "$t/out")" '"type":"end","posts":1,"ok":1,"same":0,"failed":0,"left":0'
run sync --force >/dev/null
has 'a sync leaves it' "$(show "$url/whole.html?type=text/html")" '문단 12에서는'

same 'a page in EUC-KR' 0 "$(fulltext "$url/euckr.html?type=text/html")"
has 'is read' "$(show "$url/euckr.html?type=text/html")" '문단 12에서는 커넥션 풀이'
same 'redirects are followed' 0 "$(fulltext "$url/redirect/2/302/moved.html?type=text/html")"
has 'to the page' "$(show "$url/redirect/2/302/moved.html?type=text/html")" 'moved: 지난 주말'

# what FAILS-OF WANTED-WORD WANTED-TEXT: not stored, and why.
refused() {
	same "$1: 1" 1 "$(fulltext --json "$url/$1")"
	has "$1 is $2" "$(cat "$t/out")" "\"how\":\"$2\""
	has "$1 says why" "$(cat "$t/out")" "$3"
	has "$1 keeps the text of the feed" "$(show "$url/$1")" '지난 주말의 배포에서 겪은 일을 차례로 적습니다.'
}
refused 'other.html?type=text/html' other 'another text than this post'
refused 'huge.html?type=text/html' limit 'larger than 2 MB'
refused 'file.pdf?type=application/pdf' no-page 'leads to a PDF file'
refused status/404 missing '404: '
refused status/410 missing '410: '
refused status/500 http '500: '
refused "goto?url=http://127.0.0.1:1/x" refused 'may not lead to another host or port'
refused 'robot.html?type=text/html' challenge 'whether a person reads'
refused 'login.html?type=text/html' login 'asks for a login'
refused 'cookie.html?type=text/html' consent 'consent to cookies'
refused 'ring.html?type=text/html' no-article 'only leads to another one'
refused 'away.html?type=text/html' no-article 'https://elsewhere.example/moved.html'
same 'a page that leads on' 0 "$(fulltext "$url/way.html?type=text/html")"
has 'is followed' "$(show "$url/way.html?type=text/html")" '문단 12에서는'
has 'both texts can be shown' "$(show --from page "$url/way.html?type=text/html")" '문단 12에서는'
hasnt 'each by its name' "$(show --from feed "$url/way.html?type=text/html")" '문단 12에서는'
check 'a text that is not there is none' [ "$("$bin/sosik" show --from page "$url/login.html?type=text/html" >/dev/null 2>&1; echo $?)" = 1 ]

same 'an article of three pages' 0 "$(fulltext "$url/three.html?type=text/html")"
has 'says so' "$(cat "$t/out")" 'letters from 3 pages'
three=$(show "$url/three.html?type=text/html")
has 'has the first' "$three" '문단 1에서는'
has 'and the last' "$three" '문단 18에서는'
same 'and its title once' 1 "$(echo "$three" | grep -c '배포 장애를 되돌아보다')"
same 'one whose last page is missing' 0 "$(fulltext --json "$url/torn.html?type=text/html")"
has 'is a part' "$(cat "$t/out")" '"how":"part"'
has 'which is told' "$(cat "$t/out")" 'only 2 pages of it came: 404'
same 'one whose second page is missing' 0 "$(fulltext --json "$url/half.html?type=text/html")"
has 'has one page' "$(cat "$t/out")" 'only 1 page of it came: 404'
has 'and kept' "$(show "$url/torn.html?type=text/html")" '문단 12에서는'
sed 's/three/torn/g' "$www/three_3.html" >"$www/torn_3.html"
same 'a part is fetched again' 0 "$(fulltext --json "$url/torn.html?type=text/html")"
has 'and is whole then' "$(cat "$t/out")" '"how":"fine","letters":'
same 'a server that gives its one page under every number' 0 "$(fulltext --json "$url/same.html?type=text/html")"
has 'has one' "$(cat "$t/out")" '"how":"fine"'
has 'page' "$(cat "$t/out")" '"pages":1'
same 'an article of more pages than are followed' 0 "$(fulltext --json "$url/long.html?type=text/html")"
has 'is a part, too' "$(cat "$t/out")" '"how":"part"'
has 'of ten pages' "$(cat "$t/out")" '"pages":10'
hasnt 'more were not asked for' "$(cat "$t/log")" 'GET /long_11.html'

same 'several at once, with one that there is not: 1' 1 "$(printf '%s\n' "$url/status/404" 999 id:23 | "$bin/sosik" fulltext - >"$t/out" 2>"$t/err"; echo $?)"
has 'the unknown one is named' "$(cat "$t/err")" "there is no post ‘999’"
has 'the others count' "$(cat "$t/out")" 'posts 2, '
same 'quiet prints only failures' 1 "$(fulltext -q "$url/status/404" "$url/whole.html?type=text/html")"
same 'on standard error' '' "$(cat "$t/out")"
has 'in one line' "$(cat "$t/err")" '404: '
same 'progress for the reader' 1 "$(fulltext --progress "$url/status/404")"
has 'has a line a post' "$(cat "$t/out")" "$(printf 'post\t1\t1\tfailed\t')"
same 'no post: 2' 2 "$(fulltext)"
same 'wrong options: 2' 2 "$(fulltext --json -q 1)"

# Nobody is there.
feed dead.xml http://127.0.0.1:1 gone.html
run add --no-check "$url/dead.xml" >/dev/null
run sync dead.xml >/dev/null
same 'a page of another internal host is refused' 1 "$(fulltext --json http://127.0.0.1:1/gone.html)"
has 'before it is asked' "$(cat "$t/out")" 'is an internal address'

# A server of one's own network that wants to be left alone is asked again in the next run: others may be there, too.
feed later.xml "$url" 'retry-after?value=3600' 'after.html?type=text/html'
page after >"$www/after.html"
run add --no-check "$url/later.xml" >/dev/null
run sync "$url/later.xml" >/dev/null
same 'Retry-After of an internal server: 1' 1 "$(fulltext "$url/retry-after?value=3600")"
same 'counts for that run only' 0 "$(fulltext "$url/after.html?type=text/html")"

# Public names, by the way that --resolve names.
way="--resolve blog.example:80:127.0.0.1:$port --resolve other.example:80:127.0.0.1:$port"
feed public.xml http://blog.example 'whole.html?type=text/html' 'goto?url=http://127.0.0.1/secret' 'retry-after?value=3600' 'late.html?type=text/html'
page whole >"$www/whole.html"
run add --no-check $way http://blog.example/public.xml >/dev/null
run sync $way http://blog.example/public.xml >/dev/null
same 'a public page' 0 "$(fulltext $way 'http://blog.example/whole.html?type=text/html')"
same 'that leads to an internal address: 1' 1 "$(fulltext --json $way 'http://blog.example/goto?url=http://127.0.0.1/secret')"
has 'is refused' "$(cat "$t/out")" '"how":"refused"'
hasnt 'and was not asked' "$(cat "$t/log")" 'GET /secret'
same 'Retry-After: 1' 1 "$(fulltext $way 'http://blog.example/retry-after?value=3600')"
same 'counts for its whole host: 1' 1 "$(fulltext --json $way 'http://blog.example/late.html?type=text/html')"
has 'which is left alone' "$(cat "$t/out")" 'blog.example wants to be left alone until'
hasnt 'indeed' "$(cat "$t/log")" 'GET /late.html'
# The one that answered, not the one that led there; and all blogs of its platform, as the next run knows too.
way2="--resolve led.example:80:127.0.0.1:$port --resolve gaon.tistory.com:80:127.0.0.1:$port --resolve nuri.tistory.com:80:127.0.0.1:$port"
feed led.xml http://led.example 'goto?url=http://gaon.tistory.com/retry-after?value=3600' 'whole.html?type=text/html'
feed nuri.xml http://nuri.tistory.com 'later.html?type=text/html'
run add --no-check $way2 http://led.example/led.xml http://nuri.tistory.com/nuri.xml >/dev/null
run sync $way2 http://led.example/led.xml http://nuri.tistory.com/nuri.xml >/dev/null
same 'Retry-After behind a redirect: 1' 1 "$(fulltext $way2 'http://led.example/goto?url=http://gaon.tistory.com/retry-after?value=3600')"
same 'counts for who answered, on the whole platform: 1' 1 "$(fulltext --json $way2 'http://nuri.tistory.com/later.html?type=text/html')"
has 'which is left alone, too' "$(cat "$t/out")" 'nuri.tistory.com wants to be left alone until'
hasnt 'without asking' "$(cat "$t/log")" 'GET /later.html'
same 'but not for who led there' 0 "$(fulltext $way2 'http://led.example/whole.html?type=text/html')"
feed other.xml http://other.example 'whole.html?type=text/html'
run add --no-check $way http://other.example/other.xml >/dev/null
run sync $way http://other.example/other.xml >/dev/null
same 'no network: 3' 3 "$(fulltext --resolve other.example:80:127.0.0.1:1 'http://other.example/whole.html?type=text/html')"

# While a sync runs; killed in the middle; with a full disk.
run add --no-check "$url/drip" >/dev/null
"$bin/sosik-sync" sync drip >/dev/null 2>&1 &
long=$!
started="$started $long"
wait_for 5 grep -q "$long" "$XDG_DATA_HOME/sosik/sync.lock"
same 'it works while a sync runs' 0 "$(fulltext -f "$url/whole.html?type=text/html")"
kill "$long"; wait "$long"
requests=$(grep -c 'GET /drip' "$t/log")
"$bin/sosik-sync" fulltext "$url/drip" >/dev/null 2>&1 &
long=$!
started="$started $long"
more() { [ "$(grep -c 'GET /drip' "$t/log")" -gt "$requests" ]; }
wait_for 5 more
kill -9 "$long"; wait "$long" 2>/dev/null
has 'killed in the middle: the feed stays' "$(show "$url/drip")" 'drip: 지난 주말'
same 'and others can be fetched' 0 "$(fulltext -f "$url/whole.html?type=text/html")"
requests=$(grep -c 'GET /drip' "$t/log")
"$bin/sosik-sync" fulltext "$url/drip" >"$t/long" 2>&1 &
long=$!
started="$started $long"
wait_for 5 more
kill -TERM "$long"; wait "$long"
same 'SIGTERM ends it: 143' 143 $?
has 'it says what was left' "$(cat "$t/long")" '1 post was not looked at'
(ulimit -f 100; fulltext "$url/big.html?type=text/html" >"$t/status")
same 'a full disk: 74' 74 "$(cat "$t/status")"
has 'it says so' "$(cat "$t/err")" 'nothing stored is lost'
has 'the feed stays' "$(show "$url/big.html?type=text/html")" 'big: 지난 주말'
same 'and it comes later' 0 "$(fulltext "$url/big.html?type=text/html")"
has 'whole' "$(show "$url/big.html?type=text/html" | tail -5)" '문단 1000에서는'

# The beginning of an article whose rest is for members is kept as one.
page paid '<meta property="article:published_time" content="2026-02-05"><script type="application/ld+json">{"isAccessibleForFree":false}</script>' \
	1 6 '<div class="paywall">구독하고 계속 읽기</div>' >"$www/paid.html"
feed paid.xml "$url" 'paid.html?type=text/html'
run add --no-check "$url/paid.xml" >/dev/null
run sync "$url/paid.xml" >/dev/null
fulltext "$url/paid.html?type=text/html" >/dev/null
has 'a beginning for members is told' "$(cat "$t/out" "$t/err")" 'the rest of it is for members'
has 'and kept' "$(show "$url/paid.html?type=text/html")" '문단 6에서는'

# A post whose address leads to the home page by now, which tells of it with title and beginning, among others.
{
	printf '<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>개발 일지</title></head><body><main><p>배포와 장애를 적는 곳입니다.</p>'
	for name in list one two three four; do
		printf '<p><b>%s 배포 장애를 되돌아보다</b></p><p>%s: 지난 주말의 배포에서 겪은 일을 차례로 적습니다. 커넥션 풀이 마른 까닭과 그 뒤에 한 일을 다룹니다.</p>' $name $name
	done
	printf '</main></body></html>\n'
} >"$www/list.html"
feed home.xml "$url" 'redirect/1/302/list.html?type=text/html'
sed "s|>redirect/1/302/list |>list |; s|;redirect/1/302/list:|;list:|; s|<link>$url/</link>|<link>$url/list.html</link>|" "$www/home.xml" >"$www/home2.xml"
mv "$www/home2.xml" "$www/home.xml"
run add --no-check "$url/home.xml" >/dev/null
run sync "$url/home.xml" >/dev/null
refused 'redirect/1/302/list.html?type=text/html' other 'another text than this post'

# What comes of an article when its second page fails never takes the place of the whole.
page keeps '<link rel="next" href="keeps-b.html?type=text/html">' >"$www/keeps.html"
page keeps '' 13 24 >"$www/keeps-b.html"
{
	printf '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>keeps</title><link>%s/</link><item><title>keeps 배포 장애를 되돌아보다</title><link>%s/keeps.html?type=text/html</link><description>' "$url" "$url"
	article keeps 1 18 | sed 's/</\&lt;/g; s/>/\&gt;/g'
	printf '</description></item></channel></rss>\n'
} >"$www/keeps.xml"
run add --no-check "$url/keeps.xml" >/dev/null
run sync "$url/keeps.xml" >/dev/null
printf 'site 127.0.0.1 content=article next=link[rel=next]\n' >>"$config"
same 'an article of two pages' 0 "$(fulltext --json "$url/keeps.html?type=text/html")"
has 'is whole' "$(cat "$t/out")" '"how":"fine"'
rm "$www/keeps-b.html"
same 'with its second page gone: 1' 1 "$(fulltext -f --json "$url/keeps.html?type=text/html")"
has 'it is told' "$(cat "$t/out")" '404: '
has 'and the whole text stays' "$(show --from page "$url/keeps.html?type=text/html")" '문단 24에서는'
same 'which counts as whole' 0 "$(fulltext --json "$url/keeps.html?type=text/html")"
has 'and is there already' "$(cat "$t/out")" '"outcome":"same"'
echo 'set fulltext never' >"$config"

# An article whose pages are together more than is stored: what fits is kept, and that it goes on is told.
vast() {
	printf '<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>vast 배포 장애를 되돌아보다</title></head><body><article><h1>vast 배포 장애를 되돌아보다</h1>'
	article vast 1 6
	printf '<pre>%s ' "$1"
	head -c 1600000 /dev/zero | tr '\0' x
	printf '</pre><p>%s</p></article></body></html>\n' "$2"
}
vast first '<a href="vast_2.html?type=text/html">2</a>' >"$www/vast.html"
vast second '<a href="vast.html?type=text/html">1</a> <a href="vast_3.html?type=text/html">3</a>' >"$www/vast_2.html"
vast third '<a href="vast.html?type=text/html">1</a>' >"$www/vast_3.html"
feed vast.xml "$url" 'vast.html?type=text/html'
run add --no-check "$url/vast.xml" >/dev/null
run sync "$url/vast.xml" >/dev/null
same 'an article of more than is stored' 0 "$(fulltext --json "$url/vast.html?type=text/html")"
has 'is a part' "$(cat "$t/out")" '"how":"part"'
has 'of the pages that fit' "$(cat "$t/out")" '"pages":2'
has 'which is told' "$(cat "$t/out")" 'longer than 4 MB'

# The next page by what the head of the page says; the next post is none, whatever its link says.
page headed '<link rel="next" href="headed-2.html?type=text/html">' 1 6 >"$www/headed.html"
page headed '<link rel="prev" href="headed.html?type=text/html">' 7 12 >"$www/headed-2.html"
page step-1 '<link rel="next" href="step-2.html?type=text/html">' 1 12 '<p><a rel="next" href="step-2.html?type=text/html">다음</a></p>' >"$www/step-1.html"
page step-2 >"$www/step-2.html"
feed next.xml "$url" 'headed.html?type=text/html' 'step-1.html?type=text/html'
run add --no-check "$url/next.xml" >/dev/null
run sync "$url/next.xml" >/dev/null
same 'an article whose head names its next page' 0 "$(fulltext --json "$url/headed.html?type=text/html")"
has 'has two' "$(cat "$t/out")" '"pages":2'
has 'with the end of it' "$(show "$url/headed.html?type=text/html")" '문단 12에서는'
same 'a post with a next post' 0 "$(fulltext --json "$url/step-1.html?type=text/html")"
has 'is one page' "$(cat "$t/out")" '"pages":1'
hasnt 'and the next post is not asked for' "$(cat "$t/log")" 'GET /step-2'

# Who wrote it and when, where the feed does not say.
page told '<meta name="author" content="한글손"><meta property="article:published_time" content="2025-02-05T09:00:00+09:00">' >"$www/told.html"
feed told.xml "$url" 'told.html?type=text/html'
run add --no-check "$url/told.xml" >/dev/null
run sync "$url/told.xml" >/dev/null
hasnt 'a post of which the feed tells little' "$(show "$url/told.html?type=text/html" | head -3)" '한글손'
fulltext "$url/told.html?type=text/html" >/dev/null
told=$(show "$url/told.html?type=text/html" | head -3)
has 'is told of by its page: who' "$told" '한글손'
has 'and when' "$told" 'February 5, 2025'

# The user's own rules hold for the pages of posts too.
page ruled '' 1 12 '<p class="aside">배포와는 상관없이 어느 쪽에나 있는 안내입니다.</p>' >"$www/ruled.html"
feed r.xml "$url" 'ruled.html?type=text/html'
run add --no-check "$url/r.xml" >/dev/null
run sync "$url/r.xml" >/dev/null
mkdir -p "$XDG_CONFIG_HOME/sosik"
printf 'site 127.0.0.1 content=article drop=.aside\nsite 127.0.0.1 content=\n' >>"$config"
same "a page with a rule of the user's" 0 "$(fulltext "$url/ruled.html?type=text/html")"
has 'what is wrong in the config file is told' "$(cat "$t/err")" 'config:3:24: '
has 'the rule: the article' "$(show "$url/ruled.html?type=text/html")" '문단 12에서는'
hasnt 'the rule: without what it drops' "$(show "$url/ruled.html?type=text/html")" '어느 쪽에나'
echo 'set fulltext never' >"$config"

# The key in the reader.
for name in key stop; do page $name >"$www/$name.html"; done
feed key.xml "$url" 'key.html?type=text/html' 'slow?ms=1500&to=x' 'status/410?again' 'stop.html?type=text/html'
run add --no-check -n 열쇠 "$url/key.xml" >/dev/null
run sync 열쇠 >/dev/null
terminal 80 24 "$bin/sosik"
see 'the reader' 'unread'
tm send-keys f; tm send-keys -l 'feed:열쇠'; tm send-keys Enter
see 'shows the feed' '1/4'
tm send-keys Enter
see 'a beginning says how to get the rest' 'gf: the full text'
tm send-keys -l gf
see 'gf brings the full text' '문단 1에서는'
see 'and says so' 'the full text is here:'
tm send-keys -l gf
see 'gf again shows the text of the feed' 'the text of the feed; gf shows the full text'
tm send-keys -l 'ㅎㄹ'
see 'and once more, with the input method on, that of the page' '문단 1에서는'
tm send-keys q
see 'the list marks it' '= '
tm send-keys -l 'jjgf'
see 'a failure is told' 'no full text: 410: '
see 'and marked' '! '
tm send-keys Enter
see 'and stands in the post' 'No full text: 410: it is gone for good'
tm send-keys Q
terminal 80 24 "LANGUAGE=ko $bin/sosik"
see 'the reader in another language' '안 읽음'
tm send-keys f; tm send-keys -l 'feed:열쇠'; tm send-keys Enter
see 'has the feed' '1/4'
tm send-keys -l 'jj'; tm send-keys Enter
see 'and tells why in its own words' '본문 전체를 가져오지 못했습니다: 410: 영구히 없어졌습니다'
tm send-keys Q
terminal 80 24 "$bin/sosik"
see 'the reader once more' 'unread'
tm send-keys f; tm send-keys -l 'feed:열쇠'; tm send-keys Enter
see 'with the feed' '1/4'
tm send-keys -l 'ggjvvgf'
see 'marked posts are fetched together' 'fetching 2 full texts'
tm send-keys -l 'gg'
see 'keys work meanwhile' '1/4'
see 'and what came of them is told' 'full texts: 0, failed: 2. '
tm send-keys Q
exec 9>&-
