# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_trustline_global_optspecs
    string join \n journal= config= profile= passphrase-fd= as-of= mask plain h/help V/version
end

function __fish_trustline_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_trustline_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_trustline_using_subcommand
    set -l cmd (__fish_trustline_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c trustline -n "__fish_trustline_needs_command" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_needs_command" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_needs_command" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_needs_command" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_needs_command" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_needs_command" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_needs_command" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_needs_command" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_needs_command" -s V -l version -d 'Print version'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "today" -d 'What needs attention today, on both sides'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "notice" -d 'Tell what is due to be told now: each thing once, whoever asks'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "drafts" -d 'What was typed on a screen and not saved yet; the screen opens it again'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "commit" -d 'Note a promise, mine or theirs, in one line'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "keep" -d 'A commitment was done; kept or late follows from the dates'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "break" -d 'A commitment was not kept, and will not be'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "move" -d 'A new due date; ahead of time and agreed, it keeps faith'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "renegotiate" -d 'A new due date; ahead of time and agreed, it keeps faith'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "release" -d 'The receiver let it go; it counts for nothing'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "excuse" -d 'An event nobody controls, or a process; it counts for nothing'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "agree" -d 'The owner of a request agreed: from now on it is a promise'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "once" -d 'A commitment no longer repeats: this time only'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "reopen" -d 'As if a commitment, topic, need, breach, plan or delegation had not ended'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "discuss" -d 'A topic was talked about'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "drop" -d 'A topic is dropped on purpose'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "deliver" -d 'Feedback was said, heard, acted on or closed'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "close" -d 'A breach is let go, or accepted with new boundaries; repaired is what its plan\'s verdict says'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "snooze" -d 'Hidden from Today until a day'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "checkin" -d 'A check-in: the questions, each beside last time\'s answer'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "review" -d 'The review of the week: overdue, one relationship to invest in, one thank-you'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "comeback" -d 'After weeks away: everything that went stale, once'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "feedback" -d 'Feedback given, received or asked for'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "breach" -d 'A breach of trust: facts first, both readings kept'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "note" -d 'Free text; @name links it to a relationship, #tag tags it'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "moment" -d 'A moment that mattered'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "topic" -d 'Something to bring up next time'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "held" -d 'A one-on-one was held: what is left open is carried over'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "meet" -d 'A one-on-one is to come: Today shows it the day before, prep prepares it'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "add" -d 'A new record of any kind, every field by its flag'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "disclosure" -d 'Something shared in trust, by you or by them'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "respond" -d 'How something that was shared in trust was met'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "confirm" -d 'What was shared in an intense setting holds in ordinary weeks; or the safe depth may rise again'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "seal" -d 'It was told in confidence: in no list, search or export from now on'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "unseal" -d 'Let one confidence be seen again, after asking'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "confidences" -d 'What was told in confidence and is sealed: day, whose, how deep, and not a word of it'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "ladder" -d 'How deep sharing has met care, what is owed, and the balance of 90 days'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "delegate" -d 'What you trust them to do without asking, on a ladder from 0 to 7'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "delegations" -d 'What is delegated, with the commitments on its topic as evidence'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "level" -d 'Another level for a delegation; the ones before are kept'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "reviewed" -d 'A delegation, or the context notes of somebody, were looked at again and hold'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "end" -d 'A delegation, a shortcut, an agreement or a band ends'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "shortcut" -d 'Relied on without checking: an introduction, or a source'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "check" -d 'A spot check of what is relied on without checking'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "need" -d 'Something that somebody needs; back in every prep sheet until it is answered'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "answer" -d 'What became of a need'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "follow-up" -d 'Come back to feedback on a day'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "balance" -d 'Feedback given and received with somebody, by kind, as counts'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "plan" -d 'Repair plans: what runs, open, steps, advance, acknowledge, verdict, review, stop, reopen, show'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "agreement" -d 'Agreements: those that stand, add, upheld, breached, address, review, end'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "band" -d 'A period that colours the chart: offsite, incident, reorganisation, leave'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "team" -d 'Teams: which facets check-ins covered and what moved, by people or by weeks'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "pause" -d 'Freeze a relationship until a day: no nudges, nothing lowered'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "resume" -d 'Its cadence runs again'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "archive" -d 'Keep a relationship for its history only'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "list" -d 'Records that fit a query, newest first'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "relationships" -d 'The relationships, in the order of attention needed, never of a figure'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "show" -d 'A relationship at a glance, my side first, or one record with all its fields'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "log" -d 'The history of a record, newest first'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "explain" -d 'Why a figure is what it is: what was counted, what it weighed, what pulled most'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "timeline" -d 'The reliability timeline of a relationship, both sides, mine first'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "brief" -d 'The summary before a one-on-one, for me, for them or for a lead; or about a team'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "edit" -d 'Change fields of a record; an empty text clears one'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "delete" -d 'Take a record out of every list and figure; undo brings it back'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "undo" -d 'Take the newest step back; reaches across restarts'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "redo" -d 'Do the newest undone step again'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "forget" -d 'Forget somebody or one record for good; delete is what undo brings back'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "import" -d 'Bring in what other programs wrote, or another journal; twice is the same as once'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "export" -d 'The whole journal without loss, or a part of it for other programs; what is sealed stays here'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "backup" -d 'Copy the journal as it stands, opened and checked before it counts'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "backups" -d 'The backups of the journal, newest first, and the rule that keeps them'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "restore" -d 'Go back to a backup; what is there now is kept first'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "lock" -d 'Lock the journal with a passphrase: all of it is encrypted where it lies'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "unlock" -d 'Take the passphrase off: everything is readable again for whoever gets at the file'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "passphrase" -d 'Change the passphrase of a locked journal'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "settings" -d 'The settings: where they lie, what holds and why; setting one'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "keys" -d 'The keys in force on the screen, and your own in keys.toml'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "profiles" -d 'Separate journals, each with settings of its own: which there are and where they lie'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "themes" -d 'The themes: which there are, what each looks like, and how to make your own'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "doctor" -d 'Look at the journal and what it works with; mend what can be mended, after a backup'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "help" -d 'Pages of help in words, search over them, and the flags of every verb'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "units" -d 'Write a timer that runs trustline, for systemd, cron or launchd; nothing is installed'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "where" -d 'Where the journal lies'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "demo" -d 'A sample journal in a throw-away place; nothing else is touched'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "pictures" -d 'Draws the pictures of the README from the sample journal'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "completions" -d 'Completions for a shell'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "words" -d 'Words that a shell completes, one a line, each with what it is after a tab'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "package" -d 'Writes what a package holds beside the program: man pages and completions'
complete -c trustline -n "__fish_trustline_needs_command" -f -a "man" -d 'The man page'
complete -c trustline -n "__fish_trustline_using_subcommand today" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand today" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand today" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand today" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand today" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand today" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand today" -l exit-code -d 'end with 1 when something wants attention, else 0'
complete -c trustline -n "__fish_trustline_using_subcommand today" -l line -d 'in one short line, for a prompt or a status line; nothing when nothing waits'
complete -c trustline -n "__fish_trustline_using_subcommand today" -l count -d 'only how many things people wait for'
complete -c trustline -n "__fish_trustline_using_subcommand today" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand today" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand today" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand notice" -l only -d 'only what people wait for, or only what the program suggests' -r -f -a "promises\t''
suggestions\t''"
complete -c trustline -n "__fish_trustline_using_subcommand notice" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand notice" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand notice" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand notice" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand notice" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand notice" -l dry-run -d 'show it; nothing is sent, and it is not told by that'
complete -c trustline -n "__fish_trustline_using_subcommand notice" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand notice" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand notice" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand notice" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and not __fish_seen_subcommand_from drop" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and not __fish_seen_subcommand_from drop" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and not __fish_seen_subcommand_from drop" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and not __fish_seen_subcommand_from drop" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and not __fish_seen_subcommand_from drop" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and not __fish_seen_subcommand_from drop" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and not __fish_seen_subcommand_from drop" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and not __fish_seen_subcommand_from drop" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and not __fish_seen_subcommand_from drop" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and not __fish_seen_subcommand_from drop" -f -a "drop" -d 'Throw away what was typed; nothing brings it back'
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and __fish_seen_subcommand_from drop" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and __fish_seen_subcommand_from drop" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and __fish_seen_subcommand_from drop" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and __fish_seen_subcommand_from drop" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and __fish_seen_subcommand_from drop" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and __fish_seen_subcommand_from drop" -l yes -d 'do it without asking'
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and __fish_seen_subcommand_from drop" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and __fish_seen_subcommand_from drop" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand drafts; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l about -d 'the relationship that is meant when the line names nobody' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l who -d 'the relationship' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l side -d 'mine: you to them; theirs: they to you' -r -f -a "mine\t''
theirs\t''"
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l due -d 'a day or a time; blank if there is none' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l repeats -d 'daily, weekdays, weekly, every 2 weeks, monthly; blank: once' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l check-by -d 'without a due date: when to ask' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l made -d 'when it was promised' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l agreed -d 'blank while it is only requested; a request counts for nothing' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l done-means -d 'how both will know' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l said -d 'the meeting or the message, and the words' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l stake -d 'shown and filtered by, never weighed' -r -f -a "small\t''
normal\t''
major\t''"
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l tags -d 'with commas' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l plan -d 'the repair plan it belongs to' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l visible -d 'for a step of a plan: can the other side see it' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l dry-run -d 'only say what was understood'
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand commit" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand commit" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand keep" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand keep" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand keep" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand keep" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand keep" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand keep" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand keep" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand keep" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand keep" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand keep" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand break" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand break" -l reason -d 'why' -r
complete -c trustline -n "__fish_trustline_using_subcommand break" -l cause -d 'what it came from; never changes a figure' -r -f -a "unknown\t''
person\t''
process\t''
outside\t''"
complete -c trustline -n "__fish_trustline_using_subcommand break" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand break" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand break" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand break" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand break" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand break" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand break" -l warned -d 'it was said before it was due'
complete -c trustline -n "__fish_trustline_using_subcommand break" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand break" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand break" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand move" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand move" -l to -d 'the new due date, or “none”' -r
complete -c trustline -n "__fish_trustline_using_subcommand move" -l asked-by -d 'me or them; whoever promised unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand move" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand move" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand move" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand move" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand move" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand move" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand move" -l not-agreed -d 'the other side did not agree'
complete -c trustline -n "__fish_trustline_using_subcommand move" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand move" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand move" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand renegotiate" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand renegotiate" -l to -d 'the new due date, or “none”' -r
complete -c trustline -n "__fish_trustline_using_subcommand renegotiate" -l asked-by -d 'me or them; whoever promised unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand renegotiate" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand renegotiate" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand renegotiate" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand renegotiate" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand renegotiate" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand renegotiate" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand renegotiate" -l not-agreed -d 'the other side did not agree'
complete -c trustline -n "__fish_trustline_using_subcommand renegotiate" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand renegotiate" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand renegotiate" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand release" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand release" -l reason -d 'why' -r
complete -c trustline -n "__fish_trustline_using_subcommand release" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand release" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand release" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand release" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand release" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand release" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand release" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand release" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand release" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand excuse" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand excuse" -l reason -d 'what happened' -r
complete -c trustline -n "__fish_trustline_using_subcommand excuse" -l process -d 'the institution whose own record then carries it' -r
complete -c trustline -n "__fish_trustline_using_subcommand excuse" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand excuse" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand excuse" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand excuse" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand excuse" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand excuse" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand excuse" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand excuse" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand excuse" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand agree" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand agree" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agree" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agree" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand agree" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand agree" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand agree" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand agree" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand agree" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand agree" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand once" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand once" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand once" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand once" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand once" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand once" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand once" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand once" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand once" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand once" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand reopen" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand reopen" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand reopen" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand reopen" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand reopen" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand reopen" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand reopen" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand reopen" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand reopen" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand reopen" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand discuss" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand discuss" -l outcome -d 'what came of it' -r
complete -c trustline -n "__fish_trustline_using_subcommand discuss" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand discuss" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand discuss" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand discuss" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand discuss" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand discuss" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand discuss" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand discuss" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand discuss" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand drop" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand drop" -l reason -d 'why' -r
complete -c trustline -n "__fish_trustline_using_subcommand drop" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand drop" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand drop" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand drop" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand drop" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand drop" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand drop" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand drop" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand drop" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand deliver" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand deliver" -l as -d 'how far it has come; delivered unless given' -r -f -a "draft\t''
delivered\t''
heard\t''
acted-on\t''
closed\t''"
complete -c trustline -n "__fish_trustline_using_subcommand deliver" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand deliver" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand deliver" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand deliver" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand deliver" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand deliver" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand deliver" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand deliver" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand deliver" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand close" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand close" -l as -d 'how it ends' -r -f -a "let-go\t''
accepted\t''"
complete -c trustline -n "__fish_trustline_using_subcommand close" -l words -d 'why let go, or which new boundaries' -r
complete -c trustline -n "__fish_trustline_using_subcommand close" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand close" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand close" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand close" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand close" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand close" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand close" -l agreement -d 'accepted: write the boundaries as an agreement with them, too'
complete -c trustline -n "__fish_trustline_using_subcommand close" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand close" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand close" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand snooze" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand snooze" -l until -d 'the day it comes back' -r
complete -c trustline -n "__fish_trustline_using_subcommand snooze" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand snooze" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand snooze" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand snooze" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand snooze" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand snooze" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand snooze" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand snooze" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand snooze" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l answer -d 'an answer by its question\'s code; a sentence may follow the score' -r
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l note -d 'anything the questions did not ask' -r
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l next -d 'one thing to do next' -r
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l need -d 'what you need of them; back in every prep sheet until it is answered' -r
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l as-last -d 'take last time\'s answer over wherever no other is given'
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l run -d 'everybody whose check-in is due, one after the other, question by question'
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand review" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand review" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand review" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand review" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand review" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand review" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand review" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand review" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand review" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand comeback" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand comeback" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand comeback" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand comeback" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand comeback" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand comeback" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand comeback" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand comeback" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand comeback" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l direction -d 'given, received or asked for' -r -f -a "given\t''
received\t''
asked-for\t''"
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l sort -d 'appreciation, coaching, concern or request' -r -f -a "appreciation\t''
coaching\t''
concern\t''
request\t''"
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l situation -d 'where and when' -r
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l impact -d 'what it did to you, the work or others' -r
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l ask -d 'what you would like next' -r
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l state -d 'draft waits for the next one-on-one' -r -f -a "draft\t''
delivered\t''
heard\t''
acted-on\t''
closed\t''"
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l day -d 'when it was written, given or received' -r
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l follow-up -d 'when to come back to it' -r
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l by -d 'them, me, both or a process' -r -f -a "them\t''
me\t''
both\t''
process\t''"
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l sort -d 'picks the steps and the rule of a repair plan' -r -f -a "competence\t''
missed-commitments\t''
communication\t''
boundary\t''
integrity\t''
institutional\t''"
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l severity -d '1 slip, 2 let-down, 3 serious, 4 rupture' -r
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l day -d 'when it happened' -r
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l effect -d 'what it did to you or the work' -r
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l intent -d 'unknown unless you know' -r -f -a "unknown\t''
accident\t''
careless\t''
meant\t''"
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l deception -d 'was somebody deceived' -r -f -a "unknown\t''
no\t''
yes\t''"
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l account -d 'do both tell it alike' -r -f -a "not-discussed\t''
agreed\t''
disputed\t''"
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l their-reading -d 'how they tell it' -r
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l safety -d 'yes: no plan is offered and repair is not owed' -r
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l commitments -d 'those it is about: short ids or words, with commas' -r
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l named -d 'when it was first named, here or to them' -r
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand breach" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand breach" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand note" -l who -d 'names, with commas' -r
complete -c trustline -n "__fish_trustline_using_subcommand note" -l at -d 'a day, or a day and a time' -r
complete -c trustline -n "__fish_trustline_using_subcommand note" -l tags -d 'with commas' -r
complete -c trustline -n "__fish_trustline_using_subcommand note" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand note" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand note" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand note" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand note" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand note" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand note" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand note" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand note" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand moment" -l who -d 'names, with commas' -r
complete -c trustline -n "__fish_trustline_using_subcommand moment" -l at -d 'a day, or a day and a time' -r
complete -c trustline -n "__fish_trustline_using_subcommand moment" -l tags -d 'with commas' -r
complete -c trustline -n "__fish_trustline_using_subcommand moment" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand moment" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand moment" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand moment" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand moment" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand moment" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand moment" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand moment" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand moment" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand topic" -l side -d 'mine: you want to raise it; theirs: they do' -r -f -a "mine\t''
theirs\t''"
complete -c trustline -n "__fish_trustline_using_subcommand topic" -l raised -d 'when it came up' -r
complete -c trustline -n "__fish_trustline_using_subcommand topic" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand topic" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand topic" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand topic" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand topic" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand topic" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand topic" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand topic" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand topic" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand held" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand held" -l note -d 'what came of it (“-” reads it from the input)' -r
complete -c trustline -n "__fish_trustline_using_subcommand held" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand held" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand held" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand held" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand held" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand held" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand held" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand held" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand held" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand meet" -l at -d 'a day, or a day and a time' -r
complete -c trustline -n "__fish_trustline_using_subcommand meet" -l note -d 'what it is about' -r
complete -c trustline -n "__fish_trustline_using_subcommand meet" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand meet" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand meet" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand meet" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand meet" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand meet" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand meet" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand meet" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand meet" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -f -a "relationship" -d 'A person, a group or an institution that I work with.'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -f -a "commitment" -d 'Who promised whom what, by when.'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -f -a "feedback" -d 'Feedback given, received or asked for.'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -f -a "disclosure" -d 'Something shared in trust, and how it was met.'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -f -a "breach" -d 'A breach of trust: what happened, and another reading of it.'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -f -a "agreement" -d 'A working agreement, and whether it is upheld.'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -f -a "delegation" -d 'What I trust them to do without asking.'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -f -a "shortcut" -d 'Relied on without checking: an introduction or a source.'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -f -a "need" -d 'Something that somebody needs, until it is answered.'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -f -a "topic" -d 'Something to bring up next time.'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -f -a "note" -d 'Free text, a moment, or a one-on-one that was held.'
complete -c trustline -n "__fish_trustline_using_subcommand add; and not __fish_seen_subcommand_from relationship commitment feedback disclosure breach agreement delegation shortcut need topic note band" -f -a "band" -d 'A period that colours the chart.'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l party -d 'person, group or institution' -r -f -a "person\t''
group\t''
institution\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l role -d 'picks the questions and the cadence' -r -f -a "leader\t''
team-member\t''
collaborator\t''
client\t''
mentor\t''
peer\t''
community\t''
institution\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l my-role -d 'in your own words, if it is not the plain counterpart' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l cadence -d 'days between check-ins; blank takes the role\'s' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l power-gap -d '+2 they hold power over your work, -2 you over theirs' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l teams -d 'with commas' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l members -d 'for a group: how many belong to it' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l since -d 'when you began to work together' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l handles -d 'other names that should find them, with commas' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l alias -d 'a name for exports that hide who it is' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l withhold -d 'what briefs leave out besides, with commas: feedback, commitment.said, lead:note' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l introduced -d 'who recommended them, as text' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l card -d 'what they told you about working with them' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l context -d 'history and culture to remember before naming a breach; private' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from relationship" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l who -d 'the relationship' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l side -d 'mine: you to them; theirs: they to you' -r -f -a "mine\t''
theirs\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l due -d 'a day or a time; blank if there is none' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l repeats -d 'daily, weekdays, weekly, every 2 weeks, monthly; blank: once' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l check-by -d 'without a due date: when to ask' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l made -d 'when it was promised' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l agreed -d 'blank while it is only requested; a request counts for nothing' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l done-means -d 'how both will know' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l said -d 'the meeting or the message, and the words' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l stake -d 'shown and filtered by, never weighed' -r -f -a "small\t''
normal\t''
major\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l tags -d 'with commas' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l plan -d 'the repair plan it belongs to' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l visible -d 'for a step of a plan: can the other side see it' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from commitment" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l who -d 'the relationship' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l direction -d 'given, received or asked for' -r -f -a "given\t''
received\t''
asked-for\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l sort -d 'appreciation, coaching, concern or request' -r -f -a "appreciation\t''
coaching\t''
concern\t''
request\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l situation -d 'where and when' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l impact -d 'what it did to you, the work or others' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l ask -d 'what you would like next' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l state -d 'draft waits for the next one-on-one' -r -f -a "draft\t''
delivered\t''
heard\t''
acted-on\t''
closed\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l day -d 'when it was written, given or received' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l follow-up -d 'when to come back to it' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from feedback" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l who -d 'the relationship' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l side -d 'mine: you with them; theirs: they with you' -r -f -a "mine\t''
theirs\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l depth -d '1 practical, 2 an opinion or doubt, 3 a mistake or need, 4 personal, 5 could really hurt' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l day -d 'when it was shared' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l asked -d 'was it asked whether there was room for it' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l response -d 'how it was met; none yet while you wait' -r -f -a "none-yet\t''
care\t''
neutral\t''
brushed-aside\t''
used-against\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l confidence -d 'sealed: shown in no list, search or export' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l may-know -d 'of a confidence: who may be told' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l setting -d 'where it was' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l intense -d 'a retreat or the like: counts for less until confirmed in ordinary weeks' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l content -d 'better left blank: that it was shared is enough' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from disclosure" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l who -d 'the relationship' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l by -d 'them, me, both or a process' -r -f -a "them\t''
me\t''
both\t''
process\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l sort -d 'picks the steps and the rule of a repair plan' -r -f -a "competence\t''
missed-commitments\t''
communication\t''
boundary\t''
integrity\t''
institutional\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l severity -d '1 slip, 2 let-down, 3 serious, 4 rupture' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l day -d 'when it happened' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l effect -d 'what it did to you or the work' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l intent -d 'unknown unless you know' -r -f -a "unknown\t''
accident\t''
careless\t''
meant\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l deception -d 'was somebody deceived' -r -f -a "unknown\t''
no\t''
yes\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l account -d 'do both tell it alike' -r -f -a "not-discussed\t''
agreed\t''
disputed\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l their-reading -d 'how they tell it' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l safety -d 'yes: no plan is offered and repair is not owed' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l commitments -d 'those it is about: short ids or words, with commas' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l named -d 'when it was first named, here or to them' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from breach" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l who -d 'the person, the group or the institution' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l scope -d 'a pair, a team, a community, or about access' -r -f -a "pair\t''
team\t''
community\t''
access\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l agreed -d 'when it was agreed' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l review -d 'when to look at it again; blank: 90 days' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l access-who -d 'for access: who' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l access-what -d 'for access: what they may see' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l access-why -d 'for access: what they need it for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from agreement" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l topic -d 'a word; commitments with this tag are its evidence' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l who -d 'the relationship' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l level -d '0 I do it, 1 exactly this, 2 look and report, 3 recommend, 4 act after telling me, 5 act then tell me, 6 act and report exceptions, 7 yours' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l conditions -d 'up to which sum, not on release days, …' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l since -d 'when it was agreed' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l review -d 'when to look at it again; blank: 90 days' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from delegation" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -l who -d 'the relationship' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -l sort -d 'introduction: vouched for by somebody; source: taken as it comes' -r -f -a "introduction\t''
source\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -l by -d 'who vouched for them, as text; no figure comes with it' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -l saves -d 'an hour a week, a second look, …' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -l since -d 'when you began to rely on it' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from shortcut" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from need" -l who -d 'the relationship' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from need" -l side -d 'mine: you need it of them; theirs: they need it of you' -r -f -a "mine\t''
theirs\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from need" -l raised -d 'when it was said' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from need" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from need" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from need" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from need" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from need" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from need" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from need" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from need" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from need" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from topic" -l who -d 'the relationship' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from topic" -l side -d 'mine: you want to raise it; theirs: they do' -r -f -a "mine\t''
theirs\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from topic" -l raised -d 'when it came up' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from topic" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from topic" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from topic" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from topic" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from topic" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from topic" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from topic" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from topic" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from topic" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from note" -l who -d 'names, with commas' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from note" -l sort -d 'note, moment, one-on-one, or planned: a one-on-one to come' -r -f -a "note\t''
moment\t''
one-on-one\t''
planned\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from note" -l at -d 'a day, or a day and a time' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from note" -l tags -d 'with commas' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from note" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from note" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from note" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from note" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from note" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from note" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from note" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from note" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from note" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from band" -l sort -d 'offsite, incident, reorganisation or leave' -r -f -a "offsite\t''
incident\t''
reorganisation\t''
leave\t''"
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from band" -l from -d 'its first day' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from band" -l to -d 'its last day; blank while it goes on' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from band" -l who -d 'names, with commas; blank: everybody' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from band" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from band" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from band" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from band" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from band" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from band" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from band" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from band" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand add; and __fish_seen_subcommand_from band" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l side -d 'mine: you with them; theirs: they with you' -r -f -a "mine\t''
theirs\t''"
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l depth -d '1 practical, 2 an opinion or doubt, 3 a mistake or need, 4 personal, 5 could really hurt' -r
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l day -d 'when it was shared' -r
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l asked -d 'was it asked whether there was room for it' -r
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l response -d 'how it was met; none yet while you wait' -r -f -a "none-yet\t''
care\t''
neutral\t''
brushed-aside\t''
used-against\t''"
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l confidence -d 'sealed: shown in no list, search or export' -r
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l may-know -d 'of a confidence: who may be told' -r
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l setting -d 'where it was' -r
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l intense -d 'a retreat or the like: counts for less until confirmed in ordinary weeks' -r
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand respond" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand respond" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand respond" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand respond" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand respond" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand respond" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand respond" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand respond" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand respond" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand respond" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand confirm" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand confirm" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand confirm" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand confirm" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand confirm" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand confirm" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand confirm" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand confirm" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand confirm" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand confirm" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand seal" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand seal" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand seal" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand seal" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand seal" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand seal" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand seal" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand seal" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand seal" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand seal" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand unseal" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand unseal" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand unseal" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand unseal" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand unseal" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand unseal" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand unseal" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand unseal" -l yes -d 'without asking'
complete -c trustline -n "__fish_trustline_using_subcommand unseal" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand unseal" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand unseal" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand confidences" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand confidences" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand confidences" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand confidences" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand confidences" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand confidences" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand confidences" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand confidences" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand confidences" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand ladder" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand ladder" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand ladder" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand ladder" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand ladder" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand ladder" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand ladder" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand ladder" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand ladder" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -l level -d '0 I do it, 1 exactly this, 2 look and report, 3 recommend, 4 act after telling me, 5 act then tell me, 6 act and report exceptions, 7 yours' -r
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -l conditions -d 'up to which sum, not on release days, …' -r
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -l since -d 'when it was agreed' -r
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -l review -d 'when to look at it again; blank: 90 days' -r
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand delegations" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand delegations" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand delegations" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand delegations" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand delegations" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand delegations" -l open -d 'their figures too, where you set their deadlines'
complete -c trustline -n "__fish_trustline_using_subcommand delegations" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand delegations" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand delegations" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand delegations" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand level" -l why -d 'why it changes' -r
complete -c trustline -n "__fish_trustline_using_subcommand level" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand level" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand level" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand level" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand level" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand level" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand level" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand level" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand level" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand level" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand reviewed" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand reviewed" -l next -d 'when to look at it next; the usual span unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand reviewed" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand reviewed" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand reviewed" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand reviewed" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand reviewed" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand reviewed" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand reviewed" -l context -d 'the context notes of a relationship'
complete -c trustline -n "__fish_trustline_using_subcommand reviewed" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand reviewed" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand reviewed" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand end" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand end" -l words -d 'why' -r
complete -c trustline -n "__fish_trustline_using_subcommand end" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand end" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand end" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand end" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand end" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand end" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand end" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand end" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand end" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -l sort -d 'introduction: vouched for by somebody; source: taken as it comes' -r -f -a "introduction\t''
source\t''"
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -l by -d 'who vouched for them, as text; no figure comes with it' -r
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -l saves -d 'an hour a week, a second look, …' -r
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -l since -d 'when you began to rely on it' -r
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand check" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand check" -l words -d 'what was looked at' -r
complete -c trustline -n "__fish_trustline_using_subcommand check" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand check" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand check" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand check" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand check" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand check" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand check" -l held -d 'it held'
complete -c trustline -n "__fish_trustline_using_subcommand check" -l failed -d 'it did not hold'
complete -c trustline -n "__fish_trustline_using_subcommand check" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand check" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand check" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand need" -l side -d 'mine: you need it of them; theirs: they need it of you' -r -f -a "mine\t''
theirs\t''"
complete -c trustline -n "__fish_trustline_using_subcommand need" -l raised -d 'when it was said' -r
complete -c trustline -n "__fish_trustline_using_subcommand need" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand need" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand need" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand need" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand need" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand need" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand need" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand need" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand need" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand answer" -l words -d 'the answer; if it is not possible, why' -r
complete -c trustline -n "__fish_trustline_using_subcommand answer" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand answer" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand answer" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand answer" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand answer" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand answer" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand answer" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand answer" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand answer" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand answer" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand follow-up" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand follow-up" -l to -d 'the day' -r
complete -c trustline -n "__fish_trustline_using_subcommand follow-up" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand follow-up" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand follow-up" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand follow-up" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand follow-up" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand follow-up" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand follow-up" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand follow-up" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand follow-up" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand balance" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand balance" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand balance" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand balance" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand balance" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand balance" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand balance" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand balance" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand balance" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -f -a "open" -d 'Open a repair plan on a breach'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -f -a "steps" -d 'The steps that are proposed; --take makes commitments of them'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -f -a "step" -d 'One step: a proposed one, changed or not, or in your own words'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -f -a "advance" -d 'Through the gate of its stage, with the answer to its question'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -f -a "acknowledge" -d 'The parts of the acknowledgement that were made'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -f -a "verdict" -d 'What the injured side says: is this repaired enough?'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -f -a "review" -d 'Looked at again; it comes back in a week unless a day is given'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -f -a "stop" -d 'Stop it on purpose'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -f -a "reopen" -d 'Open it again: stopped, where it stopped; closed, with a new run'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and not __fish_seen_subcommand_from open steps step advance acknowledge verdict review stop reopen show" -f -a "show" -d 'The plan: stage, run, steps, what is next'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l take -d 'which of the proposed steps become commitments: numbers, all or none' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l owner -d 'mine: you do; theirs: they do' -r -f -a "mine\t''
theirs\t''"
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l aim -d 'what it is to achieve' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l area -d 'tags, with commas: commitments with one of them count beside the steps' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l opened -d 'when it was opened' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l review -d 'when to look at it next; blank: a week after the newest gate' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from steps" -l take -d 'which of the proposed steps become commitments: numbers, all or none' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from steps" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from steps" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from steps" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from steps" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from steps" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from steps" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from steps" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from steps" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from steps" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -l take -d 'start from this proposed step' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -l text -d 'what is promised' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -l by -d 'owner who repairs, or injured' -r -f -a "owner\t''
injured\t''"
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -l due -d 'by when; the proposal\'s day, or in a week, unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -l hidden -d 'the other side does not see it in a brief'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from step" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from advance" -l answer -d 'the answer (“-” reads it from the input)' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from advance" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from advance" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from advance" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from advance" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from advance" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from advance" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from advance" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from advance" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from advance" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from advance" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from acknowledge" -l parts -d 'the parts, by the start of their words; none shows them' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from acknowledge" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from acknowledge" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from acknowledge" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from acknowledge" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from acknowledge" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from acknowledge" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from acknowledge" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from acknowledge" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from acknowledge" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from verdict" -l says -d 'yes, partly or no' -r -f -a "yes\t''
partly\t''
no\t''"
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from verdict" -l words -d 'what they said to it' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from verdict" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from verdict" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from verdict" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from verdict" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from verdict" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from verdict" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from verdict" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from verdict" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from verdict" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from verdict" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from review" -l next -d 'when to look at it next; in a week unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from review" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from review" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from review" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from review" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from review" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from review" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from review" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from review" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from review" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from review" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from stop" -l reason -d 'why' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from stop" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from stop" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from stop" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from stop" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from stop" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from stop" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from stop" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from stop" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from stop" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from stop" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from reopen" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from reopen" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from reopen" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from reopen" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from reopen" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from reopen" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from reopen" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from reopen" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from reopen" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from reopen" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from show" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from show" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from show" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from show" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from show" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from show" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from show" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from show" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand plan; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -f -a "add" -d 'A new agreement; whose it is follows from who it is with'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -f -a "list" -d 'The agreements that stand, those with a breach that waits first'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -f -a "upheld" -d 'It was seen upheld'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -f -a "breached" -d 'It was seen breached; it stays open until that is addressed'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -f -a "address" -d 'How its oldest breach that waits was addressed, and how visibly'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -f -a "review" -d 'Looked at again; the next look is in 90 days unless a day is given'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and not __fish_seen_subcommand_from add list upheld breached address review end" -f -a "end" -d 'It ends; a breach that waits is addressed first'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l scope -d 'a pair, a team, a community, or about access' -r -f -a "pair\t''
team\t''
community\t''
access\t''"
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l agreed -d 'when it was agreed' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l review -d 'when to look at it again; blank: 90 days' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l access-who -d 'for access: who' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l access-what -d 'for access: what they may see' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l access-why -d 'for access: what they need it for' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from list" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from list" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from list" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from list" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from list" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from list" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from list" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from list" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from upheld" -l words -d 'what was seen' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from upheld" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from upheld" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from upheld" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from upheld" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from upheld" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from upheld" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from upheld" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from upheld" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from upheld" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from upheld" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from breached" -l words -d 'what was seen' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from breached" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from breached" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from breached" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from breached" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from breached" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from breached" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from breached" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from breached" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from breached" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from breached" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from address" -l how -d 'how it was addressed' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from address" -l seen -d 'how visibly; privately unless given' -r -f -a "privately\t''
in-the-group\t''
publicly\t''"
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from address" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from address" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from address" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from address" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from address" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from address" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from address" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from address" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from address" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from address" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from review" -l next -d 'when to look at it next' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from review" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from review" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from review" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from review" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from review" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from review" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from review" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from review" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from review" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from review" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from end" -l words -d 'why' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from end" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from end" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from end" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from end" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from end" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from end" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from end" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from end" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from end" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand agreement; and __fish_seen_subcommand_from end" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -l sort -d 'offsite, incident, reorganisation or leave' -r -f -a "offsite\t''
incident\t''
reorganisation\t''
leave\t''"
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -l from -d 'its first day' -r
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -l to -d 'its last day; blank while it goes on' -r
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -l who -d 'names, with commas; blank: everybody' -r
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -a "list" -d 'Every band, the newest first'
complete -c trustline -n "__fish_trustline_using_subcommand band; and not __fish_seen_subcommand_from list end" -a "end" -d 'Its last day: today, unless another is given'
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from list" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from list" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from list" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from list" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from list" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from list" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from list" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from list" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from end" -l on -d 'the day it happened; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from end" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from end" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from end" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from end" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from end" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from end" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from end" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from end" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand band; and __fish_seen_subcommand_from end" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand team" -l weeks -d 'how many weeks back, this one included' -r
complete -c trustline -n "__fish_trustline_using_subcommand team" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand team" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand team" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand team" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand team" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand team" -l by-weeks -d 'a column for each week instead of each person'
complete -c trustline -n "__fish_trustline_using_subcommand team" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand team" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand team" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand team" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand pause" -l until -d 'the day it comes back' -r
complete -c trustline -n "__fish_trustline_using_subcommand pause" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand pause" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand pause" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand pause" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand pause" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand pause" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand pause" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand pause" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand pause" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand resume" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand resume" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand resume" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand resume" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand resume" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand resume" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand resume" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand resume" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand resume" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand archive" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand archive" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand archive" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand archive" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand archive" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand archive" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand archive" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand archive" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand archive" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand list" -l limit -d 'at most so many lines' -r
complete -c trustline -n "__fish_trustline_using_subcommand list" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand list" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand list" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand list" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand list" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand list" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand list" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand list" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand list" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand relationships" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand relationships" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand relationships" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand relationships" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand relationships" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand relationships" -l archived -d 'the archived ones instead'
complete -c trustline -n "__fish_trustline_using_subcommand relationships" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand relationships" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand relationships" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand relationships" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand show" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand show" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand show" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand show" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand show" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand show" -l open -d 'their side, too, where you hold the power and it is folded'
complete -c trustline -n "__fish_trustline_using_subcommand show" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand show" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand show" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand show" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand log" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand log" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand log" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand log" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand log" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand log" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand log" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand log" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand log" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand explain" -l side -d 'mine or theirs; both unless given' -r -f -a "mine\t''
theirs\t''"
complete -c trustline -n "__fish_trustline_using_subcommand explain" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand explain" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand explain" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand explain" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand explain" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand explain" -l open -d 'their side, too, where you hold the power and it is folded'
complete -c trustline -n "__fish_trustline_using_subcommand explain" -l all -d 'every record that was counted, with its weight and its pull'
complete -c trustline -n "__fish_trustline_using_subcommand explain" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand explain" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand explain" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand explain" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l weeks -d 'how many weeks back' -r
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l span -d 'how much time, instead of weeks' -r -f -a "week\t''
month\t''
quarter\t''
year\t''
all\t''"
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l ends -d 'the last day shown, as it could be known then; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l output -d 'write it there, readable for you only' -r
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l open -d 'their side, too, where you hold the power and it is folded'
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l svg -d 'as a picture (SVG)'
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l force -d 'replace the file if it is there'
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l copy -d 'put it into the clipboard'
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l pager -d 'show it in $PAGER'
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l team -d 'about a team, for me or for a lead' -r
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l for -d 'me: everything; them: what both know already; lead: what was agreed' -r -f -a "me\t''
them\t''
lead\t''"
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l since -d 'a day or a span like 2w; the last one-on-one unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l until -d 'as it stood on that day; today unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l sections -d 'only these sections, with commas; --preview names them' -r
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l without -d 'leave this line out; --preview shows the keys' -r
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l with -d 'take this private line in' -r
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l alias -d 'put the alias in place of this name only' -r
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l format -d 'text, md, html or json; by the file\'s name, else text' -r -f -a "md\t''
text\t''
html\t''
json\t''"
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l output -d 'write it there, readable for you only' -r
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l preview -d 'every line with its key and whether it would leave; writes nothing'
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l aliases -d 'put aliases in place of all names but the reader\'s own'
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l force -d 'replace the file if it is there'
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l copy -d 'put it into the clipboard'
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l pager -d 'show it in $PAGER'
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand brief" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand brief" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l name -d 'the name you use for them (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l party -d 'person, group or institution (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l role -d 'picks the questions and the cadence (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l my-role -d 'in your own words, if it is not the plain counterpart (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l cadence -d 'days between check-ins; blank takes the role\'s (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l power-gap -d '+2 they hold power over your work, -2 you over theirs (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l teams -d 'with commas (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l members -d 'for a group: how many belong to it (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l since -d 'when you began to work together (relationship, delegation, shortcut)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l handles -d 'other names that should find them, with commas (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l alias -d 'a name for exports that hide who it is (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l withhold -d 'what briefs leave out besides, with commas: feedback, commitment.said, lead:note (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l introduced -d 'who recommended them, as text (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l card -d 'what they told you about working with them (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l context -d 'history and culture to remember before naming a breach; private (relationship)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l who -d 'the relationship (commitment, check-in, feedback, disclosure, breach, plan, agreement, delegation, shortcut, need, topic, note, band)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l side -d 'mine: you to them; theirs: they to you (commitment, check-in, disclosure, need, topic)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l text -d 'what was promised, in the words that were used (commitment, agreement, shortcut, need, topic, note, band)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l due -d 'a day or a time; blank if there is none (commitment)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l repeats -d 'daily, weekdays, weekly, every 2 weeks, monthly; blank: once (commitment)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l check-by -d 'without a due date: when to ask (commitment)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l made -d 'when it was promised (commitment)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l agreed -d 'blank while it is only requested; a request counts for nothing (commitment, agreement)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l done-means -d 'how both will know (commitment)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l said -d 'the meeting or the message, and the words (commitment)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l stake -d 'shown and filtered by, never weighed (commitment)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l tags -d 'with commas (commitment, note)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l plan -d 'the repair plan it belongs to (commitment)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l visible -d 'for a step of a plan: can the other side see it (commitment)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l day -d 'the day it is about (check-in, feedback, disclosure, breach)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l note -d 'anything the questions did not ask (check-in)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l next -d 'one thing to do next (check-in)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l direction -d 'given, received or asked for (feedback)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l sort -d 'appreciation, coaching, concern or request (feedback, breach, shortcut, note, band)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l behaviour -d 'what was done or said, as a camera would have seen it (feedback)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l situation -d 'where and when (feedback)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l impact -d 'what it did to you, the work or others (feedback)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l ask -d 'what you would like next (feedback)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l state -d 'draft waits for the next one-on-one (feedback)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l follow-up -d 'when to come back to it (feedback)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l depth -d '1 practical, 2 an opinion or doubt, 3 a mistake or need, 4 personal, 5 could really hurt (disclosure)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l asked -d 'was it asked whether there was room for it (disclosure)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l response -d 'how it was met; none yet while you wait (disclosure)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l confidence -d 'sealed: shown in no list, search or export (disclosure)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l may-know -d 'of a confidence: who may be told (disclosure)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l setting -d 'where it was (disclosure)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l intense -d 'a retreat or the like: counts for less until confirmed in ordinary weeks (disclosure)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l content -d 'better left blank: that it was shared is enough (disclosure)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l happened -d 'facts first; is there another reading? (breach)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l by -d 'them, me, both or a process (breach, shortcut)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l severity -d '1 slip, 2 let-down, 3 serious, 4 rupture (breach)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l effect -d 'what it did to you or the work (breach)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l intent -d 'unknown unless you know (breach)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l deception -d 'was somebody deceived (breach)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l account -d 'do both tell it alike (breach)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l their-reading -d 'how they tell it (breach)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l safety -d 'yes: no plan is offered and repair is not owed (breach)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l commitments -d 'those it is about: short ids or words, with commas (breach)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l named -d 'when it was first named, here or to them (breach)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l breach -d 'the breach it repairs (plan)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l owner -d 'mine: you do; theirs: they do (plan)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l aim -d 'what it is to achieve (plan)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l area -d 'tags, with commas: commitments with one of them count beside the steps (plan)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l opened -d 'when it was opened (plan)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l review -d 'when to look at it next; blank: a week after the newest gate (plan, agreement, delegation)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l scope -d 'a pair, a team, a community, or about access (agreement)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l access-who -d 'for access: who (agreement)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l access-what -d 'for access: what they may see (agreement)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l access-why -d 'for access: what they need it for (agreement)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l topic -d 'a word; commitments with this tag are its evidence (delegation)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l level -d '0 I do it, 1 exactly this, 2 look and report, 3 recommend, 4 act after telling me, 5 act then tell me, 6 act and report exceptions, 7 yours (delegation)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l conditions -d 'up to which sum, not on release days, … (delegation)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l saves -d 'an hour a week, a second look, … (shortcut)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l raised -d 'when it was said (need, topic)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l at -d 'a day, or a day and a time (note)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l from -d 'its first day (band)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l to -d 'its last day; blank while it goes on (band)' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand edit" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand edit" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand delete" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand delete" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand delete" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand delete" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand delete" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand delete" -l yes -d 'without asking'
complete -c trustline -n "__fish_trustline_using_subcommand delete" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand delete" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand delete" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand delete" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand undo" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand undo" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand undo" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand undo" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand undo" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand undo" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand undo" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand undo" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand undo" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand redo" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand redo" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand redo" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand redo" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand redo" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand redo" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand redo" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand redo" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand redo" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand forget" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand forget" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand forget" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand forget" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand forget" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand forget" -l dry-run -d 'name every record it touches, and change nothing'
complete -c trustline -n "__fish_trustline_using_subcommand forget" -l yes -d 'without asking'
complete -c trustline -n "__fish_trustline_using_subcommand forget" -l keep-mentions -d 'leave the name in the texts of other records'
complete -c trustline -n "__fish_trustline_using_subcommand forget" -l prune-backups -d 'take away the backups that still hold it, too'
complete -c trustline -n "__fish_trustline_using_subcommand forget" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand forget" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand forget" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand forget" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand import" -l format -d 'what it is, if not found out' -r -f -a "csv\t''
taskwarrior\t''
jrnl\t''
tui-journal\t''
vcard\t''
ics\t''
trustline\t''"
complete -c trustline -n "__fish_trustline_using_subcommand import" -l encoding -d 'how a table\'s letters are written, if not found out' -r -f -a "utf-8\t''
utf-16\t''
utf-16be\t''
windows-1252\t''"
complete -c trustline -n "__fish_trustline_using_subcommand import" -l history -d 'the changes of due dates of a task list, a file of its own' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand import" -l refused -d 'where refused rows are written; FILE.refused.csv unless given' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand import" -l mapping -d 'a mapping in a TOML file, or a ready one: jira-due, promise-tracker, jira, github, asana' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l delimiter -d 'what parts the columns, if not found out' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l dates -d 'iso, dmy or mdy, for dates that could be two' -r -f -a "iso\t''
dmy\t''
mdy\t''"
complete -c trustline -n "__fish_trustline_using_subcommand import" -l map -d 'the column that feeds a field, who, or to (whom what is yours was promised)' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l set -d 'what a field, who or to always is' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l status -d 'the column with the status' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l settled -d 'the column with the day of the status' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l word -d 'what a status means: done, broken, released, excused, open, requested, skip; * is any other word' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l key -d 'a column that identifies a row' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l require -d 'a column without which a row is skipped' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l kind -d 'what a row is: commitment or relationship' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l me -d 'your own name or address in the file: what is yours there is yours here' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand import" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand import" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand import" -l update -d 'take the table\'s where the journal differs'
complete -c trustline -n "__fish_trustline_using_subcommand import" -l dry-run -d 'say what would come, and write nothing'
complete -c trustline -n "__fish_trustline_using_subcommand import" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand import" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand import" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand import" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand export" -l format -d 'jsonl for everything, csv, ics for a calendar, taskwarrior; by the end of the file\'s name, else by what is written' -r -f -a "jsonl\t''
csv\t''
ics\t''
taskwarrior\t''"
complete -c trustline -n "__fish_trustline_using_subcommand export" -l output -d 'write it there, readable for you only' -r
complete -c trustline -n "__fish_trustline_using_subcommand export" -l who -d 'only of this relationship; figures are of one only' -r
complete -c trustline -n "__fish_trustline_using_subcommand export" -l since -d 'only from this day on' -r
complete -c trustline -n "__fish_trustline_using_subcommand export" -l until -d 'only up to this day' -r
complete -c trustline -n "__fish_trustline_using_subcommand export" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand export" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand export" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand export" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand export" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand export" -l force -d 'replace the file if it is there'
complete -c trustline -n "__fish_trustline_using_subcommand export" -l salvage -d 'of a damaged journal: go on past what cannot be read, and say what was left out'
complete -c trustline -n "__fish_trustline_using_subcommand export" -l excel -d 'begin a table with the mark by which Excel knows its letters'
complete -c trustline -n "__fish_trustline_using_subcommand export" -l open -d 'their side, too, where you hold the power and it is folded'
complete -c trustline -n "__fish_trustline_using_subcommand export" -l json -d 'with --output: tell as JSON what was written'
complete -c trustline -n "__fish_trustline_using_subcommand export" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand export" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand export" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand backup" -l output -d 'write it there instead of beside the other backups' -r
complete -c trustline -n "__fish_trustline_using_subcommand backup" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand backup" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand backup" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand backup" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand backup" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand backup" -l force -d 'replace the file if it is there'
complete -c trustline -n "__fish_trustline_using_subcommand backup" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand backup" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand backup" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand backup" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand backups; and not __fish_seen_subcommand_from prune" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand backups; and not __fish_seen_subcommand_from prune" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand backups; and not __fish_seen_subcommand_from prune" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand backups; and not __fish_seen_subcommand_from prune" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand backups; and not __fish_seen_subcommand_from prune" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand backups; and not __fish_seen_subcommand_from prune" -l verify -d 'open every one and check every page of it'
complete -c trustline -n "__fish_trustline_using_subcommand backups; and not __fish_seen_subcommand_from prune" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand backups; and not __fish_seen_subcommand_from prune" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand backups; and not __fish_seen_subcommand_from prune" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand backups; and not __fish_seen_subcommand_from prune" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand backups; and not __fish_seen_subcommand_from prune" -f -a "prune" -d 'Delete the backups that the rule does not keep'
complete -c trustline -n "__fish_trustline_using_subcommand backups; and __fish_seen_subcommand_from prune" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand backups; and __fish_seen_subcommand_from prune" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand backups; and __fish_seen_subcommand_from prune" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand backups; and __fish_seen_subcommand_from prune" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand backups; and __fish_seen_subcommand_from prune" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand backups; and __fish_seen_subcommand_from prune" -l dry-run -d 'name them, and delete nothing'
complete -c trustline -n "__fish_trustline_using_subcommand backups; and __fish_seen_subcommand_from prune" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand backups; and __fish_seen_subcommand_from prune" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand backups; and __fish_seen_subcommand_from prune" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand backups; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand restore" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand restore" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand restore" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand restore" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand restore" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand restore" -l dry-run -d 'say what would change, and change nothing'
complete -c trustline -n "__fish_trustline_using_subcommand restore" -l yes -d 'do not ask'
complete -c trustline -n "__fish_trustline_using_subcommand restore" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand restore" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand restore" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand restore" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand lock" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand lock" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand lock" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand lock" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand lock" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand lock" -l leave-backups -d 'leave the backups as they are, readable'
complete -c trustline -n "__fish_trustline_using_subcommand lock" -l keyring -d 'keep the passphrase in the system\'s keyring, which then opens the journal unasked'
complete -c trustline -n "__fish_trustline_using_subcommand lock" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand lock" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand lock" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand unlock" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand unlock" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand unlock" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand unlock" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand unlock" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand unlock" -l yes -d 'do not ask whether it is meant'
complete -c trustline -n "__fish_trustline_using_subcommand unlock" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand unlock" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand unlock" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand passphrase" -l new-passphrase-fd -d 'the new one is the first line of this descriptor; else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand passphrase" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand passphrase" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand passphrase" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand passphrase" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand passphrase" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand passphrase" -l new-key -d 'encrypt everything anew, for when an old copy and its passphrase may be known'
complete -c trustline -n "__fish_trustline_using_subcommand passphrase" -l keyring -d 'keep the passphrase in the system\'s keyring, which then opens the journal unasked'
complete -c trustline -n "__fish_trustline_using_subcommand passphrase" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand passphrase" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand passphrase" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -f -a "list" -d 'Every key with what holds, its default and where the value comes from'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -f -a "get" -d 'What holds for one key'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -f -a "set" -d 'Write one key into config.toml; every other line stays as it is'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -f -a "unset" -d 'Take one key out of config.toml: its default holds again'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -f -a "default" -d 'Print the documented config.toml, with every key and its default'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -f -a "check" -d 'Look for mistakes: all at once, each with its line'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -f -a "edit" -d 'Write config.toml in your editor; with a mistake in it, it does not count until you say so'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and not __fish_seen_subcommand_from list get set unset default check edit safety-contact" -f -a "safety-contact" -d 'Name the person or body in charge at your place'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from list" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from list" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from list" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from list" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from list" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from list" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from list" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from list" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from get" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from get" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from get" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from get" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from get" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from get" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from get" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from get" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from set" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from set" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from set" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from set" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from set" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from set" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from set" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from set" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from unset" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from unset" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from unset" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from unset" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from unset" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from unset" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from unset" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from unset" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from default" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from default" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from default" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from default" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from default" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from default" -l write -d 'make it the file of the settings, where there is none'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from default" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from default" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from default" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from check" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from check" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from check" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from check" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from check" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from check" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from check" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from edit" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from edit" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from edit" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from edit" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from edit" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from edit" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from edit" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from safety-contact" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from safety-contact" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from safety-contact" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from safety-contact" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from safety-contact" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from safety-contact" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from safety-contact" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from safety-contact" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand settings; and __fish_seen_subcommand_from safety-contact" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand keys" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand keys" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand keys" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand keys" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand keys" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand keys" -l check -d 'say what is wrong in keys.toml; exit code 7 where something is'
complete -c trustline -n "__fish_trustline_using_subcommand keys" -l default -d 'a documented keys.toml in which every row is commented out'
complete -c trustline -n "__fish_trustline_using_subcommand keys" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand keys" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand keys" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand keys" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and not __fish_seen_subcommand_from add rename remove" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and not __fish_seen_subcommand_from add rename remove" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and not __fish_seen_subcommand_from add rename remove" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and not __fish_seen_subcommand_from add rename remove" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and not __fish_seen_subcommand_from add rename remove" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and not __fish_seen_subcommand_from add rename remove" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and not __fish_seen_subcommand_from add rename remove" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and not __fish_seen_subcommand_from add rename remove" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and not __fish_seen_subcommand_from add rename remove" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and not __fish_seen_subcommand_from add rename remove" -f -a "add" -d 'Make a profile: a journal and a folder of settings of its own'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and not __fish_seen_subcommand_from add rename remove" -f -a "rename" -d 'Give a profile another name; its journal, settings and backups go with it'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and not __fish_seen_subcommand_from add rename remove" -f -a "remove" -d 'Say which files to take away; nothing is ever deleted here'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from add" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from add" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from add" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from add" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from add" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from add" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from add" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from add" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from rename" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from rename" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from rename" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from rename" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from rename" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from rename" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from rename" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from rename" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from remove" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from remove" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from remove" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from remove" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from remove" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from remove" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from remove" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand profiles; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand themes" -l default -d 'print the file of a built-in theme, to start one of your own from' -r
complete -c trustline -n "__fish_trustline_using_subcommand themes" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand themes" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand themes" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand themes" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand themes" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand themes" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand themes" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand themes" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand themes" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand doctor" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand doctor" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand doctor" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand doctor" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand doctor" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand doctor" -l fix -d 'mend what can be mended; a backup is made first, and nothing is mended without it'
complete -c trustline -n "__fish_trustline_using_subcommand doctor" -l yes -d 'with --fix: do not ask first'
complete -c trustline -n "__fish_trustline_using_subcommand doctor" -l rebuild -d 'build everything that screens read again, from the revisions alone'
complete -c trustline -n "__fish_trustline_using_subcommand doctor" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand doctor" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand doctor" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand doctor" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand help" -l search -d 'find where some words stand, over all pages' -r
complete -c trustline -n "__fish_trustline_using_subcommand help" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand help" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand help" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand help" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand help" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand help" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand help" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand help" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand units" -l what -d 'what it runs' -r -f -a "notice\t''
today\t''
backup\t''
checkin\t''"
complete -c trustline -n "__fish_trustline_using_subcommand units" -l at -d 'at what time; may be given more than once; 08:30 unless given' -r
complete -c trustline -n "__fish_trustline_using_subcommand units" -l days -d 'on which days, such as mon-fri (as it is unless given) or mon,thu' -r
complete -c trustline -n "__fish_trustline_using_subcommand units" -l output -d 'write the files there instead of on the output' -r
complete -c trustline -n "__fish_trustline_using_subcommand units" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand units" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand units" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand units" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand units" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand units" -l cron -d 'a line of a crontab instead'
complete -c trustline -n "__fish_trustline_using_subcommand units" -l launchd -d 'a property list of launchd instead'
complete -c trustline -n "__fish_trustline_using_subcommand units" -l force -d 'replace files that are there'
complete -c trustline -n "__fish_trustline_using_subcommand units" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand units" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand units" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand where" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand where" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand where" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand where" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand where" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand where" -l json -d 'as JSON'
complete -c trustline -n "__fish_trustline_using_subcommand where" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand where" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand where" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand demo" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand demo" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand demo" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand demo" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand demo" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand demo" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand demo" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand demo" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand pictures" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand pictures" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand pictures" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand pictures" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand pictures" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand pictures" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand pictures" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand pictures" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand completions" -l all -d 'those of every shell, as files, into this folder' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand completions" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand completions" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand completions" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand completions" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand completions" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand completions" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand completions" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand completions" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand words" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand words" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand words" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand words" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand words" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand words" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand words" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand words" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand package" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand package" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand package" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand package" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand package" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand package" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand package" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand package" -s h -l help -d 'Print help'
complete -c trustline -n "__fish_trustline_using_subcommand man" -l all -d 'every page, as a file, into this folder' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand man" -l journal -d 'the journal\'s file; else TRUSTLINE_JOURNAL, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand man" -l config -d 'the folder of the settings; else TRUSTLINE_CONFIG, else its default place' -r -F
complete -c trustline -n "__fish_trustline_using_subcommand man" -l profile -d 'the profile, with a journal and settings of its own; else TRUSTLINE_PROFILE, else what the settings say' -r
complete -c trustline -n "__fish_trustline_using_subcommand man" -l passphrase-fd -d 'a locked journal\'s passphrase is the first line of this descriptor; else TRUSTLINE_PASSPHRASE, else it is asked for' -r
complete -c trustline -n "__fish_trustline_using_subcommand man" -l as-of -d 'show any read as it stood on a day, without hindsight' -r
complete -c trustline -n "__fish_trustline_using_subcommand man" -l mask -d 'show initials in place of names'
complete -c trustline -n "__fish_trustline_using_subcommand man" -l plain -d 'one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1'
complete -c trustline -n "__fish_trustline_using_subcommand man" -s h -l help -d 'Print help'

# words of the journal itself
complete -c trustline -n "__fish_trustline_using_subcommand keep" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand break" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand move" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand release" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand excuse" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand agree" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand once" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand reopen" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand discuss" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand drop" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand deliver" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand close" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand snooze" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand respond" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand confirm" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand seal" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand unseal" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand level" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand reviewed" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand end" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand check" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand answer" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand follow-up" -f -a "(trustline words id 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand checkin" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand feedback" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand breach" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand topic" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand held" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand meet" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand disclosure" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand confidences" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand ladder" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand delegate" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand delegations" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand shortcut" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand need" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand balance" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand pause" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand resume" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand archive" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand explain" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand timeline" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand brief" -f -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand show" -f -a "(trustline words any 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand log" -f -a "(trustline words any 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand edit" -f -a "(trustline words any 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand delete" -f -a "(trustline words any 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand forget" -f -a "(trustline words any 2>/dev/null </dev/null)"
complete -c trustline -n "__fish_trustline_using_subcommand help" -f -a "(trustline words page 2>/dev/null </dev/null)"
complete -c trustline -l about -x -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -l who -x -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -l asked-by -x -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -l process -x -a "(trustline words who 2>/dev/null </dev/null)"
complete -c trustline -l plan -x -a "(trustline words id 2>/dev/null </dev/null)"
