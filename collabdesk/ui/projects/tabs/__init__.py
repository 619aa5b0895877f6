"""The tabs of a project's page: ONE FILE PER TAB; the order is each tab's own."""
