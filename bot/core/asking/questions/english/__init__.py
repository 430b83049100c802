"""All that questions know of English; another language is another folder like this one."""
