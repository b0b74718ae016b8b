#!/bin/sh
# What is installed, where, and that nothing is left of it.
. tests/e2e/lib.sh
d=$t/d/usr/local
install() { make -s -o all "$1" DESTDIR="$t/d" O="$O" >"$t/make.out" 2>&1; }

check 'install' install install
for f in bin/sosik libexec/sosik/sosik-sync libexec/sosik/sosik-index libexec/sosik/sosik-worker share/sosik/catalog.tsv share/sosik/samples/index share/sosik/crontab \
	share/man/man1/sosik.1 share/man/ko/man5/sosik.5 share/locale/ko/LC_MESSAGES/sosik.mo share/bash-completion/completions/sosik \
	share/systemd/user/sosik.service share/systemd/user/sosik.timer; do
	check "installed: $f" test -s "$d/$f"
done
same 'readable for all' '' "$(find "$t/d" -type f ! -perm -444)"
same 'nobody but root writes' '' "$(find "$t/d" -perm /022 ! -type l)"
same 'no name is left open' '' "$(grep -rlI '@[A-Z]*@' "$d/share/systemd" "$d/share/sosik/crontab")"
has 'the service runs the program' "$(cat "$d/share/systemd/user/sosik.service")" 'ExecStart=/usr/local/bin/sosik sync --due'
has 'cron runs the program' "$(cat "$d/share/sosik/crontab")" '/usr/local/bin/sosik sync --due'
check 'it runs' "$d/bin/sosik" version

# The options that they name are ones that there are.
: >"$t/opts"
sosik sync --help >"$t/opts"
for option in $(grep -ho ' --[a-z-]*' "$d/share/systemd/user/sosik.service" "$d/share/sosik/crontab" | sort -u); do
	case $option in --user) continue ;; esac
	has "an option: $option" "$(cat "$t/opts")" "$option"
done
if command -v systemd-analyze >/dev/null; then
	mkdir -p "$t/units"
	for u in sosik.service sosik.timer; do sed "s|/usr/local/bin|$bin|" "$d/share/systemd/user/$u" >"$t/units/$u"; done
	export XDG_RUNTIME_DIR="$t/run"
	mkdir -p "$XDG_RUNTIME_DIR"
	systemd-analyze --user --man=no verify "$t/units/sosik.service" "$t/units/sosik.timer" >"$t/verify" 2>&1
	same 'units: verified' '' "$(grep -F "$t/units" "$t/verify")"
	systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' "$t/units/sosik.timer")" >"$t/verify" 2>&1
	same 'units: the calendar is one' 0 $?
fi

# As cron runs it: no terminal, no locale, hardly an environment.
mkdir -p "$XDG_CONFIG_HOME/sosik"
echo 'http://127.0.0.1:9/feed name=소식' >"$XDG_CONFIG_HOME/sosik/feeds"
bare() { env -i "$@" "$bin/sosik" sync -q --force 2>&1; }
for as in PATH=/usr/bin:/bin LANG=C LC_ALL=POSIX LANG=xx_XX; do
	same "cron: $as" "$(printf '소식\tfetch\t0\tcannot connect to 127.0.0.1')" "$(bare HOME="$HOME" "$as" | cut -d';' -f1)"
done
for as in LANG=ko_KR.UTF-8 LC_ALL=ko_KR.EUC-KR LANGUAGE=ko; do
	has "cron: $as" "$(bare HOME="$HOME" "$as")" "$(printf '소식\tfetch\t0\t127.0.0.1에 연결할 수 없습니다')"
done
has 'cron: without HOME' "$(bare XDG_CONFIG_HOME="$XDG_CONFIG_HOME" XDG_DATA_HOME="$XDG_DATA_HOME")" 'cannot connect'

check 'uninstall' install uninstall
same 'nothing is left' '' "$(find "$t/d" ! -type d)"
