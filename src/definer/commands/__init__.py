"""The commands, one module each; ``definer.cli`` gathers them."""
