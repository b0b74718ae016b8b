# sosik parse: the bytes of a feed to one JSON object, without a cache.
. tests/e2e/lib.sh
samples=$here/src/share/samples
fixtures=$here/tests/fixtures/cmd

count() { printf '%s' "$1" | grep -o "$2" | wc -l; }

news=$(sosik parse --url http://www.datasinmun.example/rss/allArticle.xml "$samples/news.xml")
same 'EUC-KR: status' 0 $?
has 'EUC-KR: format' "$news" '{"v":1,"format":"rss-2.0","encoding":"'
has 'EUC-KR: letters beyond KS X 1001' "$news" '‘아햏햏’ 시절 게시판'
has 'EUC-KR: text with such a letter' "$news" '‘뷁’ 같은 말이'
has 'EUC-KR: a title escaped twice' "$news" '"title":"\"공공 데이터 표준 맞추니 개발 기간 절반\"… 지자체'
has 'EUC-KR: angle brackets of a title' "$news" '통신 3사 <5G 단독모드> 전환 속도'
has 'EUC-KR: a date without a zone is Korean time' "$news" '"published":"2026-08-11T20:42:32Z"'
has 'EUC-KR: author' "$news" '"author":"윤세라 기자"'
same 'EUC-KR: items' 6 "$(count "$news" '"enclosures":')"

tistory=$(sosik parse "$samples/tistory.xml")
has 'Tistory: generator' "$tistory" '"generator":"TISTORY"'
has 'Tistory: a date with a one-digit day' "$tistory" '"published":"2026-03-05T12:14:09Z"'
has 'Tistory: categories' "$tistory" '"categories":["보안 & 네트워크","PQC","양자내성암호","ML-KEM","보안"]'
has 'Tistory: an NFD title is composed' "$tistory" '"title":"맥에서 만든 한글 파일 이름이 풀어져 보이는 이유"'
has 'Tistory: comments' "$tistory" '"comments":"https://namu-note.tistory.example/15#entry15comment"'
same 'Tistory: items' 5 "$(count "$tistory" '"enclosures":')"

company=$(sosik parse - <"$samples/company.xml")
has 'Atom: format' "$company" '"format":"atom-1.0","encoding":"utf-8","recovered":false'
has 'Atom: updated' "$company" '"published":"2026-07-21T01:00:00Z","updated":"2026-07-22T04:30:00Z"'
has 'Atom: author of an entry' "$company" '"author":"오하람"'
has 'Atom: rights' "$company" '"rights":"© 2026 해솔"'
has 'Atom: XHTML content' "$company" '<dt>두 글자 검색</dt>'
same 'Atom: items' 4 "$(count "$company" '"enclosures":')"

velog=$(sosik parse "$samples/velog.xml")
has 'velog: title in CDATA' "$velog" '"title":"상태는 적을수록 좋다: useEffect로 상태를 복사하지 말자"'
has 'velog: code keeps its references' "$velog" '(post) =&gt; !post.isRead'
same 'velog: items' 4 "$(count "$velog" '"enclosures":')"

cut=$(sosik parse --url https://cut.example/rss "$fixtures/cut.xml")
same 'a feed that ends early: status' 0 $?
has 'a feed that ends early is marked' "$cut" '"recovered":true'
has 'a feed that ends early keeps its whole posts' "$cut" '"title":"온전한 글","link":"https://cut.example/posts/1"'
has 'relative links become absolute' "$cut" 'href=\"https://cut.example/about\"'

bad=$(sosik parse "$fixtures/bad.xml")
has 'control characters do not lose a post' "$bad" '"link":"https://bad.example/1"'
has 'undefined entities do not lose a post' "$bad" '… 그래도 읽힌다'
has 'the post behind them is there' "$bad" '"title":"둘째 글"'
has 'mended bytes are marked' "$bad" '"recovered":true'

out=$(sosik parse "$fixtures/page.html" 2>&1)
same 'a page is no feed: status' 1 $?
has 'a page is no feed: message' "$out" "sosik: $fixtures/page.html: "
out=$(sosik parse - </dev/null 2>&1)
same 'nothing is no feed: status' 1 $?
out=$(sosik parse "$t/none.xml" 2>&1)
same 'a file that is not there: status' 1 $?
has 'a file that is not there: message' "$out" "$t/none.xml"
sosik parse 2>/dev/null
same 'no file named: status' 2 $?
sosik parse --colour "$samples/velog.xml" 2>/dev/null
same 'an option that is none: status' 2 $?
same 'options may stand behind the file' "$news" \
	"$(sosik parse "$samples/news.xml" --url http://www.datasinmun.example/rss/allArticle.xml)"
sosik parse "$samples/news.xml" "$samples/velog.xml" 2>/dev/null
same 'two files: status' 2 $?
same 'no cache is made' '' "$(find "$HOME" -type f)"
