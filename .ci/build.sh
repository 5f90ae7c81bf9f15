# Sourced by billing, test and .ci/run. Expects $root; builds into artifacts/ under one lock.

die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# The SDK found, its apphosts told where it lives, and no ICU demanded where none is installed.
prepare_dotnet() {
    command -v dotnet >/dev/null || die "the .NET 10 SDK is missing: dotnet is not on the PATH"
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
    [ -n "${DOTNET_ROOT:-}" ] || DOTNET_ROOT=$(dirname "$(readlink -f "$(command -v dotnet)")")
    [ -n "${HOME:-}" ] || export DOTNET_CLI_HOME="${TMPDIR:-/tmp}"
    export DOTNET_ROOT
    if [ -z "${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-}" ] &&
        ! compgen -G '/usr/lib*/libicuuc.so*' >/dev/null && ! compgen -G '/usr/lib/*/libicuuc.so*' >/dev/null &&
        ! compgen -G '/lib*/libicuuc.so*' >/dev/null && ! compgen -G '/lib/*/libicuuc.so*' >/dev/null; then
        export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
    fi
}

# Whether anything that goes into the program changed after the last good build. A directory's time tells of deletions.
is_stale() {
    local stamp=$root/artifacts/.billing-built
    [ -x "$root/artifacts/bin/Cli/release/billing" ] && [ -e "$stamp" ] || return 0
    [ -n "$(find "$root/src" "$root"/bench/{Load,Comparison,Survival} "$root/samples" "$root"/Directory.*.props "$root/global.json" \
        "$root/BannedSymbols.txt" -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# Builds $1 (a project or the solution) in Release. Style is left to the format check, which looks at all of it anyway:
# it takes more than half of the analyzers' time. The compiler's servers must not inherit the lock (9>&-), or they would
# hold it long after the build; they must not inherit the terminal either, so the output goes to a file.
build_release() {
    local log=$root/artifacts/build.$$.log status=0 server=billing-$$
    # One compiler that stays warm for all projects, whatever the environment prefers, and ends with the build.
    dotnet build "$1" --configuration Release --nologo --verbosity quiet -nodeReuse:false -consoleLoggerParameters:NoSummary \
        -p:EnforceCodeStyleInBuild=false -p:UseSharedCompilation=true -p:SharedCompilationId="$server" \
        >"$log" 2>&1 </dev/null 9>&- || status=$?
    pkill -f -- "-pipename:$server" 2>/dev/null || true
    if [ "$status" -ne 0 ]; then
        grep -E '(error|warning) [A-Z]+[0-9]+' "$log" | sort -u >&2 || tail -n 20 "$log" >&2
        rm -f "$log"
        die "the build of ${1#"$root"/} failed"
    fi
    rm -f "$log"
}

# Builds $1 under the lock; with $2 only if that command says so once the lock is held (another process may have built).
build_locked() {
    local target=$1 needed=${2:-true} mark=$root/artifacts/.billing-building
    mkdir -p "$root/artifacts"
    exec 9>"$root/artifacts/.build-lock"
    flock 9
    if "$needed"; then
        touch "$mark"
        build_release "$target"
        case $target in */Cli.csproj | *.sln) mv "$mark" "$root/artifacts/.billing-built" ;; esac
    fi
    exec 9>&-
}
