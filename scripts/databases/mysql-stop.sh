#!/bin/bash
# mysql-stop.sh DIR
#
# Ends the server that mysql-start.sh started for DIR, and no other process. The data stays.
. "$(dirname "$0")/common.sh"
[ $# -eq 1 ] || usage
dir=$(absolute "$1")
stop_process "$dir/server.pid" "$dir"
