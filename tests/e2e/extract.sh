# sosik extract: a saved page to its article, without a cache.
. tests/e2e/lib.sh
pages=$here/tests/fixtures/page

# Each page of the fixtures names its address in its first line; beside it stands the text that is expected.
for page in "$pages"/*.html; do
	url=$(sed -n '1s/^<!-- \(.*\) -->$/\1/p' "$page")
	same "the text of ${page##*/}" "$(cat "${page%.html}.txt")" "$(sosik extract --url "$url" "$page" 2>&1)"
done

news=$pages/news.html url=https://news.example/2026/03/tide-tables
json=$(sosik extract --url "$url" -f json - <"$news")
has 'JSON: version and title' "$json" '{"v":1,"title":"Harbour town moves its tide tables to paper again","author":'
has 'JSON: a date that is not known' "$json" '"published":null'
has 'JSON: language' "$json" '"language":"en"'
has 'JSON: text' "$json" '"text":"For eleven years'
has 'JSON: HTML, links absolute' "$json" '<a href=\"https://news.example/town/budget\">'
has 'JSON: outline' "$json" '"outline":[{"level":1,"title":"What the fishermen say"}]}'
signed=$(sed 's|<title>|<meta property="og:site_name" content="The Harbour Post"><meta name="date" content="2026-03-05T08:00:00Z"><title>|; s|<article |<p class="byline">By Ada Ahl and Bo Birk</p><article |' "$news" |
	sosik extract --url "$url" -f json -)
has 'JSON: the by-line as it stands' "$signed" '"author":"By Ada Ahl and Bo Birk","authors":["Ada Ahl","Bo Birk"]'
has 'JSON: site and date' "$signed" '"published":"2026-03-05T08:00:00Z","site":"The Harbour Post"'
has 'Markdown' "$(sosik extract -f markdown "$news")" '# What the fishermen say'
has 'HTML' "$(sosik extract -f html "$news")" '<li>A copy hangs in the chandler'

korean='<title>조수표</title><article><p>'$(printf '항구의 조수표가 다시 종이로 돌아왔습니다. %.0s' 1 2 3 4 5 6 7 8)'</article>'
has 'a charset that only HTTP names' "$(printf '%s' "$korean" | iconv -t cp949 |
	sosik extract --content-type 'text/html; charset=euc-kr' -)" '종이로 돌아왔습니다'
has 'a charset that only the page names' "$(printf '<meta charset=euc-kr>%s' "$korean" | iconv -t cp949 | sosik extract -)" '종이로'
has 'a charset that nobody names' "$(printf '%s' "$korean" | iconv -t cp949 | sosik extract -)" '종이로'

out=$(printf '' | sosik extract - 2>&1)
same 'nothing: status' 1 $?
same 'nothing: message' 'sosik: standard input: no article was found in this page' "$out"
same 'nothing: no output' '' "$(printf '' | sosik extract -f json - 2>/dev/null)"
# Files that are no pages: both commands say what they are.
printf '%%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n' >"$t/paper.pdf"
printf '\211PNG\r\n\032\n\0\0\0\rIHDR' >"$t/a.png"
printf '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>\n' >"$t/a.svg"
printf '{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[]}' >"$t/feed.json"
gzip -c "$here/src/po/ko.po" | tail -c +20 | head -c 5000 >"$t/bytes"
no_page() {
	for c in extract render; do
		out=$(sosik $c "$1" 2>&1)
		same "$c ${1##*/}: status" 1 $?
		same "$c ${1##*/}: message" "sosik: $1: $2" "$out"
	done
}
no_page "$t/paper.pdf" 'this is a PDF, not a page'
no_page "$t/a.png" 'this is an image, not a page'
no_page "$t/a.svg" 'this is an image, not a page'
no_page "$t/bytes" 'this is neither a page nor text'
head -c 60000 "$bin/sosik-worker" >"$t/program"
no_page "$t/program" 'this is neither a page nor text'
no_page "$t/feed.json" 'this is a feed, not a page; ‘sosik parse’ shows it'
for feed in "$bin"/share/samples/*.xml; do no_page "$feed" 'this is a feed, not a page; ‘sosik parse’ shows it'; done
has 'a page about feeds is one' "$(printf '<!-- <rss> --><article><p>%s <code>&lt;rss&gt;</code>' "$korean" | sosik extract -)" '종이로'

sosik extract --format pdf "$news" 2>/dev/null
same 'an unknown format: status' 2 $?
sosik extract "$t/none.html" 2>/dev/null
same 'no such file: status' 1 $?
head -c 2097153 /dev/zero | tr '\0' x >"$t/big.html"
out=$(sosik extract "$t/big.html" 2>&1)
same 'a page over the limit: status' 1 $?
has 'a page over the limit: message' "$out" '2097152'
head -c 2000000 /dev/zero | tr '\0' '<' >"$t/signs.html"
out=$(sosik extract "$t/signs.html" 2>&1)
same 'an article larger than any: status' 1 $?
has 'an article larger than any: message' "$out" 'no article was found'
out=$(printf '<article><p>\033[31m%s\033]0;x\007' "$korean" | sosik extract -)
hasnt 'no escape reaches the terminal' "$out" "$(printf '\033')"
same 'no cache is made' '' "$(find "$HOME" -type f)"

# The user's own rules.
mkdir -p "$XDG_CONFIG_HOME/sosik"
page='<title>하루</title><h2>물때 하루</h2><div class=y>여기는 글이 아니라 안내가 길게 적힌 곳입니다.</div><div class=x>본문<b class=ad>광고</b></div>'
printf 'site a.example content=".x" drop=".ad" title=h2\n' >"$XDG_CONFIG_HOME/sosik/config"
same "a rule of the user's" '본문' "$(printf '%s' "$page" | sosik extract --url https://blog.a.example/1 - 2>&1)"
has "a rule of the user's: the title" "$(printf '%s' "$page" | sosik extract --url https://a.example/1 -f json -)" '"title":"물때 하루"'
has 'not for another site' "$(printf '%s' "$page" | sosik extract --url https://b.example/1 -)" '안내가'
printf 'site a.example content="div >"\nsite a.example content=.x drop=.ad\n' >"$XDG_CONFIG_HOME/sosik/config"
out=$(printf '%s' "$page" | sosik extract --url https://a.example/1 - 2>&1)
has 'a wrong rule: where' "$out" "sosik: $XDG_CONFIG_HOME/sosik/config:1:30: a tag, .class"
has 'a wrong rule: the others count' "$out" '본문'
