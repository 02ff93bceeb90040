"""What may be said: the vocabulary, its shapes and rules, and the records of claims."""
