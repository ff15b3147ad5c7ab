# For run, record and compare: the two servers that clients meet, in $work, which the script makes and clears away.

as_postgres() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$1"; else bash -c "$1"; fi; }

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# certificate FOLDER: server.key and server.crt for localhost, and ca.crt, the authority that signed it: some clients take none that signed itself.
certificate() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=authority of the tests" -keyout "$1/ca.key" -out "$1/ca.crt" 2>/dev/null
  openssl req -x509 -CA "$1/ca.crt" -CAkey "$1/ca.key" -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext basicConstraints=critical,CA:FALSE \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout "$1/server.key" -out "$1/server.crt" 2>/dev/null
}

# A PostgreSQL with the sample's tables, of the columns that the role sees. It logs all statements in $work/statements.csv. Sets $postgres_port.
start_postgres() {
  postgres_bin=${TOLLGATE_TEST_POSTGRES_BIN:-/usr/lib/postgresql/15/bin}
  local folder=$work/postgres
  mkdir "$folder"
  certificate "$folder"
  chmod 600 "$folder/server.key"
  if [ "$(id -u)" = 0 ]; then chown -R postgres "$folder"; chmod 755 "$work" "$folder"; fi
  postgres_port=$(free_port)
  as_postgres "$postgres_bin/initdb -A trust -U postgres -E UTF8 --locale=C --lc-ctype=C.UTF-8 --no-sync -D $folder/data >/dev/null"
  cat >> "$folder/data/postgresql.conf" <<END
port = $postgres_port
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
max_connections = 100
ssl = on
ssl_cert_file = '$folder/server.crt'
ssl_key_file = '$folder/server.key'
logging_collector = on
log_destination = csvlog
log_directory = '$folder'
log_filename = 'statements.log'
log_rotation_size = 0
log_statement = all
END
  printf 'host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n' > "$folder/data/pg_hba.conf"
  as_postgres "$postgres_bin/pg_ctl -D $folder/data -w start >/dev/null"
  python3 "$here/catalog.py" schema policies/tables/exp.toml "$here/steps/steps.json" > "$work/schema.sql"
  psql -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$postgres_port" -U postgres -f "$work/schema.sql"
}

restart_postgres() { as_postgres "$postgres_bin/pg_ctl -D $work/postgres/data -w restart >/dev/null"; }

stop_postgres() { as_postgres "$postgres_bin/pg_ctl -D $work/postgres/data -m immediate stop >/dev/null" || true; }

# The program under test, with the demo's data, over TLS alone, and a second one without TLS for clients that have none. Sets $gateway and $plain (their processes), $gateway_port and $plain_port.
start_gateway() {
  if [ -z "${TOLLGATE:-}" ]; then
    cargo build --locked
    TOLLGATE=${CARGO_TARGET_DIR:-target}/debug/tollgate
  fi

  # The demo makes the data, the policies and the users; then the same is served over TLS alone.
  "$TOLLGATE" demo --rows 20000 --dir "$work/demo" --listen 127.0.0.1:0 > "$work/demo.out" 2>&1 &
  demo=$!
  for _ in $(seq 300); do grep -q psql "$work/demo.out" && break; sleep 0.2; done
  kill $demo; wait $demo || true
  cp -r "$work/demo" "$work/plain"
  certificate "$work/demo"
  gateway_port=$(free_port)
  serve demo "$gateway_port" 'tls = { cert = "server.crt", key = "server.key" }' 2> "$work/gateway.log" &
  gateway=$!
  plain_port=$(free_port)
  serve plain "$plain_port" "" 2> "$work/plain.log" &
  plain=$!
  for port in "$gateway_port" "$plain_port"; do
    for _ in $(seq 300); do (: < "/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.1; done
  done
}

# serve FOLDER PORT TLS: becomes the program under test.
serve() {
  cat > "$work/$1/tollgate.toml" <<END
[server]
listen = "127.0.0.1:$2"
$3
[log]
level = "warn"
[[warehouse]]
name = "lake"
kind = "embedded"
path = "lake"
END
  exec "$TOLLGATE" serve --config "$work/$1/tollgate.toml"
}
