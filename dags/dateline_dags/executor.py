"""Airflow's LocalExecutor, whose workers have imported beforehand what every task needs: seconds of CPU each time."""

from airflow.executors.local_executor import LocalExecutor


class WarmLocalExecutor(LocalExecutor):
    """Imports once, in the scheduler, before it forks its workers; each task is a fork of one of those."""

    def start(self) -> None:
        """Where workers are not forked (macOS) there is nothing that they could inherit."""
        if self.is_mp_using_fork:
            from pipeline.run.warm import warm

            warm()
        super().start()
