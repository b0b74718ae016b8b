# import and export: the lists of other programs in, OPML and JSON out and back.
. tests/e2e/lib.sh
lists=$here/tests/fixtures/import
feeds=$XDG_CONFIG_HOME/sosik/feeds

has 'dry run' "$(sosik import -n "$lists/list.opml" 2>/dev/null)" 'would be subscribed 3, there already 0, would get tags 0, not taken 2'
same 'dry run: no file is made' '' "$(find "$HOME" -type f)"
same 'dry run: nothing was done' '' "$(cat "$feeds" 2>/dev/null)"
out=$(sosik import "$lists/list.opml" 2>"$t/err")
same 'opml: status' 0 $?
has 'opml: counts' "$out" 'subscribed 3, there already 0, got tags 0, not taken 2'
has 'opml: another list is named' "$(cat "$t/err")" 'https://lists.example/more.opml: another list'
has 'opml: what is no address is named' "$(cat "$t/err")" 'javascript:alert(document.cookie): no address'
same 'opml: the file' 'https://tech.haesol.example/feed.atom name="해솔 & 친구들" #기술_블로그/회사 #뉴스
https://v2.velog.example/rss/ikki name="이끼의 개발 일지" #기술_블로그 #개인/회고
http://www.datasinmun.example/rss/allArticle.xml name=데이터신문 #뉴스' "$(cat "$feeds")"
has 'opml again' "$(sosik import - <"$lists/list.opml" 2>/dev/null)" 'subscribed 0, there already 3'
has 'undo takes it back in one step' "$(sosik undo)" 'undone: subscribe 3 feeds'
same 'undo: the file is empty' '' "$(cat "$feeds")"
check 'redo' sosik redo
same 'redo: they are back' 3 "$(sosik feeds | wc -l)"

out=$(sosik import "$lists/urls" 2>"$t/err")
has 'newsboat: counts' "$out" 'subscribed 3, there already 0, got tags 0, not taken 3'
has 'newsboat: lines' "$(cat "$feeds")" 'https://namu.example/rss name=나무 #나무_노트 #개발
https://moss.example/feed #hidden
https://plain.example/atom.xml'
has 'newsboat: a query is told with its line' "$(cat "$t/err")" ':4: not taken: query:안 읽음:unread = "yes": a query of newsboat'
has 'newsboat: a command is refused' "$(cat "$t/err")" ':5: not taken: exec:~/bin/make-feed.sh --all: a command'
has 'newsboat: a filter is refused' "$(cat "$t/err")" ':6: not taken: filter:'
has 'newsboat: its feed is offered' "$(cat "$t/err")" '  without the command: sosik add https://'
has 'what comes next' "$out" '‘sosik sync’ fetches the posts'

out=$(sosik import "$lists/feeds" 2>"$t/err")
has 'newsraft: counts' "$out" 'subscribed 3, there already 0, got tags 0, not taken 1'
has 'newsraft: lines' "$(cat "$feeds")" 'https://one.example/feed.xml every=2h
https://two.example/feed.xml name="두 회사" #회사_소식 every=1d
https://four.example/feed.xml #회사_소식 every=2h'
has 'newsraft: a command is refused' "$(cat "$t/err")" 'feeds:6: not taken: $(gemget'

out=$(sosik import -t 옮김 "$lists/sfeedrc" 2>"$t/err")
same 'sfeed: status' 0 $?
has 'sfeed: counts' "$out" 'subscribed 2, there already 0, got tags 0, not taken 1'
has 'sfeed: lines' "$(cat "$feeds")" 'https://five.example/atom.xml name="다섯 블로그" #옮김
https://six.example/rss name=six #옮김'
has 'sfeed: what needs a shell is told' "$(cat "$t/err")" 'sfeedrc:16: not taken: $base/rss: only a shell'
check 'sfeed: nothing of it was run' [ ! -e "$HOME/sfeedrc-was-run" ]

has 'no tags for what is there' "$(printf 'https://one.example/feed.xml #새것\n' | sosik import)" 'subscribed 0, there already 1'
has 'no tags for what is there: what gives them' "$(printf 'https://one.example/feed.xml #새것\n' | sosik import)" '1 feed that is there already lacks tags of the list: --merge-tags'
hasnt 'nothing lacks what is there' "$(printf 'https://one.example/feed.xml\n' | sosik import)" '--merge-tags'
hasnt 'nothing to fetch' "$(printf 'https://one.example/feed.xml\n' | sosik import)" 'sosik sync'
has 'standard input has a name' "$(sosik import - </dev/null 2>&1)" 'standard input: '
hasnt 'no tags for what is there: the file' "$(cat "$feeds")" '#새것'
has 'tags when asked for' "$(printf 'https://one.example/feed.xml #새것\n' | sosik import --merge-tags)" 'got tags 1'
has 'tags when asked for: the file' "$(cat "$feeds")" 'https://one.example/feed.xml every=2h #새것'
check 'undo of the tags' sosik undo
hasnt 'undo of the tags: the file' "$(cat "$feeds")" '#새것'

printf '%s\n' '# 손으로 쓴 것' 'https://user:secret@private.example/rss?a=1&b=<2> name="따옴표 \"와\" & <꺾쇠>  두 칸 ❤️" #분류/하위 #분류 fulltext="a b" every=6h x=1 x=2' \
	'https://bare.example/' 'https://odd.example/ #a//b #분류/하위/셋' >>"$feeds"
grep -v '^#' "$feeds" >"$t/want"
sosik export --with-secrets >"$t/all.opml"
same 'export: status' 0 $?
has 'export: folders in folders' "$(cat "$t/all.opml")" '    <outline text="분류">
      <outline text="하위">'
has 'export: what the cache does not know goes by its address' "$(XDG_DATA_HOME=$t/none sosik export)" 'title="one.example/feed.xml"'
has 'export: the passwords are masked' "$(sosik export)" 'xmlUrl="https://user:***@private.example/rss'
hasnt 'export: the passwords are masked, all' "$(sosik export; sosik export -f json)" 'secret'
sosik export --format json --with-secrets >"$t/all.json"
has 'export: JSON' "$(head -n 1 "$t/all.json")" '{"v":1,"url":"https://tech.haesol.example/feed.atom","name":"해솔 & 친구들"'
printf '%s' '<opml version="2.0"><body><outline text="프론트/웹"><outline type="rss" text="x" xmlUrl="https://slash.example/x"/></outline></body></opml>' >"$t/slash.opml"
(
	export XDG_CONFIG_HOME="$t/slash/c" XDG_DATA_HOME="$t/slash/d"
	sosik import "$t/slash.opml" >/dev/null
	has 'a folder with a slash is one tag' "$(cat "$XDG_CONFIG_HOME/sosik/feeds")" '#프론트／웹'
	has 'and the same folder again' "$(sosik export)" '<outline text="프론트/웹">'
)
same 'export: of a tag and those in it' 2 "$(sosik export -f json '#분류' | wc -l)"
same 'export: of names' 2 "$(sosik export -f json 나무 feed:데이터 | wc -l)"
sosik export '#없음' >/dev/null 2>&1
same 'export: of a tag that is none: status' 1 $?
sosik export is:unread >/dev/null 2>"$t/err"
same 'export: of posts: status' 2 $?
has 'export: of posts: told' "$(cat "$t/err")" 'feeds, not posts'
sosik export -f csv >/dev/null 2>&1
same 'export: of no form: status' 2 $?
for form in opml json; do
	XDG_CONFIG_HOME=$t/$form/c XDG_DATA_HOME=$t/$form/d sosik import "$t/all.$form" >"$t/out" 2>&1
	same "there and back by $form" "$(cat "$t/want")" "$(cat "$t/$form/c/sosik/feeds")"
done
sosik export >"$t/masked.opml"
has 'a masked password is not imported' "$(XDG_CONFIG_HOME=$t/m sosik import -n "$t/masked.opml" 2>&1)" 'its password is not in the list'

esc=$(printf '\033') csi=$(printf '\302\233') rlo=$(printf '\342\200\256')
controls() { printf 'https://c.example/rss name="%s1m%s이름" #t%s\nhttps://d.example/%s[31m\n' "$csi" "$rlo" "$rlo" "$esc"; }
mkdir -p "$t/x/sosik"
controls >"$t/x/sosik/feeds"
out=$(XDG_CONFIG_HOME=$t/x sosik export 2>&1; XDG_CONFIG_HOME=$t/x sosik export -f json 2>&1; XDG_CONFIG_HOME=$t/x sosik feeds 2>&1)
has 'controls in the own file: an address with them is told' "$out" 'feeds:2:1: control characters'
has 'controls in the own file: by number in XML' "$out" 'sosik:line="name=&#x9B;1m&#x202E;이름'
has 'controls in the own file: escaped in JSON' "$out" '"name":"\u009b1m\u202e이름"'
for c in "$esc" "$csi" "$rlo"; do hasnt 'controls in the own file: none is printed' "$out" "$c"; done
controls >"$t/controls"
XDG_CONFIG_HOME=$t/y XDG_DATA_HOME=$t/y sosik import "$t/controls" >"$t/out" 2>&1
has 'controls in a list: the feed is taken' "$(cat "$t/y/sosik/feeds")" 'https://c.example/rss name='
for c in "$esc" "$csi" "$rlo"; do hasnt 'controls in a list: none comes in' "$(cat "$t/y/sosik/feeds" "$t/out")" "$c"; done

hasnt 'the password is not shown' "$(sosik feeds; sosik rename private.example 이름; sosik remove private.example; sosik undo)" 'secret'

sosik import "$t/none" >/dev/null 2>"$t/err"
same 'a file that is not there: status' 1 $?
has 'a file that is not there: named' "$(cat "$t/err")" "$t/none"
cp "$feeds" "$t/before"
printf '<!DOCTYPE html><html><body>x</body></html>' | sosik import >/dev/null 2>"$t/err"
same 'a web page: status' 1 $?
has 'a web page: told' "$(cat "$t/err")" 'a web page, not a list'
same 'lists that cannot be read: the file is as it was' "$(cat "$t/before")" "$(cat "$feeds")"
printf '# 새 것\nhttps://new.example/\n' >"$t/one"
sosik import "$t/none" "$t/one" >/dev/null 2>"$t/err"
same 'one of two lists: status' 1 $?
has 'comments are not taken: told' "$(cat "$t/err")" "$t/one: its comments are left out"
has 'one of two lists: the other counts' "$(cat "$feeds")" 'https://new.example/'
sosik import -t 'a b' "$t/one" >/dev/null 2>&1
same 'a tag that is none: status' 2 $?
{ printf '<opml><body>'; head -c 20000000 /dev/zero | tr '\0' x; } >"$t/huge"
sosik import "$t/huge" >/dev/null 2>"$t/err"
same 'too large: status' 1 $?
has 'too large: told' "$(cat "$t/err")" "$t/huge is larger than"
{ printf '<opml><body>'; i=0; while [ $i -lt 2000 ]; do echo "<outline text='블로그 $i' xmlUrl='https://b$i.example/rss'/>"; i=$((i + 1)); done; } >"$t/many"
has 'two thousand feeds' "$(sosik import "$t/many" 2>/dev/null)" 'subscribed 2000'
has 'two thousand feeds: undo' "$(sosik undo)" 'subscribe 2000 feeds'

# What was read and flagged there, from where each reader keeps it.
HOME=$t/h XDG_CONFIG_HOME=$t/h/c XDG_DATA_HOME=$t/h/d
export HOME XDG_CONFIG_HOME XDG_DATA_HOME
mkdir -p "$HOME/.newsboat" "$XDG_CONFIG_HOME/newsraft" "$XDG_DATA_HOME/newsraft"
cp "$lists/urls" "$HOME/.newsboat/urls"
cp "$lists/feeds" "$XDG_CONFIG_HOME/newsraft/feeds"
"$bin/tests/tools/sql" "$HOME/.newsboat/cache.db" <"$lists/cache.sql"
"$bin/tests/tools/sql" "$XDG_DATA_HOME/newsraft/newsraft.sqlite3" <"$lists/newsraft.sql"
printf '%s' "INSERT INTO rss_item(guid, title, url, feedurl, pubDate, unread, flags) VALUES('https://namu.example/4?utm_source=rss',
	'두 이름의 글', 'https://namu.example/4?utm_source=rss', 'https://namu.example/rss', 1700000400, 0, NULL);" >"$t/two.sql"
cp "$HOME/.newsboat/cache.db" "$t/two.db"
"$bin/tests/tools/sql" "$t/two.db" <"$t/two.sql"
mkdir "$t/two"
cp "$lists/urls" "$t/two/urls"
mv "$t/two.db" "$t/two/cache.db"
has 'state: a post that may have two names is one' "$(sosik import "$t/two/urls" 2>/dev/null)" 'posts: read 2,'
has 'state: to undo, too' "$(sosik undo)" 'read (2 posts)'
has 'state: and to redo' "$(sosik redo)" 'read (2 posts)'
sosik undo >/dev/null
sum=$(cksum <"$HOME/.newsboat/cache.db")
has 'state: dry run' "$(sosik import -n "$HOME/.newsboat/urls" 2>/dev/null)" 'posts: would be read 1, starred 1, hidden 0, of feeds not subscribed 1'
out=$(sosik import "$HOME/.newsboat/urls" 2>/dev/null)
has 'state: newsboat, beside its list' "$out" 'posts: read 1, starred 1, hidden 0, of feeds not subscribed 1'
has 'state: the star is there before the post' "$(sosik search is:starred)" '별표 글'
same 'state: with its flag as a tag' 1 "$(sosik count tag:flag/s)"
out=$(sosik import "$XDG_CONFIG_HOME/newsraft/feeds" 2>/dev/null)
has 'state: newsraft, in its folder of data' "$out" 'posts: read 2, starred 1'
has 'state: undo in one step' "$(sosik undo)" 'undone: subscribe 3 feeds, star ('
same 'state: undone' 1 "$(sosik count is:starred)"
out=$(sosik import --no-state "$XDG_CONFIG_HOME/newsraft/feeds" 2>/dev/null)
has 'state: left when told so: the feeds are taken' "$out" 'subscribed 3'
hasnt 'state: left when told so' "$out" 'posts:'
has 'state: a database by itself' "$(sosik import "$XDG_DATA_HOME/newsraft/newsraft.sqlite3")" 'posts: read 2, starred 1'
has 'state: again is no change' "$(sosik import "$HOME/.newsboat/cache.db")" 'posts: read 0, starred 0'
same 'state: the database is as it was' "$sum" "$(cksum <"$HOME/.newsboat/cache.db")"
same 'state: nothing was left beside it' 'cache.db urls' "$(ls "$HOME/.newsboat" | xargs)"
head -c 100 "$HOME/.newsboat/cache.db" >"$t/broken.db"
sosik import "$t/broken.db" >/dev/null 2>"$t/err"
same 'state: a broken database: status' 1 $?
has 'state: a broken database: named' "$(cat "$t/err")" "$t/broken.db cannot be read"
mkdir -p "$HOME/.sfeed/feeds"
cp "$lists/sfeedrc" "$HOME/.sfeed/sfeedrc"
printf '1700000000\t읽은 글\thttps://five.example/1\t\thtml\turn:1\t\t\t\n1700000001\t새 글\thttps://five.example/2\t\thtml\turn:2\t\t\t\n' \
	>"$HOME/.sfeed/feeds/다섯 블로그"
printf 'https://five.example/1\nhttps://five.example/9\n' >"$HOME/.sfeed/urls"
has 'state: sfeed' "$(sosik import "$HOME/.sfeed/sfeedrc" 2>/dev/null)" 'posts: read 1, starred 0'
has 'state: sfeed: in the journal' "$(sosik dump)" '["urn:1"]'
