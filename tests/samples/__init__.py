"""Writes the sample workbooks: invented collaborations in three funders' real-life styles."""
