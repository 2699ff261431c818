"""Tables that more than one core reads, as data: months and weekdays by language."""
