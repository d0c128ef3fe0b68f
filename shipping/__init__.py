"""How FieldKit is packed for those who use it: PyInstaller, .deb, the installer of Windows, licences, SBOM."""
