"""The stages of a made-up case's life, each planning acts into its diary."""
