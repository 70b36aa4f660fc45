"""The moderators' queue at the desk: pages and answers to its scripts. Rules are in comments/moderation, heaps in comments/queues."""
