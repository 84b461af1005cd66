import { shellWord } from './shell-words.ts';
import { helperPrograms } from './system-programs.ts';

/** What a helper is told in its scripts, because the arguments of a process can be read by everybody. */
export interface HelperScriptOptions {
  /** The folder of the pipes. */
  readonly folder: string;
  /** Begins every line of the helper, so that what login profiles print is told apart. */
  readonly key: string;
  /** The working directory of the session. */
  readonly workingDirectory: string;
  /** The path of the shell that reads them. */
  readonly shell: string;
}

/** The one shell that every POSIX system has: dash, bash or another. Tests name others. */
export const SYSTEM_SHELL = '/bin/sh';

/** The one variable of the helper and of what it starts until that is an action: the folder of the pipes, and the number of the helper, of which a folder may have several. */
export const HELPER_VARIABLE = 'OJD_HELPER';

/** The names of the scripts in the folder of the pipes. */
export const helperScriptName = 'helper.sh';
export const turnScriptName = 'turn.sh';

/**
 * The program that acts for the user of a session, in the language that every POSIX system has.
 *
 * It is two processes of the shell in one pipeline: one reads orders and sends signals, the other starts one action after the other and waits for it
 * in the foreground, because a shell makes what it starts in the background ignore SIGINT. `setsid --fork --wait` gives the
 * action its own session, and says on stderr when a signal ended it, which an exit code of the shell can't (143 is SIGTERM, or 143).
 * The shell of the next action ({@link turnScript}) is started when the one before has ended, so that nobody waits for that.
 *
 * No order holds anything but names and numbers that the host made up, and no text of a job is ever evaluated here.
 */
export function helperScript({ folder, key, workingDirectory, shell }: HelperScriptOptions): string {
  return `folder=${shellWord(folder)}
key=${shellWord(key)}
shell=${shellWord(shell)}
working=${shellWord(workingDirectory)}
pattern=${shellWord(workingDirectory.replaceAll(/[\\.*^$[\]]/g, String.raw`\$&`))}
${Object.entries(helperPrograms())
  .map(([name, path]) => `${name}=${shellWord(path)}`)
  .join('\n')}
${BODY}`;
}

/** What the shell of an action does until there is one: it takes the name of it from the pipe, says whose turn it is, and becomes what the file of that name says. */
export function turnScript({ folder, key }: Pick<HelperScriptOptions, 'folder' | 'key'>): string {
  return `IFS= read -r name || { echo no more >&2; exit 0; }
exec >${shellWord(folder)}/"$name"
printf '%s took %s %s\\n' ${shellWord(key)} "$name" "$1" >&3
. ${shellWord(folder)}/"$name.in"
`;
}

/**
 * Reads into `ticks` when a process started; nothing, where there is none. Takes the shell's own arguments.
 * The name of a program may hold line ends: what is looked for stands on the last line.
 */
export function readTicks(pid: string): string {
  return `  stat= ticks=
  { while IFS= read -r line || [ -n "$line" ]; do stat=$line; done </proc/${pid}/stat; } 2>/dev/null
  set -- \${stat##*) }
  ticks=\${20}`;
}

const BODY = `
# What the user's login left in the environment is told to the host once, and is not our own from here on.
if [ "$1" != clean ]; then
  printf '%s hello\\n' "$key"
  IFS= read -r pipe || exit 1
  "$env" -0 >"$folder/$pipe"
  # The host reads what the group may read, whatever it is itself set up to deny.
  umask g+rx
  # One variable, by which what the helper starts is known until it is an action; actions do not get it.
  exec "$env" -i ${HELPER_VARIABLE}="$folder $$" "$shell" "$folder/${helperScriptName}" clean
fi

PATH=/usr/bin:/bin:/usr/sbin:/sbin
cd /
exec 4>&1
say() { printf '%s %s\\n' "$key" "$*" >&4; }

# What is in a process's environment, by one look at it: w, the mark of the session; a, that of the action; s, anything.
# Who shows nothing at all may be between two programs just now: it is told apart. Who looks says when it began, in since.
marked() {
  looked=$(
    ticks_of self
    printf '%s since\\n' "$ticks"
    "$grep" -Hzo -e "^OPENJD_SESSION_WORKING_DIR=$pattern$" -e "^OJD_ACTION_ID=$1$" -e '^.' /proc/[0-9]*/environ 2>/dev/null |
      "$tr" '\\0' '\\n' |
      "$sed" -n -e 's,^/proc/\\([0-9]*\\)/environ:OPENJD_SESSION_WORKING_DIR=.*,\\1 w,p;t' \\
        -e 's,^/proc/\\([0-9]*\\)/environ:OJD_ACTION_ID=.*,\\1 a,p;t' -e 's,^/proc/\\([0-9]*\\)/environ:.*,\\1 s,p' | "$sort" -u
  )
  marks= action= seen=' ' pids= unsure=
  while read -r pid what; do
    case $what in
      w) marks="$marks $pid" ;;
      a) action="$action $pid " ;;
      s) seen="$seen$pid " ;;
      since) since=$pid ;;
    esac
  done <<LOOKED
$looked
LOOKED
  for pid in $marks; do
    case "$1$action" in -* | *" $pid "*) pids="$pids $pid" ;; esac
  done
  for process in /proc/[0-9]*; do
    pid=\${process#/proc/}
    [ -r "$process/environ" ] && case "$seen$marks " in *" $pid "*) ;; *) unsure="$unsure $pid" ;; esac
  done
  return 0
}

# Tells those with their start, which makes the number nobody else's. Who started before it was looked is who was seen; who is younger may have the
# number of who was seen, and is looked at again now that its start is known.
started() {
  told= starts= files=
  for pid in $pids; do
    ticks_of "$pid" || continue
    if [ "$ticks" -lt "$since" ]; then told="$told $pid:$ticks"; continue; fi
    starts="$starts $pid:$ticks"
    files="$files /proc/$pid/environ"
  done
  [ -n "$files" ] || return 0
  mark="OPENJD_SESSION_WORKING_DIR=$pattern"
  [ "$1" = - ] || mark="OJD_ACTION_ID=$1"
  still=" $("$grep" -lz -e "^$mark$" /dev/null $files 2>/dev/null | "$tr" '\\n' ' ')"
  for start in $starts; do
    case $still in *" /proc/\${start%:*}/environ "*) told="$told $start" ;; *) unsure="$unsure \${start%:*}" ;; esac
  done
}

# Reads when a process started.
ticks_of() {
${readTicks('"$1"')}
  [ -n "$ticks" ]
}

# Whether the number still is the process that it was told for; of a group (-number), or at least no other's. $2 is its start.
same() {
  [ -n "$2" ] || return 0
  ticks_of "\${1#-}" || case $1 in -*) return 0 ;; *) return 1 ;; esac
  [ "$ticks" = "$2" ]
}

obey() {
  read -r self rest </proc/self/stat
  ticks_of "$self"
  say reader "$self:$ticks"
  while IFS=' ' read -r order number first second third; do
    case $order in
      run) printf '%s\\n' "$first" ;;
      signal)
        ! same "$second" "$third" || kill -s "$first" -- "$second" 2>/dev/null
        say done "$number"
        ;;
      find)
        marked "$first"
        started "$first"
        say done "$number" $told unsure $unsure
        ;;
      empty)
        "$find" -P "$working" -mindepth 1 -type d -user "$("$id" -u)" ! -perm -700 -exec chmod u+rwx {} \\; 2>/dev/null
        "$find" -P "$working" -mindepth 1 -delete 2>/dev/null
        say done "$number"
        ;;
      bye) exit 0 ;;
    esac
  done
  # The host went without a word: nobody will ever ask for what its actions left running, and no pipe will be opened for who waits to begin.
  round=0
  while marked - && beginning && [ -n "$pids" ] && [ $round -lt 20 ]; do
    kill -s KILL $pids 2>/dev/null
    round=$((round + 1))
  done
}

# Adds to pids what the helper started and is no action yet; the helper itself ends when those have.
beginning() {
  for folder_of in $(${HELPER_VARIABLE}= "$grep" -lFzx -e "${HELPER_VARIABLE}=$folder $$" /proc/[0-9]*/environ 2>/dev/null); do
    pid=\${folder_of#/proc/}
    pid=\${pid%/environ}
    [ "$pid" = "$self" ] || [ "$pid" = $$ ] || [ ! -d "/proc/$pid" ] || pids="$pids $pid"
  done
}

start() {
  read -r self rest </proc/self/stat
  ticks_of "$self"
  say starter "$self:$ticks"
  turn=0
  while :; do
    turn=$((turn + 1))
    said=$(exec "$setsid" --fork --wait "$shell" "$folder/${turnScriptName}" "$turn" 3>&4 2>&1 >/dev/null 4>&-)
    status=$?
    [ "$said" != 'no more' ] || return
    [ -z "$said" ] || printf "%s\\n" "$said" >&2
    if [ -n "$said" ]; then say ended "$turn" signal $((status & 127)); else say ended "$turn" code $status; fi
  done
}

if ! "$setsid" --fork --wait true 2>/dev/null; then
  say unfit 'it has no setsid with --fork and --wait: install util-linux'
  exit 1
fi
# By number and by name, which are each other's only where no two users have the same number.
ticks_of $PPID
parent=$PPID:$ticks
ticks_of $$
say ready "$$:$ticks" "$parent" "$("$id" -u)" "$("$id" -un)"
obey | start
`;
