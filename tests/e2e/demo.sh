# sosik --demo: the samples in the reader, in a folder that is gone afterwards.
. tests/e2e/lib.sh
mkdir -m 700 "$t/run"

cat >"$t/demo" <<END
export TERM=screen-256color XDG_RUNTIME_DIR=$t/run
sh -c 'echo \$\$ >$t/pid; exec $bin/sosik --demo'
echo \$? >$t/status
exec sleep 600
END
start() { terminal 100 24 "sh $t/demo"; }

start
see 'the newest post is on the screen' '신입 개발자의 여름 회고'
check 'the oldest too' shows '정보처리기사 실기 2주'
check 'names of the feeds' shows '이끼의 개발 일'
same 'its folder is where it should be' 1 "$(find "$t/run" -mindepth 1 -maxdepth 1 -name 'sosik-demo-*' -perm 700 | wc -l)"
tm send-keys -l ':search 양자내성'
tm send-keys Enter Enter
see 'an article says what the feed calls it' 'categories: 보안 & 네트워크, PQC, '
tm send-keys Q
check 'it ends' wait_for 10 test -s "$t/status"
same 'its status' 0 "$(cat "$t/status")"
same 'its folder is gone' '' "$(ls "$t/run")"
same 'nothing of the own files was touched' '' "$(find "$HOME" -type f)"

rm "$t/status"
start
check 'again' wait_for 10 shows '신입 개발자의 여름 회고'
kill -TERM "$(cat "$t/pid")"
check 'SIGTERM: it ends' wait_for 10 test -s "$t/status"
same 'SIGTERM: its status' 143 "$(cat "$t/status")"
same 'SIGTERM: its folder is gone' '' "$(ls "$t/run")"

rm "$t/status"
start
check 'once more' wait_for 10 shows '신입 개발자의 여름 회고'
kill -KILL "$(cat "$t/pid")"
check 'SIGKILL: it ends' wait_for 10 test -s "$t/status"
same 'SIGKILL: its folder is left' 1 "$(ls "$t/run" | wc -l)"
mkdir -m 700 "$t/run/sosik-demo-other" # of one that has just begun, or is none
start
check 'the next one' wait_for 10 shows '신입 개발자의 여름 회고'
same 'sweeps it, and no other' 2 "$(ls "$t/run" | wc -l)"
tm send-keys Q
check 'and ends' wait_for 10 eval '[ "$(ls "$t/run")" = sosik-demo-other ]'
