# sosik export --epub: posts as a book, from the bundled samples.
. tests/e2e/lib.sh
samples=$bin/share/samples
mkdir -p "$XDG_CONFIG_HOME/sosik"
cp "$samples/feeds" "$XDG_CONFIG_HOME/sosik/feeds"
check 'sync of the samples' sosik sync -q --samples "$samples"

names() { LC_ALL=C grep -aoE 'EPUB/[a-z0-9]+\.(xhtml|css|ncx|opf)|META-INF/container\.xml|mimetype' "$1" | sort -u; }

check 'a book of all posts' sosik export --epub -o "$t/all.epub"
same 'it says what it is, where EPUB wants it' 'mimetypeapplication/epub+zip' "$(head -c 58 "$t/all.epub" | tail -c 28)"
same 'a chapter a post, and what holds them together' $((19 + 6)) "$(names "$t/all.epub" | wc -l)"
{ sosik export --epub is:all 2>"$t/err"; echo $? >"$t/status"; } | head -c 1 >/dev/null
same 'who has read enough is no fault' '0' "$(cat "$t/status" "$t/err")"
check 'to standard output' sh -c "sosik export --format epub >'$t/out.epub'"
check 'the same bytes each time' cmp "$t/all.epub" "$t/out.epub"
same 'only its owner may read it' -rw------- "$(ls -l "$t/all.epub" | cut -c1-10)"

check 'a book of what a query finds' sosik export --epub -o "$t/one.epub" title:초성
same 'one chapter' 1 "$(names "$t/one.epub" | grep -c 'p[0-9]')"
check 'an option may stand behind a query of one word' sosik export -f epub -o "$t/feed.epub" feed:해솔
same 'four chapters' 4 "$(names "$t/feed.epub" | grep -c 'p[0-9]')"

# What the book is called.
book() { name=$1; shift; sosik export --epub -o "$t/named.epub" "$@"; unzip -p "$t/named.epub" EPUB/package.opf | sed -n 's|.*<dc:title>\(.*\)</dc:title>.*|\1|p'; }
same 'the title: as asked for' '주말 & 휴일' "$(book x --title '주말 & 휴일' feed:해솔 | sed 's/&amp;/\&/')"
same 'the title: the feed of all posts' '해솔 기술 블로그' "$(book x feed:해솔)"
has 'the title: the only post' "$(book x title:초성)" '초성'
same 'the title: the query' 'is:unread' "$(book x is:unread)"
ids=$(sosik search --json -n 3 feed:데이터신문 | sed 's/.*"id":\([0-9]*\).*/\1/' | tr '\n' ' ')
check 'posts by number' sosik export --epub -o "$t/three.epub" $ids ${ids%% *} "id:${ids%% *}"
same 'each once' 3 "$(names "$t/three.epub" | grep -c 'p[0-9]')"
sosik export --epub -o "$t/none.epub" ${ids%% *} 987654 2>"$t/err"
same 'a number that is none: status' 1 $?
has 'a number that is none: said' "$(cat "$t/err")" 'there is no post ‘987654’'
sosik export --title x 2>/dev/null
same '--title without --epub: status' 2 $?

cp "$t/one.epub" "$t/kept.epub"
sosik export --epub -o "$t/kept.epub" title:없는제목 2>"$t/err"
same 'nothing is found: status' 1 $?
has 'nothing is found: said' "$(cat "$t/err")" 'no post is found'
check 'the old book stays' cmp "$t/one.epub" "$t/kept.epub"
sosik export --epub -o "$t/kept.epub" title: 2>/dev/null
same 'a wrong query: status' 2 $?
if [ -c /dev/full ]; then
	sosik export --epub -o /dev/full 2>"$t/err"
	same 'a full disk: status' 74 $?
	has 'a full disk: said' "$(cat "$t/err")" 'cannot write /dev/full'
	sosik export --epub >/dev/full 2>"$t/err"
	same 'a full disk behind standard output: status' 74 $?
fi
(ulimit -f 8 && sosik export --epub -o "$t/kept.epub") >/dev/null 2>&1
check 'a file that may not grow leaves the old book' cmp "$t/one.epub" "$t/kept.epub"
sosik export --epub -f json 2>/dev/null
same '--epub with another format: status' 2 $?
sosik export -o "$t/x" 2>/dev/null
same '--output without --epub: status' 2 $?
sosik export -f pdf 2>/dev/null
same 'an unknown format: status' 2 $?
sosik export --epub -o "$t/a/b/c.epub" title:초성 2>"$t/err"
same 'no such folder: status' 1 $?
has 'no such folder: said' "$(cat "$t/err")" "there is no folder $t/a/b"
check 'no such folder: none is made' test ! -e "$t/a"

# A whole page of HTML.
link=https://namu-note.tistory.example/15
html=$(sosik show -f html $link)
has 'HTML: a document' "$html" '<!DOCTYPE html>
<html lang="ko">'
same 'HTML: one title' 1 "$(printf '%s\n' "$html" | grep -c '<h1')"
has 'HTML: its title' "$html" '<title>양자내성암호 전환'
has 'HTML: sections have ids' "$html" '<h2 id="s1">1. 양자컴퓨터와 암호'
hasnt 'HTML: no script' "$html" '<script'
json=$(sosik show -f json $link)
has 'JSON: where a section is' "$json" '"id":"s2","from":'
has 'JSON: the ids stand in its HTML' "$json" '<h2 id=\"s1\">1. 양자컴퓨터와 암호'
has 'JSON: its length' "$json" '"letters":'
html=$(sosik extract -f html --url https://a.example/ tests/fixtures/cmd/page.html)
same 'extract: status' 0 $?
has 'extract: a document' "$html" '<!DOCTYPE html>'
