#!/bin/sh
# The feeds file, edited while the reader is open.
. tests/e2e/lib.sh
config=$XDG_CONFIG_HOME/sosik samples=$bin/share/samples
mkdir -p "$config" "$t/kept"
cp "$samples/feeds" "$t/kept/list"
ln -s "$t/kept/list" "$config/feeds"
check 'sync of the samples' sosik sync -q --samples "$samples"

terminal 120 30 "sosik; printf 'status %s\n' \"\$?\"; exec cat"
see 'the reader is open' '1/19'
echo 'https://new.example/rss name=새로운곳' >>"$config/feeds"
see 'a line added by hand comes in' '새로운곳'
sed 's/새로운곳/다른이름/' "$t/kept/list" >"$t/kept/next"
mv "$t/kept/next" "$t/kept/list"
see 'a file put in its place counts, too' '다른이름'
echo 'no address' >>"$config/feeds"
see 'what is wrong in it is told' 'feeds:'
tm send-keys Q
see 'and it ends' 'status 0'
same 'what was added is subscribed' 1 "$(sosik feeds | grep -c 다른이름)"
