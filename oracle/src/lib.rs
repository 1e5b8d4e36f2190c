//! A deliberately naive second implementation of what a procedure's time means.
