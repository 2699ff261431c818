"""What the DAG files share. Airflow puts their folder on the path, so they import it under this name."""
