"""The ways out and in: one module a format. Pure: values to lines and lines to values."""
