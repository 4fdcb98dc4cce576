"""Reports: choosing one, its parameters, its pages."""
