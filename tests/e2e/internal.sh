#!/bin/sh
# What a public feed may reach: tried out in a network of its own, with public
# addresses, internal ones and none. Needs to be root, or to be allowed to be it
# in a namespace.
. tests/e2e/lib.sh
if [ "${1:-}" != inside ]; then
	for how in '-n -m' '-r -n -m'; do
		# shellcheck disable=SC2086 # two words
		if unshare $how ip link set lo up 2>/dev/null; then
			# shellcheck disable=SC2086
			unshare $how sh "$0" inside
			exit
		fi
	done
	ok 'internal: left out, there are no network namespaces for us here'
	exit
fi
www=$t/www
conf=$XDG_CONFIG_HOME/sosik
mkdir -p "$www" "$conf"
unset http_proxy https_proxy HTTPS_PROXY all_proxy ALL_PROXY no_proxy NO_PROXY
feeds() { cat >"$conf/feeds"; }
sync() { : >"$t/log"; sosik sync --force "$@" >"$t/out" 2>"$t/err"; echo $?; }
# hosts: what names lead to; name servers: none.
hosts() { cat >"$t/hosts"; }
hosts </dev/null
echo 'nameserver 127.0.0.1' >"$t/resolv"
mount --bind "$t/hosts" /etc/hosts && mount --bind "$t/resolv" /etc/resolv.conf || exit 1

# ---- no way out
cat >"$t/many" <<END
$(for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do echo "https://blog$i.example/feed name=$i"; done)
END
feeds <"$t/many"
same 'no network: status' 3 "$(sync)"
same 'no network: told once' 'sosik: there is no network (20 feeds)' "$(cat "$t/err")"
same 'no network: cron is told once' '3 sosik: there is no network (20 feeds)' "$(sync -q) $(cat "$t/err")"
same 'no network: a program hears of each' 20 "$(sync --json >/dev/null; grep -c '"error":"there is no network"' "$t/out")"
has 'no network: health knows that' "$(sosik feeds --health 2>&1 | head -1)" 'not fetched yet; the last time: there is no network'
same 'no network: nobody fails' 20 "$(sosik feeds --health --json | grep -c '"state":"new"')"
same 'no network: no feed is blamed' 20 "$(sosik feeds --json | grep -c '"fails":0')"

# ---- addresses: 203.0.113.0/24 is public here, the others are internal
ip link set lo up
for a in 203.0.113.1/32 10.0.0.1/32 169.254.169.254/32; do ip addr add $a dev lo; done
for a in 2001:db8::1/128 fd00::1/128; do ip -6 addr add $a dev lo 2>/dev/null; done
ip route add default dev lo 2>/dev/null
serve "$www" "$t/log" any
cat >"$www/feed" <<END
<rss version="2.0"><channel><title>소식</title><item><title>글</title><link>http://blog.example:$port/page</link><guid>1</guid>
<description>앞부분입니다.</description></item></channel></rss>
END
hosts <<END
203.0.113.1 blog.example
10.0.0.1 wiki.corp.example
169.254.169.254 metadata.example
fd00::1 six.example
2001:db8::1 public6.example
203.0.113.1 both.example
fd00::1 both.example
END
# try NAME URL WANT: the feed at URL, redirects and all; WANT is what is told, or nothing.
try() {
	echo "$2 name=하나" | feeds
	got=$(sync)
	if [ "$3" ]; then
		same "$1: status" 1 "$got"
		has "$1: told" "$(cat "$t/err")" "$3"
		hasnt "$1: nobody inside was asked" "$(cat "$t/log")" 'GET /feed'
	else
		same "$1: status" 0 "$got"
	fi
}
b=http://blog.example:$port
try 'a public name' "$b/feed" ''
try 'a public address' "http://203.0.113.1:$port/feed" ''
try 'a public address of IPv6' "http://[2001:db8::1]:$port/feed" ''
try 'a public name with an address of IPv6 only' "http://public6.example:$port/feed" ''
try 'an internal address that is subscribed' "http://10.0.0.1:$port/feed" ''
try 'an internal address of IPv6 that is subscribed' "http://[fd00::1]:$port/feed" ''
try 'a public name that leads inside' "http://wiki.corp.example:$port/feed" 'wiki.corp.example has an internal address; internal=yes'
try 'a public name that leads to IPv6 inside' "http://six.example:$port/feed" 'six.example has an internal address'
try 'a public name that leads to metadata' "http://metadata.example:$port/feed" 'has an internal address'
echo "http://wiki.corp.example:$port/feed internal=yes" | feeds
same 'internal=yes: status' 0 "$(sync)"
echo "http://wiki.corp.example:$port/goto?url=http://10.0.0.1:$port/feed internal=yes" | feeds
same 'internal=yes: no other host: status' 1 "$(sync)"
for to in "http://10.0.0.1:$port/feed" "http://wiki.corp.example:$port/feed" "http://metadata.example:$port/feed" "http://[fd00::1]:$port/feed" \
	"http://[::ffff:10.0.0.1]:$port/feed" "http://[64:ff9b::a00:1]:$port/feed" "http://0x0a000001:$port/feed" "http://10.1:$port/feed" \
	"http://167772161:$port/feed" "http://localhost:$port/feed" "http://169.254.169.254:$port/feed" "http://six.example:$port/feed"; do
	try "redirect to $to" "$b/goto?url=$to" 'internal address'
done
try 'redirects, the last of them inside' "$b/goto?url=$b/goto?url=http://10.0.0.1:$port/feed" 'internal address'
try 'a redirect to another public address' "$b/goto?url=http://203.0.113.1:$port/feed" ''
echo "http://10.0.0.1:$port/goto?url=http://10.0.0.1:$port/feed name=하나" | feeds
same 'an internal feed within its host: status' 0 "$(sync)"
try 'an internal feed to another host' "http://10.0.0.1:$port/goto?url=http://169.254.169.254:$port/feed" 'an internal feed may not lead'
has 'it is told where it led' "$(sosik feeds --health 2>&1)" "as it does to http://169.254.169.254:$port/feed; ‘sosik move --to’"

# A connection that an internal feed left open is none for a public one.
{ echo "http://wiki.corp.example:$port/feed internal=yes name=하나"; echo "$b/goto?url=http://wiki.corp.example:$port/feed name=둘"; } | feeds
same 'a connection used again: status' 1 "$(sync -j 1)"
has 'a connection used again: told' "$(cat "$t/err")" '둘: wiki.corp.example leads to an internal address'
same 'a connection used again: asked once' 1 "$(grep -c 'GET /feed' "$t/log")"

# A proxy may have any address; what it leads to is its business, but not by an address in numbers.
echo "http://elsewhere.example/feed name=하나 proxy=http://10.0.0.1:$port" | feeds
same 'a proxy inside: status' 0 "$(sync)"
echo "http://elsewhere.example/goto?url=http://10.0.0.1:$port/feed name=하나 proxy=http://10.0.0.1:$port" | feeds
same 'a proxy inside: a redirect is none: status' 1 "$(sync)"

# Full texts: a page of a public feed is no way inside, either.
echo "$b/feed name=하나" | feeds
sync >/dev/null
id=$(sosik search --json 글 | sed -n 's/.*"id":\([0-9]*\).*/\1/p' | head -1)
hosts <<END
10.0.0.1 blog.example
END
sosik fulltext "$id" >"$t/out" 2>&1
same 'a page that went inside: status' 1 $?
has 'a page that went inside: told' "$(cat "$t/out")" 'internal address'

# ---- a way out, but no names
feeds <"$t/many"
same 'no names: status' 3 "$(sync)"
same 'no names: told once' 'sosik: there is no network (20 feeds)' "$(cat "$t/err")"

# ---- names are asked for once, not for each feed
mkfifo "$t/names"
"$bin/tests/tools/mute" 203.0.113.1 <"$t/names" >"$t/named" &
exec 7>"$t/names"
wait_for 5 test -s "$t/named"
for i in 1 2 3 4 5 6 7 8; do echo "http://named.example:$port/feed?$i name=$i"; done | feeds
same 'names: status' 0 "$(sync)"
same 'names: all feeds come' 8 "$(grep -c 'GET /feed 200' "$t/log")"
check 'names: those that begin together ask, the others know' test "$(grep -c 'named.example 1$' "$t/named")" -le 2
check 'names: it was asked' test "$(grep -c 'named.example 1$' "$t/named")" -ge 1
exec 7>&-

# ---- no way out again, for the page of a post
tries() { echo 'SELECT fails, tried FROM full' | "$bin/tests/tools/sql" "$XDG_DATA_HOME/sosik/sosik.db"; }
hosts </dev/null
ip link set lo down
before=$(tries)
sosik fulltext "$id" >"$t/out" 2>&1
same 'no network: the page of a post: status' 3 $?
has 'no network: the page of a post: told' "$(cat "$t/out")" 'there is no network'
same 'no network: no page is blamed' "$before" "$(tries)"
