"""What helps an author to write a summary, before and while it is written.

``schema`` tells editors what can be written where.
"""
