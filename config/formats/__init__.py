"""How dates are typed and shown in forms, where Django's own locale differs from Vietnamese print."""
