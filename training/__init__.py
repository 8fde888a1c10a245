"""Training of the reader and of the event classifier. Not shipped with the package."""
