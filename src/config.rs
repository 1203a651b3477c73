//! Where things lie: the journal, the settings, the throw-away place of a demo.
