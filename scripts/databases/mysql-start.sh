#!/bin/bash
# mysql-start.sh DIR PORT [MYSQLD-OPTION...]
#
# Starts a MySQL server on 127.0.0.1:PORT with its data under DIR, for the conformance tests.
# The server comes from Debian packages (suite sid, the one that has mysql-server-core) unpacked with
# their own libc, so nothing is installed and the machine's libraries do not matter.
# The first start fetches 50 MB and writes 500 MB; no right of root is needed.
#
#   MYSQL_SOFTWARE=DIR/software   where the packages are unpacked; servers may share it
#   MYSQL_SUITE=sid        suite to take the server from
#   MYSQL_TIME_ZONES=yes   "no" leaves mysql.time_zone* empty (CONVERT_TZ with names is NULL then);
#                          read when the data is made
#   MYSQL_DATA=keep        "fresh" makes the data anew
#
# Makes the user conformance (password conformance, all rights, any host) and the database conformance.
# Needs: see debian-packages.sh; flock; tzdata for the time zones.
# Prints the JDBC URL and the pid file. Started already: prints them again. Stop: mysql-stop.sh DIR
. "$(dirname "$0")/common.sh"
[ $# -ge 2 ] || usage
dir=$(absolute "$1"); port=$2; shift 2
pidfile=$dir/server.pid
report() {
  echo "url=jdbc:mysql://127.0.0.1:$(cat "$dir/port")/conformance?allowPublicKeyRetrieval=true"
  echo "user=conformance"; echo "password=conformance"; echo "pidfile=$pidfile"
}
if alive "$pidfile" "$dir"; then report; exit 0; fi
port_is_free "$port"
software=$(absolute "${MYSQL_SOFTWARE:-$dir/software}")
exec 9> "$software/lock"; flock 9 # one fetches, the others wait for it
"$databases/debian-packages.sh" "${MYSQL_SUITE:-sid}" "$software" -x '^(adduser|passwd|libpam.*|lsb-.*)$' mysql-server-core
exec 9>&-
run=$software/run; usr=$software/root/usr
[ "${MYSQL_DATA:-keep}" = keep ] || rm -rf "$dir/data"
options=(--no-defaults --basedir="$usr" --datadir="$dir/data" --lc-messages-dir="$usr/share/mysql"
  --character-sets-dir="$usr/share/mysql/charsets" --plugin-dir="$usr/lib/mysql/plugin" --secure-file-priv=NULL)
[ "$(id -u)" != 0 ] || options+=(--user=root)
if [ ! -f "$dir/data/ready" ]; then
  rm -rf "$dir/data"
  "$run" "$usr/sbin/mysqld" "${options[@]}" --initialize-insecure --log-error="$dir/initialize.log" || die "see $dir/initialize.log"
  {
    echo "CREATE DATABASE IF NOT EXISTS conformance CHARACTER SET utf8mb4;"
    echo "CREATE USER IF NOT EXISTS 'conformance'@'%' IDENTIFIED BY 'conformance';"
    echo "GRANT ALL ON *.* TO 'conformance'@'%' WITH GRANT OPTION;"
    if [ "${MYSQL_TIME_ZONES:-yes}" = yes ]; then
      echo "USE mysql;"
      "$run" "$usr/bin/mysql_tzinfo_to_sql" /usr/share/zoneinfo 2>/dev/null
    fi
  } > "$dir/first.sql"
  first=(--init-file="$dir/first.sql")
fi
# a killed server that nobody waited for is a zombie, which mysqld takes for a living owner of the socket
rm -f "$dir/data/mysqld.sock.lock"
rm -f "$dir/error.log"; echo "$port" > "$dir/port"
setsid "$run" "$usr/sbin/mysqld" "${options[@]}" --bind-address=127.0.0.1 --port="$port" --socket=mysqld.sock \
  --mysqlx=OFF --pid-file="$pidfile" --log-error="$dir/error.log" ${first+"${first[@]}"} "$@" < /dev/null > /dev/null 2>&1 &
echo $! > "$pidfile"
wait_for 60 $! "mysqld (see $dir/error.log)" grep -q 'ready for connections' "$dir/error.log"
touch "$dir/data/ready"
report; echo "seconds=$(elapsed)"
