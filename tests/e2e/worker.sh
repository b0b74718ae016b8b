#!/bin/sh
# A worker that hangs, crashes, runs out of memory or talks nonsense costs one
# feed, which is told with the reason; all others are stored.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik" "$t/bin"
feeds=$XDG_CONFIG_HOME/sosik/feeds
feed() { # feed NAME TEXT
	printf '<rss version="2.0"><channel><title>%s</title><item><title>글</title><guid>%s</guid><description>%s</description></item></channel></rss>' \
		"$1" "$1" "$2" >"$www/$1"
}
for mood in hang crash exit memory babble; do feed "$mood" "ORDER:$mood"; done
n=0
while [ "$n" -lt 12 ]; do n=$((n + 1)); feed "good$n" "좋은 글"; done
serve "$www" "$t/log"

# sosik-sync finds its worker beside itself.
cp "$bin/sosik-sync" "$t/bin/"
ln -s "$bin/tests/tools/moody" "$t/bin/sosik-worker"
export REAL_WORKER="$bin/sosik-worker"
for name in good1 hang good2 crash good3 exit good4 memory good5 babble good6 good7 good8 good9 good10 good11 good12; do
	echo "$url/$name name=$name"
done >"$feeds"
"$t/bin/sosik-sync" sync -q 2>"$t/err"
same 'some feeds failed: 1' 1 $?
why() { grep "^$1	parse	200	" "$t/err" | cut -f4; }
same 'only these' 'babble crash exit hang memory' "$(cut -f1 "$t/err" | sort | paste -sd' ')"
has 'one that hangs' "$(why hang)" 'reading it took too long'
has 'one that crashes' "$(why crash)" 'crashed (signal 11)'
has 'one that ends' "$(why exit)" 'ended (status 3)'
has 'one without memory' "$(why memory)" 'MB of memory'
has 'one that talks nonsense' "$(why babble)" 'broke the rules'
same 'all others are stored' 12 "$(sosik count is:all)"
has 'health names them' "$(sosik feeds --health | grep '^crash ')" 'the program that reads it crashed'
sed -i 's/ORDER:/Order:/' "$www/hang" "$www/crash" "$www/exit" "$www/memory" "$www/babble"
"$t/bin/sosik-sync" sync -q 2>"$t/err"
same 'when they can be read they are: 0' "0 " "$? $(cat "$t/err")"
same 'all of them' 17 "$(sosik count is:all)"
exec 9>&-
