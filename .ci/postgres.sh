# Sourced by test and .ci/run. A private PostgreSQL on a free port of the loopback, in a directory of its own, with the
# server's default durability; "postgres_start forgetful" gives one that a power cut may ruin, for tests, which kill
# programs and servers but never the machine, and copy databases all the time. postgres_start exports
# BILLING_TEST_POSTGRES; postgres_stop ends the server by its own pid and removes the directory. Expects die().

postgres_dir=
postgres_pid=
postgres_settings=()

postgres_binaries() {
    local initdb
    initdb=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1) ||
        initdb=$(compgen -G '/usr/pgsql-*/bin/initdb' | sort -V | tail -n 1) || initdb=$(command -v initdb) || return 1
    dirname "$initdb"
}

# Installs $2… by apt-get as root; otherwise says what to install. $1 names the thing for people.
install_missing() {
    local what=$1
    shift
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || die "$what is missing: install it (Debian: apt-get install $*)"
    echo "installing $what…"
    if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } \
        >"${TMPDIR:-/tmp}/billing-apt.$$" 2>&1 </dev/null; then
        tail -n 5 "${TMPDIR:-/tmp}/billing-apt.$$" >&2
        rm -f "${TMPDIR:-/tmp}/billing-apt.$$"
        die "$what is missing and apt-get install $* failed"
    fi
    rm -f "${TMPDIR:-/tmp}/billing-apt.$$"
}

# initdb and postgres refuse root, so root runs them as the unprivileged user postgres.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u postgres -- env LC_ALL=C.UTF-8 "$@"
    else
        env LC_ALL=C.UTF-8 "$@"
    fi
}

postgres_start() {
    local binaries password port try
    postgres_settings=()
    [ "${1:-}" != forgetful ] || postgres_settings=(-c fsync=off -c full_page_writes=off)
    binaries=$(postgres_binaries) || {
        install_missing "the PostgreSQL server" postgresql
        binaries=$(postgres_binaries) || die "PostgreSQL was installed but initdb was not found"
    }
    if [ "$(id -u)" -eq 0 ] && ! id postgres >/dev/null 2>&1; then
        useradd --system --no-create-home --shell /usr/sbin/nologin postgres
    fi
    postgres_dir=$(mktemp -d "${TMPDIR:-/tmp}/billing-postgres.XXXXXX")
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s' "$password" >"$postgres_dir/password"
    [ "$(id -u)" -ne 0 ] || chown -R postgres "$postgres_dir"
    (cd / && as_postgres "$binaries/initdb" --pgdata="$postgres_dir/data" --username=billing --encoding=UTF8 --locale=C.UTF-8 \
        --auth=scram-sha-256 --pwfile="$postgres_dir/password") >"$postgres_dir/initdb.log" 2>&1 || {
        tail -n 10 "$postgres_dir/initdb.log" >&2
        die "initdb failed"
    }
    rm -f "$postgres_dir/password"
    for try in 1 2 3 4 5 6 7 8; do
        port=$((20000 + (RANDOM % 12000)))
        if postgres_listen "$binaries" "$port"; then
            export BILLING_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=billing;Password=$password;Database=postgres;Include Error Detail=true"
            return 0
        fi
    done
    tail -n 10 "$postgres_dir/server.log" >&2
    die "PostgreSQL did not start on any of $try ports"
}

# Starts the server on port $2 and waits until it accepts connections; false when it ended instead (the port was taken).
postgres_listen() {
    local starter step
    (cd / && exec >>"$postgres_dir/server.log" 2>&1 9>&- && as_postgres "$1/postgres" -D "$postgres_dir/data" -p "$2" \
        -c listen_addresses=127.0.0.1 -c unix_socket_directories="$postgres_dir" \
        -c max_connections=300 -c shared_buffers=256MB "${postgres_settings[@]}") &
    starter=$!
    for ((step = 0; step < 300; step++)); do
        if "$1/pg_isready" -q -h 127.0.0.1 -p "$2" && [ -s "$postgres_dir/data/postmaster.pid" ]; then
            postgres_pid=$(head -n 1 "$postgres_dir/data/postmaster.pid")
            kill -0 "$starter" 2>/dev/null && return 0
        fi
        kill -0 "$starter" 2>/dev/null || break
        sleep 0.1
    done
    postgres_pid=
    wait "$starter" 2>/dev/null || true
    return 1
}

postgres_stop() {
    local step
    if [ -n "$postgres_pid" ]; then
        kill -INT "$postgres_pid" 2>/dev/null || true
        for ((step = 0; step < 100; step++)); do
            kill -0 "$postgres_pid" 2>/dev/null || break
            sleep 0.1
        done
        kill -QUIT "$postgres_pid" 2>/dev/null || true
        postgres_pid=
    fi
    [ -z "$postgres_dir" ] || rm -rf "$postgres_dir"
    postgres_dir=
}
