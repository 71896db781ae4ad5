"""A stand-in for `python -m bot`: it tells what it was given, answers one word, and can fail."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import urllib.request
from pathlib import Path


def call(method: str, **params: object) -> object:
    url = f"{os.environ['BOT_API_BASE_URL']}/bot{os.environ['BOT_TOKEN']}/{method}"
    heads = {"content-type": "application/json"}
    request = urllib.request.Request(url, json.dumps(params).encode(), heads)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["result"]


def run() -> None:
    offset = 0
    while True:
        for update in call("getUpdates", timeout=20, offset=offset):  # type: ignore[attr-defined]
            offset = update["update_id"] + 1
            person = update["message"]["from"]["id"]
            call("sendMessage", chat_id=person, text=f"Nghe: {update['message']['text']}")


if sys.argv[1] == "load-sample":
    if Path("../fail").exists():
        sys.exit("the sample office is out of paper")
    if Path("../slow").exists():
        time.sleep(60)
    Path("office.db").write_text(json.dumps(dict(os.environ)), "utf-8")
elif sys.argv[1] == "seal-key":
    Path(sys.argv[2]).touch()
elif Path("../crash").exists():
    sys.exit("the bot fell over")
else:
    if Path("../stubborn").exists():
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    run()
    time.sleep(60)
