"""The payments of one project: what is eligible, what is expected and came, and the partners' shares of it."""
