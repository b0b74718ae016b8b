#!/bin/sh
# What the doctor finds and repairs.
. tests/e2e/lib.sh
data=$XDG_DATA_HOME/sosik db=$XDG_DATA_HOME/sosik/sosik.db
sql() { "$bin/tests/tools/sql" "${1:-$db}"; }
doctor() { "$bin/sosik" doctor "$@" >"$t/out" 2>"$t/err"; echo $?; }
repairs() { # repairs NAME WORDS: it is found, repaired, and gone
	same "$1: found" 1 "$(doctor)"
	has "$1: said" "$(cat "$t/out")" "$2"
	same "$1: repaired" 0 "$(doctor --repair)"
	has "$1: what was" "$(cat "$t/out")" "(repaired)"
	same "$1: nothing left" 0 "$(doctor)"
}

same 'nothing is wrong where nothing is' 0 "$(doctor)"
has 'and it says so' "$(cat "$t/out")" 'nothing is wrong'
check 'it makes no folder' test ! -e "$data"

mkdir -p "$t/samples" "$XDG_CONFIG_HOME/sosik"
{
	echo '<rss version="2.0"><channel><title>숲</title><link>https://a.example/</link>'
	for i in 1 2 3 4 5 6 7 8; do
		echo "<item><title>나무 $i</title><link>https://a.example/$i</link><guid>$i</guid><description>&lt;p&gt;버드나무 $i&lt;/p&gt;</description></item>"
	done
	echo '</channel></rss>'
} >"$t/samples/a.xml"
printf 'https://a.example/rss\ta.xml\tapplication/rss+xml\n' >"$t/samples/index"
echo 'https://a.example/rss' >"$XDG_CONFIG_HOME/sosik/feeds"
check 'a first sync' "$bin/sosik" sync -q --samples "$t/samples"
same 'a cache after a sync is fine, nothing waits' 0 "$(doctor)"

echo "UPDATE feed SET unread = 99; INSERT INTO tag(key, name, total) VALUES('x', 'x', 3);" | sql
repairs 'counts' 'counts: 2 feeds or tags'
index=$data/index.db
echo "DELETE FROM post_index_docsize WHERE id IN (2, 3);" | sql "$index"
repairs 'posts that the index lacks' 'search index: '
echo "UPDATE post_index_data SET block = zeroblob(length(block)) WHERE id > 10;" | sql "$index"
repairs 'a damaged index' 'search index: '
rm "$index"
repairs 'an index that is gone' 'search index: '
head -c 100000 /dev/urandom >"$index"
repairs 'an index that is none' 'search index: '
echo "UPDATE mark SET id = id + 1;" | sql "$index"
repairs 'the index of another cache' 'search index: '
echo "INSERT INTO position(post_id, section, letter) VALUES(4711, 1, 1);" | sql
repairs 'orphans' 'left rows: 1 row'
chmod 644 "$db"; chmod 755 "$data/journal"
repairs 'modes' 'files: others may read'
chmod 644 "$db"
same 'the mode of the cache alone: repaired' 0 "$(doctor --repair)"
has 'that is told' "$(cat "$t/out")" "others may read $db (mode 644)"
same 'the cache is closed again' 600 "$(stat -c %a "$db")"
same 'the folder of the journal, too' 700 "$(stat -c %a "$data/journal")"
feeds=$XDG_CONFIG_HOME/sosik/feeds
cp -p "$feeds" "$t/kept"
echo 'https://cookie.example/rss cookie="a=b"' >>"$feeds"
chmod 644 "$feeds"
same 'a feeds file with a secret that others may read: status' 1 "$(doctor)"
has 'it is told' "$(cat "$t/out")" "settings: others may read $feeds (mode 644)"
chmod 600 "$feeds"
same 'nobody else may: status' 0 "$(doctor)"
cp "$t/kept" "$feeds"
chmod 666 "$feeds"
same 'a feeds file that anybody may write: status' 1 "$(doctor)"
has 'that is told' "$(cat "$t/out")" "settings: anybody may write $feeds"
chmod 644 "$feeds"
: >"$db.v3"
repairs 'a copy of an earlier version' 'sosik.db.v3'
check 'it is deleted' test ! -e "$db.v3"

echo "UPDATE post SET title = '느티나무' WHERE id = 5;" | sql
same 'a post that waits is a finding' 1 "$(doctor)"
has 'with what brings it in' "$(cat "$t/out")" 'search index: 1 post waits'
same 'as JSON' 1 "$(doctor --json)"
has 'an object a finding' "$(cat "$t/out")" '"part":"queue"'
same 'a repair brings it in' 0 "$(doctor --repair)"
same 'nothing waits then' 0 "$(doctor)"

check 'an action' "$bin/sosik" tag +버드 -- id:3
journal=$(echo "$data"/journal/*.jsonl)
echo 'no line' >>"$journal"
same 'a line that is none' 1 "$(doctor)"
has 'is named' "$(cat "$t/out")" ', line 4: no line of a journal'
cp "$journal" "$t/journal"
sed -i '$d' "$journal"
printf '{"seq":' >>"$journal"
same 'a torn line is nothing wrong' 0 "$(doctor)"
has 'but is told' "$(cat "$t/out")" 'ends in the middle of a line'
doctor --repair >/dev/null
hasnt 'and taken off by a repair' "$(cat "$t/out")" 'ends in the middle of a line'
same 'with all before it' 0 "$(head -n -1 "$t/journal" | cmp - "$journal" >&2; echo $?)"
cp "$t/journal" "$journal"
rm "$journal"
same 'a lost journal' 1 "$(doctor)"
has 'is told with what to do' "$(cat "$t/out")" 'sosik dump'
check 'the next action' "$bin/sosik" tag +또 -- id:3

echo 'nonsense here' >>"$XDG_CONFIG_HOME/sosik/config"
printf 'bind article gq no-such\nset no-such 1\nbind list gq also-none\n' >"$XDG_CONFIG_HOME/sosik/config"
same 'bindings in the config file are looked at' 1 "$(doctor)"
same 'each line of it is told, in its order' '1 2 3' "$(sed -n 's/.*config:\([0-9]*\):.*/\1/p' "$t/out" | tr '\n' ' ' | sed 's/ $//')"
same 'and once' '' "$(cat "$t/err")"
same 'doctor takes no words' 2 "$(doctor x)"
rm "$XDG_CONFIG_HOME/sosik/config"
echo 'ftp://a.example/' >>"$XDG_CONFIG_HOME/sosik/feeds"
doctor >/dev/null
has 'the config file is read' "$(cat "$t/out")" 'settings: '
has 'the feeds file, too' "$(cat "$t/out")" 'feeds:2'
rm "$XDG_CONFIG_HOME/sosik/config"; echo 'https://a.example/rss' >"$XDG_CONFIG_HOME/sosik/feeds"

dd if=/dev/zero of="$db" bs=4096 seek=3 count=4 conv=notrunc 2>/dev/null
same 'a damaged cache' 1 "$(doctor)"
has 'is told' "$(cat "$t/out")" 'cache: '
: >"$db-wal"; : >"$db-shm"
doctor --repair >/dev/null
has 'is rebuilt' "$(cat "$t/out")" 'has been rebuilt'
has 'with the posts there are' "$(cat "$t/out")" "rebuilt: $("$bin/sosik" count is:all) posts saved"
check 'and what was set aside is named, once' [ "$(grep -c '^files: .*sosik.db.bad-' "$t/out")" = 1 ]
hasnt 'with its size' "$(cat "$t/out")" '(0 MB)'
rm "$db".bad-*
same 'nothing is wrong then' 0 "$(doctor)"
same 'words it does not know' 2 "$(doctor now)"
