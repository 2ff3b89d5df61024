"""Components and styles of every page. Knows no other part of Fucina."""
