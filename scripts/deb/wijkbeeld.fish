function __wijkbeeld_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __wijkbeeld_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __wijkbeeld_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __wijkbeeld_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __wijkbeeld_parse_tokens -S
    set -l unparsed_tokens (__wijkbeeld_tokens -pc)
    switch $unparsed_tokens[1]
    case 'wijkbeeld'
        __wijkbeeld_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'rapporteer'
            __wijkbeeld_parse_subcommand 1 'wijk=' 'stil' 'formaat=' 'nieuwe-reeks' 'deels' 'accepteer-krimp' 'definities=' 'version' 'h/help'
        case 'controleer'
            __wijkbeeld_parse_subcommand 1 'formaat=' 'definities=' 'version' 'h/help'
        case 'inspecteer'
            __wijkbeeld_parse_subcommand 1 'formaat=' 'definities=' 'version' 'h/help'
        case 'cellen'
            __wijkbeeld_parse_subcommand 1 'definities=' 'version' 'h/help'
        case 'nieuw'
            __wijkbeeld_parse_subcommand 1 'definities=' 'version' 'h/help'
        case 'definities'
            __wijkbeeld_parse_subcommand 1 'definities=' 'version' 'h/help'
        case 'uitvoercontrole'
            __wijkbeeld_parse_subcommand 1 'definities=' 'version' 'h/help'
        case 'bescherm'
            __wijkbeeld_parse_subcommand 1 'uit=' 'drempel=' 'definities=' 'version' 'h/help'
        case 'status'
            __wijkbeeld_parse_subcommand 1 'max-leeftijd=' 'definities=' 'version' 'h/help'
        case 'help'
            __wijkbeeld_parse_subcommand -r 1 'version'
        end
    end
end

function __wijkbeeld_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __wijkbeeld_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __wijkbeeld_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __wijkbeeld_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__wijkbeeld_tokens -p)
    if test -z "$(__wijkbeeld_tokens -t)"
        set -l index (count (__wijkbeeld_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'wijkbeeld' -f
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld" version' -l 'version' -d 'Show the version.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_positional "wijkbeeld" -eq 1' -fa 'rapporteer' -d 'Leest, controleert, telt, beschermt en schrijft het hoofdstuk per wijk.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_positional "wijkbeeld" -eq 1' -fa 'controleer' -d 'Leest en controleert alles en toont de datakwaliteit; schrijft geen bestanden.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_positional "wijkbeeld" -eq 1' -fa 'inspecteer' -d 'Toont wat er in een bestand wordt herkend: codering, scheidingsteken, kop en indeling.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_positional "wijkbeeld" -eq 1' -fa 'cellen' -d 'Schrijft elk record als JSON-lijst op een regel; om een bestand te testen.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_positional "wijkbeeld" -eq 1' -fa 'nieuw' -d 'Maakt een map met een configuratie om in te vullen en lege bestanden met de juiste koppen.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_positional "wijkbeeld" -eq 1' -fa 'definities' -d 'Toont de definities die gelden, met bron.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_positional "wijkbeeld" -eq 1' -fa 'uitvoercontrole' -d 'Leest gepubliceerde bestanden terug en zoekt of er een klein aantal uit af te leiden is.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_positional "wijkbeeld" -eq 1' -fa 'bescherm' -d 'Verbergt kleine aantallen, en wat ze verraadt, in een map met tabellen en audit.json.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_positional "wijkbeeld" -eq 1' -fa 'status' -d 'Toont de laatste goede ronde; de exitcode zegt of het rapport actueel is.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_positional "wijkbeeld" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld rapporteer" wijk' -l 'wijk' -d 'Schrijf alleen deze wijk; de andere tellen wel mee in vergelijkingen.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld rapporteer" stil' -l 'stil' -d 'Zeg niets als alles goed gaat.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld rapporteer" formaat' -l 'formaat' -d 'Een of meer van md,html,docx,xlsx,csv,json, gescheiden door komma\'s.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld rapporteer" nieuwe-reeks' -l 'nieuwe-reeks' -d 'Begin een nieuwe reeks patiëntcijfers.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld rapporteer" deels' -l 'deels' -d 'Laat een wijk of bron die niet kan de andere niet ophouden; het rapport zegt het.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld rapporteer" accepteer-krimp' -l 'accepteer-krimp' -d 'Aanvaard dat een bestand veel minder rijen heeft dan de vorige keer.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld rapporteer" definities' -l 'definities' -d 'Map met definities, in plaats van de meegeleverde.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld rapporteer" version' -l 'version' -d 'Show the version.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld rapporteer" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld controleer" formaat' -l 'formaat' -d 'tekst of json.' -rfka 'tekst json'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld controleer" definities' -l 'definities' -d 'Map met definities, in plaats van de meegeleverde.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld controleer" version' -l 'version' -d 'Show the version.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld controleer" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld inspecteer" formaat' -l 'formaat' -d 'tekst of json.' -rfka 'tekst json'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld inspecteer" definities' -l 'definities' -d 'Map met definities, in plaats van de meegeleverde.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld inspecteer" version' -l 'version' -d 'Show the version.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld inspecteer" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld cellen" definities' -l 'definities' -d 'Map met definities, in plaats van de meegeleverde.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld cellen" version' -l 'version' -d 'Show the version.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld cellen" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld nieuw" definities' -l 'definities' -d 'Map met definities, in plaats van de meegeleverde.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld nieuw" version' -l 'version' -d 'Show the version.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld nieuw" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_positional "wijkbeeld definities" -eq 1' -fka 'ziektegroepen indicatoren indelingen meldingen methoden'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld definities" definities' -l 'definities' -d 'Map met definities, in plaats van de meegeleverde.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld definities" version' -l 'version' -d 'Show the version.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld definities" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld uitvoercontrole" definities' -l 'definities' -d 'Map met definities, in plaats van de meegeleverde.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld uitvoercontrole" version' -l 'version' -d 'Show the version.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld uitvoercontrole" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld bescherm" uit' -l 'uit' -d 'De nieuwe map voor de beschermde tabellen.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld bescherm" drempel' -l 'drempel' -d 'Het kleinste aantal dat getoond mag worden; zonder keuze dat van audit.json.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld bescherm" definities' -l 'definities' -d 'Map met definities, in plaats van de meegeleverde.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld bescherm" version' -l 'version' -d 'Show the version.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld bescherm" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld status" max-leeftijd' -l 'max-leeftijd' -d 'Hoe oud het rapport mag zijn, zoals 36u, 2d of 90m.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld status" definities' -l 'definities' -d 'Map met definities, in plaats van de meegeleverde.' -rfka ''
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld status" version' -l 'version' -d 'Show the version.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld status" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'wijkbeeld' -n '__wijkbeeld_should_offer_completions_for_flags_or_options "wijkbeeld help" version' -l 'version' -d 'Show the version.'
