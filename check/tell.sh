#!/usr/bin/env bash
# Tells what the sheet in $RUNNER_TEMP/sheet.csv would break: at the lines of the pull request, in
# the summary of the job, and in a comment where $COMMENT is yes. Ends as the command does.
set -uo pipefail

arguments=(check "$SITE" --sheet "$RUNNER_TEMP/sheet.csv")
if [ -n "$COURSE" ]; then arguments+=(--course "$COURSE"); fi

status=0
sphinx-seminar "${arguments[@]}" >"$RUNNER_TEMP/told.txt" || status=$?
if [ "$status" -gt 1 ]; then exit "$status"; fi
sphinx-seminar "${arguments[@]}" --format github || true

# Each line is indented, so that nothing in the sheet is markup there.
{
    printf '### Sign-ups\n\n'
    sed 's/^/    /' "$RUNNER_TEMP/told.txt"
} >"$RUNNER_TEMP/told.md"
cat "$RUNNER_TEMP/told.md" >>"$GITHUB_STEP_SUMMARY"
if [ "$COMMENT" = yes ]; then
    gh pr comment "$NUMBER" --repo "$GITHUB_REPOSITORY" --body-file "$RUNNER_TEMP/told.md" \
        --edit-last --create-if-none || exit
fi
exit "$status"
