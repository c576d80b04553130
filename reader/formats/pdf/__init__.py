"""How a PDF becomes a text: letters to lines, lines to columns, columns to blocks."""
