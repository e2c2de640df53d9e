#!/bin/bash
# A desktop with a screen reader, without a screen and a sound card. session.ts starts it under a user with an empty home
# folder, and sends it commands as lines:
#
#     open ADDRESS    opens the page in a new tab; starts the browser, in a new profile, where it does not run
#
# It answers `ready NAME` when a part has started, or `failed NAME` if it has not started in time, and then ends.
# It also ends, with all its child processes, when its input ends, so that a caller that dies leaves nothing behind.
#
# Arguments: the command of the browser, its kind (firefox or chromium), and the seconds that each part gets to start.
set -u
command=$1 kind=$2 patience=$3
children=() browser=

# The order is fixed, because every part needs the one before it.
start() {
  local log=$1
  shift
  "$@" >"$log.log" 2>&1 </dev/null &
  children+=($!)
}

# Tries a command until it succeeds.
ready() {
  local name=$1 end=$((SECONDS + patience))
  shift
  until "$@" >/dev/null 2>&1; do
    if ((SECONDS > end)); then
      echo "failed $name"
      exit 1
    fi
    sleep 0.1
  done
  echo "ready $name"
}

# A browser has child processes, which end with it.
end() {
  local pid=$1 i
  kill "$pid" 2>/dev/null || return 0
  for i in {1..50}; do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -9 "$pid" 2>/dev/null
}

# In reverse order, because Orca would start the speech dispatcher again.
finish() {
  local i
  [[ -n $browser ]] && end "$browser"
  for ((i = ${#children[@]} - 1; i >= 0; i--)); do end "${children[i]}"; done
}
trap finish EXIT

if [[ -z ${DBUS_SESSION_BUS_ADDRESS:-} ]]; then
  # Xvfb uses a free display, and prints its number. Without -noreset it restarts when a client leaves, and the next one may find none.
  Xvfb -displayfd 3 -screen 0 1280x1000x24 -nolisten tcp -noreset 3>display >xvfb.log 2>&1 </dev/null &
  children+=($!)
  ready Xvfb test -s display
  DISPLAY=":$(cat display)"
  export DISPLAY
  echo "display $DISPLAY"
  # Without `exec`, because this shell has to end Xvfb.
  dbus-run-session -- bash "${BASH_SOURCE[0]}" "$@"
  exit
fi

# Toolkits and browsers check these variables before they enable accessibility.
export GTK_MODULES=gail:atk-bridge ACCESSIBILITY_ENABLED=1 GNOME_ACCESSIBILITY=1 NO_AT_BRIDGE=0

# This sound device takes as long as real speech. On one that discards it at once, no key could interrupt any speech.
start pulseaudio pulseaudio -n --daemonize=no --exit-idle-time=-1 \
  -L module-native-protocol-unix -L 'module-null-sink sink_name=silence'
ready PulseAudio pactl info

start accessibility-bus /usr/libexec/at-spi-bus-launcher --launch-immediately
switch_on() {
  local property
  for property in IsEnabled ScreenReaderEnabled; do
    gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
      --method org.freedesktop.DBus.Properties.Set org.a11y.Status $property '<true>' || return
  done
}
ready 'accessibility bus' switch_on

# Orca reads the active window, and without a window manager there is none.
start openbox openbox
ready openbox xdotool get_desktop

mkdir -p .config/speech-dispatcher .local/share/orca
# At level 5 the log shows whether each message was spoken to its end or interrupted.
cat >.config/speech-dispatcher/speechd.conf <<'CONF'
LogLevel 5
LogDir "default"
DisableAutoSpawn
AudioOutputMethod "pulse"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
DefaultLanguage "en"
CONF
start speech-dispatcher speech-dispatcher --run-single --timeout 0
ready 'speech dispatcher' test -S "$XDG_RUNTIME_DIR/speech-dispatcher/speechd.sock"

# Orca's default settings, except that keys are not echoed, a new page is not read aloud by itself, speech is fast (as
# experienced users have it), and each line of its log is written at once.
cat >.local/share/orca/orca-customizations.py <<'CONF'
import orca.debug
import orca.settings

orca.settings.enableKeyEcho = False
orca.settings.sayAllOnLoad = False
for voice in orca.settings.voices.values():
    voice["rate"] = 90
if orca.debug.debugFile:
    orca.debug.debugFile.reconfigure(line_buffering=True)
CONF
start orca orca --debug-file orca.journal
ready Orca grep -q "SPEECH OUTPUT: 'Screen reader on" orca.journal

firefox_profile() {
  cat >profile/user.js <<'CONF'
user_pref("accessibility.force_disabled", -1);
user_pref("app.normandy.enabled", false);
user_pref("app.update.enabled", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("datareporting.policy.dataSubmissionPolicyBypassNotification", true);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("termsofuse.bypassNotification", true);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
CONF
}

chromium_profile() {
  mkdir profile/Default
  # Otherwise the browser offers to translate each page, which Orca reads.
  echo '{"translate": {"enabled": false}}' >profile/Default/Preferences
}

# A second one with the same profile hands its page over to the first, and ends.
run_browser() {
  if [[ $kind == firefox ]]; then
    exec "$command" --profile profile "$1"
  else
    # The sandbox needs features that containers often lack, and only our own pages are opened.
    exec "$command" --no-sandbox --no-first-run --no-default-browser-check --password-store=basic --disable-gpu \
      --disable-background-networking --disable-component-update --disable-features=Translate \
      --force-renderer-accessibility --user-data-dir=profile "$1"
  fi
}

while read -r verb address; do
  if [[ -z $browser ]]; then
    mkdir profile
    "${kind}_profile"
    run_browser "$address" >browser.log 2>&1 </dev/null &
    browser=$!
  else
    (run_browser "$address") >>browser.log 2>&1 </dev/null
  fi
  echo "ready $verb"
done
