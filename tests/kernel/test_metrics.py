"""The figures for Prometheus, read back by its own library; only where the extra is installed."""

from importlib import import_module
from pathlib import Path

from tests.helpers.watching import health_of
from tests.town import Town


async def test_prometheus_reads_what_health_tells(town: Town, tmp_path: Path) -> None:
    await town.house.timekeeper.catch_up()
    async with health_of(town, tmp_path) as ask:
        status, text = await ask("/metrics")
    parser = import_module("prometheus_client.parser")
    found = {family.name: family for family in parser.text_string_to_metric_families(text)}
    assert status == 200
    assert found["viec_chung_well"].samples[0].value == 1
    assert len(found["viec_chung_job_last_seconds"].samples) > 5
