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
check 'to standard output' sh -c "sosik export --format epub >'$t/out.epub'"
check 'the same bytes each time' cmp "$t/all.epub" "$t/out.epub"
same 'only its owner may read it' -rw------- "$(ls -l "$t/all.epub" | cut -c1-10)"

check 'a book of what a query finds' sosik export --epub -o "$t/one.epub" title:초성
same 'one chapter' 1 "$(names "$t/one.epub" | grep -c 'p[0-9]')"
check 'an option may stand behind a query of one word' sosik export -f epub -o "$t/feed.epub" feed:해솔
same 'four chapters' 4 "$(names "$t/feed.epub" | grep -c 'p[0-9]')"

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
html=$(sosik extract -f html --url https://a.example/ tests/fixtures/cmd/page.html 2>/dev/null)
case $? in 0) has 'extract: a document' "$html" '<!DOCTYPE html>' ;; esac
