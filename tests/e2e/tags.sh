# Tags as such: the tree, other names, joining, deleting, aliases and colours of
# the config, categories of the feeds, a dry run.
. tests/e2e/lib.sh
samples=$bin/share/samples
config=$XDG_CONFIG_HOME/sosik/config
mkdir -p "$XDG_CONFIG_HOME/sosik"
sed 's/ #[^ ]*//g' "$samples/feeds" >"$XDG_CONFIG_HOME/sosik/feeds"
check 'sync of the samples' sosik sync -q --samples "$samples"

sosik tag +언어/Rust -- title:Rust >/dev/null
sosik tag +언어/go +나중에 -- feed:해솔 >/dev/null
same 'tree' '      4  #나중에
      4  #언어
      4    #언어/go
      1    #언어/Rust' "$(sosik tags)"
same 'flat' '      4  #나중에
      4  #언어/go
      1  #언어/Rust' "$(sosik tags --flat)"
has 'json: a tag that others stand under' "$(sosik tags --json)" '"total":0,"unread":0,"all":4,"all_unread":4,"feeds":0,"name":"언어","aliases":[]'
same 'query: all under it' 4 "$(sosik count 'tag:언어/*')"

sosik tag +👩‍💻 +👍🏽 title:Rust >/dev/null
has 'a name of joined emoji is printed whole' "$(sosik tags)" '#👩‍💻'
has 'and one with the tone of a skin' "$(sosik tags)" '#👍🏽'
check 'undo' sosik undo
has 'dry run: the option behind the query' "$(sosik tag +x title:Rust --dry-run)" 'Rust'
same 'dry run: nothing has the tag' 0 "$(sosik count tag:x)"
has 'dry run: -n, as for other commands' "$(sosik tag -n +x title:Rust)" 'Rust'
same 'dry run: nothing has the tag either' 0 "$(sosik count tag:x)"
sosik tag +n title:Rust >/dev/null
has 'a tag n is taken off behind a --' "$(sosik tag -- -n title:Rust)" '1 post: -n'
same 'and no post has it' 0 "$(sosik count tag:n)"
sosik tag +x title:Rust --dry 2>"$t/err"
same 'what is no option: status' 2 $?
has 'what is no option: said' "$(cat "$t/err")" 'unknown option --dry'
for words in '4 12' '-- 4' '-- -'; do
	sosik tag +x $words 2>"$t/err"
	same "numbers for posts ($words): status" 2 $?
	has "numbers for posts ($words): said" "$(cat "$t/err")" '--ids'
done
check 'a number in quotes is a word' sosik tag +x '"404"'

sosik dump >"$t/before"
has 'rename' "$(sosik tags --rename 언어 lang)" '#언어 is now #lang: 4 posts'
same 'rename: the tree' '      4  #나중에
      4  #lang
      4    #lang/go
      1    #lang/Rust' "$(sosik tags | sort -r)"
has 'rename: undo says what' "$(sosik undo)" '언어 → lang (2 tags)'
out=$(sosik tags --rename '#언어/go' '#나중에')
has 'rename: joined' "$out" 'joined with a tag that was there: 1'
same 'rename: joined: the tags' '      4  #나중에
      1  #언어
      1    #언어/Rust' "$(sosik tags)"
check 'rename: joined: undo' sosik undo
sosik dump >"$t/after"
same 'rename: undone, all is as before' "$(sed 's/^{"seq":[0-9]*,"time":[0-9]*,//' "$t/before" | sort)" \
	"$(sed 's/^{"seq":[0-9]*,"time":[0-9]*,//' "$t/after" | sort)"
has 'delete' "$(sosik tags --delete 언어)" 'took #언어 off 4 posts'
same 'delete: it is gone' '      4  #나중에' "$(sosik tags)"
check 'delete: undo' sosik undo
same 'delete: undone' 4 "$(sosik count 'tag:언어/*')"
sosik tag +'두 낱말' -- is:all >"$t/out" 2>"$t/err"
same 'a name in quotes that is none: status' 2 $?
has 'a name in quotes that is none: said' "$(cat "$t/err")" 'a tag has no space or comma'
same 'it is no part of the query, and nothing is tagged' 0 "$(sosik count tag:두)"
check 'changes in quotes are changes' sosik tag --dry-run '+하나 -둘' is:all
sosik tags --rename 없음 있음 2>"$t/err"
same 'rename of what is none: status' 1 $?
has 'rename of what is none: said' "$(cat "$t/err")" 'no post and no feed has the tag ‘없음’'
sosik tags --rename 언어 'a b' 2>"$t/err"
same 'rename to what is no name: status' 2 $?
has 'rename to what is no name: column' "$(cat "$t/err")" 'column 2: a tag has no space or comma'
for word in 읽음 Read 별표해제; do
	sosik tags --rename 언어 $word 2>"$t/err"
	same "rename to $word: status" 2 $?
	has "rename to $word: said" "$(cat "$t/err")" "‘$word’ says what a post is; a tag of that name is written ‘#$word’"
done
has 'rename to a tag that is called so' "$(sosik tags --rename 언어 '#읽음')" '#언어 is now #읽음'
check 'rename to a tag that is called so: undo' sosik undo
sosik tags --rename 언어 2>/dev/null
same 'rename without a new name: status' 2 $?

cat >"$config" <<'END'
tag 쿠버네티스 alias=k8s,쿠베 color=cyan
tag 언어 color=208
END
sosik tag +K8S -- title:Rust >/dev/null
same 'alias: put on' 1 "$(sosik tags --flat | grep -c '#쿠버네티스')"
same 'alias: in a query' 1 "$(sosik count tag:쿠베)"
has 'alias: in JSON' "$(sosik tags --json)" '"name":"쿠버네티스","aliases":["k8s","쿠베"]'
has 'alias: taken off' "$(sosik tag -k8s -- tag:k8s)" '1 post'
same 'alias: is off' 0 "$(sosik count tag:쿠버네티스)"
sosik tag +쿠버네티스 -k8s -- is:all 2>"$t/err"
same 'alias: on and off at once: status' 2 $?
same 'alias: its own tags are said' '' "$(sosik tags 2>&1 >/dev/null)"
printf 'tag 통신 alias=언어/go\n' >>"$config"
has 'alias: a tag in use is said' "$(sosik tags 2>&1 >/dev/null)" '#언어/go is an alias of #통신'
hasnt 'colours: none in a pipe' "$(sosik tags)" "$(printf '\033')"
terminal 80 12 'sosik tags; sleep 100'
see 'colours: shown' '#언어/go'
has 'colours: those of the config, also for what stands under' "$(tm capture-pane -p -e)" "$(printf '\033[38;5;208m#언어/go')"
terminal 80 12 'NO_COLOR=1 sosik tags; sleep 100'
see 'NO_COLOR: shown' '#언어/go'
hasnt 'NO_COLOR: without' "$(tm capture-pane -p -e)" '208'
printf 'tag a alias=a\n' >>"$config"
has 'config: what is wrong is said' "$(sosik tags 2>&1 >/dev/null)" 'config:4:13: a tag is no alias of itself'

has 'categories' "$(sosik tags -c)" '      2  c:홈 서버'
hasnt 'categories: not among the tags' "$(sosik tags)" 'c:'
same 'categories: in a query' 2 "$(sosik count '태그:c:홈_서버')"
id=$(sosik search --json 'tag:c:홈-서버' | sed -n 's/.*"id":\([0-9]*\).*/\1/p' | head -n 1)
has 'categories: show --json' "$(sosik show -f json "$id")" '"categories":["홈 서버"'
has 'categories: show' "$(sosik show "$id")" 'categories: 홈 서버,'
feeds=$XDG_CONFIG_HOME/sosik/feeds
sed '2s/$/ #회사\/개발/' "$feeds" >"$t/feeds" && cp "$t/feeds" "$feeds"
has 'feeds file: rename' "$(sosik tags --rename 회사 직장)" '#회사 is now #직장: 1 feed'
has 'feeds file: renamed' "$(sed -n 2p "$feeds")" ' #직장/개발'
has 'feeds file: undo says what' "$(sosik undo)" '회사 → 직장'
has 'feeds file: delete' "$(sosik tags --delete 회사/개발)" 'took #회사/개발 off 1 feed'
hasnt 'feeds file: it is gone' "$(cat "$feeds")" '#회사'
check 'feeds file: delete: undo' sosik undo
has 'feeds file: it is back' "$(sed -n 2p "$feeds")" ' #회사/개발'
has 'feeds file: taken off' "$(sosik tag -회사/개발 -- is:all 2>&1)" "#회사/개발 stands for a feed in $feeds, line 2"
hasnt 'feeds file: another tag' "$(sosik tag -없음 -- is:all 2>&1)" 'stands'

sosik tag +c:x -- is:all 2>"$t/err"
same 'categories: cannot be put on: status' 2 $?
has 'categories: cannot be put on: said' "$(cat "$t/err")" 'come from the feed and cannot be changed'

has 'dry run' "$(sosik tag --dry-run +새것 -- feed:해솔)" '4 posts: +새것'
has 'dry run: titles' "$(sosik tag --dry-run +새것 -- is:all)" 'and 14 more'
has 'dry run: what is so already is not shown' "$(sosik tag --dry-run +나중에 -- is:all)" '15 posts: +나중에'
hasnt 'dry run: what is so already is not shown: titles' "$(sosik tag --dry-run +나중에 -- feed:해솔)" '('
same 'dry run: nothing is changed' 0 "$(sosik count tag:새것)"
has 'dry run of lines' "$(printf '+새것 feed:해솔\n' | sosik tag --batch --dry-run)" '4 posts: +새것'
same 'dry run of lines: nothing is changed' 0 "$(sosik count tag:새것)"
has 'states' "$(sosik tag +read +star +hidden -- feed:해솔)" '4 posts: +read +star +hidden'
same 'states: set' 4 "$(sosik count is:hidden is:read is:starred)"
check 'states: undone as one' sosik undo
same 'states: as before' 0 "$(sosik count is:read)"
sosik tag +a -A -- is:all 2>"$t/err"
same 'on and off at once: status' 2 $?
has 'Korean' "$(LANGUAGE=ko sosik tags --rename 나중에 책)" '#나중에를 #책으로 바꿨습니다: 글 4개'

# A cache that was deleted: what is tagged is back at once, and waits for the search index.
rm "$XDG_DATA_HOME"/sosik/sosik.db*
sosik tag +x -- is:hidden >/dev/null
n=$(sosik count 'tag:*')
check 'tags are back' test "$n" -gt 3
said='posts wait for the index and were not searched'
same 'not indexed: neither so nor not' '0 0' "$(sosik count has:code 2>"$t/err") $(sosik count -- -has:code 2>/dev/null)"
has 'not indexed: count says so' "$(cat "$t/err")" "$n $said"
hasnt 'not indexed: count of what is known' "$(sosik count 'tag:*' 2>&1)" 'wait'
has 'not indexed: search says so' "$(sosik search has:code 2>&1)" "$n $said"
has 'not indexed: a dry run says so' "$(sosik tag --dry-run +x -- -has:code 2>&1)" "$n $said"
has 'not indexed: rules say so' "$(sosik rules test -- '-has:code -> +x' 2>&1)" "$n $said"
has 'not indexed: digests say so' "$(sosik digest -- -has:code 2>&1)" "$n $said"
printf 'view a has:code\nview b lang:ko\n' >"$config"
same 'not indexed: views say so once' 1 "$(sosik views 2>&1 | grep -c "$n $said")"
same 'not indexed: a change brings them in first' "$n posts: +x" "$(sosik tag +x -- -has:code 2>&1)"
same 'indexed: known' "0 $n" "$(sosik count has:code 2>&1) $(sosik count -- -has:code 2>&1)"
rm "$XDG_DATA_HOME"/sosik/sosik.db*
sosik tag +x -- is:hidden >/dev/null
has 'not indexed: so do rules' "$(sosik rules apply -- '-has:code -> +y' 2>&1)" ": $n posts, $n changed"
rm "$XDG_DATA_HOME"/sosik/sosik.db*
sosik tag +x -- is:hidden >/dev/null
has 'not indexed: so does deleting' "$(sosik purge -y -- -has:code 2>&1)" "tagged $n"
same 'indexed: known' "$n" "$(sosik count -- -has:code 2>&1)"

has 'tag --ids without a post asks which' "$(sosik tag --ids +db -- 2>&1)" 'which posts? sosik tag --ids +db POST'
