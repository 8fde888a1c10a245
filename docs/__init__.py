"""The documentation: pages, what is generated into them, and how they are built."""
