// Leads from the page that has a thread's address for ever to its post, and there to the comment.
location.replace(document.currentScript.dataset.post + (location.hash || "#comment"));
