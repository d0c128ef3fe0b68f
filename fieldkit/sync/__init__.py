"""Between laptop and centre; the only client code that speaks HTTP."""
