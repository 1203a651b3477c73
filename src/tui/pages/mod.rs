//! The pages, one a file. They name places and never build one another; only `places` does.
