"""What one can do with a plan: freeze and compare baselines, forecast, achieve with evidence; what may not be typed."""
