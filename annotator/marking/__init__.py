"""Room 2: what is said about an article: schema, annotations, selection, motions. Pure."""
