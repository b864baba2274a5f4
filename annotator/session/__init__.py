"""Room 3: one sitting with one article: the session, its commands, events, undo, keys. Pure."""
