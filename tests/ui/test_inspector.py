"""The inspector: what stands under the cursor, and the lanes of its row."""
