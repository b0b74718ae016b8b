# Completion of sosik's command line in fish: `sosik complete` knows what a
# word may be.
function __sosik_complete
    set -l words (commandline -opc)
    set -l word (string replace -ra '["\'\\\\]' '' -- (commandline -ct))
    set -l lines (command sosik complete -- $words[2..] "$word" 2>/dev/null)
    if contains -- :files $lines
        __fish_complete_path "$word"
    end
    string match -v -- :files $lines
end

complete -c sosik -f -a '(__sosik_complete)'
