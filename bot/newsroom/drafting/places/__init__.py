"""Places: an extract of GeoNames, made by `build.py`, and the countries of CLDR."""
