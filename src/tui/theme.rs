//! Semantic roles to styles; the only room that names a colour.

/// The styles of every role.
#[derive(Debug, Clone, Default)]
pub struct Theme {}
