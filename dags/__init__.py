"""What Airflow schedules, and the two ways to run it from here: `dags.local` and `dags.up`."""
