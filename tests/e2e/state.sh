# What the user does: tags, undo, redo, dump, restore, subscriptions; and that
# it outlives the cache.
. tests/e2e/lib.sh
samples=$bin/share/samples
feeds=$XDG_CONFIG_HOME/sosik/feeds
mkdir -p "$XDG_CONFIG_HOME/sosik"
cp "$samples/feeds" "$feeds"
check 'sync of the samples' sosik sync -q --samples "$samples"

has 'tag: how many' "$(sosik tag +백엔드 +읽을것 feed:해솔)" '4 posts: +백엔드 +읽을것'
same 'tag: they have it' 4 "$(sosik count tag:백엔드)"
same 'tag: those of a feed are its posts' 5 "$(sosik count tag:서버)"
same 'tag: a category of the feed' 2 "$(sosik count 'tag:c:홈-서버')"
same 'tag: categories are not in the journal' 0 "$(sosik dump | grep -c 'c:')"
has 'tag: take one away' "$(sosik tag -읽을것 -- title:Rust)" '1 post: -읽을것'
same 'tag: it is gone there' 3 "$(sosik count tag:읽을것)"
has 'tag: nothing to change' "$(sosik tag +백엔드 feed:해솔)" '0 posts'
sosik tag +x 2>/dev/null
same 'tag: without a query: status' 2 $?
sosik tag feed:해솔 2>/dev/null
same 'tag: without a tag: status' 2 $?
has 'tags' "$(sosik tags)" '      4  #백엔드'
has 'tags as JSON' "$(sosik tags --json)" '"total":4'
has 'tag --batch' "$(printf '# two lines\n+ai feed:나무\n\n-백엔드 -- title:코드\n' | sosik tag --batch)" '5 posts: +ai'
same 'tag --batch: the other line' 3 "$(sosik count tag:백엔드)"
printf '+ok feed:나무\n+bad\n' | sosik tag --batch >/dev/null 2>"$t/err"
same 'tag --batch: a wrong line: status' 2 $?
has 'tag --batch: a wrong line is named' "$(cat "$t/err")" 'line 2'
same 'tag --batch: the right line counted' 5 "$(sosik count tag:ok)"

has 'undo' "$(sosik undo)" '+ok'
same 'undo: it is gone' 0 "$(sosik count tag:ok)"
check 'undo of two' sosik undo 2
same 'undo of two: first' 4 "$(sosik count tag:백엔드)"
same 'undo of two: second' 0 "$(sosik count tag:ai)"
has 'redo' "$(sosik redo 3)" '+ok'
same 'redo: it is back' 5 "$(sosik count tag:ok)"
sosik redo >/dev/null 2>&1
same 'nothing to redo: status' 1 $?
sosik undo 1000 >/dev/null 2>&1
same 'more than there is to undo: status' 1 $?
same 'all was undone' 0 "$(sosik dump | grep -c '"tag"')"
check 'redo of all' sosik redo 5

# Who closes the cache as the last one has it to himself for a moment: readers wait.
(for i in 1 2 3 4 5 6 7 8 9 10 11 12; do sosik tag +잠깐 id:1; sosik tag -잠깐 -- id:1; done) >/dev/null 2>&1 &
writer=$!
while kill -0 "$writer" 2>/dev/null; do sosik count; done >"$t/counts" 2>&1
same 'reading while others write: each time' 19 "$(sort -u "$t/counts")"

before=$(sosik tags; sosik search tag:백엔드)
sosik dump >"$t/dump"
same 'dump: status' 0 $?
rm "$XDG_DATA_HOME"/sosik/sosik.db*
check 'sync into a new cache' sosik sync -q --samples "$samples"
same 'the cache deleted: posts are back' 19 "$(sosik count)"
same 'the cache deleted: tags are back' "$(printf '%s\n' "$before" | sed 's/^ *[0-9]* //')" \
	"$( (sosik tags; sosik search tag:백엔드) | sed 's/^ *[0-9]* //')"

# On a machine that has nothing the feeds have their names at once.
sosik rename 해솔 바꾼이름 >/dev/null
sosik dump >"$t/named"
sosik undo >/dev/null
bare() { XDG_CONFIG_HOME=$t/bare/c XDG_DATA_HOME=$t/bare/d "$@"; }
check 'restore where nothing is' bare sosik restore "$t/named"
has 'restore: feeds have their names before a sync' "$(bare sosik feeds)" '바꾼이름'
has 'restore: and their tags' "$(bare sosik feeds)" '#회사'

HOME=$t/other XDG_CONFIG_HOME=$t/other/c XDG_DATA_HOME=$t/other/d
export HOME XDG_CONFIG_HOME XDG_DATA_HOME
mkdir -p "$XDG_CONFIG_HOME/sosik"
cp "$samples/feeds" "$XDG_CONFIG_HOME/sosik/feeds"
check 'restore elsewhere' sosik restore "$t/dump"
check 'sync there' sosik sync -q --samples "$samples"
same 'restore: tags are there' 3 "$(sosik count tag:백엔드)"
same 'restore: all of them' "$(printf '%s\n' "$before" | grep -c '^ *[0-9]*  #')" "$(sosik tags | wc -l)"
check 'restore again changes nothing' sosik restore - <"$t/dump"
same 'restore again: the same' 3 "$(sosik count tag:백엔드)"
printf 'no journal\n' | sosik restore >/dev/null 2>&1
same 'restore of what is none: status' 1 $?
echo '{"v":1,"id":3}' | sosik restore >"$t/out" 2>"$t/err"
same 'restore of other JSON: status' 1 $?
has 'restore of other JSON: said' "$(cat "$t/err")" 'line 1 is no line of a dump; nothing was restored'
sosik restore /dev/null >"$t/out" 2>"$t/err"
same 'restore of nothing: status' 1 $?

feeds=$XDG_CONFIG_HOME/sosik/feeds
has 'rename' "$(sosik rename https://tech.haesol.example/feed.atom 해솔)" '해솔'
has 'rename: in the file' "$(cat "$feeds")" 'name=해솔'
has 'remove' "$(sosik remove 데이터신문)" 'datasinmun'
hasnt 'remove: not in the file' "$(cat "$feeds")" 'datasinmun'
has 'remove: the comment stays' "$(head -n 1 "$feeds")" '# sosik --demo'
same 'remove: three are left' 3 "$(sosik feeds | wc -l)"
has 'undo of a removal' "$(sosik undo)" 'undone: unsubscribe http://www.datasinmun'
has 'undo of a removal: in the file' "$(cat "$feeds")" 'datasinmun'
has 'undo of a removal: its posts' "$(sosik feeds)" '6/6'
check 'redo of a removal' sosik redo
same 'redo of a removal: three are left' 3 "$(sosik feeds | wc -l)"
sosik remove 없는피드 2>/dev/null
same 'remove of what is none: status' 1 $?
sosik remove 없는피드 "나무 노트" >/dev/null 2>&1
same 'remove of one that is none and one that is: status' 1 $?
same 'remove of one that is none and one that is: two are left' 2 "$(sosik feeds | wc -l)"

check 'add' sosik add --no-check -n "한 블로그" -t ai https://one.example/rss
has 'add: in the file' "$(cat "$feeds")" 'https://one.example/rss name="한 블로그" #ai'
sosik add --no-check http://www.one.example/rss/ 2>"$t/err"
same 'add of what is there in another form: status' 1 $?
has 'undo of an addition' "$(sosik undo)" 'undone: subscribe https://one.example/rss'
hasnt 'undo of an addition: in the file' "$(cat "$feeds")" 'one.example'
check 'redo of an addition' sosik redo
has 'redo of an addition: in the file' "$(cat "$feeds")" 'https://one.example/rss name="한 블로그" #ai'
check 'remove of two' sosik remove 한 이끼
has 'undo of both' "$(sosik undo)" 'undone: unsubscribe 2 feeds'
same 'undo of both: they are back' 3 "$(sosik feeds | wc -l)"
check 'undo of the addition' sosik undo
long='아주 긴 이름을 가진 어느 회사의 기술 블로그 이야기'
sosik rename 이끼 "$long" >/dev/null
has 'a long name is whole in a pipe' "$(sosik feeds)" "$long  http"
has 'a long name is whole in a pipe: health' "$(sosik feeds --health)" "$long  "
sosik rename "$long" >/dev/null
check 'the lock of the feeds file lies beside the journal' [ -e "$XDG_DATA_HOME/sosik/feeds.lock" ]
printf 'https://a.example/ name="open\n' >>"$feeds"
out=$(sosik feeds 2>&1)
same 'a wrong line in the feeds file: the others count' 3 "$(sosik feeds 2>/dev/null | wc -l)"
has 'a wrong line in the feeds file is named' "$out" "$feeds"
same 'modes: files' '' "$(find "$XDG_DATA_HOME/sosik" -type f ! -perm 600)"
same 'modes: folders' '' "$(find "$XDG_DATA_HOME/sosik" -type d ! -perm 700)"

# As on a full disk: the journal has room, the cache has none.
export XDG_DATA_HOME=$t/small
cp "$samples/feeds" "$feeds"
sosik sync -q --samples "$samples"
(ulimit -f 66; sosik tag +자리 +read +star is:all >/dev/null 2>"$t/err")
has 'what the cache has no room for is done' "$(cat "$t/err")" 'stands in the journal'
check 'and who only reads has it' test "$(sosik count tag:자리)" = 19
