#!/bin/sh
# A sync beside others that use the cache, and one that is told to end: neither
# waits for the other longer than it has to.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"
feeds=$XDG_CONFIG_HOME/sosik/feeds
db=$XDG_DATA_HOME/sosik/sosik.db

feed() { # feed FILE POSTS
	{
		printf '<rss version="2.0"><channel><title>%s</title>\n' "$1"
		n=0
		while [ "$n" -lt "$2" ]; do
			n=$((n + 1))
			printf '<item><title>글 %s</title><guid>%s-%s</guid><description>내용 %s</description></item>\n' "$n" "$1" "$n" "$n"
		done
		echo '</channel></rss>'
	} >"$www/$1"
}
serve "$www" "$t/log"
run() { "$@" >"$t/out" 2>"$t/err"; echo $?; }
# held [read]: another program holds the cache, until let_go.
held() {
	rm -f "$t/key" "$t/held"
	mkfifo "$t/key"
	"$bin/tests/tools/hold" "$db" "$@" <"$t/key" >"$t/held" &
	holder=$!
	exec 8>"$t/key"
	wait_for 5 test -s "$t/held"
}
let_go() { exec 8>&-; wait "$holder"; }
# start WORD…: a sync in the background that runs.
start() {
	sosik sync "$@" >"$t/long" 2>"$t/long.err" 8>&- & # which would keep the holder, too
	long=$!
	started="$started $long"
	wait_for 5 grep -q "^$long " "$XDG_DATA_HOME/sosik/sync.lock"
}
# asked: until the server was asked for what it is silent about.
asked() { check 'so far it comes' wait_for 10 test -e "$www/silent-once"; rm -f "$www/silent-once"; }
# ends NAME STATUS: it ends with this status.
ends() {
	wait "$long"
	same "$1: $2" "$2" $?
}

# ---- others that hold the cache
feed a.xml 3
echo "$url/a.xml" >"$feeds"
same 'a first sync: 0' 0 "$(run sosik sync -q)"
feed a.xml 5
held read
same 'who reads holds no sync back: 0' 0 "$(run sosik sync -q)"
let_go
same 'what it brought is there' 5 "$(sosik count is:all)"
held
same 'who writes holds no reading back' 5 "$(sosik count is:all)"
same 'nor health' 1 "$(sosik feeds --health | wc -l)"
terminal 80 24 "exec sosik" 8>&-
see 'nor the reader, which opens' '글 5'
tm send-keys j Enter
see 'and goes on' '내용'
tm send-keys q q
let_go
feed a.xml 6
held
start -q
let_go
ends 'a sync waits for who writes' 0
same 'and brings what is new' 6 "$(sosik count is:all)"

# ---- the reader is open
terminal 80 24 "exec sosik"
see 'the reader' '글 6'
feed a.xml 7
same 'a sync beside the reader: 0' 0 "$(run sosik sync -q)"
see 'the reader sees what came' '글 7'
tm send-keys q
echo "http://me:s3cret@${url#http://}/a.xml" >"$feeds"
sosik sync -q
terminal 80 24 "exec sosik"
see 'the reader, of a feed with a password' '글 7'
reader=$(tm display-message -p '#{pane_pid}')
child_words() { tr '\0' ' ' <"/proc/$(cut -d ' ' -f 1 "/proc/$reader/task/$reader/children")/cmdline"; }
syncs() { child_words | grep -q 'sync --progress'; }
kill -STOP "$server"
tm send-keys r
check 'it syncs that feed' wait_for 10 syncs
hasnt 'and shows no password to other users' "$(child_words)" 's3cret'
kill -CONT "$server"
see 'which is found all the same' 'synced: 0 new'
tm send-keys q
echo "$url/a.xml" >"$feeds"

# ---- told to end
feed a.xml 8
echo "$url/slow?ms=1000" >>"$feeds"
start
held
kill -TERM "$long"
ends 'while it waits for the cache, SIGTERM' 143
let_go
same 'nothing is lost by that' 1 "$(run sosik sync -q)"
same 'and nothing missing' 8 "$(sosik count is:all)"
echo "$url/silent-once" >"$feeds"
start
asked
kill -TERM "$long"
ends 'while it waits for an answer, SIGTERM' 143
echo "$url/drip" >"$feeds"
start
kill -TERM "$long"
ends 'while an answer drips in, SIGTERM' 143
cat >"$www/short.xml" <<X
<rss version="2.0"><channel><title>짧은글</title><item><title>앞부분</title><guid>short</guid><link>$url/silent-once</link><description>앞부분만 있는 글…</description></item></channel></rss>
X
echo "$url/short.xml fulltext=always" >"$feeds"
start
asked
kill -TERM "$long"
ends 'while the page of a post is waited for, SIGTERM' 143
same 'the post is there' 1 "$(sosik count title:앞부분)"
feed many.xml 4000
echo "$url/many.xml" >"$feeds"
start --progress
wait_for 10 grep -q '^feed' "$t/long"
kill -TERM "$long"
ends 'while the search index is made, SIGTERM' 143
same 'what was fetched is there' 4000 "$(sosik count feed:many.xml)"
same 'the next sync does the rest: 0' 0 "$(run sosik sync -q)"

# ---- the time is over
for what in silent drip endless; do
	echo "$url/$what" >"$feeds"
	before=$(date +%s%N)
	same "--max-time and a server that is $what: 1" 1 "$(run sosik sync -q --max-time 1)"
	check 'ends in time' test "$((($(date +%s%N) - before) / 1000000))" -lt 3000
done

# ---- a disk that is full
feed full.xml 3000
feed a.xml 8
cat >"$t/full.sh" <<X
mount -t tmpfs -o size=1300k tmpfs "$t/small" || exit 99
export XDG_DATA_HOME="$t/small"
echo "$url/a.xml" >"$feeds"
sosik sync -q || exit 98
echo "$url/full.xml" >>"$feeds"
sosik sync -q 2>"$t/err"
echo \$? >"$t/result"
sosik count is:all >>"$t/result"
sosik doctor >"$t/room"
mount -o remount,size=64m "$t/small"
sosik sync -q 2>>"$t/err"
echo \$? >>"$t/result"
sosik count is:all >>"$t/result"
X
mkdir "$t/small"
rm -f "$t/result"
if unshare -m --propagation private sh "$t/full.sh" 2>/dev/null 8>&- && [ -s "$t/result" ]; then
	same 'a full disk is 74, what was there is there, and the next sync is whole' '74 8 0 3008' "$(paste -sd' ' "$t/result")"
	same 'it is said in one line' "sosik: the disk of $t/small/sosik/sosik.db is full; nothing stored is lost" "$(cat "$t/err")"
	has 'and by the doctor' "$(cat "$t/room")" "the disk of $t/small/sosik is nearly full"
else
	ok 'a full disk # skipped: nothing can be mounted here'
fi

# ---- a home that can only be read
echo "$url/a.xml" >"$feeds"
same 'a sync before: 0' 0 "$(run sosik sync -q)"
feed a.xml 9
cat >"$t/read.sh" <<X
mount --bind "$XDG_DATA_HOME" "$XDG_DATA_HOME" && mount -o remount,ro,bind "$XDG_DATA_HOME" || exit 99
sosik sync -q 2>"$t/err"
echo \$? >"$t/result"
sosik count feed:a.xml >>"$t/result"
sosik doctor >"$t/doctor" && echo fine >>"$t/result"
exit 0
X
rm -f "$t/result"
if unshare -m --propagation private sh "$t/read.sh" 2>/dev/null 8>&- && [ -s "$t/result" ]; then
	same 'a home that can only be read is 4, and what is there is read' '4 8' "$(paste -sd' ' "$t/result")"
	has 'it is said, of the folder' "$(cat "$t/err")" 'sosik can only be read: Read-only file system'
	has 'doctor finds it' "$(cat "$t/doctor")" 'sosik can only be read: Read-only file system'
	same 'in one line' 1 "$(wc -l <"$t/err")"
else
	ok 'a home that can only be read # skipped: nothing can be mounted here'
fi
feed a.xml 8

# ---- a clock that jumps
echo "$url/a.xml" >"$feeds"
if faketime -f +0 sosik version >/dev/null 2>&1; then # under a sanitizer it does not
	same 'the feed is back: 0' 0 "$(run sosik sync -q)"
	for shift in +3650d -3650d -20000d; do
		feed a.xml $(($(sosik count feed:a.xml) + 1))
		same "a clock that is wrong by $shift: 0" 0 "$(run faketime -f "$shift" sosik sync -q --due)"
		same 'the next sync with the right one: 0' 0 "$(run sosik sync -q)"
		feed a.xml $(($(sosik count feed:a.xml) + 1))
		same 'and what comes then is there' 0 "$(run sosik sync -q)"
	done
	same 'nothing is lost or doubled' 14 "$(sosik count feed:a.xml)"
else
	ok 'a clock that jumps # skipped: faketime is not installed'
fi
exec 9>&-

# ---- a name server that never answers
echo 'https://blog.example/rss' >"$feeds"
echo 'nameserver 127.0.0.1' >"$t/resolv.conf"
cat >"$t/mute.sh" <<X
ip link set lo up && mount --bind "$t/resolv.conf" /etc/resolv.conf || exit 99
mkfifo "$t/mute"
"$bin/tests/tools/mute" <"$t/mute" >"$t/is_mute" &
exec 7>"$t/mute"
while [ ! -s "$t/is_mute" ]; do sleep 0.02; done
before=\$(date +%s%N)
sosik sync -q --max-time 1 2>"$t/err"
echo "\$? \$(((\$(date +%s%N) - before) / 1000000))" >"$t/result"
X
if unshare -mn --propagation private sh "$t/mute.sh" 2>/dev/null && [ -s "$t/result" ]; then
	read -r status ms <"$t/result"
	same 'a name server that never answers: 1' 1 "$status"
	check 'is not waited for' test "$ms" -lt 3000
else
	ok 'a name server that never answers # skipped: no network namespace of its own here'
fi
