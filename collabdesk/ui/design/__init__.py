"""The design system: colours, type, spacing, icons and the one stylesheet."""
