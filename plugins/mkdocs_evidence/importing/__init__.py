"""Posts that were written elsewhere, made into summaries without losing a word.

Data flows one way: ``reading`` makes an `OldPost` of a file, ``recognising`` finds the fields of a
summary in it, ``works`` finds the works that it mentions, ``pictures`` brings along the files,
``writing`` writes the summary, and ``words`` compares what came in with what went out.
"""
