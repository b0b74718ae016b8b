#!/bin/sh
# What a gzip says of its size at its end is not to be trusted: a second one behind it, of a few bytes, may have the last word.
. tests/e2e/lib.sh
www=$t/www
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"

# posts N BYTES: so many posts of about so many bytes.
posts() {
	awk -v n="$1" -v bytes="$2" 'BEGIN {
		for (p = 1; p <= n; p++) {
			printf "<item><title>글 %d</title><guid>%d</guid><description>", p, p
			for (i = 0; i < bytes; i += 12) printf "말 %d ", p * i
			print "</description></item>"
		}
	}'
}
head='<rss version="2.0"><channel><title>꾸러미</title><link>https://a.example/</link>'
end='</channel></rss>'
{ printf '%s' "$head" && posts 100 6000; } | gzip -c >"$www/two"
printf '%s' "$end" | gzip -c >>"$www/two"
{ printf '%s' "$head" && posts 3 100 && printf '%s' "$end"; } | gzip -c >"$www/small"
{ printf '%s' "$head" && head -c 17825792 /dev/zero | tr '\0' ' '; } | gzip -c >"$www/bomb"
printf '%s' "$end" | gzip -c >>"$www/bomb"
printf 'no gzip, whatever its server says of it' >"$www/broken"

serve "$www" "$t/log"
for name in two small bomb broken; do
	echo "http://127.0.0.1:$port/$name?coding=gzip name=\"$name\"" >>"$XDG_CONFIG_HOME/sosik/feeds"
done
"$bin/sosik" sync -q >"$t/out" 2>"$t/err" 9>&-
same 'some feeds do not come' 1 $?
count() { "$bin/sosik" count "feed:$1"; }
same 'all posts of one that is larger than it says are there' 100 "$(count two)"
same 'and those of a small one' 3 "$(count small)"
has 'one that is too large is told as that' "$(grep ^bomb "$t/err")" 'larger than 16 MB'
has 'one that is no gzip too' "$(grep ^broken "$t/err")" 'packed in a way that cannot be unpacked'
same 'and nothing else' 2 "$(grep -c . "$t/err")"
exec 9>&-
