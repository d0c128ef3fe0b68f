"""The door: who works here now. The same screen is the lock, over a window that keeps what was half typed."""
