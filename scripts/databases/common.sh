# common.sh: what the start and stop scripts of the conformance tests' databases share; sourced by them.
# Every server listens on 127.0.0.1 only, keeps everything it writes under its own directory, and is
# stopped by the pid it wrote there, and only while that pid still is a process of that directory.
set -euo pipefail
export LC_ALL=C
databases=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

die() { echo "$*" >&2; exit 1; }

# shows the comment at the top of the calling script
usage() { awk 'NR > 1 { if (!/^#/) exit; sub(/^# ?/, ""); print }' "$0" >&2; exit 2; }

absolute() { mkdir -p "$1"; (cd "$1" && pwd -P); }

# alive PIDFILE DIR: the process of the pid file runs and belongs to DIR
alive() {
  local pid
  pid=$(head -n 1 "$1" 2> /dev/null) && [ -n "$pid" ] && [ -r "/proc/$pid/cmdline" ] || return 1
  tr '\0' ' ' < "/proc/$pid/cmdline" | grep -qF "$2/"
}

# listening PORT: something accepts connections there
listening() { (exec 3<> "/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

port_is_free() { ! listening "$1" || die "port $1 is taken by another process"; }

# wait_for SECONDS PID WHAT COMMAND...: until COMMAND succeeds; gives up when PID has ended
wait_for() {
  local end=$((SECONDS + $1)) pid=$2 what=$3; shift 3
  until "$@" 2>/dev/null; do
    kill -0 "$pid" 2>/dev/null || die "$what: the process ended before it was ready"
    [ $SECONDS -lt $end ] || { kill "$pid"; die "$what: not ready in time"; }
    sleep 0.1
  done
}

# stop_process PIDFILE DIR [SIGNAL]: ends that process, by force when it takes more than 30 seconds, and
# then what it left of its own session (each server is started as the leader of one)
stop_process() {
  local pid left end=$((SECONDS + 30))
  alive "$1" "$2" || { rm -f "$1"; return 0; }
  pid=$(head -n 1 "$1")
  kill -"${3:-TERM}" "$pid"
  while [ -d "/proc/$pid" ] && ! grep -q '^State:.*Z' "/proc/$pid/status" 2>/dev/null; do
    [ $SECONDS -lt $end ] || { kill -KILL "$pid" 2>/dev/null || true; sleep 1; break; }
    sleep 0.1
  done
  left=$(ps -s "$pid" -o pid= 2>/dev/null || true)
  [ -z "$left" ] || kill $left 2>/dev/null || true
  rm -f "$1"
}

# seconds since the script started, with one decimal
started=$(date +%s%N)
elapsed() { local ms=$((($(date +%s%N) - started) / 1000000)); echo "$((ms / 1000)).$((ms % 1000 / 100))"; }
