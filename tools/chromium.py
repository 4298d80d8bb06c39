"""Find the Chromium that the browser tests drive; as a command, install it where it is missing."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")

ADVICE = (
    "The browser tests need Chromium. Please install it, so that the command `chromium` or "
    "`google-chrome` works (Debian: sudo apt-get install chromium), and try again."
)


def find() -> str | None:
    """Return the path of Chromium or Chrome, or None where neither is on PATH."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Install Debian's Chromium where that needs no password, else leave things as they are."""
    become_root = privilege()
    if become_root is None or not shutil.which("apt-get"):
        return
    print("Installing Chromium for the browser tests.", flush=True)
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    for step in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run([*become_root, *environment, "apt-get", "-qq", *step], check=False)


def privilege() -> list[str] | None:
    """Return what to put before a command to run it as root, or None where nothing would do."""
    if os.name != "posix":
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    if (
        shutil.which("sudo")
        and subprocess.run([*sudo, "true"], capture_output=True).returncode == 0
    ):
        return sudo
    return None


if __name__ == "__main__":
    if find() is None:
        install()
    if find() is None:
        sys.exit(ADVICE)
