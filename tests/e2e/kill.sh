#!/bin/sh
# A process that is killed at one of its writes, or told to end at one of its
# reads: what is stored is whole, the next start mends it, and undo takes back
# all that was done. Where strace cannot be had, nothing is tested.
. tests/e2e/lib.sh
# at CALL SIGNAL N COMMAND…: it gets the signal as it enters the Nth such call; the status.
at() {
	call=$1 signal=$2 nth=$3; shift 3
	strace -f -o /dev/null -e trace="$call" -e inject="$call:signal=$signal:when=$nth" "$@" >"$t/out" 2>"$t/err"
	echo $?
}
if ! strace -o /dev/null true 2>/dev/null; then
	ok 'there is no strace'
	exit
fi

mkdir -p "$t/samples" "$XDG_CONFIG_HOME/sosik"
{
	echo '<rss version="2.0"><channel><title>숲</title><link>https://a.example/</link>'
	i=0
	while [ $((i += 1)) -le 1100 ]; do
		echo "<item><title>나무 $i</title><link>https://a.example/$i</link><guid>$i</guid></item>"
	done
	echo '</channel></rss>'
} >"$t/samples/a.xml"
printf 'https://a.example/rss\ta.xml\tapplication/rss+xml\n' >"$t/samples/index"
echo 'https://a.example/rss' >"$XDG_CONFIG_HOME/sosik/feeds"
check 'a sync' sosik sync -q --samples "$t/samples"
check 'the index is made' sosik doctor --repair

data=$XDG_DATA_HOME/sosik
state() { sosik dump | sed 's/"seq":[0-9]*,"time":[0-9]*,//'; }
begin() { rm -rf "$data" && cp -a "$t/$1" "$data"; }
cp -a "$data" "$t/untagged"
untagged=$(state)
check 'two slices of posts are tagged' sosik tag +큰 -- is:all
cp -a "$data" "$t/tagged"

# killed FROM CALL N COMMAND…: all checks in one line. A change of nothing is the next start.
killed() {
	begin "$1"
	call=$2 nth=$3; shift 3
	status=$(at "$call" KILL "$nth" "$@")
	sosik tag -없음 -- id:1 >/dev/null
	n=$(sosik count tag:큰)
	sosik doctor >"$t/doctor" || cat "$t/doctor"
	[ "$n" = 0 ] || sosik undo >/dev/null
	case $n in 0 | 100 | 1000 | 1100) n=whole ;; esac
	[ "$(state)" = "$untagged" ] && back=back || back=other
	same "killed at $call $nth: $1 $2" '137 whole back' "$status $n $back"
}
for n in 1 2 3 4; do killed untagged write $n sosik tag +큰 -- is:all; done
for n in 1 2 3; do killed untagged fdatasync $n sosik tag +큰 -- is:all; done
for n in 1 2 3 4 5 8 13 21 34; do killed untagged pwrite64 $n sosik tag +큰 -- is:all; done
for n in 1 2 3 4; do killed tagged write $n sosik undo; done
for n in 1 3 5 8 21; do killed tagged pwrite64 $n sosik undo; done

begin tagged
for n in 1 4 8 16 24; do
	same "a query is ended at its read $n: SIGINT" 130 "$(at pread64 INT $n sosik search -- '-나무 or tag:큰')"
	same "a query is ended at its read $n: SIGTERM" 143 "$(at pread64 TERM $n sosik count -- '-나무 or tag:큰')"
done
same 'and nothing of it is told as wrong' '' "$(cat "$t/err")"
