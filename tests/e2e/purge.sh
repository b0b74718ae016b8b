# Deleting for good: it asks, spares, says what goes; and nothing comes back.
. tests/e2e/lib.sh
samples=$bin/share/samples
mkdir -p "$XDG_CONFIG_HOME/sosik"
sed 's/ #[^ ]*//g' "$samples/feeds" >"$XDG_CONFIG_HOME/sosik/feeds"
check 'sync of the samples' sosik sync -q --samples "$samples"
sosik tag +read -- feed:해솔 >/dev/null
sosik tag +star -- feed:해솔 title:Rust >/dev/null
sosik tag +지킬것 -- feed:해솔 title:SQLite >/dev/null

out=$(sosik purge -n feed:해솔)
has 'dry run: what is spared' "$out" 'spared: starred 1, tagged 1'
has 'dry run: what would go' "$out" '해솔 기술 블로그'
has 'dry run: how many would go' "$out" '2 posts would be deleted'
has 'dry run: nothing goes' "$out" 'nothing was deleted'
same 'dry run: all are there' 4 "$(sosik count feed:해솔)"
has 'dry run: the option behind the query' "$(sosik purge feed:해솔 -n </dev/null)" 'nothing was deleted'
sosik purge --yes 4 12 2>"$t/err"
same 'numbers are no posts: status' 2 $?
has 'numbers are no posts: said' "$(cat "$t/err")" '‘4 12’ is looked for in texts'
out=$(sosik purge feed:나무 </dev/null)
has 'unread ones are spared' "$out" 'spared: unread 5'
has 'unread ones are spared: nothing is left to delete' "$out" 'nothing to delete'
sosik purge feed:해솔 </dev/null >"$t/out" 2>"$t/err"
same 'nobody to ask: status' 2 $?
has 'nobody to ask: how many would go' "$(cat "$t/out")" '2 posts would be deleted'
has 'nobody to ask: said' "$(cat "$t/err")" '--yes'
terminal 80 14 'sosik purge feed:해솔; echo "status $?"; sleep 100'
see 'the question' 'Delete 2 posts for good? This cannot be undone. [y/N]'
tm send-keys n Enter
see 'no: nothing goes' 'nothing was deleted'
see 'no: is no failure' 'status 0'
same 'no: all are there' 4 "$(sosik count feed:해솔)"
terminal 80 14 'LANGUAGE=ko sosik purge feed:해솔; sleep 100'
see 'in Korean' '글 2개를 완전히 지우겠습니까? 되돌릴 수 없습니다. [y/N]'
tm send-keys y Enter
see 'yes: they go' '글 2개를 지웠습니다'
same 'they are gone' 2 "$(sosik count is:all feed:해솔)"
check 'sync again' sosik sync -q --force --samples "$samples"
same 'they do not come back' 2 "$(sosik count is:all feed:해솔)"
out=$(sosik undo 2>&1)
has 'undo takes back what was before' "$out" '+지킬것'
has 'undo says first that the purge is for good' "$out" 'what was purged cannot be brought back'
check 'redo' sosik redo
hasnt 'that is said once' "$(sosik undo 2>&1)" 'purged'
same 'undo: they stay gone' 2 "$(sosik count is:all feed:해솔)"
check 'undo of the star' sosik undo
has 'undo counts the posts that are there' "$(sosik undo)" 'read (2 posts)'
has 'redo, too' "$(sosik redo)" 'read (2 posts)'
check 'redo of the star' sosik redo
sosik tag +read -- feed:나무 >/dev/null
check 'all of them are purged' sosik purge --yes feed:나무
has 'undo tells that none of them is there' "$(sosik undo 2>&1)" 'read (0 posts)'

sosik dump >"$t/dump"
rm "$XDG_DATA_HOME"/sosik/sosik.db*
check 'sync into a new cache' sosik sync -q --samples "$samples"
same 'a new cache: they stay gone' 2 "$(sosik count is:all feed:해솔)"
XDG_DATA_HOME=$t/other
export XDG_DATA_HOME
check 'restore elsewhere' sosik restore "$t/dump"
check 'sync there' sosik sync -q --samples "$samples"
same 'restore: they stay gone' 2 "$(sosik count is:all feed:해솔)"

sosik tag +read -- feed:이끼 >/dev/null
has 'without a query: nothing is left behind yet' "$(sosik purge --yes)" 'nothing to delete'
check 'unsubscribe' sosik remove 이끼
has 'without a query: posts of feeds that were left' "$(sosik purge --yes)" '4 posts deleted'
sosik purge 'is:nonsense' </dev/null 2>/dev/null
same 'a wrong query: status' 2 $?
