"""Files into the model: what an author writes outside of the pages, and what is wrong with it."""
