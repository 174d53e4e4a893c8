"""Reports that people sign: frozen as they were counted, and compared with what is known later."""
