"""Stage 5: a report becomes text: one pure function a format."""
