"""Copying: the system's own way first, the terminal's only where there is no other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from textual.app import App


def copy_text(text: str, app: App[object]) -> bool:
    """Copy a text. Out: whether it is known to have arrived.

    Terminals answer nothing to OSC 52 and some drop it (Terminal.app, conhost), so it is the
    last way and counts only over SSH, where no other can work.
    """
    for command, encoding in _commands():
        try:
            subprocess.run(command, input=text.encode(encoding), check=True, timeout=3)
            return True
        except (OSError, subprocess.SubprocessError):
            continue
    app.copy_to_clipboard(text)
    return bool(os.environ.get("SSH_CONNECTION"))


def _commands() -> list[tuple[list[str], str]]:
    if sys.platform == "win32":
        # clip.exe reads UTF-16 with a byte order mark; in any other encoding å ä ö are lost.
        return [(["clip.exe"], "utf-16")]
    if sys.platform == "darwin":
        return [(["pbcopy"], "utf-8")]
    tools = [["wl-copy"]] if os.environ.get("WAYLAND_DISPLAY") else []
    tools += [["xclip", "-selection", "clipboard"]] if os.environ.get("DISPLAY") else []
    return [(tool, "utf-8") for tool in tools if shutil.which(tool[0])]
