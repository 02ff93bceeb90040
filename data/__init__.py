"""What is said, and by whom: the claims and the code that reads and checks them."""
