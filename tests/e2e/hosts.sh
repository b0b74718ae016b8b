#!/bin/sh
# How many are asked at once: two of a host, four of a platform; hosts with many
# feeds do not hold up the others. How they are asked: by connections that are
# used again, by HTTP/2 where the server speaks it.
. tests/e2e/lib.sh
www=$t/www feeds=$XDG_CONFIG_HOME/sosik/feeds
mkdir -p "$www" "$XDG_CONFIG_HOME/sosik"

printf '<rss version="2.0"><channel><title>블로그</title><item><title>글</title><guid>1</guid><description>내용</description></item></channel></rss>\n' >"$www/feed"
serve "$www" "$t/log"

# Of one host three hundred, which are asked first; of a platform eight, of hosts of their own forty.
{
	awk -v p="$port" 'BEGIN { for (i = 1; i <= 300; i++) printf "http://127.0.0.1:%d/hold/feed?ms=20&%d\n", p, i }'
	awk 'BEGIN { for (i = 1; i <= 8; i++) printf "http://blog%d.tistory.com/hold/feed?ms=1500\n", i }'
	awk 'BEGIN { for (i = 1; i <= 40; i++) printf "http://blog%d.example/hold/feed?ms=100\n", i }'
} >"$feeds"
: >"$t/log"
"$bin/sosik-sync" sync -q --resolve "*:80:127.0.0.1:$port" >"$t/out" 2>&1
same 'all feeds come: 0' 0 $?
same 'each is asked once' 348 "$(grep -c '^+' "$t/log")"
# most PATTERN: of hosts that match, how many were asked at once.
most() { awk -v of="$1" '$2 ~ of { if ($1 == "+") n++; if ($1 == "-") n--; if (n > most) most = n } END { print most }' "$t/log"; }
last() { grep -n "^$1 $2" "$t/log" | tail -n 1 | cut -d : -f 1; }
same 'two at once of a host' 2 "$(most '^127')"
same 'four at once of a platform' 4 "$(most tistory)"
check 'of hosts of their own as many as there are' test "$(most '^blog[0-9]*.example')" -gt 4
check 'hosts of their own are through long before the one with many' test "$(last - 'blog[0-9]*.example')" -lt "$(last + 127)"

# ---- connections, to a server that keeps them open
nginx=$(PATH=$PATH:/usr/sbin command -v nginx)
if [ -z "$nginx" ]; then
	ok 'connections # skipped: nginx is not installed'
	exec 9>&-
	exit
fi
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$t/key" -out "$t/cert" -days 3650 \
	-subj /CN=test -addext subjectAltName=DNS:two.example 2>/dev/null || not_ok 'a certificate is made'
own=$port
# configure PORT: it and the next are nginx's. What /cut brings by HTTP/2 breaks off.
configure() {
	port=$1
	cat >"$t/nginx.conf" <<END
daemon off; master_process off; pid $t/nginx.pid; error_log $t/nginx.error;
events { }
http {
	log_format seen '\$server_protocol \$connection \$status \$host';
	access_log $t/seen seen;
	client_body_temp_path $t/n1; proxy_temp_path $t/n2; fastcgi_temp_path $t/n3; uwsgi_temp_path $t/n4; scgi_temp_path $t/n5;
	server {
		listen 127.0.0.1:$port ssl http2;
		ssl_certificate $t/cert; ssl_certificate_key $t/key;
		root $www;
		location /cut { if (\$server_protocol = HTTP/2.0) { proxy_pass http://127.0.0.1:$own; } }
	}
	server {
		listen 127.0.0.1:$((port + 1));
		root $www;
	}
}
END
}
chmod 755 "$t"
# runs: nginx has written its pid, which it does when it has both ports. Below the range that connections get theirs from
# only another test can have them; then others are tried.
runs() {
	for try in 1 2 3 4 5; do
		configure $((10000 + ($$ + try * 3001) * 2 % 20000))
		"$nginx" -c "$t/nginx.conf" 2>"$t/nginx.said" 9>&- &
		nginx_pid=$!
		started="$started $nginx_pid"
		wait_for 5 test -s "$t/nginx.pid" && return
		kill "$nginx_pid" 2>/dev/null
		wait "$nginx_pid"
	done
	false
}
if runs; then
	awk 'BEGIN { for (i = 1; i <= 12; i++) printf "https://two.example/feed?%d\n", i }' >"$feeds"
	echo "set ca-file $t/cert" >"$XDG_CONFIG_HOME/sosik/config"
	two() { : >"$t/seen"; "$bin/sosik-sync" sync -q --resolve "two.example:443:127.0.0.1:$port" >"$t/out" 2>&1; echo $?; }
	logged() { [ "$(wc -l <"$t/seen")" -ge "$1" ]; }
	seen() { wait_for 5 logged 12; cut -d ' ' -f "$1" "$t/seen" | sort | uniq -c | sed 's/^ *//'; }
	same 'HTTP/2: 0' 0 "$(two)"
	same 'HTTP/2: that is what is spoken' '12 HTTP/2.0' "$(seen 1)"
	same 'HTTP/2: all came' '12 200' "$(seen 3)"
	check 'HTTP/2: by connections that are used again' test "$(seen 2 | wc -l)" -le 2
	two >"$t/status"
	same 'HTTP/2: unchanged the second time' '12 304' "$(seen 3)"
	cp "$www/feed" "$www/cut"
	echo https://two.example/cut >"$feeds"
	same 'HTTP/2 that breaks off: 0' 0 "$(two)"
	check 'HTTP/2 that breaks off: it is asked once more' wait_for 5 logged 2
	same 'HTTP/2 that breaks off: by HTTP/1.1' 'HTTP/2.0 HTTP/1.1' "$(cut -d ' ' -f 1 "$t/seen" | paste -sd' ' -)"
	# beside NUMBER MOST: twenty feeds of one host beside so many other hosts come by so many connections at the most.
	beside() {
		awk -v hosts="$1" 'BEGIN {
			for (i = 1; i <= 20; i++) printf "http://many.example/feed?%d\n", i
			for (i = 1; i <= hosts; i++) printf "http://blog%d.example/feed\n", i
		}' >"$feeds"
		: >"$t/seen"
		"$bin/sosik-sync" sync -q --force --resolve "*:80:127.0.0.1:$((port + 1))" >"$t/out" 2>&1
		same "HTTP/1.1 beside $1 hosts: 0" 0 $?
		check "HTTP/1.1 beside $1 hosts: all come" wait_for 5 logged $(($1 + 20))
		check "HTTP/1.1 beside $1 hosts: connections are used again" \
			test "$(grep 'many.example' "$t/seen" | cut -d ' ' -f 2 | sort -u | wc -l)" -le "$2"
	}
	beside 12 2 # fewer than are kept: just the two that are used at once
	beside 100 5 # those kept go when others need their places, sooner on a busy machine
else
	ok "connections # skipped: nginx does not start here: $(tail -n 1 "$t/nginx.said")"
fi
exec 9>&-
