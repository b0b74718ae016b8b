#!/bin/sh
# A feeds file that goes missing or loses its lines, and lines that come and go by hand.
. tests/e2e/lib.sh
config=$XDG_CONFIG_HOME/sosik feeds=$XDG_CONFIG_HOME/sosik/feeds samples=$here/src/share/samples
mkdir -p "$config"
cp "$samples/feeds" "$feeds"
sosik sync --samples "$samples" >"$t/out" 2>&1 || not_ok 'sync of the samples'
all=$(sosik count)
list=$(sosik feeds)
same_but_third() { sed 3d "$1" | cmp - "$2"; }

# ---- the file is gone
mv "$feeds" "$t/kept"
sosik sync -q --samples "$samples" >"$t/out" 2>"$t/err"; rc=$?
same 'missing: the sync says so by its status' 2 "$rc"
same 'missing: and in one line' "sosik: $feeds is missing: the 4 feeds that it had stay subscribed; put it back, or ‘sosik doctor --repair’ makes it anew" \
	"$(cat "$t/err")"
same 'missing: all posts are there' "$all" "$(sosik count 2>"$t/err")"
same 'missing: a command for others says nothing' '' "$(cat "$t/err")"
same 'missing: so are the feeds' "$list" "$(sosik feeds 2>/dev/null)"
has 'missing: feeds says so' "$(sosik feeds 2>&1 >/dev/null)" 'is missing'
has 'missing: a feed is asked by its name' "$(sosik sync --samples "$samples" datasinmun 2>/dev/null)" 'feeds 1,'
hasnt 'missing: nothing is due, and yet there are feeds' "$(sosik sync --due --samples "$samples" 2>&1)" 'no feeds yet'
has 'missing: nothing to undo' "$(sosik undo 2>&1)" 'nothing to undo'
has 'missing: doctor finds it' "$(sosik doctor)" 'settings: '"$feeds"' is missing'
sosik doctor >/dev/null && not_ok 'missing: doctor finds it: its status' || ok 'missing: doctor finds it: its status'
check 'missing: no command has made the file' [ ! -e "$feeds" ]
mv "$t/kept" "$feeds"
same 'back: nothing was lost' "$list" "$(sosik feeds)"
check 'back: nothing is wrong' sosik sync -q --samples "$samples"
sed -n 2p "$feeds" >"$t/one"; cp "$feeds" "$t/kept"

# ---- it has no feed left
for text in '' '# no feed'; do
	printf '%s' "$text" >"$feeds"
	sosik sync -q --samples "$samples" >"$t/out" 2>"$t/err"; rc=$?
	same "emptied (‘$text’): the sync says so by its status" 2 "$rc"
	has "emptied (‘$text’): and in a line" "$(cat "$t/err")" 'has no feed left: the 4 that it had stay subscribed'
	same "emptied (‘$text’): all posts are there" "$all" "$(sosik count)"
done
out=$(sosik doctor --repair)
has 'repair: it tells' "$out" 'the feeds file has its 4 feeds again (repaired)'
same 'repair: all are there' "$list" "$(sosik feeds)"
has 'repair: what stood in it stays' "$(head -n 1 "$feeds")" '# no feed'
check 'repair: nothing is wrong' sosik doctor
same 'repair: the lines read as before' "$(grep ^http "$t/kept")" "$(grep ^http "$feeds")"
printf '# 위\n\nhttps://one.example/rss   #둘 name="하나" login=me password-command="cat x" fulltext=always # 왜\n' | cat - "$t/kept" >"$t/all"
cp "$t/all" "$feeds"; sosik count >/dev/null; rm "$feeds"
sosik doctor --repair >/dev/null
check 'repair of one that is missing: all of it reads as before' cmp "$t/all" "$feeds"
rm "$feeds"; sosik remove one.example >/dev/null 2>&1
check 'remove where it is missing: the rest reads as before' same_but_third "$t/all" "$feeds"
cp "$t/kept" "$feeds"; sosik count >/dev/null

# ---- it cannot be read
iconv -f UTF-8 -t UTF-16 "$t/kept" >"$feeds"
sosik sync -q --samples "$samples" >"$t/out" 2>"$t/err"
has 'not UTF-8: told' "$(cat "$t/err")" 'has no feed left'
same 'not UTF-8: all posts are there' "$all" "$(sosik count)"

# ---- a command makes it anew
rm "$feeds"
sosik add --no-check https://new.example/rss >"$t/out" 2>&1 || not_ok 'add where the file is missing'
same 'add: one more than before' 5 "$(sosik feeds | wc -l)"
same 'add: and in the file' 5 "$(grep -c ^http "$feeds")"
sosik undo >/dev/null
same 'add, undone: those of before' "$list" "$(sosik feeds)"
rm "$feeds"
sosik remove datasinmun >/dev/null 2>&1
same 'remove: one less' 3 "$(grep -c ^http "$feeds")"
sosik undo >/dev/null
rm "$feeds"
sosik remove --all >"$t/out" 2>/dev/null
same 'remove --all: each is named' 4 "$(grep -c unsubscribed "$t/out")"
same 'remove --all: none is left' 0 "$(sosik feeds 2>/dev/null | wc -l)"
sosik sync -q --samples "$samples" 2>"$t/err"
same 'remove --all: a sync has nothing to say' '' "$(cat "$t/err")"
has 'remove --all: one step' "$(sosik undo)" 'unsubscribe 4 feeds'
same 'remove --all, undone' "$all" "$(sosik count)"
sosik remove --all datasinmun >/dev/null 2>&1
same 'remove --all takes no names' 2 $?

# ---- lines by hand
cp "$t/kept" "$feeds"; sosik feeds >/dev/null
grep -v '^http' "$t/kept" >"$t/none"
{ cat "$t/none"; grep '^http' "$t/kept" | head -n 1; } >"$feeds"
check 'lines gone: a reading command sees it at once' [ "$(sosik count)" -lt "$all" ]
has 'lines gone: one step of undo' "$(sosik undo)" 'unsubscribe 3 feeds'
same 'lines gone, undone: all are there' "$all" "$(sosik count)"
check 'lines gone, undone: each stands where it stood' cmp "$t/kept" "$feeds"
{ cat "$t/none"; grep '^http' "$t/kept" | head -n 1; } >"$feeds"
sosik count >/dev/null
cp "$t/kept" "$feeds"
same 'lines put back: their posts are there at once' "$all" "$(sosik count)"
same 'lines put back: and their names' "$list" "$(sosik feeds)"
echo 'https://fresh.example/blog/rss name=새것 #처음' >>"$feeds"
has 'a new line: by its name' "$(sosik feeds 새것)" '#처음'
has 'a new line: by a part of its address' "$(sosik feeds fresh.ex)" '새것'
has 'a new line: among the health of all' "$(sosik feeds --health)" '새것'
sosik remove 새것 >/dev/null
sosik tag +뒤 title:SQLite >/dev/null
grep -v datasinmun "$t/kept" >"$feeds"
has 'a line gone: undo takes that back, not what was before' "$(sosik undo)" 'subscribe http://www.datasinmun.example'
has 'and then what was before' "$(sosik undo)" '+뒤'
grep '^http' "$t/kept" | head -n 1 >"$feeds"; sosik count >/dev/null
: >"$feeds"
check 'the last line can be taken out by hand' sosik sync -q --samples "$samples"
same 'the last line is gone' 0 "$(sosik feeds 2>/dev/null | wc -l)"
sosik undo >/dev/null
same 'the last line, undone' 1 "$(sosik feeds | wc -l)"

# ---- no cache yet, and none that can be made
rm -r "$XDG_DATA_HOME/sosik"
echo 'https://fresh.example/blog/rss name=새것' >"$feeds"
has 'no cache: by its name' "$(sosik feeds 새것)" 'fresh.example'
has 'no cache: by a part of its address' "$(sosik feeds blog/rss)" '새것'
