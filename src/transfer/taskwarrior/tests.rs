//! Tasks become commitments, by the rules of promises.
