# The bundled samples through the real pipeline, and what the shell shows of them.
. tests/e2e/lib.sh
samples=$bin/share/samples
mkdir -p "$XDG_CONFIG_HOME/sosik"
cp "$samples/feeds" "$XDG_CONFIG_HOME/sosik/feeds"

check 'sync of the samples' sosik sync -q --samples "$samples"
same 'posts as in the files' 19 "$(sosik count)"
check 'sync again' sosik sync -q --samples "$samples"
for u in $(sed -n 's/^\([^[:cntrl:]]*\.png\).*/\1/p' "$samples/index"); do
	check "the picture $u" sh -c "echo '$u' | sosik-sync images --samples '$samples' 1 | grep -q '	ok	'"
done
same 'pictures of the samples' 2 "$(ls "$XDG_CACHE_HOME/sosik/images" | wc -l)"
same 'still as many posts' 19 "$(sosik count)"
same 'all are unread' 19 "$(sosik count is:unread)"

feeds=$(sosik feeds)
same 'four feeds' 4 "$(printf '%s\n' "$feeds" | wc -l)"
has 'names from the file' "$feeds" '이끼의 개발 일지'
has 'tags from the file' "$feeds" '#티스토리'
has 'kept counts' "$(sosik feeds --json)" '"total":6,"unread":6'
has 'health' "$(sosik feeds --health)" '데이터신문'
has 'health in JSON' "$(sosik feeds --json)" '"error":""'

link=https://namu-note.tistory.example/15
out=$(sosik show --width 72 $link)
same 'show: status' 0 $?
has 'show: title' "$out" '양자내성암호 전환, 왜 지금 시작해야 할까?'
check 'show: the title and the line below it are wrapped too' \
	test "$(sosik show --width 20 $link | sed '/:\/\//,$d' | wc -L)" -le 20
has 'show: feed' "$out" '나무 노트'
has 'show: the page of the post' "$out" "$link"
has 'show: date' "$out" '2026'
has 'show: what the feed calls it' "$out" 'categories: 보안'
hasnt 'show: no star is left' "$out" '**'
hasnt 'show: boilerplate is gone' "$out" '반응형'
has 'show: the list of the last section is a list' "$out" '2. 하이브리드 키 교환을 시험 환경에서 켜 볼 것'
want='1. 양자컴퓨터와 암호… ‘지금 모아 두고 나중에 푼다’
  (1) 무엇이 위험한가?
  (2) 아직 없는 컴퓨터를 왜 걱정할까?
2. 표준은 어디까지 왔나? ‘ML-KEM’과 그 친구들
  (1) FIPS 203, 204, 205 한눈에 보기
  (2) 국내에서는 — ‘KpqC’ 공모전
3. 이미 우리 곁에 와 있는 PQC… 브라우저와 SSH
4. 작은 팀의 준비 순서
  (1) 어디에 암호가 있는지부터 적는다
  (2) 길이가 늘어난다는 점을 시험한다
5. 마무리: “교체할 수 있는 구조가 답이다”
Tip'
same 'outline' "$want" "$(sosik outline $link)"
same 'outline as JSON' 12 "$(sosik outline --json $link | grep -o '"level"' | wc -l)"
part=$(sosik show --section 7 $link)
has 'one section' "$part" '브라우저와 SSH'
hasnt 'one section only' "$part" '작은 팀의 준비 순서'
sosik show --section 99 $link >/dev/null 2>&1
same 'no such section: status' 1 $?
md=$(sosik show -f markdown $link)
has 'Markdown: the title' "$md" '# 양자내성암호 전환'
same 'Markdown: nothing else is of the level of the title' 1 "$(printf '%s\n' "$md" | grep -c '^# ')"
has 'Markdown: sections are below it' "$md" '
## '
has 'HTML' "$(sosik show -f html $link)" '<strong>‘쇼어 알고리즘’</strong>으로'
json=$(sosik show -f json $link)
has 'JSON: head' "$json" '{"v":1,"id":'
has 'JSON: date' "$json" '"published":"2026-03-05T12:14:09Z"'
has 'JSON: outline' "$json" '"outline":[{"level":1,"title":"1. 양자컴퓨터와 암호…'

out=$(sosik show https://tech.haesol.example/posts/three-languages)
has 'code in the article' "$out" 'func (s *Server) status(w http.ResponseWriter, r *http.Request) {'
has 'a table in the article' "$out" '210MB'
out=$(sosik show http://www.datasinmun.example/news/articleView.html?idxno=20411)
has 'an article from EUC-KR' "$out" '‘아햏햏’, ‘뷁’ 같은 말이'
sosik show 99999 >/dev/null 2>&1
same 'no such post: status' 1 $?
sosik show https://nowhere.example/ >/dev/null 2>&1
same 'no such link: status' 1 $?

same 'search by title' 1 "$(sosik count title:초성)"
has 'search lists the title' "$(sosik search title:초성)" '초성 색인으로 다시 만든 사내 위키 검색'
has 'search as JSON' "$(sosik search --json title:초성)" '"feed":"해솔 기술 블로그"'
same 'search with a limit' 3 "$(sosik search -n 3 is:all | wc -l)"
same 'search by feed' 4 "$(sosik count feed:해솔)"
sosik search title:없는제목 >/dev/null
same 'a search without hits: status' 0 $?
sosik search 'tag:' 2>/dev/null
same 'a wrong query: status' 2 $?
