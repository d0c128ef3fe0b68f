"""Who somebody is: NIK, names, phone, and whether two are one."""
