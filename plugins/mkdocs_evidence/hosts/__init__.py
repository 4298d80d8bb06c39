"""The programs that build the site. Each is known in its own folder here and nowhere else."""
