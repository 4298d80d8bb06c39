"""Our speed beside that of others, measured side by side in one run."""
