"""Word documents (.docx), and what LibreOffice turns into one."""
