"""Before an actor is known, or outside any office: who is asking, the inbox, and the post."""
