"""A run owns one window: plan -> fetch -> extract and normalize -> validate -> load -> publish.

`steps` has one function a task, `whole` all of them in one process, `reprocess` plans what is out of date, `pages`
reads pages without a warehouse. Each step leaves its result where the next one finds it, and is safe to run again, also
twice at once.
"""
