# Completion of sosik's command line in bash: `sosik complete` knows what a
# word may be. bash takes words apart at colons, equal signs and quotes; here
# they are put together before it is asked, and what it says is cut again.

# A word as the shell will read it, into $plain; $quote is a quote left open, $inside what stands in it.
_sosik_plain() {
	local in=$1 c
	plain= quote= inside=
	while [[ $in ]]; do
		c=${in:0:1} in=${in:1}
		if [[ $c == "$quote" ]]; then
			quote=
		elif [[ ! $quote && $c == [\'\"] ]]; then
			quote=$c inside=
		elif [[ $c == \\ && ( ! $quote || ( $quote == \" && ${in:0:1} == [\"\\\$\`] ) ) ]]; then
			plain+=${in:0:1} inside+=${in:0:1} in=${in:1}
		else
			plain+=$c inside+=$c
		fi
	done
}

# The words up to the cursor into $words, the part of the last one that readline leaves alone into $head.
_sosik_words() {
	local rest=$COMP_LINE before piece raw= i plain quote inside
	words=() head=
	for ((i = 0; i <= COMP_CWORD; i++)); do
		piece=${COMP_WORDS[i]}
		before=${rest%%"$piece"*}
		if ((i)) && [[ $before || ! $piece ]]; then
			_sosik_plain "$raw"
			words+=("$plain") raw= head=
		elif ((i)); then
			head=$raw
		fi
		rest=${rest:${#before}+${#piece}}
		raw+=$piece
	done
	[[ $piece == [:=]* && $raw ]] && head=$raw
	_sosik_plain "$head" && head=$plain
	_sosik_plain "$raw"
	words+=("$plain")
	open=$quote
	[[ $open ]] && head=${plain:0:${#plain}-${#inside}}
}

# What is put on the line for a candidate.
_sosik_quoted() {
	case $open in
	\') quoted=${1//\'/\'\\\'\'} ;;
	\") quoted=${1//\\/\\\\} quoted=${quoted//\"/\\\"} quoted=${quoted//\$/\\\$} quoted=${quoted//\`/\\\`} ;;
	*) printf -v quoted %q "$1" ;;
	esac
}

_sosik() {
	local -a words
	local head open line quoted
	COMPREPLY=()
	_sosik_words
	while IFS= read -r line; do
		line=${line%%$'\t'*}
		if [[ $line == :files ]]; then
			compopt -o filenames
			mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$2")
		elif [[ ${line:0:${#head}} == "$head" ]]; then
			_sosik_quoted "${line:${#head}}"
			COMPREPLY+=("$quoted")
		fi
	done < <(command sosik complete -- "${words[@]:1}" 2>/dev/null)
	if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[:=] ]]; then
		compopt -o nospace
	fi
}

complete -o nosort -F _sosik sosik
