#compdef wijkbeeld

__wijkbeeld_complete() {
    local -ar non_empty_completions=("${@:#(|:*)}")
    local -ar empty_completions=("${(M)@:#(|:*)}")
    _describe -V '' non_empty_completions -- empty_completions -P $'\'\''
}

__wijkbeeld_custom_complete() {
    local -a completions
    completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
    if [[ "${#completions[@]}" -gt 1 ]]; then
        __wijkbeeld_complete "${completions[@]:0:-1}"
    fi
}

__wijkbeeld_cursor_index_in_current_word() {
    if [[ -z "${QIPREFIX}${IPREFIX}${PREFIX}" ]]; then
        printf 0
    else
        printf %s "${#${(z)LBUFFER}[-1]}"
    fi
}

_wijkbeeld() {
    emulate -RL zsh -G
    setopt extendedglob nullglob numericglobsort
    unsetopt aliases banghist

    local -xr SAP_SHELL=zsh
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(builtin emulate zsh -c 'printf %s "${ZSH_VERSION}"')"
    local -r SAP_SHELL_VERSION

    local context state state_descr line
    local -A opt_args

    local -r command_name="${words[1]}"
    local -ar command_line=("${words[@]}")
    local -ir current_word_index="$((CURRENT - 1))"

    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'rapporteer:Leest, controleert, telt, beschermt en schrijft het hoofdstuk per wijk.'
            'controleer:Leest en controleert alles en toont de datakwaliteit; schrijft geen bestanden.'
            'inspecteer:Toont wat er in een bestand wordt herkend: codering, scheidingsteken, kop en indeling.'
            'cellen:Schrijft elk record als JSON-lijst op een regel; om een bestand te testen.'
            'nieuw:Maakt een map met een configuratie om in te vullen en lege bestanden met de juiste koppen.'
            'definities:Toont de definities die gelden, met bron.'
            'uitvoercontrole:Leest gepubliceerde bestanden terug en zoekt of er een klein aantal uit af te leiden is.'
            'bescherm:Verbergt kleine aantallen, en wat ze verraadt, in een map met tabellen en audit.json.'
            'status:Toont de laatste goede ronde; de exitcode zegt of het rapport actueel is.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        rapporteer|controleer|inspecteer|cellen|nieuw|definities|uitvoercontrole|bescherm|status|help)
            "_wijkbeeld_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_wijkbeeld_rapporteer() {
    local -i ret=1
    local -ar arg_specs=(
        ':config:'
        '--wijk[Schrijf alleen deze wijk; de andere tellen wel mee in vergelijkingen.]:naam:'
        '--stil[Zeg niets als alles goed gaat.]'
        '--formaat[Een of meer van md,html,docx,xlsx,csv,json, gescheiden door komma'\''s.]:formaat:'
        '--nieuwe-reeks[Begin een nieuwe reeks patiëntcijfers.]'
        '--deels[Laat een wijk of bron die niet kan de andere niet ophouden; het rapport zegt het.]'
        '--accepteer-krimp[Aanvaard dat een bestand veel minder rijen heeft dan de vorige keer.]'
        '--definities[Map met definities, in plaats van de meegeleverde.]:map:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_wijkbeeld_controleer() {
    local -i ret=1
    local -ar ___formaat=('tekst' 'json')
    local -ar arg_specs=(
        ':config:'
        '--formaat[tekst of json.]:formaat:{__wijkbeeld_complete "${___formaat[@]}"}'
        '--definities[Map met definities, in plaats van de meegeleverde.]:map:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_wijkbeeld_inspecteer() {
    local -i ret=1
    local -ar ___formaat=('tekst' 'json')
    local -ar arg_specs=(
        ':bestand:'
        '--formaat[tekst of json.]:formaat:{__wijkbeeld_complete "${___formaat[@]}"}'
        '--definities[Map met definities, in plaats van de meegeleverde.]:map:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_wijkbeeld_cellen() {
    local -i ret=1
    local -ar arg_specs=(
        ':bestand:'
        '--definities[Map met definities, in plaats van de meegeleverde.]:map:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_wijkbeeld_nieuw() {
    local -i ret=1
    local -ar arg_specs=(
        ':map:'
        '--definities[Map met definities, in plaats van de meegeleverde.]:map:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_wijkbeeld_definities() {
    local -i ret=1
    local -ar _onderwerp=('ziektegroepen' 'indicatoren' 'indelingen' 'meldingen' 'methoden')
    local -ar arg_specs=(
        ':onderwerp:{__wijkbeeld_complete "${_onderwerp[@]}"}'
        '--definities[Map met definities, in plaats van de meegeleverde.]:map:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_wijkbeeld_uitvoercontrole() {
    local -i ret=1
    local -ar arg_specs=(
        ':folder:'
        '--definities[Map met definities, in plaats van de meegeleverde.]:map:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_wijkbeeld_bescherm() {
    local -i ret=1
    local -ar arg_specs=(
        ':folder:'
        '--uit[De nieuwe map voor de beschermde tabellen.]:uit:'
        '--drempel[Het kleinste aantal dat getoond mag worden; zonder keuze dat van audit.json.]:drempel:'
        '--definities[Map met definities, in plaats van de meegeleverde.]:map:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_wijkbeeld_status() {
    local -i ret=1
    local -ar arg_specs=(
        ':config:'
        '--max-leeftijd[Hoe oud het rapport mag zijn, zoals 36u, 2d of 90m.]:max-leeftijd:'
        '--definities[Map met definities, in plaats van de meegeleverde.]:map:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_wijkbeeld_help() {
    local -i ret=1
    local -ar arg_specs=(
        '*:subcommands:'
        '--version[Show the version.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

if [[ "${funcstack[1]}" = _wijkbeeld ]]; then
    _wijkbeeld "${@}"
else
    compdef _wijkbeeld wijkbeeld
fi
