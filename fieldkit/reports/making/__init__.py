"""What every paper is made with: templates, sheets of a workbook, letterhead and signatures, words."""
